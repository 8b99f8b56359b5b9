"""Maudsley Staging Method: how resistant is this depression, counting its length, severity and failed treatments?

For adults with unipolar depression and at least one failed antidepressant. Not for a first, untreated episode.
Returns 3 to 15 points and a band. Table from Fekadu 2009 as laid out by its authors in Fekadu 2018.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Band, Bands, whole_band
from ..definition import Calculator, Difference, Output, Source
from ..display import plain
from ..fields import Choice, Number, Whole, YesNo
from ..references import FEKADU_2009, FEKADU_2018

LONGEST = 1200  # months; more is a typing slip
MOST = 100  # antidepressants; more is a typing slip

# The key of each band is its points. The last band of a dimension has no end but that of the input.
DURATIONS = Bands(
    "Duration",
    (
        Band("1", "Acute", 0, 12, high_included=True),
        Band("2", "Sub-acute", 12, 24, low_included=False, high_included=True),
        Band("3", "Chronic", 24, LONGEST, low_included=False, high_included=True),
    ),
    unit="months",
)
SEVERITIES = {
    "subsyndromal": "Subsyndromal",
    "mild": "Mild",
    "moderate": "Moderate",
    "severe": "Severe without psychosis",
    "severe_psychotic": "Severe with psychosis",
}
ANTIDEPRESSANTS = Bands(
    "Failed antidepressants",
    (
        whole_band("1", "Level 1", 1, 2),
        whole_band("2", "Level 2", 3, 4),
        whole_band("3", "Level 3", 5, 6),
        whole_band("4", "Level 4", 7, 10),
        whole_band("5", "Level 5", 11, MOST),
    ),
    whole=True,
)
TOTALS = Bands(
    "Maudsley total",
    (
        whole_band("mild", "Mild", 3, 6),
        whole_band("moderate", "Moderate", 7, 10),
        whole_band("severe", "Severe", 11, 15),
    ),
    whole=True,
)


@dataclass(frozen=True, kw_only=True)
class Episode:
    duration_months: Annotated[
        Fraction,
        Number(
            label="Duration of the episode",
            unit="months",
            hint="The present episode, up to today",
            low=0,
            high=LONGEST,
            why="Longer than a hundred years is a typing slip.",
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
            low=1,
            high=MOST,
            why="The method begins with one failed antidepressant; far more than 11 is a typing slip.",
        ),
    ]
    augmentation_used: Annotated[bool, YesNo(label="Augmentation used without success")]
    ect_used: Annotated[bool, YesNo(label="ECT used without success")]


@dataclass(frozen=True, kw_only=True)
class Staging:
    score: Annotated[int, Output(label="Maudsley total", unit="of 15")]
    band: Annotated[str, Output(label="Resistance", words=TOTALS.labels())]


def points(episode: Episode) -> dict[str, int]:
    return {
        "Duration": int(DURATIONS.find(episode.duration_months).key),
        "Severity": 1 + list(SEVERITIES).index(episode.severity),
        "Failed antidepressants": int(ANTIDEPRESSANTS.find(episode.failed_antidepressants).key),
        "Augmentation": int(episode.augmentation_used),
        "ECT": int(episode.ect_used),
    }


def staging(episode: Episode) -> Staging:
    score = sum(points(episode).values())
    return Staging(score=score, band=TOTALS.find(score).key)


def headline(episode: Episode, answer: Staging) -> str:
    return f"Maudsley total {answer.score} of 15: {answer.band} resistance"


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


def working(episode: Episode, answer: Staging) -> Iterable[str]:
    got = points(episode)
    months, drugs = episode.duration_months, episode.failed_antidepressants
    yield f"Duration, {plain(months)} months: {rated(DURATIONS, months, ' months')}"
    yield f"Severity, {SEVERITIES[episode.severity].lower()}: {got['Severity']} of {len(SEVERITIES)}."
    yield f"Failed antidepressants, {drugs}: {rated(ANTIDEPRESSANTS, drugs)}"
    yield f"Augmentation without success: {got['Augmentation']} of 1."
    yield f"ECT without success: {got['ECT']} of 1."
    yield f"Total: {' + '.join(map(str, got.values()))} = {answer.score}. {TOTALS.neighbours(answer.score)}"


CALCULATOR = Calculator(
    id="maudsley",
    title="Maudsley staging method",
    summary="How resistant is this episode when its length and severity count as well as its failed treatments?",
    moment="stage",
    version="1.0",
    population="Adults with unipolar depression and at least one failed antidepressant. Not for an untreated episode.",
    inputs=Episode,
    outputs=Staging,
    compute=staging,
    headline=headline,
    working=working,
    bands=(TOTALS,),
    scales=lambda episode, answer: ((TOTALS, answer.score, f"{answer.score} of 15"),),
    formula=(
        "Duration: up to 12 months 1 point, more than 12 and up to 24 months 2, more than 24 months 3.",
        "Severity: subsyndromal 1, mild 2, moderate 3, severe without psychosis 4, severe with psychosis 5.",
        "Failed antidepressants: 1–2 give 1 point, 3–4 give 2, 5–6 give 3, 7–10 give 4, 11 or more give 5.",
        "Augmentation without success: 1 point. ECT without success: 1 point.",
        "Total 3–15: mild 3–6, moderate 7–10, severe 11–15.",
    ),
    sources=(
        Source(FEKADU_2009, "the method, its dimensions and points"),
        Source(FEKADU_2018, "how each dimension is rated, and the bands of the total"),
    ),
    differences=(
        Difference(
            topic="Between 12 and 13 months",
            house="House convention: every episode longer than 12 months gets 2 points, so that 12.5 months has a place.",
            literature="The paper prints up to 12, 13 to 24 and more than 24 months.",
            when=lambda episode, answer: 12 < episode.duration_months < 13,
        ),
    ),
    rights="Table of the Maudsley Staging Method after Fekadu A, Donocik JG, Cleare AJ (2018), BMC Psychiatry 18:100, "
    "used under the Creative Commons Attribution 4.0 licence; wording shortened.",
    synonyms=("MSM", "Maudsley", "Fekadu", "TRD staging"),
)
