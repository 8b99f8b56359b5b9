"""Discontinuation plan: checks 7, 14, 28, 56 and 84 days after the last dose; resume at the lower of stable + 5 and 10."""

from datetime import date
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer

STOP: dict[str, Any] = {"last_dose": "2026-12-01", "stable_phq9": 4, "oral_ad": True, "supports": True}

# Counted on calendars by hand. The first row is the clinical addendum's.
CHECKS = [
    ("2026-12-01", "2026-12-08 2026-12-15 2026-12-29 2027-01-26 2027-02-23"),
    ("2027-01-04", "2027-01-11 2027-01-18 2027-02-01 2027-03-01 2027-03-29"),
    ("2028-02-01", "2028-02-08 2028-02-15 2028-02-29 2028-03-28 2028-04-25"),  # a leap year
    ("2027-02-01", "2027-02-08 2027-02-15 2027-03-01 2027-03-29 2027-04-26"),  # none
    ("2028-02-29", "2028-03-07 2028-03-14 2028-03-28 2028-04-25 2028-05-23"),
    ("2026-12-31", "2027-01-07 2027-01-14 2027-01-28 2027-02-25 2027-03-25"),
    ("2026-01-31", "2026-02-07 2026-02-14 2026-02-28 2026-03-28 2026-04-25"),
    ("2026-03-19", "2026-03-26 2026-04-02 2026-04-16 2026-05-14 2026-06-11"),
]
# Löwe 2004: 5 points; Kroenke 2001: 10 or more. Worked by hand; the addendum's are 4, 7 and 2.
LINES = [(0, 5), (1, 6), (2, 7), (3, 8), (4, 9), (5, 10), (6, 10), (7, 10), (9, 10), (10, 10), (15, 10), (27, 10)]


@pytest.mark.parametrize(("last_dose", "checks"), CHECKS)
def test_each_check_falls_on_its_day(last_dose: str, checks: str) -> None:
    found = evaluate("discontinuation_plan", {**STOP, "last_dose": last_dose})
    assert found["check_dates"] == checks.split()
    assert found["last_check"] == checks.split()[-1]
    assert found["first_month_ends"] == checks.split()[2]


@pytest.mark.parametrize(("stable", "line"), LINES)
def test_treatment_resumes_at_the_lower_of_two_lines(stable: int, line: int) -> None:
    assert evaluate("discontinuation_plan", {**STOP, "stable_phq9": stable})["resume_phq9"] == line


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({}, set()),
        ({"oral_ad": False}, {"discontinuation_plan.no_oral_antidepressant"}),
        ({"supports": False}, {"discontinuation_plan.signs_not_known"}),
        ({"stable_phq9": 9}, set()),
        ({"stable_phq9": 10}, {"discontinuation_plan.at_the_line"}),
        (
            {"stable_phq9": 14, "oral_ad": False},
            {"discontinuation_plan.at_the_line", "discontinuation_plan.no_oral_antidepressant"},
        ),
    ],
)
def test_a_plan_without_what_our_protocol_asks_for_is_cautioned(change: dict[str, Any], rules: set[str]) -> None:
    warnings = full_answer(find("discontinuation_plan"), {**STOP, **change})["warnings"]
    assert {notice["rule"] for notice in warnings if notice["kind"] != "note"} == rules


def test_the_headline_has_the_line_and_suicidal_thoughts() -> None:
    headline = full_answer(find("discontinuation_plan"), STOP)["headline"]
    assert "resume at a PHQ-9 of 9 or more, or with suicidal thoughts" in headline


def test_the_checks_of_the_first_month_say_so() -> None:
    (table,) = full_answer(find("discontinuation_plan"), STOP)["tables"]
    assert [row[0] for row in table["rows"] if "First month" in row[3]] == ["2026-12-08", "2026-12-15", "2026-12-29"]
    assert [row[1] for row in table["rows"]] == ["Tuesday"] * 5
    assert date(2026, 12, 1).strftime("%A") == "Tuesday"
