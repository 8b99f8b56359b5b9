"""The course drawn: a panel for each scale over one and the same line of days, never two scales on one axis."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from ...bands import Bands
from ...catalogue import relapse_check
from ...charts import Chart, ChartBand, ChartLane, ChartLine, ChartMark, ChartPoint
from ...display import plain
from ...planned_days import dated
from ...scales import RESPONSE_FROM, Scale
from .inputs import Course, Score
from .instruments import IN_ROWS, MANIA, RELAPSE_SCALE, bands_of, is_better
from .mania import Watched
from .notices import response_level
from .parts import Parts
from .series import Series
from .tables import by_day, label

PLANNED = "▼"


def charts(parts: Parts) -> Iterable[Chart]:
    """The scores over their days, the chosen scale on top; nothing before there are two days with a score."""
    course = parts.course
    if len({score.day for score in course.scores}) < 2:
        return
    above = tuple(lane for lane in lanes(parts) if lane.marks)
    marked = [mark.day for lane in above for mark in lane.marks]
    shown = [*(score.day for score in course.scores), *marked]
    days = (min(shown), max(shown))
    for series in parts.series:
        lines = tuple(levels(series, course))
        leads = series is parts.lead
        words = (*in_words(series), *(line.label for line in lines))
        yield panel(series.scale, series.scores, days, parts, words, lines, above if leads else ())
    for watched in parts.mania:
        yield panel(watched.scale, watched.scores, days, parts, seen(watched), tuple(cut_offs(watched)))


def panel(
    scale: str,
    scores: tuple[Score, ...],
    days: tuple[date, date],
    parts: Parts,
    words: Iterable[str],
    lines: tuple[ChartLine, ...],
    above: tuple[ChartLane, ...] = (),
) -> Chart:
    """The scores of one scale with its own axis, over the days of the whole course."""
    instrument, table = IN_ROWS[scale], label(IN_ROWS[scale].name, parts)
    bands = tuple(severities(found)) if (found := bands_of(scale)) else ()
    better = ", higher is better" if getattr(instrument, "higher_is_better", False) else ""
    behind = f"Behind them the bands, from {bands[0].label.lower()} to {bands[-1].label.lower()}" if bands else ""
    marked = (f"{lane.label}: marked above, on {len(lane.marks)} days" for lane in above)
    told = (*words, *((behind,) if behind else ()), *marked, f"All totals are in the table {table}")
    return Chart(
        label=f"{instrument.name} over time{better}",
        table=table,
        description=f"{'. '.join(told)}.",
        low=instrument.low,
        high=instrument.high,
        points=tuple(ChartPoint(score.day, score.total, str(score.total)) for score in scores),
        lines=lines,
        bands=bands,
        lanes=above,
        days=days,
        is_beside=scale != parts.course.scale,
    )


def levels(series: Series, course: Course) -> Iterable[ChartLine]:
    """The totals to compare the scores with: response, remission, and the noise above the stable score."""
    scale, response = series.instrument, response_level(series)
    more, better = ("more", "above") if scale.higher_is_better else ("less", "below")
    short = f"Response: {plain(response)} or {more}"
    if series.first.total != (scale.high if scale.higher_is_better else scale.low):
        of_it = "of what was possible " if scale.higher_is_better or scale.low else ""
        yield ChartLine(f"{short} ({plain(RESPONSE_FROM)}% {of_it}{better} the first)", short, response)
    if isinstance(scale, Scale):
        remission = f"Remission: {scale.remission_words}"
        yield ChartLine(remission, remission, scale.remission_below)
    if series.scale == RELAPSE_SCALE and course.stable_total is not None:
        top = course.stable_total + relapse_check.RISE_REAL
        yield ChartLine(
            f"Stable {course.stable_total}: less than {relapse_check.RISE_REAL} points above may be measurement error",
            f"Stable: {course.stable_total}",
            course.stable_total,
            min(top, scale.high),
        )


def cut_offs(watched: Watched) -> Iterable[ChartLine]:
    """The total from which the next band of a scale of mania begins."""
    for band in MANIA[watched.scale].bands.bands[1:]:
        low = band.low or 0
        words = f"{band.label}: {plain(low)} or more"
        yield ChartLine(words, words, low)


def severities(found: Bands) -> Iterable[ChartBand]:
    """The bands of the scale, each up to where the next one begins: between two whole totals there is none."""
    bands = found.bands
    for band, after in pairwise(bands):
        yield ChartBand(band.label, band.low or 0, after.low or 0)
    yield ChartBand(bands[-1].label, bands[-1].low or 0, bands[-1].high)


def lanes(parts: Parts) -> Iterable[ChartLane]:
    """The treatments completed and the dose at each score, other events, and the treatments planned until the last score."""
    course = parts.course
    scores, events = course.scores, by_day(course.events or ())
    done = {score.day: score.treatments_completed for score in scores if score.treatments_completed is not None}
    yield ChartLane("Treatments completed", tuple(ChartMark(day, plain(count)) for day, count in done.items()))
    doses = {(one.day, one.dose) for one in scores if one.dose is not None}
    doses |= {(one.day, one.dose) for one in events if one.dose is not None}
    yield ChartLane("Dose, mg/kg", tuple(ChartMark(day, plain(dose)) for day, dose in sorted(doses)))
    numbered = tuple(ChartMark(event.day, str(number)) for number, event in enumerate(events, 1))
    yield ChartLane("Events, by number", numbered)
    induction = parts.induction.outputs.dates if parts.induction else ()
    maintenance = parts.maintenance.outputs.dates if parts.maintenance else ()
    until = max((scores[-1].day, *induction))
    planned = sorted({day for day in (*induction, *maintenance) if scores[0].day <= day <= until})
    yield ChartLane("Treatments planned", tuple(ChartMark(day, PLANNED) for day in planned))


def in_words(series: Series) -> Iterable[str]:
    """The scores of one scale in words."""
    first, last, best = series.first, series.last, series.best
    if not series.later:
        yield f"One {series.name} total, {first.total} on {dated(first.day)}"
        return
    top = best.score if best and is_better(series.scale, best.score.total, first.total) else first
    extreme = "highest" if series.instrument.higher_is_better else "lowest"
    yield (
        f"{len(series.scores)} {series.name} totals from {first.day} to {last.day}: {first.total} at first, {extreme} "
        f"{top.total} on {dated(top.day)}, {last.total} at last"
    )


def seen(watched: Watched) -> Iterable[str]:
    """The scores of a scale of mania in words."""
    count = len(watched.scores)
    highest = max(watched.scores, key=lambda score: score.total)
    yield (
        f"{count} {watched.name} total{'s' if count > 1 else ''}: highest {highest.total} on {dated(highest.day)}, "
        f"{watched.last.total} at last"
    )
