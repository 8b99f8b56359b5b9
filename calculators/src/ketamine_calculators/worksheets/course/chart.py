"""The course drawn: its scores over their days, with bands of severity, levels to compare with, treatments and doses."""

from collections.abc import Iterable
from itertools import pairwise

from ...catalogue import relapse_check
from ...charts import Chart, ChartBand, ChartLane, ChartLine, ChartMark, ChartPoint
from ...display import plain
from ...planned_days import dated
from ...scales import RESPONSE_FROM, SCALES, Scale
from .inputs import Course
from .notices import response_from
from .parts import Parts

SCORES = "Scores"
PLANNED = "▼"


def charts(parts: Parts) -> Iterable[Chart]:
    """The scores over their days; nothing before there are two."""
    if not parts.later:
        return
    course, scale = parts.course, SCALES[parts.course.scale]
    yield Chart(
        label=f"{scale.name} over time",
        table=SCORES,
        description=described(parts),
        low=0,
        high=scale.high,
        points=tuple(ChartPoint(score.day, score.total, str(score.total)) for score in course.scores),
        lines=tuple(levels(course)),
        bands=tuple(severities(scale)),
        lanes=tuple(lane for lane in lanes(parts) if lane.marks),
    )


def levels(course: Course) -> Iterable[ChartLine]:
    """The totals to compare the scores with: response, remission, and the noise above the stable score."""
    scale, response = SCALES[course.scale], response_from(course.scores[0].total)
    short = f"Response: {plain(response)} or less"
    yield ChartLine(f"{short} ({plain(RESPONSE_FROM)}% below the first)", short, response)
    remission = f"Remission: {scale.remission_words}"
    yield ChartLine(remission, remission, scale.remission_below)
    if course.stable_total is not None:
        top = course.stable_total + relapse_check.RISE_REAL
        yield ChartLine(
            f"Stable {course.stable_total}: less than {relapse_check.RISE_REAL} points above may be measurement error",
            f"Stable: {course.stable_total}",
            course.stable_total,
            min(top, scale.high),
        )


def severities(scale: Scale) -> Iterable[ChartBand]:
    """The bands of the scale, each up to where the next one begins: between two whole totals there is none."""
    bands = scale.bands.bands
    for band, after in pairwise(bands):
        yield ChartBand(band.label, band.low or 0, after.low or 0)
    yield ChartBand(bands[-1].label, bands[-1].low or 0, scale.high)


def lanes(parts: Parts) -> Iterable[ChartLane]:
    """The treatments completed and the dose at each score, and the treatments that are planned for the time of the scores."""
    scores = parts.course.scores
    done = [(score.day, score.treatments_completed) for score in scores]
    yield ChartLane(
        "Treatments completed", tuple(ChartMark(day, plain(count)) for day, count in done if count is not None)
    )
    doses = [(score.day, score.dose) for score in scores]
    yield ChartLane("Dose, mg/kg", tuple(ChartMark(day, plain(dose)) for day, dose in doses if dose is not None))
    induction = parts.induction.outputs.dates if parts.induction else ()
    maintenance = parts.maintenance.outputs.dates if parts.maintenance else ()
    until = max((scores[-1].day, *induction))
    planned = sorted({day for day in (*induction, *maintenance) if scores[0].day <= day <= until})
    yield ChartLane("Treatments planned", tuple(ChartMark(day, PLANNED) for day in planned))


def described(parts: Parts) -> str:
    """The chart in words."""
    course, scale, best = parts.course, SCALES[parts.course.scale], parts.best
    first, last = course.scores[0], course.scores[-1]
    lowest = best.score if best and best.score.total < first.total else first
    names = [band.label.lower() for band in severities(scale)]
    told = (
        f"{len(course.scores)} {scale.name} totals from {first.day} to {last.day}: {first.total} at first, lowest "
        f"{lowest.total} on {dated(lowest.day)}, {last.total} at last",
        *(line.label for line in levels(course)),
        f"Behind them the bands of severity, from {names[0]} to {names[-1]}",
        *(f"{lane.label}: marked above, on {len(lane.marks)} days" for lane in lanes(parts) if lane.marks),
        f"All totals are in the table {SCORES}",
    )
    return f"{'. '.join(told)}."
