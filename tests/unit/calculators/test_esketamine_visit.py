"""Esketamine visit. US label: devices of 28 mg, 56 mg on Day 1, weeks 1–4, 5–8 and 9 on, 4 weeks in the second indication."""

from dataclasses import replace

import pytest

from ketamine_calculators.catalogue.esketamine_visit import CALCULATOR, Visit
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

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


@pytest.mark.parametrize(
    ("visit", "headline", "week"),
    [
        (
            replace(LATER, week=4),
            "84 mg, 3 devices; twice weekly",
            "Week 4: within weeks 1–4; weekly from week 5, in 1 week",
        ),
        (LATER, "84 mg, 3 devices; twice weekly", "Week 2: within weeks 1–4; weekly from week 5, in 3 weeks"),
        (
            SUICIDAL,
            "84 mg, 3 devices; twice weekly",
            "Week 2: within weeks 1–4; not evaluated from week 5, in 3 weeks",
        ),
        (
            replace(LATER, week=5),
            "84 mg, 3 devices; weekly",
            "Week 5: within weeks 5–8; weekly or every 2 weeks from week 9, in 4 weeks",
        ),
        (
            replace(LATER, week=8),
            "84 mg, 3 devices; weekly",
            "Week 8: within weeks 5–8; weekly or every 2 weeks from week 9, in 1 week",
        ),
        (
            replace(LATER, week=9, dose_mg=56),
            "56 mg, 2 devices; weekly or every 2 weeks, the least frequent that holds the response",
            "Week 9: from week 9 on",
        ),
        (
            replace(SUICIDAL, week=5),
            "Not in line with the label: beyond 4 weeks: not evaluated",
            "Week 5: past the 4 weeks that were evaluated",
        ),
    ],
)
def test_the_answer_says_where_in_the_label_the_week_lies(visit: Visit, headline: str, week: str) -> None:
    answer = CALCULATOR(visit)
    assert CALCULATOR.headline(visit, answer) == headline
    assert list(CALCULATOR.working(visit, answer))[2] == week


def test_the_working_counts_devices_rests_and_the_first_dose() -> None:
    assert list(CALCULATOR.working(FIRST, CALCULATOR(FIRST))) == [
        "Devices: 84 mg ÷ 28 mg = 3, with 2 sprays each",
        "Rests: 5 min × (3 − 1) = 10 min",
        "Week 1: within weeks 1–4; weekly from week 5, in 4 weeks",
        "First dose: 84 mg; the label's Day 1 dose is 56 mg",
    ]


def test_only_a_first_dose_in_resistant_depression_is_measured_against_day_1() -> None:
    for visit in (LATER, replace(SUICIDAL, week=1, is_first_dose=True)):
        assert len(list(CALCULATOR.working(visit, CALCULATOR(visit)))) == 3


# visit -> stops, by a word of each
@pytest.mark.parametrize(
    ("visit", "stops"),
    [
        pytest.param(LATER, [], id="in line with the label"),
        pytest.param(FIRST, ["starts at 56 mg"], id="a first dose of 84 mg"),
        pytest.param(SUICIDAL, ["suicide risk"], id="acute suicidality"),
        pytest.param(replace(SUICIDAL, week=5), ["beyond 4 weeks", "suicide risk"], id="acute suicidality, fifth week"),
    ],
)
def test_a_stop_comes_only_where_it_belongs(visit: Visit, stops: list[str]) -> None:
    said = [notice.text for notice in CALCULATOR.warnings(visit, CALCULATOR(visit)) if notice.kind == "stop"]
    assert len(said) == len(stops)
    assert all(word in text for word, text in zip(stops, said, strict=True))


@pytest.mark.parametrize(
    ("visit", "noted"), [(SUICIDAL, False), (replace(SUICIDAL, dose_mg=56), True), (replace(LATER, dose_mg=56), False)]
)
def test_56_mg_is_called_a_reduction_in_the_second_indication_only(visit: Visit, noted: bool) -> None:
    assert ("reduction for tolerability" in warned(visit)) is noted


@pytest.mark.parametrize(
    ("visit", "topics"),
    [
        (FIRST, ["Day 1 dose", "Alone or added"]),
        (LATER, ["Alone or added"]),
        (replace(LATER, week=3), ["Alone or added"]),
        (replace(LATER, week=4), ["Maintenance", "Alone or added"]),
        (replace(LATER, week=9, age=65), ["Maintenance", "Alone or added", "Age 65 and over"]),
        (SUICIDAL, []),
        (replace(SUICIDAL, week=4, age=64), []),
    ],
)
def test_the_literature_is_shown_where_it_touches_the_visit(visit: Visit, topics: list[str]) -> None:
    answer = CALCULATOR(visit)
    assert [one.topic for one in CALCULATOR.differences if one.when(visit, answer)] == topics


def test_the_latest_week_is_the_hundredth_year() -> None:
    given = {"indication": "trd", "week": 5200, "is_first_dose": False, "dose_mg": 56, "age": 45}
    assert evaluate("esketamine_visit", given)["allowed"]
    with pytest.raises(InvalidInputs, match="from 1 to 5200"):
        evaluate("esketamine_visit", given | {"week": 5201})


def test_what_the_label_asks_for_around_the_dose() -> None:
    # US label: no food for 2 h, no liquids for 30 min, other nasal drugs 1 h before; blood pressure about 40 min after.
    said = warned(LATER)
    assert "No food for 2 h and no liquids for 30 min before" in said
    assert "a nasal steroid or decongestant at least 1 h before" in said
    assert "blood pressure before the dose and about 40 min after it" in said


def test_the_reduced_dose_and_the_lower_start_abroad_are_named() -> None:
    # US label, acute suicidal ideation: 84 mg, may be reduced to 56 mg. EU and Hong Kong: 28 mg from 65 years.
    assert "The label's dose is 84 mg; 56 mg is its reduction" in warned(replace(SUICIDAL, dose_mg=56))
    assert "From 65 years EU and Hong Kong texts start at 28 mg" in warned(replace(LATER, age=65))
