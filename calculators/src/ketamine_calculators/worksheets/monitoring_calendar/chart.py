"""The course as a line of time: each treatment at its day, the steps behind them, and what else falls on which day."""

from collections.abc import Iterable

from ...charts import Chart, ChartBand, ChartLane, ChartMark, ChartPoint
from ...wording import counted
from .parts import ARRANGED, CHECK, STOPPING, TREATMENT, Entry, Parts
from .tables import DATES

MARK = "▼"


def charts(parts: Parts) -> Iterable[Chart]:
    """The treatments over their days; where there are none the checks. Nothing before there are two."""
    drawn = parts.of(TREATMENT) or parts.of(STOPPING) or parts.of(CHECK)
    if len(drawn) < 2:
        return
    yield Chart(
        label="The course over time",
        table=DATES,
        description=described(parts, drawn),
        low=0,
        high=len(drawn) + 1,
        points=tuple(ChartPoint(entry.day, place, str(place)) for place, entry in enumerate(drawn, 1)),
        bands=tuple(steps(drawn)),
        lanes=tuple(lane for lane in lanes(parts, drawn) if lane.marks),
    )


def steps(drawn: tuple[Entry, ...]) -> Iterable[ChartBand]:
    """Each step from its first treatment up to the first one of the next step."""
    starts = [place for place, entry in enumerate(drawn, 1) if place == 1 or entry.step != drawn[place - 2].step]
    for low, upto in zip(starts, [*starts[1:], len(drawn) + 1], strict=True):
        yield ChartBand(drawn[low - 1].step, 0 if low == 1 else low, upto)


def lanes(parts: Parts, drawn: tuple[Entry, ...]) -> Iterable[ChartLane]:
    """What is not in the line itself, and what was moved."""
    for label, kind in (("Checks due", CHECK), ("After stopping", STOPPING), ("Visits arranged", ARRANGED)):
        others = [entry for entry in parts.of(kind) if entry not in drawn]
        yield ChartLane(label, tuple(ChartMark(entry.day, MARK) for entry in others))
    moved = sorted({entry.day: entry.moved for entry in parts.moved}.items())
    yield ChartLane("Moved, days", tuple(ChartMark(day, str(days)) for day, days in moved))


def described(parts: Parts, drawn: tuple[Entry, ...]) -> str:
    """The line in words."""
    told = [f"{counted(len(drawn), 'date')} in a line from {drawn[0].day} to {drawn[-1].day}, each one step higher"]
    for band in steps(drawn):
        inside = [entry for entry in drawn if entry.step == band.label]
        told.append(f"{band.label}: {len(inside)}, {inside[0].day} to {inside[-1].day}")
    told += [f"{lane.label}: marked above, on {len(lane.marks)} days" for lane in lanes(parts, drawn) if lane.marks]
    return f"{'. '.join(told)}. All dates are in the table {DATES}."
