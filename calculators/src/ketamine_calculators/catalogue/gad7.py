"""GAD-7: the total of the seven items, its band and remission. It has no suicide item.

Items and bands from Spitzer 2006; remission is a house convention.
"""

from dataclasses import dataclass
from typing import Annotated

from .. import loinc
from ..definition import Calculator, Difference, Output, Source
from ..display import spelled
from ..fields import Item, ItemScores
from ..references import SPITZER_2006
from ..scale_words import MISSING_ITEMS, phq_rights, scale_figure, scale_headline, scale_working
from ..scales import GAD_7

OFTEN = ("Not at all", "Several days", "More than half the days", "Nearly every day")
WORDS = (
    "Feeling nervous, anxious or on edge",
    "Not being able to stop or control worrying",
    "Worrying too much about different things",
    "Trouble relaxing",
    "Being so restless that it is hard to sit still",
    "Becoming easily annoyed or irritable",
    "Feeling afraid as if something awful might happen",
)
HIGHEST_SCORE = len(OFTEN) - 1  # of one item
LOOKS_BACK_WEEKS = 2


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The patient's score of each item."""

    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="GAD-7",
            hint=f"Over the last {LOOKS_BACK_WEEKS} weeks, how often have you been bothered by the following problems?",
            items=tuple(Item(words, HIGHEST_SCORE, OFTEN) for words in WORDS),
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """The total and what it stands for."""

    total: Annotated[int, Output(label="Total", unit=f"of {GAD_7.high}")]
    band: Annotated[str, Output(label="Severity", words=GAD_7.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission")]


def severity(answers: Answers) -> Severity:
    """The sum of the items. Spitzer 2006."""
    total = sum(answers.items)
    return Severity(total=total, band=GAD_7.bands.find(total).key, remission=GAD_7.remission(total))


CALCULATOR = Calculator(
    id="gad7",
    title="GAD-7",
    summary=f"How severe has the anxiety been over the last {spelled(LOOKS_BACK_WEEKS)} weeks, by the patient's own account?",
    moment="assess",
    version="1.0",
    population="Adults who complete it themselves. It measures severity; it makes no diagnosis and does not ask about suicide.",
    inputs=Answers,
    outputs=Severity,
    compute=severity,
    headline=lambda answers, answer: scale_headline(GAD_7, answer.total),
    figure=lambda answers, answer: scale_figure(GAD_7, answer.total),
    working=lambda answers, answer: scale_working(GAD_7, answers.items, answer.total),
    bands=(GAD_7.bands,),
    scales=lambda answers, answer: ((GAD_7.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {len(WORDS)} items, each 0 to {HIGHEST_SCORE}.",
        f"Remission: total {GAD_7.remission_words}. (Our convention.)",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(Source(SPITZER_2006, f"the items, their scores and the {spelled(len(GAD_7.bands.bands))} bands"),),
    differences=(
        Difference(
            topic="Cut-offs on GAD-7",
            house=f"Our protocol names the scale for anxiety without any cut-off. Remission {GAD_7.remission_words} is "
            "our convention, taken from the foot of the mild band.",
            literature=f"{GAD_7.bands.starts()} (Spitzer 2006). The paper defines no remission.",
        ),
    ),
    rights=phq_rights("GAD-7"),
    loinc=loinc.GAD_7,
    synonyms=("Generalized Anxiety Disorder scale", "GAD7", "anxiety severity"),
)
