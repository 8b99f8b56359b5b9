"""A treatment calendar: the dates of its plans as one set, moved off closed days by one rule, with what falls due beside them."""

import json
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.browser import answer
from support.treatment_calendars import STOP, WEEKEND

WORKSHEET = find("monitoring_calendar")


def calendar(mode: str, start: str = "2026-03-02", **more: Any) -> dict[str, Any]:
    return full_answer(WORKSHEET, {"mode": mode, "start": start, **more})


def rows(answer: dict[str, Any], label: str = "Dates") -> list[list[str]]:
    return next(table["rows"] for table in answer["tables"] if table["label"] == label)


def names(answer: dict[str, Any]) -> dict[str, str]:
    return {row[2]: row[0] for row in rows(answer)}


def rules(answer: dict[str, Any]) -> set[str]:
    return {notice["rule"] for notice in answer["warnings"] if notice["kind"] != "note"}


# Clinical addendum, and further starts counted on calendars by hand: 28, 91 and 182 days.
DUE = [
    ("2026-12-01", "2026-12-29", "2027-03-02", "2027-06-01"),
    ("2027-01-04", "2027-02-01", "2027-04-05", "2027-07-05"),
    ("2028-02-01", "2028-02-29", "2028-05-02", "2028-08-01"),
    ("2026-01-31", "2026-02-28", "2026-05-02", "2026-08-01"),
    ("2028-02-29", "2028-03-28", "2028-05-30", "2028-08-29"),
    ("2026-12-31", "2027-01-28", "2027-04-01", "2027-07-01"),
    ("2026-03-02", "2026-03-30", "2026-06-01", "2026-08-31"),
]


@pytest.mark.parametrize(("start", "function", "three_months", "six_months"), DUE)
@pytest.mark.parametrize("mode", ["induction", "maintenance", "as_needed"])
def test_months_are_28_91_and_182_days(
    mode: str, start: str, function: str, three_months: str, six_months: str
) -> None:
    found = evaluate("monitoring_calendar", {"mode": mode, "start": start})
    assert (found["function"], found["three_months"], found["six_months"]) == (function, three_months, six_months)


# Counted by hand from Monday 2 March 2026 as the last treatment before the plan, or as the first one.
FACTS: list[tuple[str, dict[str, Any], int, str, str]] = [
    ("induction", {}, 10, "2026-03-02", "2026-04-16"),
    ("induction", {"per_week": 3}, 10, "2026-03-02", "2026-04-10"),
    ("induction", {"per_week": 3, "sessions": 10}, 14, "2026-03-02", "2026-04-20"),
    ("induction_maintenance", {}, 21, "2026-03-02", "2026-11-26"),
    ("induction_maintenance", {"biweekly_sessions": 8, "monthly_sessions": 6}, 28, "2026-03-02", "2027-04-15"),
    ("maintenance", {}, 15, "2026-03-09", "2026-11-09"),
    ("maintenance", {"weekday": "thursday"}, 15, "2026-03-12", "2026-11-12"),
    ("maintenance", {"first_step": "biweekly"}, 11, "2026-03-16", "2026-10-12"),
    (
        "maintenance",
        {"first_step": "biweekly", "biweekly_sessions": 6, "sessions_done": 4},
        9,
        "2026-03-16",
        "2026-09-14",
    ),
    ("maintenance", {"first_step": "triweekly"}, 7, "2026-03-23", "2026-08-17"),
    ("maintenance", {"first_step": "monthly"}, 3, "2026-03-30", "2026-05-25"),
    (
        "maintenance",
        {"first_step": "monthly", "monthly_sessions": 6, "sessions_done": 5},
        1,
        "2026-03-30",
        "2026-03-30",
    ),
    ("scheduled", {"risk": "high"}, 26, "2026-03-09", "2026-08-31"),
    ("scheduled", {"risk": "moderate"}, 13, "2026-03-16", "2026-08-31"),
    ("scheduled", {"risk": "stable"}, 8, "2026-03-23", "2026-08-17"),
    ("scheduled", {"risk": "well_stabilized"}, 6, "2026-03-30", "2026-08-17"),
    ("scheduled", {"risk": "moderate", "scheduled_sessions": 2}, 2, "2026-03-16", "2026-03-30"),
    # Weeks 1 to 4 twice, weeks 5 to 8 once, weeks 10, 12 … 26: 8 + 4 + 9.
    ("esketamine", {"indication": "trd"}, 21, "2026-03-02", "2026-08-24"),
    ("esketamine", {"indication": "trd", "spaced_weeks": 1, "label_weeks": 12}, 16, "2026-03-02", "2026-05-18"),
    ("esketamine", {"indication": "trd", "label_weeks": 4}, 8, "2026-03-02", "2026-03-26"),
    ("esketamine", {"indication": "mdsi"}, 8, "2026-03-02", "2026-03-26"),
    ("whole_course", STOP, 21, "2026-03-02", "2026-11-26"),
]


