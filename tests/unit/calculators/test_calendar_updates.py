"""A calendar that holds an earlier file is told what changed: RFC 5545, 3.8.7.4 on SEQUENCE; RFC 5546, 3.2.1 and 3.2.5."""

import json
from typing import Any

import pytest
from icalendar import Calendar

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.icalendar import WHOLE_DAYS, Appointment, as_calendar
from ketamine_calculators.icalendar_update import NotOurCalendar, Update, updated_calendar

DAY, MARK = "2026-02-20", "0f3a9c1b-2d4e5f60"
INDUCTION: dict[str, Any] = {"mode": "induction", "start": "2026-03-02"}


def first(
    values: dict[str, Any], appointment: Appointment = WHOLE_DAYS, calculator: str = "monitoring_calendar"
) -> str:
    card = find(calculator)
    return as_calendar(evaluated(card, card.checked(values)), DAY, MARK, "20260220T080000Z", appointment)


def update(former: str, values: dict[str, Any], day: str = DAY, appointment: Appointment = WHOLE_DAYS) -> Update:
    card = find("monitoring_calendar")
    stamp = f"{day.replace('-', '')}T090000Z"
    return updated_calendar(evaluated(card, card.checked(values)), day, former, stamp, appointment)


def events(text: str) -> dict[str, Any]:
    """By their names, as a maintained reader has them."""
    read = Calendar.from_ical(text)
    assert read.errors == []
    found = {str(event["UID"]).split(".")[0]: event for event in read.events}
    assert len(found) == len(read.events)
    assert all(str(event["UID"]).endswith(f".{MARK}@ketamine-association") for event in read.events)
    assert all(event.errors == [] and "ORGANIZER" in event and "SEQUENCE" in event for event in read.events)
    return found


def test_the_same_plan_changes_nothing() -> None:
    former = first(INDUCTION)
    changed = update(former, INDUCTION)
    assert changed.canceled == ""
    assert changed.words == f"Compared with the earlier file: {len(events(former))} dates as before."
    assert {name: event["SEQUENCE"] for name, event in events(changed.calendar).items()} == dict.fromkeys(
        events(former), 0
    )


def test_a_date_that_moves_keeps_its_name_and_raises_its_sequence() -> None:
    former = first(INDUCTION)
    now = events(update(former, {**INDUCTION, "holidays": [{"first": "2026-03-16"}]}).calendar)
    # By hand: Monday 16 March goes to 17 March, Thursday 19 March to 20 March. Nothing else moves.
    raised = {name: str(event["DTSTART"].dt) for name, event in now.items() if event["SEQUENCE"] == 1}
    assert raised == {"induction-5": "2026-03-17", "induction-6": "2026-03-20"}
    again = events(update(update(former, {**INDUCTION, "start": "2026-03-03"}).calendar, INDUCTION).calendar)
    assert again["induction-1"]["SEQUENCE"] == 2
    assert str(again["induction-1"]["DTSTART"].dt) == "2026-03-02"


def test_a_removed_date_is_canceled_in_both_files_and_one_that_comes_back_is_newer() -> None:
    long = {**INDUCTION, "sessions": 8}
    former = first(long)
    changed = update(former, INDUCTION)
    assert "METHOD:PUBLISH" in changed.calendar
    assert "METHOD:CANCEL" in changed.canceled
    gone = events(changed.canceled)
    assert set(gone) == {"induction-7", "induction-8"}
    for event in (*gone.values(), *(events(changed.calendar)[name] for name in gone)):
        assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 1)
    # 2 March and six more days of treatment: 23 and 26 March are no more.
    assert "Canceled: 2026-03-23 (Monday) and 2026-03-26 (Thursday)." in changed.words
    # Canceled once, a date is not canceled anew.
    later = update(changed.calendar, INDUCTION)
    assert later.canceled == ""
    back = events(update(later.calendar, long).calendar)["induction-7"]
    assert (back["SEQUENCE"], "STATUS" in back) == (2, False)


