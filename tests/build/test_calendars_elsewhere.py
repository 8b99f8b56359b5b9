"""Two hundred plans as calendar files, read by two maintained libraries, and their times in five zones in which clocks change."""

import json
import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from ketamine_calculators import find
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.icalendar import WHOLE_DAYS, Appointment, as_calendar
from ketamine_calculators.icalendar_update import updated_calendar
from support.treatment_calendars import PLANS, STARTS, ZONES, two_hundred

READER = Path(__file__).with_name("calendar_events.mjs")
DAY, MARK, STAMP = "2026-02-20", "0f3a9c1b-2d4e5f60", "20260220T080000Z"
TIMED = Appointment("10:30", 2, "day")
Events = list[dict[str, Any]]


def read_by_ical_js(texts: list[str]) -> list[Events]:
    done = subprocess.run(["node", READER], input=json.dumps(texts), capture_output=True, text=True, check=True)
    found: list[Events] = json.loads(done.stdout)
    return found


def read_by_icalendar(text: str) -> Events:
    calendar = Calendar.from_ical(text)
    assert calendar.errors == []
    assert all(event.errors == [] for event in calendar.events)
    return [
        {
            "uid": str(event["UID"]),
            "start": event.start.isoformat(),
            "end": event.end.isoformat(),
            "zone": "floating",
            "summary": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "sequence": event["SEQUENCE"],
            "status": str(event["STATUS"]) if "STATUS" in event else None,
            "alarms": len(event.walk("VALARM")),
            "method": str(calendar["METHOD"]),
        }
        for event in calendar.events
    ]


@pytest.fixture(scope="module")
def plans() -> list[Evaluation[Any, Any]]:
    card = find("monitoring_calendar")
    return [evaluated(card, card.checked(plan)) for plan in two_hundred()]


@pytest.fixture(scope="module")
def texts(plans: list[Evaluation[Any, Any]]) -> list[str]:
    """Every plan as a file, one after the other for whole days and at a time."""
    return [as_calendar(plan, DAY, MARK, STAMP, (WHOLE_DAYS, TIMED)[place % 2]) for place, plan in enumerate(plans)]


@pytest.fixture(scope="module")
def read(texts: list[str]) -> list[Events]:
    return [read_by_icalendar(text) for text in texts]


def days_of(plan: Evaluation[Any, Any]) -> list[tuple[str, str]]:
    (table,) = [table for table in plan.tables if table.dated]
    return [(row[0], row[1].split(" ")[0]) for row in table.rows]


def test_there_are_two_hundred_plans(plans: list[Evaluation[Any, Any]]) -> None:
    assert len(plans) == len(STARTS) * len(PLANS) == 200


def test_both_libraries_read_the_same_events_of_every_plan(
    plans: list[Evaluation[Any, Any]], texts: list[str], read: list[Events]
) -> None:
    assert read_by_ical_js(texts) == read
    for plan, events in zip(plans, read, strict=True):
        assert [event["start"][:10] for event in events] == [day for day, _ in days_of(plan)]
        assert len({event["uid"] for event in events}) == len(events)


@pytest.mark.parametrize("zone", ZONES)
def test_the_clock_of_an_appointment_and_its_day_are_the_same_before_and_after_summer_time(
    plans: list[Evaluation[Any, Any]], read: list[Events], zone: str
) -> None:
    """A time without a zone is that of the wall: half past ten in summer and in winter, wherever the calendar is."""
    offsets = set()
    for plan, events in list(zip(plans, read, strict=True))[1::2]:
        for event, (day, weekday) in zip(events, days_of(plan), strict=True):
            assert event["zone"] == "floating"
            start, end = (
                datetime.fromisoformat(event[name]).replace(tzinfo=ZoneInfo(zone)) for name in ("start", "end")
            )
            assert start.strftime("%Y-%m-%d %A %H:%M") == f"{day} {weekday} 10:30"
            assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=2)
            offsets.add(start.utcoffset())
    assert len(offsets) == 2  # the plans lie on both sides of a change


@pytest.mark.parametrize("zone", ZONES)
def test_the_starts_lie_on_the_days_on_which_clocks_change(zone: str) -> None:
    def offset(day: date) -> timedelta | None:
        return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).utcoffset()

    starts, a_day = [date.fromisoformat(day) for day in STARTS], timedelta(days=1)
    assert len([day for day in starts if offset(day - a_day) != offset(day)]) >= 2


def test_updates_and_cancellations_are_read_by_both(plans: list[Evaluation[Any, Any]], texts: list[str]) -> None:
    """Plans of each kind and with each set of closed days, told to a calendar that holds the plan before them."""
    changed = [
        updated_calendar(after, DAY, former, STAMP, WHOLE_DAYS)
        for former, after in list(zip(texts, plans[1:], strict=False))[::7]
    ]
    told = [text for one in changed for text in (one.calendar, one.canceled) if text]
    read = [read_by_icalendar(text) for text in told]
    assert read_by_ical_js(told) == read
    assert {event["method"] for events in read for event in events} == {"PUBLISH", "CANCEL"}
    for event in (event for events in read for event in events):
        assert event["status"] == "CANCELLED" or event["method"] == "PUBLISH"
        assert event["status"] != "CANCELLED" or (event["sequence"], event["alarms"]) == (1, 0)