@pytest.mark.parametrize(("mode", "more", "count", "first", "last"), FACTS)
def test_a_plan_has_its_treatments(mode: str, more: dict[str, Any], count: int, first: str, last: str) -> None:
    found = evaluate("monitoring_calendar", {"mode": mode, "start": "2026-03-02", **more})
    assert (found["treatments"], found["first_date"], found["last_date"]) == (count, first, last)


def test_a_plan_has_the_dates_that_its_own_calculator_gives() -> None:
    found = evaluate("monitoring_calendar", {"mode": "induction_maintenance", "start": "2026-03-02"})
    induction = evaluate("induction_plan", {"start": "2026-03-02"})
    spacing = evaluate(
        "maintenance_plan", {"induction_end": induction["last_date"], "biweekly_sessions": 4, "monthly_sessions": 3}
    )
    assert found["dates"] == induction["dates"] + spacing["dates"]
    stopped = evaluate("monitoring_calendar", {"mode": "whole_course", "start": "2026-03-02", **STOP})
    plan = evaluate("discontinuation_plan", {"last_dose": spacing["last_date"], **STOP})
    assert (stopped["check_dates"], stopped["resume_phq9"]) == (plan["check_dates"], plan["resume_phq9"])


def test_each_dose_of_esketamine_is_in_the_week_and_the_frequency_of_the_label() -> None:
    """Esketamine visit is asked about each: none of the plan's own intervals counts as a missed session."""
    before = None
    for row in rows(calendar("esketamine", indication="trd")):
        if not row[2].startswith("Esketamine"):
            continue
        day, week = date.fromisoformat(row[0]), int(row[4].split(" ")[1])
        visit: dict[str, Any] = {
            "indication": "trd",
            "week": week,
            "is_first_dose": before is None,
            "dose_mg": 56,
            "age": 40,
        }
        visit |= {"last_visit_days_ago": (day - before).days} if before else {}
        found = evaluate("esketamine_visit", visit)
        step = {"twice_weekly": "Twice weekly", "weekly": "Weekly"}.get(found["frequency"], "Every 2 weeks")
        assert (row[3], found["missed"] or False) == (step, False)
        before = day


def test_a_closed_day_moves_its_date_to_the_next_open_one_and_says_how_far() -> None:
    # Monday 9 March closed: Tuesday 10 March; Thursday 12 March would follow after 2 days, 3 are kept: Friday 13 March.
    answer = calendar("induction", holidays=[{"first": "2026-03-09", "name": "Clinic closed"}])
    found = {row[2]: (row[0], row[1], row[5]) for row in rows(answer)}
    assert found["Induction 3"] == ("2026-03-10", "Tuesday", "1 day later than 2026-03-09 (Monday): Clinic closed")
    assert found["Induction 4"][:2] == ("2026-03-13", "Friday")
    assert "keeps its interval" in found["Induction 4"][2]
    assert found["Induction 5"] == ("2026-03-16", "Monday", "")
    assert answer["values"]["moved"] == 2
    assert any("2 dates moved off closed days, by at most 1 day" in notice["text"] for notice in answer["warnings"])


def test_three_times_a_week_keeps_two_days_between_treatments() -> None:
    # Wednesday 4 March closed: Thursday 5; Friday 6 becomes Saturday 7, closed, so Monday 9; Monday 9 becomes Wednesday 11.
    answer = calendar("induction", per_week=3, closed_weekdays=WEEKEND, holidays=[{"first": "2026-03-04"}])
    assert answer["values"]["dates"][:5] == ["2026-03-02", "2026-03-05", "2026-03-09", "2026-03-11", "2026-03-13"]


def test_a_treatment_every_three_weeks_is_never_closer_than_two() -> None:
    # From 2 March every 3 weeks: 23 March and 13 April. Closed 23 March to 5 April: 6 April, and the next not before 20 April.
    closed = [{"first": "2026-03-23", "last": "2026-04-05"}]
    answer = calendar("maintenance", first_step="triweekly", holidays=closed)
    assert answer["values"]["dates"][:3] == ["2026-04-06", "2026-04-20", "2026-05-04"]


