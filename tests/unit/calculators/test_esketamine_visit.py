"""Esketamine visit. US label: devices of 28 mg, 56 mg on Day 1, weeks 1–4, 5–8 and 9 on, 4 weeks in the second indication."""

from dataclasses import replace

import pytest

from ketamine_calculators.catalogue.esketamine_visit import CALCULATOR, Visit
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.library import evaluate

LATER = Visit(indication="trd", week=2, is_first_dose=False, dose_mg=84, age=45)
FIRST = replace(LATER, week=1, is_first_dose=True)
SUICIDAL = replace(LATER, indication="mdsi")

# change of FIRST, LATER or SUICIDAL -> allowed, reason
ALLOWED = [
    ("the first dose of 56 mg is the label's", replace(FIRST, dose_mg=56), True, "ok"),
    ("a first dose of 84 mg is not", FIRST, False, "first_dose_must_be_56"),
    ("the second dose in week 1 may be 84 mg", replace(FIRST, is_first_dose=False), True, "ok"),
    (
        "in the second indication the first dose may be 84 mg",
        replace(SUICIDAL, week=1, is_first_dose=True),
        True,
        "ok",
    ),
    ("and may be 56 mg", replace(SUICIDAL, week=1, is_first_dose=True, dose_mg=56), True, "ok"),
    ("its fourth week is its last", replace(SUICIDAL, week=4), True, "ok"),
    ("its fifth week was not evaluated", replace(SUICIDAL, week=5), False, "beyond_4_weeks_not_evaluated"),
    ("in resistant depression the fifth week goes on", replace(LATER, week=5), True, "ok"),
    ("and so does the hundredth", replace(LATER, week=100), True, "ok"),
]


@pytest.mark.parametrize(("visit", "allowed", "reason"), [pytest.param(v, a, r, id=fact) for fact, v, a, r in ALLOWED])
def test_what_the_label_allows(visit: Visit, allowed: bool, reason: str) -> None:
    answer = CALCULATOR(visit)
    assert (answer.allowed, answer.reason) == (allowed, reason)


@pytest.mark.parametrize(
    ("week", "resistant", "suicidal"),
    [
        (1, "twice_weekly", "twice_weekly"),
        (4, "twice_weekly", "twice_weekly"),
        (5, "weekly", None),
        (8, "weekly", None),
        (9, "weekly_or_every_2_weeks", None),
        (52, "weekly_or_every_2_weeks", None),
    ],
)
def test_the_frequency_changes_after_weeks_4_and_8(week: int, resistant: str, suicidal: str | None) -> None:
    assert CALCULATOR(replace(LATER, week=week)).frequency == resistant
    assert CALCULATOR(replace(SUICIDAL, week=week)).frequency == suicidal


@pytest.mark.parametrize(("dose", "devices", "sprays", "rest"), [(56, 2, 4, 5), (84, 3, 6, 10)])
def test_a_dose_is_devices_of_28_mg_with_a_rest_between_each_two(
    dose: int, devices: int, sprays: int, rest: int
) -> None:
    answer = CALCULATOR(replace(LATER, dose_mg=dose))
    assert (answer.devices, answer.sprays, answer.rest_minutes, answer.observe_minutes) == (devices, sprays, rest, 120)


def test_a_refused_first_dose_still_says_what_it_would_take() -> None:
    answer = CALCULATOR(FIRST)
    assert (answer.devices, answer.rest_minutes, answer.frequency) == (3, 10, "twice_weekly")


def warned(visit: Visit) -> str:
    return " ".join(notice.text for notice in CALCULATOR.warnings(visit, CALCULATOR(visit)))


@pytest.mark.parametrize(("age", "noted"), [(64, False), (65, True)])
def test_from_65_years_other_texts_are_pointed_out_but_the_dose_stands(age: int, noted: bool) -> None:
    visit = replace(FIRST, dose_mg=56, age=age)
    assert CALCULATOR(visit).allowed
    assert ("EU and Hong Kong" in warned(visit)) is noted


@pytest.mark.parametrize(("week", "asked"), [(4, False), (5, True), (9, True)])
def test_after_week_4_it_asks_for_evidence_of_benefit(week: int, asked: bool) -> None:
    assert ("evidence of benefit" in warned(replace(LATER, week=week))) is asked


def test_acute_suicidality_leads_to_the_screener_and_to_crisis_steps() -> None:
    notices = list(CALCULATOR.warnings(SUICIDAL, CALCULATOR(SUICIDAL)))
    assert any(n.calculator == "cssrs_screener" and n.kind == "stop" and "crisis" in n.text for n in notices)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"is_first_dose": True, "week": 2}, "First dose ever is in week 1"),
        ({"dose_mg": 28}, "Dose must be 56 or 84 mg"),
        ({"dose_mg": 112}, "Dose must be 56 or 84 mg"),
        ({"dose_mg": True}, "Dose must be 56 or 84 mg"),
        ({"week": 0}, "Week of treatment must be a whole number from 1"),
        ({"week": 1.5}, "Week of treatment must be a whole number"),
        ({"age": 17}, "Age must be a whole number from 18 to 120 years"),
        ({"indication": "mdd"}, "Indication must be trd or mdsi"),
        ({"is_first_dose": "no"}, "First dose ever: answer yes or no"),
    ],
)
def test_it_refuses_what_the_label_does_not_know(change: dict[str, object], message: str) -> None:
    given = {"indication": "trd", "week": 2, "is_first_dose": False, "dose_mg": 56, "age": 45}
    with pytest.raises(InvalidInputs) as refused:
        evaluate("esketamine_visit", given | change)
    assert message in str(refused.value)
