"""The plans of a course: the protocol's numbers where none is entered, weekdays and weekends, and days that differ."""

from datetime import date, timedelta
from typing import Any

import pytest

from ketamine_calculators import find
from ketamine_calculators.answer import full_answer

COURSE, INDUCTION, MAINTENANCE = find("course"), find("induction_plan"), find("maintenance_plan")
# 2026-03-02 is a Monday.
SCORES = {"scale": "phq9", "scores": [{"day": "2026-03-02", "total": 21}, {"day": "2026-03-30", "total": 6}]}


def planned(**plans: Any) -> dict[str, Any]:
    return full_answer(COURSE, {**SCORES, **plans})


def rows(answer: dict[str, Any], label: str) -> list[list[str]]:
    return next(table["rows"] for table in answer["tables"] if table["label"] == label)


def told(answer: dict[str, Any], kind: str) -> str:
    return " ".join(notice["text"] for notice in answer["warnings"] if notice["kind"] == kind)


def test_a_first_day_alone_plans_the_six_treatments_of_the_protocol() -> None:
    answer = planned(start="2026-03-02")
    # House article: usually 6 sessions, 2–3 a week. Days 1 and 4 of three weeks.
    assert [row[0] for row in rows(answer, "Treatments") if row[2].startswith("Induction")] == [
        "2026-03-02", "2026-03-05", "2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19",
    ]  # fmt: skip
    assert "our protocol where none was entered: 2 treatments a week and 6 treatments." in told(answer, "note")


def test_a_last_day_of_induction_alone_plans_the_fewest_sessions_of_the_protocol() -> None:
    answer = planned(induction_end="2026-03-19")
    alone = full_answer(MAINTENANCE, {"induction_end": "2026-03-19", "biweekly_sessions": 4, "monthly_sessions": 3})
    assert rows(answer, "Sessions") == rows(alone, "Sessions")
    assert "4 sessions every 2 weeks (4 to 8) and 3 monthly sessions (3 to 6)." in told(answer, "note")


def test_a_number_that_is_entered_is_taken_and_not_called_the_protocol_s() -> None:
    answer = planned(
        start="2026-03-02", per_week=3, sessions=8, induction_end="2026-03-18", biweekly_sessions=5, monthly_sessions=6
    )
    assert len([row for row in rows(answer, "Treatments") if row[2].startswith("Induction")]) == 8
    assert len(rows(answer, "Sessions")) == 4 + 5 + 4 + 6
    assert "where none was entered" not in told(answer, "note")


@pytest.mark.parametrize(("end", "cautioned"), [("2026-03-19", False), ("2026-03-22", True), ("2026-03-18", True)])
def test_a_last_day_of_induction_that_is_not_the_planned_one_is_said(end: str, cautioned: bool) -> None:
    answer = planned(start="2026-03-02", induction_end=end)
    told_of = f"It is 2026-03-19 (Thursday) by the first treatment, and {end}"
    assert (told_of in told(answer, "caution")) is cautioned
    # The plan keeps to what was entered.
    assert rows(answer, "Sessions")[0][0] == str(date.fromisoformat(end) + timedelta(weeks=1))


def test_sessions_on_a_weekend_are_marked_and_counted() -> None:
    # 2026-09-20 is a Sunday.
    answer = planned(induction_end="2026-09-20")
    assert {row[1] for row in rows(answer, "Sessions")} == {"Sunday (weekend)"}
    assert "Choose another weekday of the sessions to avoid weekends. 15 of 15 sessions fall on a weekend" in told(
        answer, "note"
    )
    assert "weekend" not in told(planned(induction_end="2026-09-18"), "note")


