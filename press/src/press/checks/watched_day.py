"""Today, which notes what it is compared with: most findings change only on a day that an article names."""

import datetime
import operator
from collections.abc import Callable
from typing import Any, Protocol

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class AskedOfToday(Protocol):
    """What is noted: every comparison with its answer, and the day itself where anything else was asked."""

    days: dict[tuple[str, datetime.date], bool]
    today: datetime.date | None


def watched_day(day: datetime.date, asked: AskedOfToday) -> datetime.date:
    """The day, whose questions are noted in `asked`."""

    class Watched(datetime.date):
        """A day that any of the ways to ask a day something goes through."""

        def __getattribute__(self, name: str) -> Any:
            asked.today = day
            return getattr(day, name)

    for sign, method in (("<", "__lt__"), ("<=", "__le__"), (">", "__gt__"), (">=", "__ge__")):
        setattr(Watched, method, _comparison(sign, day, asked))
    for method in _ALL_ELSE:
        setattr(Watched, method, _anything_else(method, day, asked))
    return Watched(day.year, day.month, day.day)


_ALL_ELSE = (
    "__eq__",
    "__ne__",
    "__hash__",
    "__add__",
    "__radd__",
    "__sub__",
    "__rsub__",
    "__str__",
    "__repr__",
    "__format__",
)


def _comparison(sign: str, day: datetime.date, asked: AskedOfToday) -> Callable[[Any, datetime.date], bool]:
    def compared(_: object, other: datetime.date) -> bool:
        answer = asked.days[sign, other] = COMPARISONS[sign](day, other)
        return answer

    return compared


def _anything_else(method: str, day: datetime.date, asked: AskedOfToday) -> Callable[..., Any]:
    def answered(_: object, *others: Any) -> Any:
        asked.today = day
        return getattr(day, method)(*others)

    return answered
