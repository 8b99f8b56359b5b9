"""A session drawn: pressure, heart rate, oxygen saturation and sedation over the minutes, with the limits they are judged by."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from ...bands import Exact
from ...blood_pressure import DRAWN
from ...charts import Chart, ChartLine, ChartPoint, ChartSeries
from ...display import plain
from ...house_values import (
    BP_PAUSE,
    BP_WEIGH,
    HEART_RATE_HIGH,
    HEART_RATE_LOW,
    MOAAS_STOP,
    MOAAS_WATCH,
    SPO2_ONCE,
    SPO2_TWICE,
)
from ...house_values.beside_literature import in_words
from .inputs import AWAKE, Reading
from .parts import Parts

READINGS = "Readings"  # the table with the same numbers
HEART_RATES, SATURATIONS = (40, 140), (80, 100)  # what is drawn where no reading lies beyond it

Measured = Callable[[Reading], Fraction | int | None]


def charts(parts: Parts) -> Iterable[Chart]:
    """One for each measurement; none of what was measured less than twice."""
    pressure, rate = (DRAWN["diastolic"][0], DRAWN["systolic"][1]), HEART_RATES
    yield from _drawn(
        parts,
        "Blood pressure, mmHg",
        pressure,
        (
            ChartLine(
                f"Stop once the dose has begun: systolic {plain(BP_PAUSE.systolic)} or more",
                f"Systolic: stop from {plain(BP_PAUSE.systolic)}",
                BP_PAUSE.systolic,
            ),
            ChartLine(
                f"Stop once the dose has begun: diastolic {plain(BP_PAUSE.diastolic)} or more",
                f"Diastolic: stop from {plain(BP_PAUSE.diastolic)}",
                BP_PAUSE.diastolic,
            ),
            ChartLine(
                f"Measure on: systolic above {plain(BP_WEIGH.systolic)} (label)",
                f"Systolic: above {plain(BP_WEIGH.systolic)}",
                BP_WEIGH.systolic,
            ),
        ),
        ("Systolic", lambda row: row.sys),
        ("Diastolic", lambda row: row.dia),
    )
    yield from _drawn(
        parts,
        "Heart rate, /min",
        rate,
        (_line("Assess above", HEART_RATE_HIGH.value), _line("Assess below", HEART_RATE_LOW.value)),
        ("Heart rate", lambda row: row.hr),
    )
    yield from _drawn(
        parts,
        "Oxygen saturation, %",
        SATURATIONS,
        (
            ChartLine(
                f"Measure again below {in_words(SPO2_TWICE)}; twice in a row: act",
                f"Twice below {in_words(SPO2_TWICE)}: act",
                SPO2_TWICE.value,
            ),
            ChartLine(f"Act below {in_words(SPO2_ONCE)}", f"Below {in_words(SPO2_ONCE)}: act", SPO2_ONCE.value),
        ),
        ("Oxygen saturation", lambda row: row.spo2),
    )
    yield from _drawn(
        parts,
        "Sedation, MOAA/S",
        (0, AWAKE),
        (_line("Watch at or below", MOAAS_WATCH.value), _line("Act at or below", MOAAS_STOP.value)),
        ("MOAA/S", lambda row: row.moaas),
    )


def _line(words: str, value: Fraction) -> ChartLine:
    return ChartLine(f"{words} {plain(value)}", f"{words} {plain(value)}", value)


def _drawn(
    parts: Parts,
    label: str,
    usual: tuple[int, int],
    lines: tuple[ChartLine, ...],
    *measured: tuple[str, Measured],
) -> Iterable[Chart]:
    first, *more = (ChartSeries(name, tuple(_points(parts, value))) for name, value in measured)
    if len(first.points) < 2:
        return
    all_values = [point.value for one in (first, *more) for point in one.points]
    yield Chart(
        label=label,
        table=READINGS,
        description=_described(label, (first, *more), lines),
        low=min(usual[0], *all_values),
        high=max(usual[1], *all_values),
        points=first.points,
        lines=lines,
        more=tuple(more),
        name=first.label if more else "",
    )


def _points(parts: Parts, value: Measured) -> Iterable[ChartPoint]:
    for one in parts.readings:
        found: Exact | None = value(one.reading)
        if found is not None:
            yield ChartPoint(one.reading.t, found, plain(found))


def _described(label: str, series: tuple[ChartSeries, ...], lines: tuple[ChartLine, ...]) -> str:
    """The chart in words."""
    told = [
        f"{one.label}: {len(one.points)} readings from minute {one.points[0].day} to {one.points[-1].day}, {one.points[0].text} "
        f"at first, lowest {min(one.points, key=lambda point: point.value).text}, highest "
        f"{max(one.points, key=lambda point: point.value).text}, {one.points[-1].text} at last"
        for one in series
        if one.points
    ]
    return ". ".join([label, *told, *(line.label for line in lines), f"All readings are in the table {READINGS}"]) + "."
