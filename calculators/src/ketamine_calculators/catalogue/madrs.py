"""MADRS: how severe is the depression now, as a trained clinician rates it?

For adults, rated at interview. Not a questionnaire to hand out. The definitions and anchors of the scale belong to the
Royal College of Psychiatrists and are not printed here: rate with your own licensed copy.
Returns 0 to 60, a band, remission by three definitions. Bands from Snaith 1986; remission from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..fields import Item, ItemScores
from ..references import HAWLEY_2002, HOUSE, MONTGOMERY_1979, MUELLER_2003, SNAITH_1986
from ..scale_words import HOUSE_REMISSION, MISSING_ITEMS, scale_headline, scale_working, suicide_notices
from ..scales import MADRS

SYMPTOMS = (
    "Apparent sadness",
    "Reported sadness",
    "Inner tension",
    "Reduced sleep",
    "Reduced appetite",
    "Concentration difficulties",
    "Lassitude",
    "Inability to feel",
    "Pessimistic thoughts",
    "Suicidal thoughts",
)
SUICIDE = 9  # item 10
TRIALS_REMISSION = 10  # "10 or less", many ketamine trials
ESKETAMINE_REMISSION = 12  # "12 or less", esketamine phase 3 trials


@dataclass(frozen=True, kw_only=True)
class Ratings:
    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="MADRS",
            hint="Rate with your own copy of the scale; the odd scores 1, 3 and 5 are valid",
            items=tuple(Item(symptom, 6) for symptom in SYMPTOMS),
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    total: Annotated[int, Output(label="Total", unit="of 60")]
    band: Annotated[str, Output(label="Severity", words=MADRS.bands.labels())]
    remission: Annotated[bool, Output(label="In the range of remission (below 10)")]
    remission_le10: Annotated[bool, Output(label="By many ketamine trials (10 or less)")]
    remission_le12: Annotated[bool, Output(label="By esketamine phase 3 trials (12 or less)")]
    suicide_item_positive: Annotated[bool, Output(label="Item 10 above 0")]


def severity(ratings: Ratings) -> Severity:
    total = sum(ratings.items)
    return Severity(
        total=total,
        band=MADRS.bands.find(total).key,
        remission=MADRS.remission(total),
        remission_le10=total <= TRIALS_REMISSION,
        remission_le12=total <= ESKETAMINE_REMISSION,
        suicide_item_positive=ratings.items[SUICIDE] > 0,
    )


def definitions_disagree(answer: Severity) -> bool:
    return answer.remission_le12 and not answer.remission


def warnings(ratings: Ratings, answer: Severity) -> Iterable[Notice]:
    yield from suicide_notices(answer.suicide_item_positive, "Item 10 (suicidal thoughts)")
    if definitions_disagree(answer):
        others = "12 or less" if not answer.remission_le10 else "10 or less, and for those that use 12 or less"
        yield Notice(
            "caution",
            f"The definitions of remission part here: a total of {answer.total} is not remission by the house protocol "
            f"(below 10), but it is for trials that use {others}. Name the threshold with the result.",
        )


CALCULATOR = Calculator(
    id="madrs",
    title="MADRS",
    summary="How severe is the depression now, as a trained clinician rates it?",
    moment="assess",
    version="1.0",
    population="Adults, rated by a trained clinician at interview. It makes no diagnosis and rules out no risk.",
    inputs=Ratings,
    outputs=Severity,
    compute=severity,
    headline=lambda ratings, answer: scale_headline(MADRS, answer.total, answer.suicide_item_positive),
    working=lambda ratings, answer: scale_working(MADRS, ratings.items, answer.total),
    warnings=warnings,
    bands=(MADRS.bands,),
    scales=lambda ratings, answer: ((MADRS.bands, answer.total, str(answer.total)),),
    formula=(
        "Total = sum of the 10 items, each 0 to 6.",
        f"Remission: total {MADRS.remission_words}. Two other thresholds are reported beside it: 10 or less, 12 or less.",
        MISSING_ITEMS + " (House convention.)",
    ),
    sources=(
        Source(MONTGOMERY_1979, "the ten items and their scores"),
        Source(SNAITH_1986, "the four bands"),
        Source(HOUSE, "remission below 10"),
        Source(HAWLEY_2002, "support for remission below 10"),
        Source(MUELLER_2003, "31 as another cut-off for severe depression"),
    ),
    house=(HOUSE_REMISSION,),
    differences=(
        Difference(
            topic="Remission on MADRS",
            house="Below 10.",
            literature="Below 10 (Hawley 2002); 10 or less in many ketamine trials; 12 or less in esketamine phase 3 trials.",
        ),
        Difference(
            topic="Severe depression on MADRS",
            house="The house article gives no bands; those of Snaith 1986 are used: severe from 35.",
            literature="Other cut-offs are in print: 31 separated moderate from severe depression best in Müller 2003.",
            when=lambda ratings, answer: 31 <= answer.total < 35,
        ),
    ),
    rights=(
        "MADRS is © The Royal College of Psychiatrists. Only the names of its symptoms stand here; the definitions and "
        "the anchors of the scores have to come from a licensed copy."
    ),
    synonyms=("Montgomery-Åsberg Depression Rating Scale", "Montgomery-Asberg", "depression severity"),
)
