"""Maintenance plan. House article: weekly × 4, every 2 weeks × 4–8, every 3 weeks × 4, monthly × 3–6; a month is 28 days."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest

from ketamine_calculators.catalogue.maintenance_plan import CALCULATOR, Plan, Start, tables
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

MONDAY = date(2026, 1, 5)


def planned(biweekly: int = 4, monthly: int = 3, end: date = MONDAY) -> Plan:
    return CALCULATOR(Start(induction_end=end, biweekly_sessions=biweekly, monthly_sessions=monthly))


def test_the_shortest_plan_has_every_date_of_the_calendar() -> None:
    # Counted on a 2026 calendar from Monday 5 January.
    assert [day.isoformat() for day in planned().dates] == [
        *("2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"),
        *("2026-02-16", "2026-03-02", "2026-03-16", "2026-03-30"),
        *("2026-04-20", "2026-05-11", "2026-06-01", "2026-06-22"),
        *("2026-07-20", "2026-08-17", "2026-09-14"),
    ]


@pytest.mark.parametrize(("biweekly", "monthly"), list(product(range(4, 9), range(3, 7))))
def test_every_length_has_the_sessions_and_days_of_the_sheet(biweekly: int, monthly: int) -> None:
    answer = planned(biweekly, monthly)
    assert answer.total_sessions == 8 + biweekly + monthly
    assert answer.total_days == 112 + 14 * biweekly + 28 * monthly
    assert answer.last_date == MONDAY + timedelta(days=answer.total_days)


def test_the_intervals_only_grow() -> None:
    dates = (MONDAY, *planned(8, 6).dates)
    gaps = [(after - before).days for before, after in pairwise(dates)]
    assert gaps == [7] * 4 + [14] * 8 + [21] * 4 + [28] * 6


@pytest.mark.parametrize("shift", range(7))
def test_every_session_keeps_the_weekday_of_the_last_induction(shift: int) -> None:
    end = MONDAY + timedelta(days=shift)
    assert {day.weekday() for day in planned(end=end).dates} == {shift}


def test_the_leap_day_is_an_ordinary_day() -> None:
    # 22 February 2028 + 7 days = 29 February 2028
    assert planned(end=date(2028, 2, 22)).first_date == date(2028, 2, 29)


def test_the_table_gives_each_session_its_date_weekday_and_step() -> None:
    start = Start(induction_end=MONDAY, biweekly_sessions=4, monthly_sessions=3)
    table, _ = CALCULATOR.tables(start, CALCULATOR(start))
    assert len(table.rows) == 15
    assert table.rows[0] == ("2026-01-12", "Monday", "Maintenance 1", "Weekly")
    assert table.rows[4] == ("2026-02-16", "Monday", "Maintenance 5", "Every 2 weeks")
    assert table.rows[-1] == ("2026-09-14", "Monday", "Maintenance 15", "Monthly (28 days)")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"biweekly_sessions": 3}, "Sessions every 2 weeks must be a whole number from 4 to 8"),
        ({"biweekly_sessions": 9}, "Sessions every 2 weeks must be a whole number from 4 to 8"),
        ({"monthly_sessions": 2}, "Monthly sessions must be a whole number from 3 to 6"),
        ({"monthly_sessions": 7}, "Monthly sessions must be a whole number from 3 to 6"),
        ({"monthly_sessions": 3.0}, "Monthly sessions must be a whole number"),
        ({"induction_end": "05/01/2026"}, "must be a date written year-month-day"),
        ({"induction_end": "2026-02-30"}, "there is no day 2026-02-30 in the calendar"),
        ({"induction_end": "2026-1-5"}, "must be a date written year-month-day"),
        ({"induction_end": 20260105}, "must be a date written year-month-day"),
    ],
)
def test_it_refuses_what_is_no_plan(change: dict[str, object], message: str) -> None:
    given = {"induction_end": "2026-01-05", "biweekly_sessions": 4, "monthly_sessions": 3}
    with pytest.raises(InvalidInputs) as refused:
        evaluate("maintenance_plan", given | change)
    assert message in str(refused.value)


def test_the_working_adds_up_step_by_step() -> None:
    start = Start(induction_end=MONDAY, biweekly_sessions=4, monthly_sessions=3)
    answer = CALCULATOR(start)
    assert CALCULATOR.headline(start, answer) == "15 sessions from 2026-01-12 to 2026-09-14, on Mondays"
    assert list(CALCULATOR.working(start, answer)) == [
        "Weekly: 2026-01-05 + 4 × 7 days = 2026-02-02",
        "Every 2 weeks: 2026-02-02 + 4 × 14 days = 2026-03-30",
        "Every 3 weeks: 2026-03-30 + 4 × 21 days = 2026-06-22",
        "Monthly (28 days): 2026-06-22 + 3 × 28 days = 2026-09-14",
        "Days: 28 + 56 + 84 + 84 = 252",
    ]


def test_the_plan_holds_only_while_the_patient_is_stable() -> None:
    start = Start(induction_end=MONDAY, biweekly_sessions=4, monthly_sessions=3)
    first, *_ = CALCULATOR.warnings(start, CALCULATOR(start))
    assert (first.kind, first.calculator) == ("note", "relapse_check")
    assert "still stable" in first.text


def test_the_monitoring_of_the_protocol_stands_beside_the_dates() -> None:
    start = Start(induction_end=MONDAY, biweekly_sessions=4, monthly_sessions=3)
    _, monitoring = CALCULATOR.tables(start, CALCULATOR(start))
    assert {row[0]: row[1] for row in monitoring.rows} == {
        "PHQ-9": "Each visit",
        "C-SSRS": "Each visit",
        "Tolerability": "Each visit",
        "Vital signs": "Each treatment",
        "Function": "Monthly",
        "Substance use": "Periodically",
        "Full psychiatric review": "Every 3–6 months",
    }


def test_the_lists_of_dates_stand_in_the_table_and_not_among_the_values() -> None:
    assert {key for key, output in CALCULATOR.output_fields if not output.shown} == {"dates"}


def test_its_table_of_days_can_be_taken_into_a_calendar() -> None:
    start = Start(induction_end=MONDAY, biweekly_sessions=4, monthly_sessions=3)
    dated = {table.label: table.dated for table in tables(start, CALCULATOR(start))}
    assert dated["Sessions"] is True
