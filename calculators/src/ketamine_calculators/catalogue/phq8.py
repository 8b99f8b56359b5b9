"""PHQ-8: the total of the first eight items of the PHQ-9 and its band. It has no suicide item.

Items from Kroenke 2001, the scale of eight from Kroenke 2009; the cuts are those of the PHQ-9.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..entered_totals import ask_about_suicide
from ..fields import Item, ItemScores
from ..references import KROENKE_2001
from ..scale_references import KROENKE_2009
from ..scale_words import HOUSE_REMISSION, MISSING_ITEMS, phq_rights, scale_figure, scale_headline, scale_working
from ..scales import PHQ_8, PHQ_9
from .phq9 import HIGHEST_SCORE, LOOKS_BACK_WEEKS, OFTEN, OFTEN_BOTHERED, SUICIDE_ITEM, WORDS

WITHOUT_SUICIDE_ITEM = WORDS[: SUICIDE_ITEM - 1]


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The patient's score of each item."""

    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="PHQ-8",
            hint=OFTEN_BOTHERED,
            items=tuple(Item(words, HIGHEST_SCORE, OFTEN) for words in WITHOUT_SUICIDE_ITEM),
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """The total and what it stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {PHQ_8.high}")]
    band: Annotated[str, Output(label="Severity", words=PHQ_8.bands.labels())]


def severity(answers: Answers) -> Severity:
    """The sum of the items. Kroenke 2009."""
    total = sum(answers.items)
    return Severity(total=total, band=PHQ_8.bands.find(total).key)


def warnings(answers: Answers, answer: Severity) -> Iterable[Notice]:
    """What a low total leaves open."""
    yield from ask_about_suicide(f"The PHQ-8 leaves out item {SUICIDE_ITEM} of the PHQ-9.")


CALCULATOR = Calculator(
    id="phq8",
    title="PHQ-8",
    summary=f"How severe has the depression been over the last {spelled(LOOKS_BACK_WEEKS)} weeks, without a question on suicide?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures severity; it makes no diagnosis and does not ask about suicide.",
    inputs=Answers,
    outputs=Severity,
    compute=severity,
    headline=lambda answers, answer: scale_headline(PHQ_8, answer.total),
    figure=lambda answers, answer: scale_figure(PHQ_8, answer.total),
    working=lambda answers, answer: scale_working(PHQ_8, answers.items, answer.total),
    warnings=warnings,
    bands=(PHQ_8.bands,),
    scales=lambda answers, answer: ((PHQ_8.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {len(WITHOUT_SUICIDE_ITEM)} items, each 0 to {HIGHEST_SCORE}.",
        "The bands begin where those of the PHQ-9 begin.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(KROENKE_2001, "the items, their scores and where the bands begin"),
        Source(KROENKE_2009, "the scale of eight items"),
    ),
    house=(HOUSE_REMISSION,),
    differences=(
        Difference(
            topic="Remission on PHQ-8",
            house=f"Our protocol calls a PHQ-9 total {PHQ_9.remission_words} remission. Without item {SUICIDE_ITEM} that is "
            "not judged here.",
            literature=f"{PHQ_8.bands.starts()}, as on the PHQ-9. Kroenke 2009 judges 10 or more and defines no remission.",
        ),
    ),
    rights=phq_rights("PHQ-8"),
    synonyms=("Patient Health Questionnaire", "PHQ8", "depression severity", "depression score"),
)
