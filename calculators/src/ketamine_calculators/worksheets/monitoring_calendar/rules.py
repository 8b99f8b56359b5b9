"""Which entries of a calendar go together."""

from collections.abc import Iterable
from datetime import timedelta

from ...display import WEEKDAYS
from ...errors import InputProblem
from .inputs import LONGEST_CLOSURE, Dates


def some_weekday_is_open(dates: Dates) -> Iterable[InputProblem]:
    """The rule that dates have somewhere to go."""
    if len(dates.closed_weekdays or ()) == len(WEEKDAYS):
        yield InputProblem("closed_weekdays", "Leave at least one weekday open.", "rule")


def closures_end_after_they_begin(dates: Dates) -> Iterable[InputProblem]:
    """The rule that a closure has its days in order, and is not so long that it must be a typing error."""
    for place, closure in enumerate(dates.holidays or ()):
        last = closure.last or closure.first
        if last < closure.first:
            text = f"the last day ({last}) is before the first ({closure.first})."
        elif last - closure.first >= timedelta(days=LONGEST_CLOSURE):
            text = f"{closure.first} to {last} is more than {LONGEST_CLOSURE} days. Check the year."
        else:
            continue
        yield InputProblem(f"holidays.{place}.last", f"Closure {place + 1}: {text}", "rule")


def one_visit_a_day(dates: Dates) -> Iterable[InputProblem]:
    """The rule that no day is arranged twice."""
    seen = set()
    for place, visit in enumerate(dates.next_visit or ()):
        if visit.day in seen:
            yield InputProblem(
                f"next_visit.{place}.day", f"Visit {place + 1}: {visit.day} is entered already. Remove one.", "rule"
            )
        seen.add(visit.day)
