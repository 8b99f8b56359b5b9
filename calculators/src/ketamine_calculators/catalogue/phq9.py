"""PHQ-9: the total of the nine items, its band, remission, and whether the suicide item is above 0.

Items and bands from Kroenke 2001; remission from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from .. import loinc
from ..definition import Calculator, Notice, Output, Source
from ..display import spelled
from ..fields import Item, ItemScores
from ..references import HOUSE, KROENKE_2001
from ..scale_words import (
    HOUSE_REMISSION,
    MISSING_ITEMS,
    phq_rights,
    scale_figure,
    scale_headline,
    scale_working,
    suicide_notices,
)
from ..scales import PHQ_9

OFTEN = ("Not at all", "Several days", "More than half the days", "Nearly every day")
WORDS = (
    "Little interest or pleasure in doing things",
    "Feeling down, depressed, or hopeless",
    "Trouble falling or staying asleep, or sleeping too much",
    "Feeling tired or having little energy",
    "Poor appetite or overeating",
    "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
    "Trouble concentrating on things, such as reading the newspaper or watching television",
    "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless "
    "that you have been moving around a lot more than usual",
    "Thoughts that you would be better off dead or of hurting yourself in some way",
)
HIGHEST_SCORE = len(OFTEN) - 1  # of one item
SUICIDE_ITEM = 9
LOOKS_BACK_WEEKS = 2
OFTEN_BOTHERED = (
    f"Over the last {LOOKS_BACK_WEEKS} weeks, how often have you been bothered by any of the following problems?"
)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The patient's score of each item."""

    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="PHQ-9",
            hint=OFTEN_BOTHERED,
            items=tuple(Item(words, HIGHEST_SCORE, OFTEN) for words in WORDS),
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """The total and what it stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {PHQ_9.high}")]
    band: Annotated[str, Output(label="Severity", words=PHQ_9.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]
    suicide_item_positive: Annotated[bool, Output(label=f"Item {SUICIDE_ITEM} above 0")]


def severity(answers: Answers) -> Severity:
    """The sum of the items. Kroenke 2001."""
    total = sum(answers.items)
    return Severity(
        total=total,
        band=PHQ_9.bands.find(total).key,
        remission=PHQ_9.remission(total),
        suicide_item_positive=answers.items[SUICIDE_ITEM - 1] > 0,
    )


def warnings(answers: Answers, answer: Severity) -> Iterable[Notice]:
    """A stop when the suicide item is above 0."""
    item = f"Item {SUICIDE_ITEM} (better off dead, or hurting yourself)"
    yield from suicide_notices(answer.suicide_item_positive, item, "phq9")


CALCULATOR = Calculator(
    id="phq9",
    title="PHQ-9",
    summary=f"How severe has the depression been over the last {spelled(LOOKS_BACK_WEEKS)} weeks, by the patient's own account?",
    moment="assess",
    version="1.1",
    population="Adults who complete it themselves. It measures severity; it makes no diagnosis and rules out no risk.",
    inputs=Answers,
    outputs=Severity,
    compute=severity,
    headline=lambda answers, answer: scale_headline(PHQ_9, answer.total, answer.suicide_item_positive),
    figure=lambda answers, answer: scale_figure(PHQ_9, answer.total, answer.suicide_item_positive),
    working=lambda answers, answer: scale_working(PHQ_9, answers.items, answer.total),
    warnings=warnings,
    bands=(PHQ_9.bands,),
    scales=lambda answers, answer: ((PHQ_9.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {len(WORDS)} items, each 0 to {HIGHEST_SCORE}.",
        f"Remission: total {PHQ_9.remission_words}.",
        "The tenth question, on difficulty, is never added.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(KROENKE_2001, f"the items, their scores and the {spelled(len(PHQ_9.bands.bands))} bands"),
        Source(HOUSE, f"remission {PHQ_9.remission_words}"),
    ),
    house=(HOUSE_REMISSION,),
    rights=phq_rights("PHQ-9"),
    loinc=loinc.PHQ_9,
    synonyms=("Patient Health Questionnaire", "PHQ9", "depression severity", "depression score", "item 9"),
)
