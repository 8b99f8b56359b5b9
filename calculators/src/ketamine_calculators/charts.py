"""What a page draws of an answer: points over days or minutes, and what they are compared with."""

from dataclasses import dataclass
from datetime import date

from .bands import Exact


@dataclass(frozen=True)
class ChartPoint:
    """A value at a day, and what is said of it. A whole number in place of the day is a minute from a start."""

    day: date | int
    value: Exact
    text: str


@dataclass(frozen=True)
class ChartSeries:
    """A further line of points, with its name."""

    label: str
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True)
class ChartLine:
    """A level to compare the points with; `short` stands at the line. With `upto` it is a belt from `value` to `upto`."""

    label: str
    short: str
    value: Exact
    upto: Exact | None = None


@dataclass(frozen=True)
class ChartBand:
    """A named range of values, behind everything else, from `low` to where the next one begins."""

    label: str
    low: Exact
    upto: Exact


@dataclass(frozen=True)
class ChartMark:
    """A few characters at a day."""

    day: date
    text: str


@dataclass(frozen=True)
class ChartLane:
    """What else happened on which days, in a lane of its own above the points."""

    label: str
    marks: tuple[ChartMark, ...]


@dataclass(frozen=True)
class Chart:
    """A drawing of the table named `table`. `description` says in words what the drawing shows.

    `more` are lines of points beside the first, whose name is then `name`.
    Drawings of one answer with the same `days` stand above each other over one line of days; one that `is_beside` is lower.
    """

    label: str
    table: str
    description: str
    low: Exact
    high: Exact
    points: tuple[ChartPoint, ...]
    lines: tuple[ChartLine, ...] = ()
    bands: tuple[ChartBand, ...] = ()
    lanes: tuple[ChartLane, ...] = ()
    more: tuple[ChartSeries, ...] = ()
    name: str = ""
    days: tuple[date, date] | None = None
    is_beside: bool = False
