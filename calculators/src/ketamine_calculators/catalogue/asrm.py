"""ASRM: the total of the patient's own rating of mania over the past week, and whether it is positive.

Cut-off from Altman 1997. Numbers only: the statements of the scale are not printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..bands import whole_bands
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..fields import Item, ItemScores
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_values import ASRM_HOLD
from ..mania_watch import MIXED, NOT_EXCLUDED, dose_waits
from ..references import HOUSE
from ..scale_references import ALTMAN_1997
from ..scale_words import MISSING_ITEMS
from ..wording import counted

HIGHEST_SCORE = 4  # of one group of statements
POSITIVE_FROM = 6  # above 5, Altman 1997
ITEMS = tuple(
    Item(f"{place} group of statements", HIGHEST_SCORE) for place in ("First", "Second", "Third", "Fourth", "Fifth")
)
HIGHEST = HIGHEST_SCORE * len(ITEMS)
BANDS = whole_bands(
    "ASRM total",
    0,
    ("negative", "Below the cut-off", POSITIVE_FROM - 1),
    ("positive", "Positive", HIGHEST),
)
SENSITIVITY, SPECIFICITY, STUDIED, MANIC = "85.5%", "87.3%", 105, 34  # Altman 1997


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """The number that the patient chose in each group of statements."""

    items: Annotated[
        tuple[int, ...],
        ItemScores(
            label="ASRM",
            hint=f"The number chosen in each of the {spelled(len(ITEMS))} groups of statements on the form, for the past week",
            items=ITEMS,
            why=MISSING_ITEMS,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Score:
    """The total and whether it is at or above the cut-off."""

    total: Annotated[int, Output(label="Total", unit=f"of {HIGHEST}")]
    positive: Annotated[bool, Output(label=f"{POSITIVE_FROM} or more")]


def score(ratings: Ratings) -> Score:
    """The sum of the numbers. Altman 1997."""
    total = sum(ratings.items)
    return Score(total=total, positive=total >= POSITIVE_FROM)


def headline(ratings: Ratings, answer: Score) -> str:
    """The total and on which side of the cut-off it is."""
    side = f"positive ({POSITIVE_FROM} or more)" if answer.positive else f"below the cut-off of {POSITIVE_FROM}"
    return f"ASRM total {answer.total}/{HIGHEST}: {side}"


def figure(ratings: Ratings, answer: Score) -> Figure:
    """The total, and on which side of the cut-off it is."""
    chip = (
        Chip(f"Positive: {POSITIVE_FROM} or more", "caution")
        if answer.positive
        else Chip(f"Below the cut-off of {POSITIVE_FROM}")
    )
    return Figure(str(answer.total), f"of {HIGHEST}", label="ASRM total", chips=(chip,), says=("total", "positive"))


def working(ratings: Ratings, answer: Score) -> Iterable[str]:
    """The sum with this patient's numbers, and the distance to the cut-off."""
    yield f"{' + '.join(str(number) for number in ratings.items)} = {answer.total}"
    away = abs(answer.total - POSITIVE_FROM)
    side = (
        f"below it by {counted(away, 'point')}"
        if answer.total < POSITIVE_FROM
        else f"above it by {counted(away, 'point')}"
    )
    yield f"Cut-off {POSITIVE_FROM}: {side if away else 'exactly at it'}"


def notices(total: int) -> Iterable[Notice]:
    """A caution when the patient's own rating, 0 to 20, is positive."""
    if total >= ASRM_HOLD.value:
        yield dose_waits("ASRM", ASRM_HOLD, "asrm.positive")
        yield MIXED
    else:
        yield NOT_EXCLUDED


CALCULATOR = Calculator(
    id="asrm",
    title="ASRM, self-rated mania",
    summary="Does the patient's own rating of the past week, on the Altman scale, suggest mania or hypomania?",
    moment="assess",
    version="1.0",
    population="Adults who complete the form themselves. It is a screen and no diagnosis, and it was not studied under ketamine.",
    inputs=Ratings,
    outputs=Score,
    compute=score,
    headline=headline,
    figure=figure,
    working=working,
    warnings=lambda ratings, answer: notices(answer.total),
    bands=(BANDS,),
    scales=lambda ratings, answer: ((BANDS, answer.total, str(answer.total)),),
    formula=(
        f"Total = sum of the {len(ITEMS)} numbers, each 0 to {HIGHEST_SCORE}.",
        f"Positive: total {POSITIVE_FROM} or more.",
        f"The next dose waits at {plain(ASRM_HOLD.value)} or more until mania has been assessed (our own value).",
        MISSING_ITEMS + " (Our convention.)",
    ),
    sources=(
        Source(
            ALTMAN_1997,
            f"the scale and its cut-off: above {POSITIVE_FROM - 1}, sensitivity {SENSITIVITY} and specificity {SPECIFICITY}, in "
            f"{STUDIED} patients",
        ),
        Source(HOUSE, "a watch for a switch of mood in bipolar depression"),
    ),
    house=(
        PROTOCOLS.section("Bipolar depression").item(
            "Look out for a switch of mood", says="a watch for a switch of mood"
        ),
        PROTOCOLS.section("Bipolar depression").item(
            "Mania or hypomania can be provoked", says="why mania is looked for"
        ),
    ),
    differences=(
        Difference(
            topic="What a positive total asks for",
            house=f"The next dose waits at {plain(ASRM_HOLD.value)} or more until mania has been assessed. Our protocol names no "
            "scale and no number for the watch.",
            literature=f"The cut-off was found in {STUDIED} patients of whom {MANIC} were manic; none had ketamine. It says "
            "nothing about doses.",
        ),
    ),
    rights="ASRM © Edward G. Altman, with Donald Hedeker, James L. Peterson and John M. Davis. Its terms were not read: numbers "
    "only, without the statements.",
    synonyms=("Altman", "mania", "hypomania", "manic switch", "self-rating mania", "bipolar"),
)