def test_a_time_a_length_and_a_reminder_are_changes_and_a_new_day_of_calculation_is_none() -> None:
    former = first(INDUCTION)
    timed = events(update(former, INDUCTION, appointment=Appointment("10:30", 2, "hour")).calendar)
    assert {event["SEQUENCE"] for event in timed.values()} == {1}
    later = update(
        first(INDUCTION, Appointment("10:30", 2, "hour")), INDUCTION, "2026-02-21", Appointment("10:30", 2, "hour")
    )
    assert {event["SEQUENCE"] for event in events(later.calendar).values()} == {0}
    assert {event["DTSTAMP"].dt.day for event in events(later.calendar).values()} == {21}


def test_what_lies_before_today_stays_and_is_never_canceled() -> None:
    former = first(INDUCTION)
    # On 12 March the course goes on as scheduled maintenance after the last dose of that day.
    changed = update(
        former, {"mode": "scheduled", "start": "2026-03-12", "risk": "high", "scheduled_sessions": 2}, "2026-03-12"
    )
    now = events(changed.calendar)
    kept = [name for name, event in now.items() if str(event["DTSTART"].dt) < "2026-03-12"]
    assert sorted(kept) == ["induction-1", "induction-2", "induction-3"]
    assert all("STATUS" not in now[name] and now[name]["SEQUENCE"] == 0 for name in kept)
    assert set(events(changed.canceled)) & set(kept) == set()
    assert "3 dates before today kept" in changed.words


def test_a_name_whose_date_has_happened_becomes_a_new_event() -> None:
    former = first({"mode": "maintenance", "start": "2026-02-23"})
    monthly = {"mode": "maintenance", "start": "2026-03-09", "first_step": "monthly"}
    changed = update(former, monthly, "2026-03-10")
    now = events(changed.calendar)
    # The first weekly session was on 2 March; the first monthly one is 28 days after 9 March.
    assert str(now["maintenance-1"]["DTSTART"].dt) == "2026-03-02"
    assert str(now["maintenance-1_2"]["DTSTART"].dt) == "2026-04-06"
    again = events(update(changed.calendar, monthly, "2026-03-11").calendar)
    assert again["maintenance-1_2"]["SEQUENCE"] == 0
    assert set(again) == set(now)


def test_a_file_with_no_common_date_is_asked_about() -> None:
    words = update(first(INDUCTION), {**INDUCTION, "start": "2026-04-07"}).words
    assert "check that this is the file of the same patient" in words


SAVED = first(INDUCTION)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "this file is none"),
        ("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n", "this file is none"),
        (update(first({**INDUCTION, "sessions": 8}), INDUCTION).canceled, "this file is none"),
        (SAVED[:900], "cut off"),
        (SAVED.replace("UID:induction-1.", "UID:1-"), "earlier edition"),
        (SAVED.replace(f"induction-1.{MARK}", "induction-1.another-mark"), "holds none, or several"),
        (SAVED.replace("SEQUENCE:0", "SEQUENCE:x"), "has been changed"),
        (SAVED.replace("20260302", "20260231"), "has been changed"),
        (SAVED[: SAVED.index("BEGIN:VEVENT")] + "END:VCALENDAR\r\n", "holds none, or several"),
    ],
)
def test_a_text_that_is_no_file_of_ours_is_refused_with_a_sentence(text: str, message: str) -> None:
    with pytest.raises(NotOurCalendar, match=message):
        update(text, INDUCTION)


def test_the_page_asks_through_the_same_door() -> None:
    asked = {
        "calculator": "monitoring_calendar",
        "values": INDUCTION,
        "record": "ics",
        "day": DAY,
        "mark": "not-of-use-here",
    }
    reply = json.loads(answer(json.dumps({**asked, "former": SAVED})))
    assert set(events(reply["record"])) == set(events(SAVED))
    assert reply["update"]["canceled"] == ""
    assert json.loads(answer(json.dumps({**asked, "former": "no calendar"})))["refused"].startswith("Choose the file")


def test_a_file_of_the_induction_plan_is_taken_up_by_the_calendar() -> None:
    former = first({"start": "2026-03-02"}, calculator="induction_plan")
    now = events(update(former, INDUCTION).calendar)
    assert all(now[name]["SEQUENCE"] == 0 for name in events(former))
