"""Induction plan. House article: 2–3 a week, 6 or up to 10, assessed after 2, 4 and 6, then weekly for 4 weeks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from ketamine_calculators.catalogue.induction_plan import CALCULATOR, Plan, Start, tables
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

MONDAY = date(2026, 3, 2)


def planned(per_week: int = 2, sessions: int = 6, start: date = MONDAY) -> Plan:
    return CALCULATOR(Start(start=start, per_week=per_week, sessions=sessions))


# Read off a calendar of March 2026.
TWICE = "02 05 09 12 16 19 23 26 30"
THRICE = "02 04 06 09 11 13 16 18 20 23"


@pytest.mark.parametrize(("per_week", "days"), [(2, TWICE), (3, THRICE)])
@pytest.mark.parametrize("sessions", range(6, 10))
def test_the_treatments_fall_on_the_same_days_of_each_week(per_week: int, days: str, sessions: int) -> None:
    expected = [f"2026-03-{day}" for day in days.split()[:sessions]]
    assert [day.isoformat() for day in planned(per_week, sessions).dates] == expected


# sessions, a week -> last date, weeks begun
@pytest.mark.parametrize(
    ("sessions", "per_week", "last", "weeks"),
    [
        (6, 2, "2026-03-19", 3),
        (7, 2, "2026-03-23", 4),
        (8, 2, "2026-03-26", 4),
        (10, 2, "2026-04-02", 5),
        (6, 3, "2026-03-13", 2),
        (7, 3, "2026-03-16", 3),
        (9, 3, "2026-03-20", 3),
        (10, 3, "2026-03-23", 4),
    ],
)
def test_a_course_lasts_as_many_weeks_as_it_begins(sessions: int, per_week: int, last: str, weeks: int) -> None:
    answer = planned(per_week, sessions)
    assert (answer.last_date.isoformat(), answer.weeks) == (last, weeks)


@pytest.mark.parametrize(
    ("per_week", "expected"),
    [
        (2, {"2": "2026-03-05", "4": "2026-03-12", "6": "2026-03-19"}),
        (3, {"2": "2026-03-04", "4": "2026-03-09", "6": "2026-03-13"}),
    ],
)
def test_the_assessments_follow_treatments_two_four_and_six(per_week: int, expected: dict[str, str]) -> None:
    assert {after: day.isoformat() for after, day in planned(per_week, 10).assessment_dates.items()} == expected


@pytest.mark.parametrize("per_week", [2, 3])
@pytest.mark.parametrize("sessions", range(6, 11))
def test_four_weekly_treatments_follow_the_last(per_week: int, sessions: int) -> None:
    answer = planned(per_week, sessions)
    chain = (answer.last_date, *answer.transition_dates)
    assert [(after - before).days for before, after in pairwise(chain)] == [7, 7, 7, 7]


@pytest.mark.parametrize("per_week", [2, 3])
def test_no_two_treatments_fall_on_days_in_a_row(per_week: int) -> None:
    for shift in range(7):
        dates = planned(per_week, 10, MONDAY + timedelta(days=shift)).dates
        assert all((after - before).days >= 2 for before, after in pairwise(dates))


def test_left_out_the_course_is_six_treatments_twice_a_week() -> None:
    assert evaluate("induction_plan", {"start": "2026-03-02"}) == evaluate(
        "induction_plan", {"start": "2026-03-02", "per_week": 2, "sessions": 6}
    )


def test_the_table_names_each_treatment_and_the_assessment_after_it() -> None:
    start = Start(start=MONDAY)
    (table,) = CALCULATOR.tables(start, CALCULATOR(start))
    assert len(table.rows) == 10
    assert table.rows[0] == ("2026-03-02", "Monday", "Induction 1", "")
    assert table.rows[1] == ("2026-03-05", "Thursday", "Induction 2", "Assess response after treatment 2")
    assert table.rows[6] == ("2026-03-26", "Thursday", "Weekly 1", "Check that the response is holding")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"per_week": 1}, "Treatments a week must be 2 or 3"),
        ({"per_week": 4}, "Treatments a week must be 2 or 3"),
        ({"per_week": True}, "Treatments a week must be 2 or 3"),
        ({"per_week": None}, "Treatments a week must be 2 or 3"),
        ({"sessions": 5}, "Treatments must be a whole number from 6 to 10"),
        ({"sessions": 11}, "Treatments must be a whole number from 6 to 10"),
        ({"sessions": 6.5}, "Treatments must be a whole number"),
        ({"start": "2026-02-29"}, "there is no day 2026-02-29 in the calendar"),
        ({"start": "March 2"}, "must be a date written year-month-day"),
    ],
)
def test_it_refuses_what_is_no_induction(change: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("induction_plan", {"start": "2026-03-02"} | change)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("per_week", "sessions", "headline", "working"),
    [
        (
            2,
            6,
            "6 treatments from 2026-03-02 to 2026-03-19, 2 a week",
            [
                "Last treatment: 2026-03-02 + 2 × 7 + 3 days = 2026-03-19",
                "Weeks: 17 days are 2 whole weeks, plus one = 3",
                "Transition: 2026-03-19 + 7, 14, 21 and 28 days",
            ],
        ),
        (
            3,
            8,
            "8 treatments from 2026-03-02 to 2026-03-18, 3 a week",
            [
                "Last treatment: 2026-03-02 + 2 × 7 + 2 days = 2026-03-18",
                "Weeks: 16 days are 2 whole weeks, plus one = 3",
                "Transition: 2026-03-18 + 7, 14, 21 and 28 days",
            ],
        ),
    ],
)
def test_the_working_counts_to_the_last_treatment(
    per_week: int, sessions: int, headline: str, working: list[str]
) -> None:
    start = Start(start=MONDAY, per_week=per_week, sessions=sessions)
    answer = CALCULATOR(start)
    assert CALCULATOR.headline(start, answer) == headline
    assert list(CALCULATOR.working(start, answer)) == working


@pytest.mark.parametrize(("sessions", "noted"), [(6, False), (7, True), (10, True)])
def test_more_than_six_treatments_are_for_a_slow_response(sessions: int, noted: bool) -> None:
    start = Start(start=MONDAY, sessions=sessions)
    said = " ".join(notice.text for notice in CALCULATOR.warnings(start, CALCULATOR(start)))
    assert ("a response that comes slowly" in said) is noted


@pytest.mark.parametrize(("per_week", "shown"), [(2, False), (3, True)])
def test_three_a_week_shows_the_trial_that_found_no_gain(per_week: int, shown: bool) -> None:
    start = Start(start=MONDAY, per_week=per_week)
    assert any(one.when(start, CALCULATOR(start)) for one in CALCULATOR.differences) is shown


def test_the_lists_of_dates_stand_in_the_table_and_not_among_the_values() -> None:
    assert {key for key, output in CALCULATOR.output_fields if not output.shown} == {
        "dates",
        "assessment_dates",
        "transition_dates",
    }


def test_its_table_of_days_can_be_taken_into_a_calendar() -> None:
    start = Start(start=MONDAY, per_week=2, sessions=6)
    dated = {table.label: table.dated for table in tables(start, CALCULATOR(start))}
    assert dated["Treatments"] is True
