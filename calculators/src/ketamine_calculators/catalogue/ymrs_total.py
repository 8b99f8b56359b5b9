"""YMRS: what the total of a clinician's rating of mania stands for, by two published readings.

Groups from Born 2021, a post hoc analysis; words of the Clinical Global Impression from Samara 2023. Totals only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..bands import whole_bands
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain
from ..fields import Whole
from ..figures import Chip, Figure, Tone
from ..house_article import PROTOCOLS
from ..house_values import YMRS_HOLD, YMRS_MANIC
from ..mania_watch import MEANWHILE, MIXED, NOT_EXCLUDED, dose_waits
from ..references import HOUSE
from ..scale_references import BORN_2021, SAMARA_2023, YOUNG_1978
from ..wording import lower_first

ITEMS, HIGHEST = 11, 60  # Young 1978
# Born 2021, Table 1: not manic below 12, hypomanic below 21, manic from there.
HYPOMANIC_FROM, MANIC_FROM = 12, 21
MANIC_BELOW = 30  # where the manic group of that analysis ends
BANDS = whole_bands(
    "YMRS total",
    0,
    ("non_manic", "Not manic", HYPOMANIC_FROM - 1),
    ("hypomanic", "Hypomanic", MANIC_FROM - 1),
    ("manic", "Manic", HIGHEST),
)
# Samara 2023: totals that correspond to a grade of the Clinical Global Impression.
MODERATELY, MARKEDLY = 20, 30
ANCHORS = {
    6: "borderline ill",
    12: "mildly ill",
    MODERATELY: "moderately ill",
    MARKEDLY: "markedly ill",
    40: "severely ill",
    52: "extremely ill",
}
TONES: dict[str, Tone] = {"non_manic": "plain", "hypomanic": "caution", "manic": "stop"}


@dataclass(frozen=True, kw_only=True)
class Rating:
    """The total of the form."""

    total: Annotated[
        int,
        Whole(
            label="YMRS total",
            low=0,
            high=HIGHEST,
            hint=f"Sum of the {ITEMS} items, rated by a clinician for the past 48 hours",
            why=f"The {ITEMS} items add up to no more.",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The total and the group it falls into."""

    total: Annotated[int, Output(label="Total", unit=f"of {HIGHEST}")]
    band: Annotated[str, Output(label="Group in a post hoc analysis", words=BANDS.labels())]


def reading(rating: Rating) -> Reading:
    """The group of the total. Born 2021."""
    return Reading(total=rating.total, band=BANDS.find(rating.total).key)


def headline(rating: Rating, answer: Reading) -> str:
    """The total and its group."""
    return f"YMRS total {answer.total}/{HIGHEST}: {lower_first(BANDS.labels()[answer.band])} (post hoc grouping)"


def figure(rating: Rating, answer: Reading) -> Figure:
    """The total and its group."""
    return Figure(
        str(answer.total),
        f"of {HIGHEST}",
        label="YMRS total",
        chips=(Chip(f"{BANDS.labels()[answer.band]} (post hoc grouping)", TONES[answer.band]),),
        says=("total", "band"),
    )


def working(rating: Rating, answer: Reading) -> Iterable[str]:
    """The group with the next one, and the nearest grades of the Clinical Global Impression."""
    yield f"{answer.total}: {BANDS.neighbors(answer.total)}"
    yield f"Clinical Global Impression: {between_anchors(answer.total)}"


def between_anchors(total: int) -> str:
    """`12 is about mildly ill`, or between which two grades a total lies."""
    if total in ANCHORS:
        return f"{total} is about {ANCHORS[total]}"
    below = [f"above {ANCHORS[anchor]} (about {anchor})" for anchor in ANCHORS if anchor < total][-1:]
    above = [f"below {ANCHORS[anchor]} (about {anchor})" for anchor in ANCHORS if anchor > total][:1]
    return f"{total} lies {' and '.join(below + above)}"


def notices(total: int) -> Iterable[Notice]:
    """A stop at a total of mania, 0 to 60, and a caution at one of hypomania."""
    if total < YMRS_HOLD.value:
        yield NOT_EXCLUDED
        return
    if total >= YMRS_MANIC.value:
        limit = plain(YMRS_MANIC.value)
        yield Notice(
            "stop",
            f"A YMRS of {limit} or more is treated as mania, in which no ketamine or esketamine is given, until an assessment "
            f"says otherwise (our own value). {MEANWHILE}",
            "contraindication_screen",
            rule="ymrs_total.manic",
            short=f"YMRS {limit} or more: rule out mania before any dose",
        )
    else:
        yield dose_waits("YMRS", YMRS_HOLD, "ymrs_total.hold")
    yield MIXED


CALCULATOR = Calculator(
    id="ymrs_total",
    title="YMRS total",
    summary="What does a total of the Young Mania Rating Scale stand for, and does the next dose have to wait?",
    moment="assess",
    version="1.0",
    population="Adults rated by a trained clinician. It measures severity; it makes no diagnosis, and it was not studied under "
    "ketamine.",
    inputs=Rating,
    outputs=Reading,
    compute=reading,
    headline=headline,
    figure=figure,
    working=working,
    warnings=lambda rating, answer: notices(answer.total),
    bands=(BANDS,),
    scales=lambda rating, answer: ((BANDS, answer.total, str(answer.total)),),
    formula=(
        f"Not manic: below {HYPOMANIC_FROM}. Hypomanic: {HYPOMANIC_FROM} to {MANIC_FROM - 1}. Manic: {MANIC_FROM} or more. "
        "(Groups of a post hoc analysis, Born 2021.)",
        f"Clinical Global Impression: about {'; '.join(f'{total} {words}' for total, words in ANCHORS.items())} (Samara 2023).",
        f"The next dose waits at {plain(YMRS_HOLD.value)} or more; {plain(YMRS_MANIC.value)} or more is treated as mania "
        "until an assessment says otherwise (our own values).",
    ),
    sources=(
        Source(YOUNG_1978, "the scale"),
        Source(
            BORN_2021, f"the groups, below {HYPOMANIC_FROM}, below {MANIC_FROM} and from there, chosen for an analysis"
        ),
        Source(SAMARA_2023, "the grades of the Clinical Global Impression, from eight trials in 2,988 patients"),
        Source(HOUSE, "a watch for a switch of mood in bipolar depression"),
    ),
    house=(
        PROTOCOLS.section("Bipolar depression").item(
            "Look out for a switch of mood", says="a watch for a switch of mood"
        ),
    ),
    differences=(
        Difference(
            topic="What a total stands for",
            house=f"The next dose waits at {plain(YMRS_HOLD.value)} or more, and {plain(YMRS_MANIC.value)} or more is treated as "
            "mania until an assessment says otherwise. Our protocol names no scale and no number for the watch.",
            literature="Two readings, and neither is a diagnosis. The groups were set for a post hoc analysis, whose manic "
            f"group ended below {MANIC_BELOW}. Linked to the Clinical Global Impression, {MODERATELY} is about moderately ill "
            f"and {MARKEDLY} about markedly ill.",
        ),
    ),
    rights="YMRS © the authors of Young 1978. Its terms were not read: the total only, without the items.",
    synonyms=("Young Mania Rating Scale", "mania", "hypomania", "manic switch", "bipolar", "YMRS"),
)
