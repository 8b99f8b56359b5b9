"""The one reader of typed dates: every form that names one day, or a sentence that says what is in doubt. Nothing is guessed.

A year that stands first is followed by the month and the day. Where the year stands last, the order of day and month differs
between countries: it is read only where the month is a word, or where no other order gives a day of the calendar.
"""

import re
from dataclasses import dataclass
from datetime import date

from .typed_numbers import Doubt

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_OF = {name: number for number, month in enumerate(_MONTHS, 1) for name in (month, month[:3])} | {"sept": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_OF = {name: number for number, day in enumerate(_WEEKDAYS) for name in (day, day[:3])} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}

_MARK = r"(?P<mark> ?[-/.] ?| )"
_BETWEEN = r"[ .,/-]{0,2}"  # beside a word, which marks the month by itself
_WEEKDAY = r"(?:(?P<weekday>[a-z]{3,9})\.?,? )?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})"
_YEAR = r"(?P<year>[0-9]{4})"

_COMPACT = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_YEAR_FIRST = re.compile(rf"{_YEAR}{_MARK}(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})")
_YEAR_LAST = re.compile(rf"(?P<one>[0-9]{{1,2}}){_MARK}(?P<other>[0-9]{{1,2}})(?P=mark){_YEAR}")
_NAMED = tuple(
    re.compile(form)
    for form in (
        rf"{_WEEKDAY}{_DAY}(?: of)?{_BETWEEN}{_MONTH}{_BETWEEN}{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}{_BETWEEN}{_DAY}[ .,/-]{{1,2}}{_YEAR}",
        rf"{_YEAR}{_BETWEEN}{_MONTH}{_BETWEEN}{_DAY}",
    )
)


@dataclass(frozen=True)
class TypedDate:
    """A day as typed. `in_words` says it where the figures alone leave room for a doubt; otherwise it is empty."""

    day: date
    in_words: str = ""


def typed_date(text: str) -> TypedDate:
    """The day that a text of plain characters says. Raises Doubt."""
    written = text.lower() if text.isascii() else text
    if found := _YEAR_FIRST.fullmatch(written):
        return TypedDate(_day(text, found["year"], int(found["month"]), found["day"]))
    if found := _COMPACT.fullmatch(written):
        day = _day(text, found["year"], int(found["month"]), found["day"])
        return TypedDate(day, day_in_words(day))
    if found := _YEAR_LAST.fullmatch(written):
        day = _year_last(text, found["year"], found["one"], found["other"])
        return TypedDate(day, day_in_words(day))
    for form in _NAMED:
        if (found := form.fullmatch(written)) and found["month"] in _MONTH_OF:
            day = _day(text, found["year"], _MONTH_OF[found["month"]], found["day"])
            _same_weekday(found.groupdict().get("weekday"), day)
            return TypedDate(day)
    raise Doubt("write the date like 2026-03-02 or 2 March 2026, with all four figures of the year.")


def day_in_words(day: date) -> str:
    """`2 March 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1].title()} {day.year}"


def _year_last(text: str, year: str, one: str, other: str) -> date:
    days = {day for month, of in ((other, one), (one, other)) if (day := _calendar_day(year, int(month), of))}
    if not days:
        raise _no_day(text)
    if len(days) > 1:
        readings = [day_in_words(day) for day in sorted(days)]
        raise Doubt(f"write the month as a word. {text} can be read as {' or as '.join(readings)}.")
    return days.pop()


def _same_weekday(named: str | None, day: date) -> None:
    if named is None:
        return
    if named not in _WEEKDAY_OF:
        raise Doubt("write the date like 2026-03-02 or 2 March 2026.")
    if _WEEKDAY_OF[named] != day.weekday():
        raise Doubt(f"check the date. {day_in_words(day)} is a {_WEEKDAYS[day.weekday()].title()}.")


def _day(text: str, year: str, month: int, day: str) -> date:
    if found := _calendar_day(year, month, day):
        return found
    raise _no_day(text)


def _no_day(text: str) -> Doubt:
    return Doubt(f"there is no day {text} in the calendar.")


def _calendar_day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
