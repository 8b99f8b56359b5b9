"""The dates of an answer as an iCalendar file (RFC 5545): whole days, which any calendar program can take in."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .definition import Calculator, Table

PRODUCT = "-//Ketamine Association//Calculators//EN"
_LONGEST = 75  # octets of a line, RFC 5545, 3.1
_MARK = re.compile(r"[0-9A-Za-z-]{8,64}")


def as_calendar(calculator: Calculator[Any, Any], values: Mapping[str, object], day: str, mark: str) -> str:
    """Each row of each dated table as an event of one day. day: ISO date of the calculation.

    `mark` is drawn anew for each file. Events are told apart by it: the same plan for two patients makes two sets of events,
    and the same file taken in twice makes one. Raises InvalidInputs, and ValueError where there are no dates.
    """
    if not _MARK.fullmatch(mark):
        raise ValueError("A mark is 8 to 64 letters, figures and hyphens.")
    inputs = calculator.checked(values)
    tables = [table for table in calculator.tables(inputs, calculator(inputs)) if table.dated]
    if not tables:
        raise ValueError("This answer has no dates.")
    basis = f"{calculator.title}, version {calculator.version}, calculated {day}. Check before use."
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for number, (label, row) in enumerate(_rows(tables), 1):
        lines += _event(f"{number}-{mark}", day, label, row, basis)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _rows(tables: Iterable[Table]) -> Iterable[tuple[str, tuple[str, ...]]]:
    return ((table.label, row) for table in tables for row in table.rows)


def _event(name: str, day: str, label: str, row: tuple[str, ...], basis: str) -> list[str]:
    """A row is its day, the weekday, what happens, and what belongs to it."""
    date, _, what, *more = row
    words = ". ".join([label, *(cell for cell in more if cell), basis])
    return [
        "BEGIN:VEVENT",
        f"UID:{name}@ketamine-association",
        f"DTSTAMP:{_figures(day)}T000000Z",
        f"DTSTART;VALUE=DATE:{_figures(date)}",
        f"SUMMARY:{_escaped(what)}",
        f"DESCRIPTION:{_escaped(words)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _figures(day: str) -> str:
    return day.replace("-", "")


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 octets; the next one goes on after a space. No character is cut in two."""
    folded, length = "", 0
    for char in line:
        size = len(char.encode())
        if length + size > _LONGEST:
            folded, length = f"{folded}\r\n ", 1
        folded, length = folded + char, length + size
    return folded
