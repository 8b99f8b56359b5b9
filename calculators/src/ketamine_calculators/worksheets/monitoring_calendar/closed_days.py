"""Days on which a clinic is closed, and the one rule by which dates move off them.

The rule (our own value): a date on a closed day goes to the next open day, never to an earlier one. It keeps the shortest
interval of its step after the date before it; the dates that follow keep their own days unless that interval moves them, too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...display import weekday

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ClosedDays:
    """Closed days of the week as Python counts them, and holidays with their first day, last day and name."""

    weekdays: frozenset[int] = frozenset()
    holidays: tuple[tuple[date, date, str], ...] = ()

    def reason(self, day: date) -> str:
        """Why the clinic is closed on a day; empty where it is open."""
        for first, last, name in self.holidays:
            if first <= day <= last:
                return name
        return f"closed on {weekday(day)}s" if day.weekday() in self.weekdays else ""

    def open_from(self, day: date) -> date:
        """The first open day from this one on."""
        while self.reason(day):
            day += A_DAY
        return day

    @property
    def are_named(self) -> bool:
        """Whether any day is closed."""
        return bool(self.weekdays or self.holidays)


def placed(planned: Sequence[tuple[date, int]], closed: ClosedDays) -> Iterable[date]:
    """The open day for each planned one, in their order. With each goes the fewest days after the one before it."""
    before: date | None = None
    for day, least in planned:
        earliest = day if before is None else max(day, before + timedelta(days=least))
        before = closed.open_from(earliest)
        yield before
