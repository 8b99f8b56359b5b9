"""Dates go to a calendar as RFC 5545 wants them: whole days, folded lines, names that do not run into each other."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.icalendar import WHOLE_DAYS, Appointment, as_calendar, calendar_file, escaped, folded

DAY, MARK = "2026-11-22", "0f3a9c1b2d4e5f60"
INDUCTION = find("induction_plan")
START = {"start": "2026-03-02", "per_week": 2, "sessions": 6}


def calendar_of(
    calculator: Calculator[Any, Any],
    values: dict[str, Any],
    mark: str = MARK,
    stamp: str = "",
    appointment: Appointment = WHOLE_DAYS,
) -> str:
    return as_calendar(evaluated(calculator, calculator.checked(values)), DAY, mark, stamp, appointment)


def read_by_another(text: str) -> list[Any]:
    """The events as a maintained library reads them, which refuses what RFC 5545 does."""
    read = Calendar.from_ical(text)
    assert read.errors == []
    assert read["VERSION"] == "2.0"
    for event in read.events:
        assert event.errors == []
    return list(read.events)


def events(text: str) -> list[dict[str, str]]:
    """Read as any calendar would: unfold, split at the first colon, take what is between BEGIN and END."""
    read: list[dict[str, str]] = []
    for line in re.sub(r"\r\n[ \t]", "", text).split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            read.append({})
        elif read and not line.startswith("END:"):
            read[-1][name] = value
    return read


@pytest.fixture
def calendar() -> str:
    return calendar_of(INDUCTION, START)


def test_every_treatment_of_a_plan_is_a_day_in_the_calendar(calendar: str) -> None:
    # Fact sheet 4.9: six treatments, then four weekly ones.
    assert [event["DTSTART;VALUE=DATE"] for event in events(calendar)] == [
        "20260302", "20260305", "20260309", "20260312", "20260316", "20260319",
        "20260326", "20260402", "20260409", "20260416",
    ]  # fmt: skip
    assert events(calendar)[0]["SUMMARY"] == "Ketamine treatment: Induction 1"


def test_an_assessment_stands_with_its_treatment(calendar: str) -> None:
    described = [event["DESCRIPTION"] for event in events(calendar)]
    assert "Assess response after treatment 2" in described[1]
    assert "Assess response" not in described[2]


def test_the_file_is_a_calendar_of_version_2(calendar: str) -> None:
    lines = calendar.split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert calendar.count("BEGIN:VEVENT") == calendar.count("END:VEVENT") == 10
    assert any(line.startswith("PRODID:") for line in lines)


def test_every_line_ends_with_carriage_return_and_line_feed(calendar: str) -> None:
    assert "\n" not in calendar.replace("\r\n", "")


def test_no_line_is_longer_than_75_octets(calendar: str) -> None:
    assert max(len(line.encode()) for line in calendar.split("\r\n")) <= 75
    assert "\r\n " in calendar  # something was long enough to fold


def test_a_folded_line_unfolds_to_the_words_that_went_in(calendar: str) -> None:
    assert events(calendar)[0]["DESCRIPTION"] == (
        rf"Treatments. Induction plan\, version {INDUCTION.version}\, calculated 2026-11-22. Check before use."
    )


def test_what_every_event_must_have_is_there(calendar: str) -> None:
    for event in events(calendar):
        assert event["DTSTAMP"] == "20261122T000000Z"
        assert event["CLASS"] == "PRIVATE"
        assert event["UID"]


def test_events_are_told_apart_within_a_file_and_between_files(calendar: str) -> None:
    names = {event["UID"] for event in events(calendar)}
    other = {event["UID"] for event in events(calendar_of(INDUCTION, START, "another-mark"))}
    assert len(names) == 10
    assert not names & other


def test_the_same_question_has_the_same_calendar(calendar: str) -> None:
    assert calendar_of(INDUCTION, START) == calendar


def test_both_plans_of_a_course_are_in_one_calendar() -> None:
    course: dict[str, Any] = {
        "scale": "phq9",
        "scores": [{"day": "2026-03-02", "total": 21}],
        **START,
        "induction_end": "2026-03-19",
        "biweekly_sessions": 4,
        "monthly_sessions": 3,
    }
    found = events(calendar_of(find("course"), course))
    # Fact sheet 4.9 and 4.8: 6 and 15 treatments. The 4 weekly ones of both are the same, and stand there once.
    assert len(found) == 6 + 15
    assert len({event["UID"] for event in found}) == 21
    assert len({event["DTSTART;VALUE=DATE"] for event in found}) == 21


def test_the_page_asks_for_a_calendar_through_the_same_door(calendar: str) -> None:
    question = {"calculator": "induction_plan", "values": START, "record": "ics", "day": DAY, "mark": MARK}
    assert json.loads(answer(json.dumps(question))) == {"record": calendar}


@pytest.mark.parametrize("mark", ["", "short", "with space in it", "line\r\nbreak-in-it"])
def test_a_mark_that_could_break_the_file_is_refused(mark: str) -> None:
    with pytest.raises(ValueError, match="A mark is"):
        calendar_of(INDUCTION, START, mark)


def test_an_answer_without_dates_makes_no_calendar() -> None:
    with pytest.raises(ValueError, match="no dates"):
        calendar_of(find("convert_weight"), {"value": 70, "unit": "kg"})


def test_commas_semicolons_backslashes_and_line_ends_of_a_text_are_escaped() -> None:
    # RFC 5545, 3.3.11
    assert escaped("a, b; c\\d\ne") == r"a\, b\; c\\d\ne"


@pytest.mark.parametrize(
    ("line", "lengths"), [("x" * 75, [75]), ("x" * 76, [75, 2]), ("é" * 38, [74, 3]), ("x" * 149, [75, 75]), ("", [0])]
)
def test_a_line_is_folded_at_75_octets_and_no_character_is_cut_in_two(line: str, lengths: list[int]) -> None:
    # RFC 5545, 3.1: the space that begins a folded line counts.
    parts = folded(line).split("\r\n")
    assert [len(part.encode()) for part in parts] == lengths
    assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == line


def test_a_calendar_names_the_program_that_made_it_before_its_events() -> None:
    made = calendar_file("-//House//Reviews//EN", ["BEGIN:VEVENT", "END:VEVENT"])
    assert made.split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//House//Reviews//EN", "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip


def test_another_reader_finds_whole_days_that_leave_the_day_free(calendar: str) -> None:
    found = read_by_another(calendar)
    assert [event["DTSTART"].dt for event in found][:2] == [date(2026, 3, 2), date(2026, 3, 5)]
    assert {str(event["TRANSP"]) for event in found} == {"TRANSPARENT"}
    assert all(event.alarms.times == [] for event in found)
    assert "Check before use." in str(found[0]["DESCRIPTION"])


def test_another_reader_finds_the_time_the_length_and_the_alarm_that_were_given() -> None:
    given = Appointment(time="10:30", hours=2, reminder="hour")
    found = read_by_another(calendar_of(INDUCTION, START, stamp="20261129T140500Z", appointment=given))
    first = found[0]
    # A time of no zone: it is half past ten wherever the clinic's calendar is.
    assert first.start == datetime(2026, 3, 2, 10, 30)
    assert first.end == datetime(2026, 3, 2, 12, 30)
    assert first["DTSTAMP"].dt == datetime(2026, 11, 29, 14, 5, tzinfo=UTC)
    assert str(first["TRANSP"]) == "OPAQUE"
    (alarm,) = first.walk("VALARM")
    assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(hours=-1))
    assert str(alarm["DESCRIPTION"])


@pytest.mark.parametrize(
    ("given", "before"),
    [
        (Appointment(reminder="day"), timedelta(hours=-15)),  # nine in the morning of the day before
        (Appointment(time="08:00", reminder="day"), timedelta(days=-1)),
    ],
)
def test_a_reminder_of_the_day_before_comes_by_day(given: Appointment, before: timedelta) -> None:
    for event in read_by_another(calendar_of(INDUCTION, START, appointment=given)):
        (alarm,) = event.walk("VALARM")
        assert alarm["TRIGGER"].dt == before


def test_the_same_answer_taken_again_with_a_time_has_the_same_events() -> None:
    days = calendar_of(INDUCTION, START)
    times = calendar_of(INDUCTION, START, stamp="20261129T140500Z", appointment=Appointment(time="10:30"))
    assert [event["UID"] for event in read_by_another(days)] == [event["UID"] for event in read_by_another(times)]


@pytest.mark.parametrize(
    "wrong",
    [
        *({"time": "25:00"}, {"time": "9:00"}, {"time": "10:30\r\nX:1"}, {"hours": 2}, {"time": "10:30", "hours": 9}),
        *({"reminder": "hour"}, {"reminder": "week"}, {"time": "10:30", "hours": -1}),
    ],
)
def test_an_appointment_that_is_none_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="is"):
        Appointment(**wrong)


def test_a_stamp_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="A stamp is"):
        calendar_of(INDUCTION, START, stamp="today")


def test_no_event_names_or_counts_anything_of_the_patient_in_its_summary() -> None:
    example = find("course").examples[0].inputs
    plans = {**example, **START, "induction_end": "2026-03-19", "biweekly_sessions": 4, "monthly_sessions": 3}
    for event in read_by_another(calendar_of(find("course"), plans)):
        assert re.fullmatch(r"Ketamine treatment: (Induction|Maintenance) [0-9]+", str(event["SUMMARY"]))
