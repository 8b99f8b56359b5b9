"""QIDS-SR16: the total of the nine domains, its band, remission, and whether the suicide item is above 0.

Scoring and bands from Rush 2003.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..display import spelled
from ..errors import InputProblem
from ..fields import Item, ItemScores
from ..references import RUSH_2003
from ..scale_words import MISSING_ITEMS, scale_figure, scale_headline, scale_working, suicide_notices
from ..scales import QIDS_SR16
from ..wording import listed, lower_first

ITEMS = (
    Item("Sleep (falling asleep)", 3),
    Item("Sleep (waking at night)", 3),
    Item("Sleep (waking early)", 3),
    Item("Sleep (too much)", 3),
    Item("Sad mood", 3),
    Item("Appetite (less)", 3, may_be_empty=True),
    Item("Appetite (more)", 3, may_be_empty=True),
    Item("Weight (loss)", 3, may_be_empty=True),
    Item("Weight (gain)", 3, may_be_empty=True),
    Item("Concentration", 3),
    Item("Self-esteem", 3),
    Item("Suicidal thoughts", 3),
    Item("Interest", 3),
    Item("Energy", 3),
    Item("Psychomotor (slowed)", 3),
    Item("Psychomotor (restless)", 3),
)
# Each domain with the numbers of its items: the highest of them counts, never their sum.
DOMAINS = {
    "Sleep": (1, 2, 3, 4),
    "Sad mood": (5,),
    "Appetite and weight": (6, 7, 8, 9),
    "Concentration": (10,),
    "Self-esteem": (11,),
    "Suicidal thoughts": (12,),
    "Interest": (13,),
    "Energy": (14,),
    "Psychomotor": (15, 16),
}
SUICIDE_ITEM = 12
# Alternatives on the form: whoever answers one leaves the other out.
PAIRS = {"appetite": (6, 7), "weight": (8, 9)}
EACH_PAIR = tuple(f"items {less} and {more}" for less, more in PAIRS.values())


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The patient's score of each item; None for an alternative that was left out."""

    items: Annotated[
        tuple[int | None, ...],
        ItemScores(
            label="QIDS-SR16",
            hint=f"Of {', and of '.join(EACH_PAIR)}, the patient answers one and leaves the other out",
            items=ITEMS,
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """The total and what it stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {QIDS_SR16.high}")]
    band: Annotated[str, Output(label="Severity", words=QIDS_SR16.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]
    suicide_item_positive: Annotated[bool, Output(label=f"Item {SUICIDE_ITEM} above 0")]


def domain_scores(answers: Answers) -> dict[str, int]:
    """Each domain with the highest score among its answered items."""
    return {domain: max(answered(answers, items)) for domain, items in DOMAINS.items()}


def answered(answers: Answers, items: tuple[int, ...]) -> list[int]:
    """The scores of the items with these numbers, without those left out."""
    return [score for item in items if (score := answers.items[item - 1]) is not None]


def severity(answers: Answers) -> Severity:
    """The sum of the domains. Rush 2003."""
    total = sum(domain_scores(answers).values())
    return Severity(
        total=total,
        band=QIDS_SR16.bands.find(total).key,
        remission=QIDS_SR16.remission(total),
        suicide_item_positive=any(answered(answers, (SUICIDE_ITEM,))),
    )


def one_of_each_pair(answers: Answers) -> Iterable[InputProblem]:
    """Asks for one of two alternatives when both were left out."""
    for change, (less, more) in PAIRS.items():
        if not answered(answers, (less, more)):
            yield InputProblem(
                f"items.{less - 1}",
                f"Items {less} and {more} ({change}): score one of the two; 0 if there was no change.",
                "missing",
            )


def working(answers: Answers, answer: Severity) -> Iterable[str]:
    """The highest score of each domain with several items, and the sum."""
    scores = domain_scores(answers)
    for domain, items in DOMAINS.items():
        if len(items) > 1:
            yield f"{domain}: highest of {', '.join(map(str, answered(answers, items)))} = {scores[domain]}"
    yield from scale_working(QIDS_SR16, tuple(scores.values()), answer.total)


def by_domain(answers: Answers, answer: Severity) -> Iterable[Table]:
    """Each domain with its items and its score."""
    yield Table(
        f"The {spelled(len(DOMAINS))} domains",
        ("Domain", "Items", "Score"),
        tuple(
            (domain, ", ".join(map(str, DOMAINS[domain])), str(score))
            for domain, score in domain_scores(answers).items()
        ),
    )


def warnings(answers: Answers, answer: Severity) -> Iterable[Notice]:
    """A stop when the suicide item is above 0."""
    yield from suicide_notices(answer.suicide_item_positive, f"Item {SUICIDE_ITEM} (suicidal thoughts)", "qids_sr16")


def terms() -> Iterable[str]:
    """The terms of the total: the highest of a domain with several items, and the items that stand alone."""
    for several, domains in groupby(DOMAINS.items(), key=lambda domain: len(domain[1]) > 1):
        if several:
            for domain, items in domains:
                numbers = f"{items[0]}{'–' if len(items) > 2 else ' and '}{items[-1]}"
                yield f"highest of items {numbers} ({lower_first(domain)})"
        else:
            alone = [str(items[0]) for _, items in domains]
            yield f"item{'s' if len(alone) > 1 else ''} {listed(alone, 'and')}"


CALCULATOR = Calculator(
    id="qids_sr16",
    title="QIDS-SR16",
    summary="How severe has the depression been over the last week, by the patient's own account?",
    moment="assess",
    version="1.1",
    population="Adults who complete it themselves. It measures severity; it makes no diagnosis and rules out no risk.",
    inputs=Answers,
    outputs=Severity,
    compute=severity,
    headline=lambda answers, answer: scale_headline(QIDS_SR16, answer.total, answer.suicide_item_positive),
    figure=lambda answers, answer: scale_figure(QIDS_SR16, answer.total, answer.suicide_item_positive),
    working=working,
    warnings=warnings,
    rules=(one_of_each_pair,),
    tables=by_domain,
    bands=(QIDS_SR16.bands,),
    scales=lambda answers, answer: ((QIDS_SR16.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = {' + '.join(terms())}. It is never the sum of the {len(ITEMS)} items.",
        f"Remission: total {QIDS_SR16.remission_words}.",
        f"One of {', and one of '.join(EACH_PAIR)}, may be left out; where both are answered the higher counts.",
        "Every other item has to be scored. (Our convention.)",
    ),
    sources=(
        Source(RUSH_2003, f"the {spelled(len(DOMAINS))} domains, the scoring and the bands"),
        Source(QIDS_SR16.remission_source, f"remission at {QIDS_SR16.remission_words}"),
    ),
    differences=(
        Difference(
            topic="Cut-offs on QIDS-SR16",
            house="Our protocol names the scale for tracking from session to session, without any cut-off.",
            literature=f"{QIDS_SR16.bands.starts()}; remission at {QIDS_SR16.remission_words}.",
        ),
    ),
    rights=(
        "QIDS-SR16 is © its authors and UT Southwestern Medical Center. Only the names of its domains stand here; the "
        "questions have to come from the owners' form."
    ),
    synonyms=(
        "Quick Inventory of Depressive Symptomatology",
        "QIDS",
        "QIDS-SR",
        "depression severity",
        "depression score",
    ),
)
