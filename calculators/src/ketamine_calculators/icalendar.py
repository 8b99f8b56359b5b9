"""The dates of an answer as an iCalendar file (RFC 5545): whole days, which any calendar program can take in.

`escaped`, `folded` and `calendar_file` are what any other maker of such a file needs as well.
"""

import re
from collections.abc import Iterable
from typing import Any

from .definition import Table
from .evaluation import Evaluation
from .wording import sentence

PRODUCT = "-//Ketamine Association//Calculators//EN"
_LONGEST = 75  # octets of a line, RFC 5545, 3.1
_MARK = re.compile(r"[0-9A-Za-z-]{8,64}")


def as_calendar(evaluation: Evaluation[Any, Any], day: str, mark: str) -> str:
    """Each row of each dated table as an event of one day. day: ISO date of the calculation.

    `mark` is drawn anew for each file. Events are told apart by it: the same plan for two patients makes two sets of events,
    and the same file taken in twice makes one. Raises ValueError for a wrong mark and where there are no dates.
    """
    if not _MARK.fullmatch(mark):
        raise ValueError("A mark is 8 to 64 letters, figures and hyphens.")
    tables = [table for table in evaluation.tables if table.dated]
    if not tables:
        raise ValueError("This answer has no dates.")
    calculator = evaluation.calculator
    basis = " ".join(
        [
            f"{calculator.title}, version {calculator.version}, calculated {day}. Check before use.",
            *map(sentence, evaluation.dangers),
        ]
    )
    lines = ["METHOD:PUBLISH"]
    for number, (label, row) in enumerate(_rows(tables), 1):
        lines += _event(f"{number}-{mark}", day, label, row, basis)
    return calendar_file(PRODUCT, lines)


def calendar_file(product: str, lines: Iterable[str]) -> str:
    """A whole iCalendar file. `product` names the program that makes it; `lines` are properties and events, not yet folded."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{product}", "CALSCALE:GREGORIAN")
    return "".join(f"{folded(line)}\r\n" for line in (*head, *lines, "END:VCALENDAR"))


def escaped(text: str) -> str:
    """Text for a property such as SUMMARY: backslashes, semicolons, commas and line ends are escaped."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def folded(line: str) -> str:
    """The line cut into lines of at most 75 octets; each but the first begins with a space. No character is cut in two."""
    done, length = "", 0
    for char in line:
        size = len(char.encode())
        if length + size > _LONGEST:
            done, length = f"{done}\r\n ", 1
        done, length = done + char, length + size
    return done


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
        f"SUMMARY:{escaped(what)}",
        f"DESCRIPTION:{escaped(words)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _figures(day: str) -> str:
    return day.replace("-", "")