def test_an_interval_that_a_move_makes_too_long_is_cautioned() -> None:
    # Thursday 5 March closed: 6 March, 4 days after 2 March, no session missed; closed until 9 March: 10 March, 8 days.
    short = calendar("esketamine", indication="trd", holidays=[{"first": "2026-03-05"}])
    long = calendar("esketamine", indication="trd", holidays=[{"first": "2026-03-05", "last": "2026-03-09"}])
    assert rules(short) == set()
    assert rules(long) == {"monitoring_calendar.gap_too_long"}
    assert "8 days between Esketamine 1 and Esketamine 2" in " ".join(long["dangers"])


def test_stopping_is_counted_from_the_last_dose_as_it_will_be_given() -> None:
    # Monthly from 2 March, the third on 25 May, closed: 26 May, so that the checks are on Tuesdays.
    stop: dict[str, Any] = {
        "first_step": "monthly",
        **STOP,
        "holidays": [{"first": "2026-05-25", "name": "Memorial Day"}],
    }
    found = calendar("maintenance_discontinuation", **stop)["values"]
    assert found["last_date"] == "2026-05-26"
    assert found["check_dates"] == ["2026-06-02", "2026-06-09", "2026-06-23", "2026-07-21", "2026-08-18"]


def test_what_falls_due_on_the_day_of_a_treatment_is_done_at_it() -> None:
    # Weekly from 2 March: the fourth session is on 30 March, day 28.
    answer = calendar("scheduled", risk="high")
    row = next(row for row in rows(answer) if row[0] == "2026-03-30")
    assert (row[2], row[4]) == ("Maintenance 4", "Function")
    assert "Check, day 28" not in names(answer)


def test_an_arranged_visit_stays_where_it_is_and_is_asked_about_on_a_closed_day() -> None:
    visits = [{"day": "2026-03-07"}, {"day": "2026-03-11"}]
    answer = calendar("induction", closed_weekdays=WEEKEND, next_visit=visits)
    assert names(answer)["Visit 1"] == "2026-03-07"
    assert rules(answer) == {"monitoring_calendar.arranged_on_a_closed_day"}
    assert "2026-03-07 (Saturday)" in next(n["text"] for n in answer["warnings"] if n["kind"] == "caution")


def test_an_as_needed_plan_has_its_threshold_and_no_treatment() -> None:
    answer = calendar("as_needed")
    assert (answer["values"]["treatments"], answer["values"]["return_above"]) == (0, 10)
    assert "PHQ-9 above 10, or at once with suicidal thoughts" in answer["headline"]
    signs = dict(rows(answer, "When the patient returns"))
    assert signs["PHQ-9 above 10"] == "Return visit"
    assert "10 or more" in signs["PHQ-9 exactly 10"]
    assert "C-SSRS" in signs["Suicidal thoughts, at any score"]


def test_every_day_of_the_clinic_is_a_day_for_the_patient() -> None:
    answer = calendar("whole_course", **STOP)
    patient = rows(answer, "Dates for the patient")
    assert [row[:2] for row in patient] == [row[:2] for row in rows(answer)]
    assert all("No driving" in row[2] and "takes you home" in row[3] for row in patient if "Treatment." in row[2])


