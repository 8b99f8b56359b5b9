"""The dates of an answer as an iCalendar file (RFC 5545): whole days, or at a time and with a reminder where these were given.

`escaped`, `folded` and `calendar_file` are what any other maker of such a file needs as well.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .definition import Table
from .evaluation import Evaluation
from .wording import sentence

PRODUCT = "-//Ketamine Association//Calculators//EN"
_LONGEST = 75  # octets of a line, RFC 5545, 3.1
# What an event is about, in a calendar that others may see: the treatment, and nothing of a patient.
SUBJECT = "Ketamine treatment"
LONGEST_HOURS = 8
# By reminder, and whether the event has a time. An alarm of a whole day is counted from its midnight.
_TRIGGERS = {("day", True): "-P1D", ("day", False): "-PT15H", ("hour", True): "-PT1H"}
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_STAMP = re.compile(r"[0-9]{8}T[0-9]{6}Z")
_MARK = re.compile(r"[0-9A-Za-z-]{8,64}")


@dataclass(frozen=True)
class Appointment:
    """What a clinic gives to all dates of a plan. Raises ValueError for what is none.

    `time` is the start as `10:30`, by the clock of wherever the calendar is; empty for whole days. `hours` is how long, 0 where
    that is not said. `reminder` is `day` (24 hours before; for whole days 9 in the morning of the day before), `hour` or empty.
    """

    time: str = ""
    hours: int = 0
    reminder: str = ""

    def __post_init__(self) -> None:
        if self.time and not _TIME.fullmatch(self.time):
            raise ValueError("A time is given like 10:30.")
        if self.hours not in range(LONGEST_HOURS + 1) or (self.hours and not self.time):
            raise ValueError(f"A length is 1 to {LONGEST_HOURS} hours from a time.")
        if (self.reminder, bool(self.time)) not in {("", True), ("", False), *_TRIGGERS}:
            raise ValueError("A reminder is a day before, or an hour before a time.")

    def lines(self, date: str) -> list[str]:
        """When an event is, and its alarm."""
        alarm = (
            ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{_TRIGGERS[self.reminder, bool(self.time)]}"]
            if self.reminder
            else []
        )
        alarm += [f"DESCRIPTION:{SUBJECT}", "END:VALARM"] if alarm else []
        if not self.time:
            return [f"DTSTART;VALUE=DATE:{_figures(date)}", "TRANSP:TRANSPARENT", *alarm]
        start = f"DTSTART:{_figures(date)}T{self.time.replace(':', '')}00"
        return [start, *([f"DURATION:PT{self.hours}H"] if self.hours else []), "TRANSP:OPAQUE", *alarm]


WHOLE_DAYS = Appointment()


def as_calendar(
    evaluation: Evaluation[Any, Any], day: str, mark: str, stamp: str = "", appointment: Appointment = WHOLE_DAYS
) -> str:
    """Each row of each dated table as an event. day: ISO date of the calculation; stamp: when the file is made, in UTC.

    `mark` is drawn anew for each answer. Events are told apart by it: the same plan for two patients makes two sets of events,
    and the file of one answer taken in twice, perhaps with another time, makes one. Raises ValueError for a wrong mark or stamp
    and where there are no dates.
    """
    if not _MARK.fullmatch(mark):
        raise ValueError("A mark is 8 to 64 letters, figures and hyphens.")
    stamp = stamp or f"{_figures(day)}T000000Z"
    if not _STAMP.fullmatch(stamp):
        raise ValueError("A stamp is like 20261129T140500Z.")
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
        lines += _event(f"{number}-{mark}", stamp, label, row, basis, appointment)
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


def _event(name: str, stamp: str, label: str, row: tuple[str, ...], basis: str, appointment: Appointment) -> list[str]:
    """A row is its day, the weekday, what happens, and what belongs to it."""
    date, _, what, *more = row
    words = ". ".join([label, *(cell for cell in more if cell), basis])
    return [
        "BEGIN:VEVENT",
        f"UID:{name}@ketamine-association",
        f"DTSTAMP:{stamp}",
        f"SUMMARY:{escaped(f'{SUBJECT}: {what}')}",
        f"DESCRIPTION:{escaped(words)}",
        "CLASS:PRIVATE",
        *appointment.lines(date),
        "END:VEVENT",
    ]


def _figures(day: str) -> str:
    return day.replace("-", "")
