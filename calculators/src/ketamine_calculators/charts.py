"""What a page draws of an answer: points over days, and the levels to compare them with."""

from dataclasses import dataclass
from datetime import date

from .bands import Exact


@dataclass(frozen=True)
class ChartPoint:
    """A value at a day, and what is said of it."""

    day: date
    value: Exact
    text: str


@dataclass(frozen=True)
class ChartLine:
    """A level to compare the points with. With `upto` it is a belt from `value` to `upto`."""

    label: str
    value: Exact
    upto: Exact | None = None


@dataclass(frozen=True)
class Chart:
    """A drawing of the table named `table`. `description` says in words what the drawing shows."""

    label: str
    table: str
    description: str
    low: Exact
    high: Exact
    points: tuple[ChartPoint, ...]
    lines: tuple[ChartLine, ...] = ()
