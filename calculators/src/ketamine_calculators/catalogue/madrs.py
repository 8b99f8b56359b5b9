"""MADRS: the total of the ten symptoms, its band, and remission by three definitions.

Bands from Snaith 1986; remission from the house article. The definitions and anchors of the scale belong to the Royal
College of Psychiatrists and are not printed here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import spelled
from ..fields import Item, ItemScores
from ..references import HAWLEY_2002, HOUSE, MONTGOMERY_1979, MUELLER_2003, SNAITH_1986
from ..scale_words import HOUSE_REMISSION, MISSING_ITEMS, scale_figure, scale_headline, scale_working, suicide_notices
from ..scales import MADRS
from ..wording import listed

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
HIGHEST_SCORE = 6  # of one item
SUICIDE_ITEM = 10
TRIALS_REMISSION = 10  # or less, many ketamine trials
ESKETAMINE_REMISSION = 12  # or less, esketamine phase 3 trials
SEVERE = MADRS.bands.bands[-1].low  # Snaith 1986
SEVERE_ELSEWHERE = 31  # Müller 2003

ODD_SCORES = listed([str(score) for score in range(1, HIGHEST_SCORE, 2)], "and")
BY_TRIALS, BY_ESKETAMINE = f"{TRIALS_REMISSION} or less", f"{ESKETAMINE_REMISSION} or less"


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """The clinician's score of each symptom."""

    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="MADRS",
            hint=f"Rate with your own copy of the scale; the odd scores {ODD_SCORES} are valid",
            items=tuple(Item(symptom, HIGHEST_SCORE) for symptom in SYMPTOMS),
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Severity:
    """The total and what it stands for, with remission by each definition in use."""

    total: Annotated[int, Output(label="Total", unit=f"of {MADRS.high}")]
    band: Annotated[str, Output(label="Severity", words=MADRS.bands.labels())]
    remission: Annotated[bool, Output(label=f"In the range of remission ({MADRS.remission_words})")]
    remission_le10: Annotated[bool, Output(label=f"By many ketamine trials ({BY_TRIALS})")]
    remission_le12: Annotated[bool, Output(label=f"By esketamine phase 3 trials ({BY_ESKETAMINE})")]
    suicide_item_positive: Annotated[bool, Output(label=f"Item {SUICIDE_ITEM} above 0")]


def severity(ratings: Ratings) -> Severity:
    """The sum of the symptoms. Montgomery 1979; bands Snaith 1986."""
    total = sum(ratings.items)
    return Severity(
        total=total,
        band=MADRS.bands.find(total).key,
        remission=MADRS.remission(total),
        remission_le10=total <= TRIALS_REMISSION,
        remission_le12=total <= ESKETAMINE_REMISSION,
        suicide_item_positive=ratings.items[SUICIDE_ITEM - 1] > 0,
    )


def definitions_disagree(answer: Severity) -> bool:
    """Whether the total is remission by a trial's definition and not by the house's."""
    return answer.remission_le12 and not answer.remission


def warnings(ratings: Ratings, answer: Severity) -> Iterable[Notice]:
    """A stop when the suicide item is above 0, a caution where the definitions of remission part."""
    yield from suicide_notices(answer.suicide_item_positive, f"Item {SUICIDE_ITEM} (suicidal thoughts)", "madrs")
    if definitions_disagree(answer):
        others = BY_ESKETAMINE if not answer.remission_le10 else f"{BY_TRIALS}, and for those that use {BY_ESKETAMINE}"
        yield Notice(
            "caution",
            f"Name the threshold with the result. A total of {answer.total} is not remission by our protocol "
            f"({MADRS.remission_words}), but it is for trials that use {others}.",
            rule="madrs.remission_definitions",
            short="definitions of remission differ: name the threshold",
        )


CALCULATOR = Calculator(
    id="madrs",
    title="MADRS",
    summary="How severe is the depression now, as a trained clinician rates it?",
    moment="assess",
    version="1.1",
    population="Adults, rated by a trained clinician at interview. It makes no diagnosis and rules out no risk.",
    inputs=Ratings,
    outputs=Severity,
    compute=severity,
    headline=lambda ratings, answer: scale_headline(MADRS, answer.total, answer.suicide_item_positive),
    figure=lambda ratings, answer: scale_figure(MADRS, answer.total, answer.suicide_item_positive),
    working=lambda ratings, answer: scale_working(MADRS, ratings.items, answer.total),
    warnings=warnings,
    bands=(MADRS.bands,),
    scales=lambda ratings, answer: ((MADRS.bands, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {len(SYMPTOMS)} items, each 0 to {HIGHEST_SCORE}.",
        f"Remission: total {MADRS.remission_words}. Two other thresholds are reported beside it: {BY_TRIALS}, "
        f"{BY_ESKETAMINE}.",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(MONTGOMERY_1979, f"the {spelled(len(SYMPTOMS))} items and their scores"),
        Source(SNAITH_1986, f"the {spelled(len(MADRS.bands.bands))} bands"),
        Source(HOUSE, f"remission {MADRS.remission_words}"),
        Source(HAWLEY_2002, f"support for remission {MADRS.remission_words}"),
        Source(MUELLER_2003, f"{SEVERE_ELSEWHERE} as another cut-off for severe depression"),
    ),
    house=(HOUSE_REMISSION,),
    differences=(
        Difference(
            topic="Remission on MADRS",
            house=f"{MADRS.remission_words.capitalize()}.",
            literature=f"{MADRS.remission_words.capitalize()} (Hawley 2002); {BY_TRIALS} in many ketamine trials; "
            f"{BY_ESKETAMINE} in esketamine phase 3 trials.",
        ),
        Difference(
            topic="Severe depression on MADRS",
            house=f"Our protocol gives no bands; those of Snaith 1986 are used: severe from {SEVERE}.",
            literature=f"Other cut-offs have been published: {SEVERE_ELSEWHERE} separated moderate from severe depression "
            "best in Müller 2003.",
            when=lambda ratings, answer: answer.band != "severe" and answer.total >= SEVERE_ELSEWHERE,
        ),
    ),
    rights=(
        "MADRS is © The Royal College of Psychiatrists. Only the names of its symptoms stand here; the definitions and "
        "the anchors of the scores have to come from a licensed copy."
    ),
    synonyms=(
        "Montgomery-Åsberg Depression Rating Scale",
        "Montgomery-Asberg",
        "depression severity",
        "depression score",
    ),
)
