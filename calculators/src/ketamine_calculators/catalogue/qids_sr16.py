"""QIDS-SR16: how severe has the depression been over the last week, by the patient's own account?

For adults who complete the scale themselves on their own copy. Not a diagnosis.
Returns 0 to 27 from nine domains, a band and remission. Scoring and bands from Rush 2003.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..errors import InputProblem
from ..fields import Item, ItemScores
from ..references import RUSH_2003
from ..scale_words import MISSING_ITEMS, scale_headline, scale_working, suicide_notices
from ..scales import QIDS_SR16

ITEMS = (
    Item("Sleep (falling asleep)", 3),
    Item("Sleep (waking at night)", 3),
    Item("Sleep (waking early)", 3),
    Item("Sleep (too much)", 3),
    Item("Sad mood", 3),
    Item("Appetite (less)", 3, may_be_blank=True),
    Item("Appetite (more)", 3, may_be_blank=True),
    Item("Weight (loss)", 3, may_be_blank=True),
    Item("Weight (gain)", 3, may_be_blank=True),
    Item("Concentration", 3),
    Item("Self-esteem", 3),
    Item("Suicidal thoughts", 3),
    Item("Interest", 3),
    Item("Energy", 3),
    Item("Psychomotor (slowed)", 3),
    Item("Psychomotor (restless)", 3),
)
# Each domain with the places of its items: the highest of them counts, never their sum.
DOMAINS = {
    "Sleep": (0, 1, 2, 3),
    "Sad mood": (4,),
    "Appetite and weight": (5, 6, 7, 8),
    "Concentration": (9,),
    "Self-esteem": (10,),
    "Suicidal thoughts": (11,),
    "Interest": (12,),
    "Energy": (13,),
    "Psychomotor": (14, 15),
}
SUICIDE = 11  # item 12
# Alternatives on the form: whoever answers one leaves the other out.
PAIRS = {"appetite": (5, 6), "weight": (7, 8)}


@dataclass(frozen=True, kw_only=True)
class Answers:
    items: Annotated[
        tuple[int | None, ...],
        ItemScores(
            label="QIDS-SR16",
            hint="Of items 6 and 7, and of items 8 and 9, the patient answers one and leaves the other out",
            items=ITEMS,
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    total: Annotated[int, Output(label="Total", unit="of 27")]
    band: Annotated[str, Output(label="Severity", words=QIDS_SR16.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]
    suicide_item_positive: Annotated[bool, Output(label="Item 12 above 0")]


def domain_scores(answers: Answers) -> dict[str, int]:
    """Each domain with the highest score among its answered items."""
    return {domain: max(answered(answers, places)) for domain, places in DOMAINS.items()}


def answered(answers: Answers, places: tuple[int, ...]) -> list[int]:
    return [score for place in places if (score := answers.items[place]) is not None]


def severity(answers: Answers) -> Severity:
    total = sum(domain_scores(answers).values())
    return Severity(
        total=total,
        band=QIDS_SR16.bands.find(total).key,
        remission=QIDS_SR16.remission(total),
        suicide_item_positive=any(answered(answers, (SUICIDE,))),
    )


def one_of_each_pair(answers: Answers) -> Iterable[InputProblem]:
    for change, (less, more) in PAIRS.items():
        if not answered(answers, (less, more)):
            yield InputProblem(
                f"items.{less}",
                f"Items {less + 1} and {more + 1} ({change}): score one of the two; 0 if there was no change.",
                "missing",
            )


def working(answers: Answers, answer: Severity) -> Iterable[str]:
    scores = domain_scores(answers)
    for domain, places in DOMAINS.items():
        if len(places) > 1:
            yield f"{domain}: highest of {', '.join(map(str, answered(answers, places)))} = {scores[domain]}"
    yield from scale_working(QIDS_SR16, tuple(scores.values()), answer.total)


def nine_domains(answers: Answers, answer: Severity) -> Iterable[Table]:
    yield Table(
        "The nine domains",
        ("Domain", "Items", "Score"),
        tuple(
            (domain, ", ".join(str(place + 1) for place in DOMAINS[domain]), str(score))
            for domain, score in domain_scores(answers).items()
        ),
    )


def warnings(answers: Answers, answer: Severity) -> Iterable[Notice]:
    yield from suicide_notices(answer.suicide_item_positive, "Item 12 (suicidal thoughts)")


CALCULATOR = Calculator(
    id="qids_sr16",
    title="QIDS-SR16",
    summary="How severe has the depression been over the last week, by the patient's own account?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures severity; it makes no diagnosis and rules out no risk.",
    inputs=Answers,
    outputs=Severity,
    compute=severity,
    headline=lambda answers, answer: scale_headline(QIDS_SR16, answer.total, answer.suicide_item_positive),
    working=working,
    warnings=warnings,
    rules=(one_of_each_pair,),
    tables=nine_domains,
    bands=(QIDS_SR16.bands,),
    scales=lambda answers, answer: ((QIDS_SR16.bands, answer.total, str(answer.total)),),
    formula=(
        "Total = highest of items 1–4 (sleep) + item 5 + highest of items 6–9 (appetite and weight) + items 10, 11, 12, "
        "13 and 14 + highest of items 15 and 16 (psychomotor). It is never the sum of the 16 items.",
        f"Remission: total {QIDS_SR16.remission_words}.",
        "One of items 6 and 7, and one of items 8 and 9, may be left out; where both are answered the higher counts.",
        "Every other item has to be scored. (House convention.)",
    ),
    sources=(
        Source(RUSH_2003, "the nine domains, the scoring and the bands"),
        Source(QIDS_SR16.remission_source, f"remission at {QIDS_SR16.remission_words}"),
    ),
    differences=(
        Difference(
            topic="Cut-offs on QIDS-SR16",
            house="The house article names the scale for tracking from session to session, without any cut-off.",
            literature="Mild from 6, moderate from 11, severe from 16, very severe from 21; remission at 5 or less.",
        ),
    ),
    rights=(
        "QIDS-SR16 is © its authors and UT Southwestern Medical Center. Only the names of its domains stand here; the "
        "questions have to come from the owners' form."
    ),
    synonyms=("Quick Inventory of Depressive Symptomatology", "QIDS", "QIDS-SR", "depression severity"),
)
