"""The dates of an answer as an iCalendar file (RFC 5545): whole days, or at a time and with a reminder where these were given.

An event is known by its name in the plan, such as `induction-3`, and the mark of the plan: with the mark of an earlier file
it is the same event again (icalendar_update.py). `escaped`, `folded` and `calendar_file` are what any other maker of such a file
needs as well.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .definition import Table
from .evaluation import Evaluation
from .wording import sentence

PRODUCT = "-//Ketamine Association//Calculators//EN"
DOMAIN = "@ketamine-association"
# RFC 5546, 3.2: whoever publishes or cancels is named. The plan comes from a program that has no address of mail.
ORGANIZER = 'ORGANIZER;CN="Ketamine Association calculators":urn:ketamine-association:calculators'
_LONGEST = 75  # octets of a line, RFC 5545, 3.1
# What an event is about, in a calendar that others may see: the treatment, and nothing of a patient.
SUBJECT = "Ketamine treatment"
LONGEST_HOURS = 8
# By reminder, and whether the event has a time. An alarm of a whole day is counted from its midnight.
_TRIGGERS = {("day", True): "-P1D", ("day", False): "-PT15H", ("hour", True): "-PT1H"}
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_STAMP = re.compile(r"[0-9]{8}T[0-9]{6}Z")
MARK = re.compile(r"[0-9A-Za-z-]{8,64}")


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


@dataclass(frozen=True)
class Event:
    """One event. `when` are its lines from SUMMARY to the alarm: where they differ, a calendar has to be told."""

    name: str
    when: tuple[str, ...]
    description: str
    sequence: int = 0
    canceled: bool = False

    @property
    def day(self) -> str:
        """The day as `20260302`."""
        return next(line.partition(":")[2][:8] for line in self.when if line.startswith("DTSTART"))

    def lines(self, mark: str, stamp: str) -> list[str]:
        """The event as RFC 5545 has it. One that is canceled reminds nobody."""
        plain = self.when[: self.when.index("BEGIN:VALARM")] if "BEGIN:VALARM" in self.when else self.when
        return [
            "BEGIN:VEVENT",
            f"UID:{self.name}.{mark}{DOMAIN}",
            f"DTSTAMP:{stamp}",
            f"SEQUENCE:{self.sequence}",
            *(["STATUS:CANCELLED"] if self.canceled else []),
            ORGANIZER,
            self.description,
            "CLASS:PRIVATE",
            *(plain if self.canceled else self.when),
            "END:VEVENT",
        ]


def as_calendar(
    evaluation: Evaluation[Any, Any], day: str, mark: str, stamp: str = "", appointment: Appointment = WHOLE_DAYS
) -> str:
    """Each row of each dated table as an event. day: ISO date of the calculation; stamp: when the file is made, in UTC.

    `mark` is drawn anew for each answer. Events are told apart by it: the same plan for two patients makes two sets of events,
    and the file of one answer taken in twice, perhaps with another time, makes one. Raises ValueError for a wrong mark or stamp
    and where there are no dates.
    """
    return published(events_of(evaluation, day, appointment), mark, stamp_of(day, stamp))


def stamp_of(day: str, stamp: str) -> str:
    """When a file is made, as RFC 5545 writes it; the beginning of the day where that is not given."""
    stamp = stamp or f"{_figures(day)}T000000Z"
    if not _STAMP.fullmatch(stamp):
        raise ValueError("A stamp is like 20261129T140500Z.")
    return stamp


def published(events: Iterable[Event], mark: str, stamp: str, method: str = "PUBLISH") -> str:
    """A calendar of events under one mark."""
    if not MARK.fullmatch(mark):
        raise ValueError("A mark is 8 to 64 letters, figures and hyphens.")
    lines = [line for event in events for line in event.lines(mark, stamp)]
    return calendar_file(PRODUCT, [f"METHOD:{method}", *lines])


def events_of(evaluation: Evaluation[Any, Any], day: str, appointment: Appointment) -> list[Event]:
    """The events of an answer. Raises ValueError where there are no dates."""
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
    return [_event(label, row, basis, appointment) for label, row in _rows(tables)]


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


def _event(label: str, row: tuple[str, ...], basis: str, appointment: Appointment) -> Event:
    """A row is its day, the weekday, what happens, and what belongs to it."""
    date, _, what, *more = row
    words = ". ".join([label, *(cell for cell in more if cell), basis])
    name = re.sub(r"[^a-z0-9]+", "-", what.lower()).strip("-")
    summary = f"SUMMARY:{escaped(f'{SUBJECT}: {what}')}"
    return Event(name, (summary, *appointment.lines(date)), f"DESCRIPTION:{escaped(words)}")


def _figures(day: str) -> str:
    return day.replace("-", "")