def test_the_line_of_time_has_each_treatment_and_each_step() -> None:
    (chart,) = calendar("induction_maintenance")["charts"]
    assert [point["value"] for point in chart["points"]] == list(range(1, 22))
    # 6 treatments of induction, 4 weekly, 4 every 2 weeks, 4 every 3 weeks, 3 monthly.
    assert [(band["label"], band["low"], band["upto"]) for band in chart["bands"]] == [
        ("Induction", 0, 7), ("Weekly", 7, 11), ("Every 2 weeks", 11, 15), ("Every 3 weeks", 15, 19),
        ("Monthly (28 days)", 19, 22),
    ]  # fmt: skip
    assert "Induction: 6, 2026-03-02 to 2026-03-19" in chart["description"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (
            {"closed_weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]},
            "closed_weekdays",
        ),
        ({"holidays": [{"first": "2026-03-05", "last": "2026-03-04"}]}, "holidays.0.last"),
        ({"holidays": [{"first": "2026-03-05", "last": "2027-03-06"}]}, "holidays.0.last"),
        ({"next_visit": [{"day": "2026-03-05"}, {"day": "2026-03-05"}]}, "next_visit.1.day"),
        ({"mode": "scheduled"}, "risk"),
        ({"mode": "esketamine"}, "indication"),
        ({"mode": "discontinuation"}, "stable_phq9"),
        ({"mode": "maintenance", "first_step": "monthly", "biweekly_sessions": 4}, "biweekly_sessions"),
        ({"mode": "maintenance", "sessions_done": 4}, "sessions_done"),
        ({"risk": "high"}, "risk"),
    ],
)
def test_what_does_not_go_together_is_refused(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        WORKSHEET.run({"mode": "induction", "start": "2026-03-02", **change})
    assert field in {problem.field for problem in refused.value.problems}


def test_an_empty_row_of_a_form_is_no_visit_and_no_closure() -> None:
    entries = [["mode", "induction"], ["start", "2026-03-02"], ["next_visit.0.day", ""], ["holidays.0.first", " "]]
    entries += [["holidays.0.last", ""], ["holidays.0.name", ""], ["holidays.1.first", "2026-03-05"]]
    reply = json.loads(answer(json.dumps({"calculator": "monitoring_calendar", "entries": entries})))
    # Thursday 5 March is closed: Friday 6 March, and Monday 9 March is 3 days later.
    assert reply["answer"]["values"]["dates"][:3] == ["2026-03-02", "2026-03-06", "2026-03-09"]
    wrong = [*entries, ["holidays.2.first", ""], ["holidays.2.name", "Christmas"]]
    (problem,) = json.loads(answer(json.dumps({"calculator": "monitoring_calendar", "entries": wrong})))["problems"]
    assert (problem["field"], problem["message"]) == ("holidays.2.first", "Closure 3: Enter first day.")


def test_a_closure_of_a_year_is_the_longest() -> None:
    # 5 March 2026 to 5 March 2027 are 366 days.
    found = calendar("induction", holidays=[{"first": "2026-03-05", "last": "2027-03-05"}])
    assert found["values"]["dates"][1] == "2027-03-06"


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))


@st.composite
def closed_plans(draw: st.DrawFn) -> dict[str, Any]:
    start = draw(DAYS)
    mode = draw(st.sampled_from(["induction", "induction_maintenance", "whole_course", "scheduled", "esketamine"]))
    plan: dict[str, Any] = {"mode": mode, "start": start}
    plan |= {"per_week": draw(st.sampled_from([2, 3]))} if "indu" in mode or mode == "whole_course" else {}
    plan |= STOP if mode == "whole_course" else {}
    plan |= (
        {"risk": draw(st.sampled_from(["high", "moderate", "stable", "well_stabilized"]))}
        if mode == "scheduled"
        else {}
    )
    plan |= {"indication": "trd", "spaced_weeks": draw(st.sampled_from([1, 2]))} if mode == "esketamine" else {}
    plan["closed_weekdays"] = draw(st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=6))
    ahead = st.integers(0, 300)
    closures = draw(st.lists(st.tuples(ahead, st.integers(0, 20)), max_size=4))
    plan["holidays"] = [
        {"first": start + timedelta(days=first), "last": start + timedelta(days=first + length)}
        for first, length in closures
    ]
    return plan


@given(closed_plans())
def test_no_day_is_twice_none_is_closed_and_no_date_is_lost(plan: dict[str, Any]) -> None:
    found = full_answer(WORKSHEET, plan)
    without = evaluate(
        "monitoring_calendar", {k: v for k, v in plan.items() if k not in ("closed_weekdays", "holidays")}
    )
    dates = [date.fromisoformat(day) for day in found["values"]["dates"]]
    planned = [date.fromisoformat(day) for day in without["dates"]]
    assert len(dates) == len(planned)
    assert len(set(dates)) == len(dates)
    assert all(moved >= day for moved, day in zip(dates, planned, strict=True))
    assert all((after - before).days >= 2 for before, after in pairwise(dates))
    shown = [date.fromisoformat(row[0]) for row in rows(found)]
    assert shown == sorted(set(shown))
    assert set(dates) <= set(shown)
    closures = [(closure["first"], closure["last"]) for closure in plan["holidays"]]
    for day in shown:
        assert WEEKDAYS[day.weekday()] not in plan["closed_weekdays"]
        assert not any(first <= day <= last for first, last in closures)
