"""Days of a plan: their weekday, those that fall on a weekend, and what is said of these."""

from collections.abc import Iterable, Sequence
from datetime import date

from .definition import Notice
from .display import weekday

SATURDAY = 5  # as Python counts, from Monday as 0


def on_weekend(day: date) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


def marked_weekday(day: date) -> str:
    """`Monday`, and `Sunday (weekend)`."""
    return f"{weekday(day)} (weekend)" if on_weekend(day) else weekday(day)


def dated(day: date) -> str:
    """A day as it is written everywhere, with its weekday: `2026-03-02 (Monday)`."""
    return f"{day} ({weekday(day)})"


def weekend_notes(what: str, days: Sequence[date], otherwise: str) -> Iterable[Notice]:
    """How many of the days fall on a weekend, and how that can be avoided; nothing where none does."""
    if found := [day for day in days if on_weekend(day)]:
        falls = "falls" if len(found) == 1 else "fall"
        yield Notice("note", f"{otherwise} {len(found)} of {len(days)} {what} {falls} on a weekend, as marked.")
