"""What a course takes from the files of a session and a calendar: offered, and the rest said."""

import json
from typing import Any

import pytest

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.worksheets.course import taken as course_taken

SESSION = {"route": "iv", "day": "2026-03-05", "dose_mg": "35", "weight": "70", "weight_unit": "kg", "rows.0.t": "0"}
CALENDAR = {
    "mode": "induction_maintenance",
    "start": "2026-03-02",
    "per_week": "2",
    "sessions": "6",
    "weekday": "thursday",
}

INDUCTION = [["start", "2026-03-02"], ["per_week", "2"], ["sessions", "6"]]
SPACING = {"mode": "maintenance", "start": "2026-03-19", "first_step": "weekly"}


def taken(saved_by: str, entries: dict[str, str]) -> dict[str, Any]:
    question = {"calculator": "course", "from": saved_by, "entries": list(entries.items())}
    found: dict[str, Any] = json.loads(answer(json.dumps(question)))["taken"]
    return found


def without(entries: dict[str, str], *names: str) -> dict[str, str]:
    return {name: text for name, text in entries.items() if name not in names}


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        (SESSION, "Ketamine infusion: 35 mg"),
        ({**SESSION, "route": "esketamine", "dose_mg": "56"}, "Esketamine nasal spray: 56 mg"),
        ({**SESSION, "dose_mg": "35.5", "day": "5 March 2026"}, "Ketamine infusion: 35.5 mg"),
        (without(SESSION, "route"), "Treatment: 35 mg"),
        # A dose that is missing or could be two is not guessed.
        (without(SESSION, "dose_mg"), "Ketamine infusion"),
        ({**SESSION, "dose_mg": "35,500"}, "Ketamine infusion"),
    ],
)
def test_date_and_dose_of_a_session_are_offered_as_a_row_of_the_other_events(
    entries: dict[str, str], what: str
) -> None:
    found = taken("session_vitals", entries)
    (offer,) = found["offers"]
    assert offer["rows"] == "events"
    assert offer["entries"] == [["day", "2026-03-05"], ["what", what]]
    assert "2026-03-05 (Thursday)" in offer["words"]
    assert what in offer["words"]
    assert ("no dose that can be read" in " ".join(found["left"])) is ("mg" not in what)
    # What is offered is a row that the form accepts.
    scores = [{"day": "2026-03-02", "total": 21}]
    assert find("course").run({"scale": "phq9", "scores": scores, "events": [dict(offer["entries"])]})


@pytest.mark.parametrize("day", ["", "3/4/2026", "yesterday"])
def test_a_session_without_a_day_that_is_one_offers_nothing_and_says_so(day: str) -> None:
    found = taken("session_vitals", {**SESSION, "day": day})
    assert found["offers"] == []
    assert found["left"][0].startswith("This session has no date")


def test_readings_and_warnings_of_a_session_are_said_to_stay_in_its_file() -> None:
    assert taken("session_vitals", SESSION)["left"] == [
        "Readings, warnings and all else stay in the file of the session."
    ]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        # Twice weekly from Monday 2 March: days 1 and 4 of three weeks, so the sixth is Thursday 19 March.
        (
            CALENDAR,
            [*INDUCTION, ["induction_end", "2026-03-19"], ["weekday", "thursday"]],
        ),
        (
            {"mode": "induction", "start": "2 March 2026", "sessions": "8"},
            [["start", "2026-03-02"], ["sessions", "8"]],
        ),
        (
            {**SPACING, "biweekly_sessions": "5", "monthly_sessions": "6"},
            [["induction_end", "2026-03-19"], ["biweekly_sessions", "5"], ["monthly_sessions", "6"]],
        ),
    ],
)  # fmt: skip
def test_the_dates_of_a_calendar_are_offered_as_the_plan(entries: dict[str, str], expected: list[list[str]]) -> None:
    (offer,) = taken("monitoring_calendar", entries)["offers"]
    assert offer["entries"] == expected
    assert offer["rows"] == ""
    # The form accepts them as they are.
    given = {"scale": "phq9", "scores.0.day": "2026-03-01", "scores.0.total": "21", **dict(expected)}
    assert find("course").read({name: [text] for name, text in given.items()})


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"mode": "scheduled", "start": "2026-03-02", "risk": "high"}, "This plan has no place here"),
        ({"mode": "esketamine", "start": "2026-03-02"}, "This plan has no place here"),
        ({"mode": "discontinuation", "start": "2026-03-02"}, "This plan has no place here"),
        ({"mode": "induction", "start": ""}, "This plan has no place here"),
        ({"mode": "maintenance", "start": "2026-03-02", "first_step": "monthly"}, "begins at a later step"),
    ],
)
def test_a_plan_that_has_no_place_is_not_offered_and_that_is_said(entries: dict[str, str], said: str) -> None:
    found = taken("monitoring_calendar", entries)
    assert found["offers"] == []
    assert said in " ".join(found["left"])


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"holidays.0.first": "2026-03-09"}, "closed days"),
        ({"closed_weekdays": "sunday"}, "closed days"),
        ({"next_visit.0.day": "2026-03-09"}, "visits arranged already"),
        ({"sessions_done": "2"}, "given already"),
    ],
)
def test_what_changes_the_dates_of_the_calendar_and_not_those_of_a_course_is_said(
    more: dict[str, str], said: str
) -> None:
    assert said in " ".join(taken("monitoring_calendar", {**CALENDAR, **more})["left"])
    assert taken("monitoring_calendar", {**CALENDAR, "closed_weekdays": "none", "holidays.0.first": ""})["left"] == []


def test_the_names_and_values_that_are_read_are_those_that_the_two_forms_save() -> None:
    session, calendar = find(course_taken.SESSION), find(course_taken.CALENDAR)
    assert {"route", "day", "dose_mg"} <= {field.name for field in session.fields}
    asked = {field.name: field.spec for field in calendar.fields}
    names = (
        "mode",
        "start",
        "per_week",
        "sessions",
        "first_step",
        "sessions_done",
        "closed_weekdays",
        "holidays",
        "next_visit",
    )
    assert {*names, *course_taken.SPACING} <= set(asked)
    assert {*course_taken.WITH_INDUCTION, *course_taken.WITH_SPACING} <= set(asked["mode"].choices)
    assert asked["first_step"].opens_with in course_taken.FROM_THE_FIRST_STEP
    (route,) = (field.spec for field in session.fields if field.name == "route")
    assert set(course_taken.GIVEN) == set(route.choices)
    for saved_by, card in ((course_taken.SESSION, session), (course_taken.CALENDAR, calendar)):
        assert taken(saved_by, {})["title"] == card.title


def test_a_form_takes_nothing_of_a_file_that_it_does_not_know() -> None:
    reply = json.loads(answer(json.dumps({"calculator": "course", "from": "infusion", "entries": []})))
    assert list(reply) == ["failure"]
