"""Maudsley Staging Method: points for the length, the severity and the failed treatments of an episode, and a band.

Table from Fekadu 2009 as laid out by its authors in Fekadu 2018.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Band, Bands, whole_bands
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain, spelled
from ..fields import Choice, Number, Whole, YesNo
from ..figures import Chip, Figure, Tone
from ..quantities import LONGEST_YEARS
from ..references import FEKADU_2009, FEKADU_2018
from ..wording import lower_first

LONGEST = LONGEST_YEARS * 12  # months
MOST = 100  # antidepressants; more is likely a typing error
ACUTE_TO, SUB_ACUTE_TO = 12, 24  # months

# The key of each band is its points. The last band of a dimension has no end but that of the input.
DURATIONS = Bands(
    "Duration",
    (
        Band("1", "Acute", 0, ACUTE_TO, high_included=True),
        Band("2", "Sub-acute", ACUTE_TO, SUB_ACUTE_TO, low_included=False, high_included=True),
        Band("3", "Chronic", SUB_ACUTE_TO, LONGEST, low_included=False, high_included=True),
    ),
    unit="months",
)
ACUTE, SUB_ACUTE, CHRONIC = DURATIONS.bands
PSYCHOTIC = "severe_psychotic"
SEVERITIES = {
    "subsyndromal": "Subsyndromal",
    "mild": "Mild",
    "moderate": "Moderate",
    "severe": "Severe without psychosis",
    PSYCHOTIC: "Severe with psychosis",
}
ANTIDEPRESSANTS = whole_bands(
    "Failed antidepressants",
    1,
    *((str(points), f"Level {points}", most) for points, most in enumerate((2, 4, 6, 10, MOST), 1)),
)
TOTALS = whole_bands("Maudsley total", 3, ("mild", "Mild", 6), ("moderate", "Moderate", 10), ("severe", "Severe", 15))
LOWEST_TOTAL, HIGHEST_TOTAL = TOTALS.bands[0].low, TOTALS.bands[-1].high
FEWEST, MOST_RATED = ANTIDEPRESSANTS.bands[0].low, ANTIDEPRESSANTS.bands[-1].low  # antidepressants
AUGMENTATION = ECT = 1  # points
IN_BETWEEN = ACUTE_TO + Fraction(1, 2)  # months: the paper goes on with the next whole month


@dataclass(frozen=True, kw_only=True)
class Episode:
    """The present episode and the treatments that failed in it."""

    duration_months: Annotated[
        Fraction,
        Number(
            label="Duration of the episode",
            unit="months",
            hint="The present episode, up to today",
            low=0,
            high=LONGEST,
            why=f"Longer than {spelled(LONGEST_YEARS)} years is likely a typing error.",
        ),
    ]
    severity: Annotated[
        str, Choice(label="Severity", hint="When this treatment is being planned, before it", options=SEVERITIES)
    ]
    failed_antidepressants: Annotated[
        int,
        Whole(
            label="Failed antidepressants",
            hint="Adequate trials in the present episode; augmentation and ECT are asked below",
            low=FEWEST,
            high=MOST,
            why=f"The method begins with one failed antidepressant; far more than {MOST_RATED} is likely a typing error.",
        ),
    ]
    augmentation_used: Annotated[bool, YesNo(label="Augmentation used without success")]
    ect_used: Annotated[bool, YesNo(label="ECT used without success")]


@dataclass(frozen=True, kw_only=True)
class Staging:
    """The sum of the points and its band."""

    score: Annotated[int, Output(label="Maudsley total", unit=f"of {HIGHEST_TOTAL}")]
    band: Annotated[str, Output(label="Resistance", words=TOTALS.labels())]


def points(episode: Episode) -> dict[str, int]:
    """The points of each dimension. Fekadu 2018."""
    return {
        "Duration": int(DURATIONS.find(episode.duration_months).key),
        "Severity": 1 + list(SEVERITIES).index(episode.severity),
        "Failed antidepressants": int(ANTIDEPRESSANTS.find(episode.failed_antidepressants).key),
        "Augmentation": AUGMENTATION * episode.augmentation_used,
        "ECT": ECT * episode.ect_used,
    }


def staging(episode: Episode) -> Staging:
    """The sum of the points with its band. Fekadu 2009."""
    score = sum(points(episode).values())
    return Staging(score=score, band=TOTALS.find(score).key)


def headline(episode: Episode, answer: Staging) -> str:
    """The total with its band."""
    return f"Maudsley total {answer.score} of {HIGHEST_TOTAL}: {answer.band} resistance"


def rated(bands: Bands, value: Fraction | int, unit: str = "") -> str:
    """The points of a dimension, and where its next point begins."""
    here = bands.find(value)
    words = f"{here.key} of {bands.bands[-1].key}"
    for later in bands.bands[bands.bands.index(here) + 1 :][:1]:
        assert later.low is not None
        start = "from" if later.low_included else "above"
        away = later.low - value
        words += f"; {later.key} {start} {plain(later.low)}{unit}" + (f", {plain(away)}{unit} away" if away else "")
    return f"{words}."


def figure(episode: Episode, answer: Staging) -> Figure:
    """The total with its band."""
    tone: Tone = "caution" if answer.band == TOTALS.bands[-1].key else "plain"
    band = Chip(f"{TOTALS.find(answer.score).label} resistance", tone)
    return Figure(str(answer.score), f"of {HIGHEST_TOTAL}", "Maudsley total", (band,), says=("score", "band"))


def working(episode: Episode, answer: Staging) -> Iterable[str]:
    """The points of each dimension, where its next point begins, and the sum."""
    got = points(episode)
    months, drugs = episode.duration_months, episode.failed_antidepressants
    yield f"Duration, {plain(months)} months: {rated(DURATIONS, months, ' months')}"
    yield f"Severity, {SEVERITIES[episode.severity].lower()}: {got['Severity']} of {len(SEVERITIES)}."
    yield f"Failed antidepressants, {drugs}: {rated(ANTIDEPRESSANTS, drugs)}"
    yield f"Augmentation without success: {got['Augmentation']} of {AUGMENTATION}."
    yield f"ECT without success: {got['ECT']} of {ECT}."
    yield f"Total: {' + '.join(map(str, got.values()))} = {answer.score}. {TOTALS.neighbors(answer.score)}"


def with_psychosis(severity: str | None) -> Iterable[Notice]:
    """The caution that a severity with psychosis is a finding of the contraindication screen."""
    if severity == PSYCHOTIC:
        yield Notice(
            "caution",
            "Complete the contraindication screen: in our protocol active psychosis generally rules ketamine out.",
            "contraindication_screen",
            "maudsley.psychosis",
            "psychosis: see the contraindication screen",
        )


def dash(low: object, high: object) -> str:
    """`3–6`."""
    return f"{low}–{high}"


def levels() -> str:
    """The points for each number of failed antidepressants: `1–2 give 1 point, 3–4 give 2, … 11 or more give 5`."""
    *closed, last = ANTIDEPRESSANTS.bands
    first, *others = (f"{dash(band.low, band.high)} give {band.key}" for band in closed)
    return ", ".join([f"{first} point", *others, f"{last.low} or more give {last.key}"])


CALCULATOR = Calculator(
    id="maudsley",
    title="Maudsley staging method",
    summary="How resistant is this episode when its length and severity count as well as its failed treatments?",
    moment="stage",
    version="1.1",
    population="Adults with unipolar depression and at least one failed antidepressant. Not for an untreated episode.",
    inputs=Episode,
    outputs=Staging,
    compute=staging,
    headline=headline,
    figure=figure,
    working=working,
    warnings=lambda episode, answer: with_psychosis(episode.severity),
    bands=(TOTALS,),
    scales=lambda episode, answer: ((TOTALS, answer.score, f"{answer.score} of {HIGHEST_TOTAL}"),),
    formula=(
        f"Duration: up to {ACUTE_TO} months {ACUTE.key} point, more than {ACUTE_TO} and up to {SUB_ACUTE_TO} months "
        f"{SUB_ACUTE.key}, more than {SUB_ACUTE_TO} months {CHRONIC.key}.",
        f"Severity: {', '.join(f'{lower_first(words)} {place}' for place, words in enumerate(SEVERITIES.values(), 1))}.",
        f"Failed antidepressants: {levels()}.",
        f"Augmentation without success: {AUGMENTATION} point. ECT without success: {ECT} point.",
        f"Total {dash(LOWEST_TOTAL, HIGHEST_TOTAL)}: "
        + ", ".join(f"{lower_first(band.label)} {dash(band.low, band.high)}" for band in TOTALS.bands)
        + ".",
    ),
    sources=(
        Source(FEKADU_2009, "the method, its dimensions and points"),
        Source(FEKADU_2018, "how each dimension is rated, and the bands of the total"),
    ),
    differences=(
        Difference(
            topic=f"Between {ACUTE_TO} and {ACUTE_TO + 1} months",
            house=f"Our convention: every episode longer than {ACUTE_TO} months gets {SUB_ACUTE.key} points, so that "
            f"{plain(IN_BETWEEN)} months has a place.",
            literature=f"The paper prints up to {ACUTE_TO}, {ACUTE_TO + 1} to {SUB_ACUTE_TO} and more than {SUB_ACUTE_TO} "
            "months.",
            when=lambda episode, answer: ACUTE_TO < episode.duration_months < ACUTE_TO + 1,
        ),
    ),
    rights="Table of the Maudsley Staging Method after Fekadu A, Donocik JG, Cleare AJ (2018), BMC Psychiatry 18:100, "
    "used under the Creative Commons Attribution 4.0 license; wording shortened.",
    synonyms=("MSM", "Maudsley", "Fekadu", "TRD staging"),
)
