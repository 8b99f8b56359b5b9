"""What changes in a calendar that holds an earlier file of the same plan (RFC 5545, 3.8.7.4, and RFC 5546, 3.2.1 and 3.2.5).

Nothing is remembered anywhere: the earlier file itself says what was there. An event keeps its UID; SEQUENCE rises when its
day, time, length, reminder or name changes; a removed one is published as canceled, and in a file of its own with the method
CANCEL, for calendars that act on that. What lies before the day of the calculation has happened, and stays.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from .evaluation import Evaluation
from .icalendar import DOMAIN, MARK, PRODUCT, Appointment, Event, events_of, published, stamp_of
from .planned_days import dated
from .wording import counted, listed

_UID = re.compile(rf"([a-z0-9_-]+)\.({MARK.pattern}){re.escape(DOMAIN)}")
_SEQUENCE = re.compile(r"[0-9]{1,6}")
_DAY = re.compile(r"DTSTART(;VALUE=DATE)?:[0-9]{8}(T[0-9]{6})?")
_OWN = ("SUMMARY", "DTSTART", "DURATION", "TRANSP")


class NotOurCalendar(ValueError):
    """A text that is no file of dates saved here."""


@dataclass(frozen=True)
class Update:
    """The calendar as it is now, the removed events with the method CANCEL (empty without any), and what changed in words."""

    calendar: str
    canceled: str
    words: str


def updated_calendar(
    evaluation: Evaluation[Any, Any], day: str, former: str, stamp: str, appointment: Appointment
) -> Update:
    """The dates of an answer, told to a calendar that holds an earlier file. Raises NotOurCalendar."""
    mark, held = read_former(former)
    today = day.replace("-", "")
    now = [_as_held(event, held, today) for event in events_of(evaluation, day, appointment)]
    left = [event for name, event in held.items() if name not in {one.name for one in now}]
    past = [event for event in left if event.day < today and not event.canceled]
    gone = [
        replace(event, sequence=event.sequence + 1, canceled=True)
        for event in left
        if event.day >= today and not event.canceled
    ]
    before = [event for event in left if event.canceled]
    when = stamp_of(day, stamp)
    return Update(
        published([*now, *past, *gone, *before], mark, when),
        published(gone, mark, when, "CANCEL") if gone else "",
        _in_words(now, held, past, gone),
    )


def read_former(text: str) -> tuple[str, Mapping[str, Event]]:
    """The mark of a plan and its events by their names. Raises NotOurCalendar."""
    lines = re.sub(r"\r?\n[ \t]", "", text).splitlines()
    if f"PRODID:{PRODUCT}" not in lines or "METHOD:PUBLISH" not in lines:
        raise NotOurCalendar("Choose the file of dates that was saved on this site: this file is none.")
    held: dict[str, Event] = {}
    marks = set()
    for uid, event in _read_events(lines):
        named = _UID.fullmatch(uid)
        if not named:
            raise NotOurCalendar("This file is from an earlier edition. Delete its events, and save the dates anew.")
        held[named[1]] = replace(event, name=named[1])
        marks.add(named[2])
    if len(marks) != 1:
        raise NotOurCalendar("Choose the file of one plan: this file holds none, or several.")
    return marks.pop(), held


def _read_events(lines: list[str]) -> Iterable[tuple[str, Event]]:
    """Each event with its UID."""
    while "BEGIN:VEVENT" in lines:
        first = lines.index("BEGIN:VEVENT")
        last = lines.index("END:VEVENT") if "END:VEVENT" in lines else -1
        if last < first:
            raise NotOurCalendar("This file has been cut off. Choose it as it was saved.")
        yield _read_event(lines[first + 1 : last])
        lines = lines[last + 1 :]


def _read_event(lines: list[str]) -> tuple[str, Event]:
    alarm = lines.index("BEGIN:VALARM") if "BEGIN:VALARM" in lines else len(lines)
    own = {re.split("[;:]", line, maxsplit=1)[0]: line for line in lines[:alarm]}
    sequence = own.get("SEQUENCE", "SEQUENCE:0").removeprefix("SEQUENCE:")
    start = own.get("DTSTART", "")
    if "UID" not in own or "SUMMARY" not in own or not _SEQUENCE.fullmatch(sequence) or not _is_start(start):
        raise NotOurCalendar("This file has been changed. Choose it as it was saved.")
    when = tuple(own[name] for name in _OWN if name in own) + tuple(lines[alarm:])
    event = Event(
        "", when, own.get("DESCRIPTION", "DESCRIPTION:"), int(sequence), own.get("STATUS") == "STATUS:CANCELLED"
    )
    return own["UID"].removeprefix("UID:"), event


def _is_start(line: str) -> bool:
    try:
        return bool(_DAY.fullmatch(line)) and bool(date.fromisoformat(line.partition(":")[2][:8]))
    except ValueError:
        return False


def _as_held(event: Event, held: Mapping[str, Event], today: str) -> Event:
    """The event under the name by which the calendar holds it. One that was before today stays there, and this one is new."""
    name, count = event.name, 1
    while name in held and held[name].day < today and held[name].day != event.day:
        count += 1
        name = f"{event.name}_{count}"
    earlier = held.get(name)
    if earlier is None:
        return replace(event, name=name)
    is_same = earlier.when == event.when and not earlier.canceled
    return replace(event, name=name, sequence=earlier.sequence + (not is_same))


def _in_words(now: list[Event], held: Mapping[str, Event], past: list[Event], gone: list[Event]) -> str:
    """How many dates are as before, changed, new and canceled."""
    new = [event for event in now if event.name not in held]
    same = [event for event in now if event.name in held and event.sequence == held[event.name].sequence]
    counts = ((len(same), "as before"), (len(now) - len(same) - len(new), "changed"), (len(new), "new"))
    told = [f"{counted(count, 'date')} {what}" for count, what in counts if count]
    told += [f"{counted(len(past), 'date')} before today kept"] if past else []
    canceled = [f"{dated(date.fromisoformat(event.day))}" for event in gone]
    words = f"Compared with the earlier file: {listed(told, 'and')}."
    if gone:
        words += f" Canceled: {listed(canceled, 'and')}. Where your calendar keeps them, delete them there."
    if not same and not past:
        words += " No date is as before: check that this is the file of the same patient."
    return words