@pytest.mark.parametrize(
    ("start", "per_week", "weekends", "instead"),
    [
        # From a Wednesday: days 1 and 4 are Wednesday and Saturday; days 1, 3 and 5 Wednesday, Friday and Sunday.
        ("2026-03-04", 2, 3, "Start on a Monday or Tuesday to avoid weekends. 3 of 6 treatments fall"),
        ("2026-03-04", 3, 2, "Start on a Monday to avoid weekends. 2 of 6 treatments fall"),
        ("2026-03-03", 2, 0, ""),
        ("2026-03-02", 3, 0, ""),
    ],
)
def test_treatments_on_a_weekend_are_marked_with_the_days_that_avoid_it(
    start: str, per_week: int, weekends: int, instead: str
) -> None:
    answer = full_answer(INDUCTION, {"start": start, "per_week": per_week, "sessions": 6})
    marked = [row for row in rows(answer, "Treatments") if row[2].startswith("Induction") and "(weekend)" in row[1]]
    assert len(marked) == weekends
    assert instead in told(answer, "note")
    assert ("weekends" in told(answer, "note")) is bool(weekends)


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize("end", [date(2026, 9, 14) + timedelta(days=shift) for shift in range(7)])
@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_a_chosen_weekday_moves_all_sessions_together_to_the_nearest_one(end: date, weekday: str) -> None:
    asked = {"induction_end": str(end), "biweekly_sessions": 4, "monthly_sessions": 3}
    as_it_falls, chosen = MAINTENANCE.run(asked), MAINTENANCE.run({**asked, "weekday": weekday})
    days = [date.fromisoformat(day) for day in chosen["dates"]]
    assert {WEEKDAYS[day.weekday()] for day in days} == {weekday}
    moved = {(day - date.fromisoformat(before)).days for day, before in zip(days, as_it_falls["dates"], strict=True)}
    (by,) = moved
    assert abs(by) <= 3
    assert (days[0] - end).days == 7 + by
    assert chosen["total_days"] == (days[-1] - end).days


def test_how_far_the_sessions_were_moved_is_said_and_worked_out() -> None:
    # From Sunday 2026-09-20 a week is Sunday 2026-09-27; the nearest Monday is the 28th, eight days after.
    answer = full_answer(
        MAINTENANCE,
        {"induction_end": "2026-09-20", "biweekly_sessions": 4, "monthly_sessions": 3, "weekday": "monday"},
    )
    assert rows(answer, "Sessions")[0] == ["2026-09-28", "Monday", "Maintenance 1", "Weekly"]
    assert "The first session is 8 days after the end of induction instead of 7" in told(answer, "note")
    assert answer["working"][0] == "Counted to Mondays: 2026-09-20 + 1 days = 2026-09-21"
    assert answer["working"][-1] == "Days: 28 + 56 + 84 + 84 + 1 = 253"
    earlier = full_answer(
        MAINTENANCE,
        {"induction_end": "2026-09-20", "biweekly_sessions": 4, "monthly_sessions": 3, "weekday": "friday"},
    )
    assert "The first session is 5 days after the end of induction instead of 7" in told(earlier, "note")
    assert earlier["working"][-1] == "Days: 28 + 56 + 84 + 84 − 2 = 250"


def test_the_weekday_that_the_induction_ends_on_moves_nothing() -> None:
    asked = {"induction_end": "2026-03-19", "biweekly_sessions": 4, "monthly_sessions": 3}
    kept = full_answer(MAINTENANCE, {**asked, "weekday": "thursday"})
    assert kept["values"] == full_answer(MAINTENANCE, asked)["values"]
    assert "instead of" not in told(kept, "note")


def test_the_dose_of_each_score_stands_in_table_and_chart() -> None:
    scores = [
        {"day": "2026-03-02", "total": 21, "treatments_completed": 0},
        {"day": "2026-03-09", "total": 16, "treatments_completed": 2, "dose": 0.5},
    ]
    answer = full_answer(COURSE, {"scale": "phq9", "scores": scores, "start": "2026-03-02"})
    (table,) = (one for one in answer["tables"] if one["label"] == "Scores")
    assert [row[table["head"].index("Dose, mg/kg")] for row in table["rows"]] == ["", "0.5"]
    lanes = {
        lane["label"]: [(mark["day"], mark["text"]) for mark in lane["marks"]] for lane in answer["charts"][0]["lanes"]
    }
    assert lanes["Dose, mg/kg"] == [("2026-03-09", "0.5")]
    assert lanes["Treatments completed"] == [("2026-03-02", "0"), ("2026-03-09", "2")]
    assert [day for day, _ in lanes["Treatments planned"]] == [
        row[0] for row in rows(answer, "Treatments") if row[2].startswith("Induction")
    ]


def test_the_bands_of_the_chart_are_those_of_the_scale_without_a_gap() -> None:
    # Kroenke 2001: 0–4, 5–9, 10–14, 15–19, 20–27.
    (chart,) = planned()["charts"]
    assert [(band["label"], band["low"], band["upto"]) for band in chart["bands"]] == [
        ("Minimal", 0, 5), ("Mild", 5, 10), ("Moderate", 10, 15), ("Moderately severe", 15, 20), ("Severe", 20, 27),
    ]  # fmt: skip
