"""Esketamine visit. US label: devices of 28 mg, 56 mg on Day 1, weeks 1–4, 5–8 and 9 on, 4 weeks in the second indication.

EU text: 28 mg on Day 1 from 65 years. House values by rule 5 of the clinical addendum: missed after more than 4, 8 and 15 days,
a lapse after more than 28, oxygen saturation from 93%.
"""

import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from ketamine_calculators.catalogue import bp_gate
from ketamine_calculators.catalogue.esketamine_visit import CALCULATOR, Visit
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.registry import evaluate

LATER = Visit(indication="trd", week=2, is_first_dose=False, dose_mg=84, age=45)
FIRST = replace(LATER, week=1, is_first_dose=True)
SUICIDAL = replace(LATER, indication="mdsi")
EU_FIRST = replace(FIRST, dose_mg=56, region="eu")

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
    ("and may not be 56 mg", replace(SUICIDAL, week=1, is_first_dose=True, dose_mg=56), False, "first_dose_must_be_84"),
    ("a later dose may be 56 mg", replace(SUICIDAL, dose_mg=56), True, "ok"),
    ("its fourth week is its last", replace(SUICIDAL, week=4), True, "ok"),
    ("its fifth week was not evaluated", replace(SUICIDAL, week=5), True, "beyond_4_weeks_not_evaluated"),
    ("in resistant depression the fifth week goes on", replace(LATER, week=5), True, "ok"),
    ("and so does the hundredth", replace(LATER, week=100), True, "ok"),
    ("by the EU text 28 mg begins at 65 years", replace(FIRST, dose_mg=28, age=65, region="eu"), True, "ok"),
    ("at 65 years it does not begin with 56 mg", replace(EU_FIRST, age=65), False, "first_dose_must_be_28"),
    ("at 64 years it begins with 56 mg", replace(EU_FIRST, age=64), True, "ok"),
    ("and not with 84 mg", replace(EU_FIRST, age=64, dose_mg=84), False, "first_dose_must_be_56"),
    ("the US label begins with 56 mg at 65 years too", replace(EU_FIRST, age=65, region="us"), True, "ok"),
    ("a later dose at 65 years may be 28, 56 or 84 mg", replace(LATER, age=65, region="eu", dose_mg=28), True, "ok"),
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


@pytest.mark.parametrize(("dose", "devices", "sprays", "rest"), [(28, 1, 2, 0), (56, 2, 4, 5), (84, 3, 6, 10)])
def test_a_dose_is_devices_of_28_mg_with_a_rest_between_each_two(
    dose: int, devices: int, sprays: int, rest: int
) -> None:
    answer = CALCULATOR(replace(LATER, dose_mg=dose, age=65, region="eu"))
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


@pytest.mark.parametrize("change", [{"week": 2, "is_first_dose": False}, {"region": "eu", "dose_mg": 28}])
def test_the_lower_start_abroad_is_a_matter_of_the_first_dose_under_the_us_label(change: dict[str, Any]) -> None:
    assert "EU and Hong Kong" not in warned(replace(FIRST, age=65, **change))


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
        ({"dose_mg": 28}, "Dose must be 56 or 84 mg here. Only the EU text has 28 mg, from 65 years."),
        ({"dose_mg": 28, "age": 65}, "Dose must be 56 or 84 mg here"),
        ({"dose_mg": 28, "age": 64, "region": "eu"}, "Dose must be 56 or 84 mg here"),
        ({"dose_mg": 112}, "Dose must be 28, 56 or 84 mg"),
        ({"dose_mg": True}, "Dose must be 28, 56 or 84 mg"),
        ({"region": "uk"}, "Text that applies must be us or eu"),
        ({"last_visit_days_ago": 366}, "from 0 to 365 days"),
        ({"last_visit_days_ago": 2.5}, "must be a whole number"),
        ({"spo2": 49}, "Oxygen saturation before the dose must be a number from 50 to 100%"),
        ({"spo2": 100.5}, "from 50 to 100%"),
        ({"systolic": 120}, "Enter the diastolic pressure as well, or neither."),
        ({"diastolic": 80}, "Enter the systolic pressure as well, or neither."),
        ({"systolic": 80, "diastolic": 120}, "Check whether the two were swapped"),
        (
            {"week": 1, "is_first_dose": True, "last_visit_days_ago": 3},
            "Before the first dose ever there was no session",
        ),
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
            "84 mg, 3 devices; beyond 4 weeks: not evaluated",
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


def test_only_a_first_dose_is_measured_against_day_1() -> None:
    assert len(list(CALCULATOR.working(LATER, CALCULATOR(LATER)))) == 3
    first = replace(SUICIDAL, week=1, is_first_dose=True, dose_mg=56)
    assert list(CALCULATOR.working(first, CALCULATOR(first)))[3:] == [
        "First dose: 56 mg; the label's Day 1 dose is 84 mg"
    ]


# visit -> stops, by a word of each
@pytest.mark.parametrize(
    ("visit", "stops"),
    [
        pytest.param(LATER, [], id="in line with the label"),
        pytest.param(FIRST, ["starts this patient at 56 mg"], id="a first dose of 84 mg"),
        pytest.param(
            replace(SUICIDAL, week=1, is_first_dose=True, dose_mg=56),
            ["starts this patient at 84 mg", "suicide risk"],
            id="acute suicidality, a first dose of 56 mg",
        ),
        pytest.param(replace(EU_FIRST, age=65), ["starts this patient at 28 mg"], id="EU text, 65 years"),
        pytest.param(SUICIDAL, ["suicide risk"], id="acute suicidality"),
        pytest.param(replace(SUICIDAL, week=5), ["suicide risk"], id="acute suicidality, fifth week"),
    ],
)
def test_a_stop_comes_only_where_it_belongs(visit: Visit, stops: list[str]) -> None:
    said = [notice.text for notice in CALCULATOR.warnings(visit, CALCULATOR(visit)) if notice.kind == "stop"]
    assert len(said) == len(stops)
    assert all(word in text for word, text in zip(stops, said, strict=True))


@pytest.mark.parametrize(
    ("visit", "noted"),
    [
        (SUICIDAL, False),
        (replace(SUICIDAL, dose_mg=56), True),
        (replace(SUICIDAL, week=1, is_first_dose=True, dose_mg=56), False),
        (replace(LATER, dose_mg=56), False),
    ],
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
        (replace(LATER, region="eu"), ["Indication in Europe"]),
        (EU_FIRST, ["Indication in Europe"]),
        (replace(LATER, last_visit_days_ago=3), ["Missed sessions", "Alone or added"]),
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


def table(visit: Visit) -> list[tuple[str, ...]]:
    (only,) = CALCULATOR.tables(visit, CALCULATOR(visit))
    return list(only.rows)


def test_what_the_label_asks_for_around_the_dose_stands_once_as_a_checklist() -> None:
    # US label: no food for 2 h, no liquids for 30 min, other nasal drugs 1 h before; blood pressure before and about 40 min
    # after; oximetry at each session; at least 2 h; no driving until the next day; REMS; five boxed risks.
    rows = {f"{when}: {what}" for when, what, _ in table(LATER)}
    assert rows == {
        "Before: No food for 2 h, no liquids for 30 min; a nasal steroid or decongestant at least 1 h before",
        "Before: Blood pressure, and pulse oximetry: 93% or more on room air",
        "Dose: Under supervision, devices not primed, 5 min between devices",
        "About 40 min after: Blood pressure, and again until it declines; pulse oximetry",
        "Leaving: Not before 120 min after the last device, and only clinically stable with blood pressure falling; pulse "
        "oximetry",
        "After: No driving or machinery until the next day, after a restful sleep; someone else drives home",
        "Program: REMS: certified setting, patient enrolled",
        "Tell the patient: Sedation; dissociation; respiratory depression; abuse and misuse; suicidal thoughts and behaviors in "
        "pediatric and young adult patients",
    }


def test_each_row_of_the_checklist_says_on_whose_word_it_stands() -> None:
    basis = {what: source for _, what, source in table(LATER)}
    assert all(re.search("Label|label|EU text|boxed", source) for source in basis.values())
    assert basis["Blood pressure, and pulse oximetry: 93% or more on room air"] == "Label; the 93% is our own value"


def test_the_program_is_of_the_us_and_the_setting_of_the_eu() -> None:
    assert [when for when, _, _ in table(replace(LATER, region="eu"))][-2] == "Setting"
    assert [when for when, _, _ in table(LATER)][-2] == "Program"


def test_the_reduced_dose_and_the_lower_start_abroad_are_named() -> None:
    # US label, acute suicidal ideation: 84 mg, may be reduced to 56 mg. EU and Hong Kong: 28 mg from 65 years.
    assert "The label's dose is 84 mg; 56 mg is its reduction" in warned(replace(SUICIDAL, dose_mg=56))
    assert "From 65 years EU and Hong Kong texts start at 28 mg" in warned(replace(FIRST, dose_mg=56, age=65))


def kinds(visit: Visit) -> list[str]:
    return [notice.kind for notice in CALCULATOR.warnings(visit, CALCULATOR(visit))]


# Twice a week, once a week, every two weeks: the label's rhythm.
@pytest.mark.parametrize(("week", "days"), [(1, 3), (2, 4), (4, 2), (5, 3), (8, 7), (9, 14), (52, 7)])
@pytest.mark.parametrize("dose", [56, 84])
@pytest.mark.parametrize("age", [18, 64, 65, 90])
def test_an_ordinary_visit_has_nothing_red_and_at_most_two_notes(week: int, days: int, dose: int, age: int) -> None:
    ordinary = replace(
        LATER, week=week, dose_mg=dose, age=age, last_visit_days_ago=days, worse=False, spo2=Fraction(97),
        systolic=Fraction(120), diastolic=Fraction(75), schedule="every_2_weeks" if days == 14 else None,
    )  # fmt: skip
    assert set(kinds(ordinary)) == {"note"}
    assert len(kinds(ordinary)) <= 2
    assert "oximetry" in warned(ordinary)


def test_an_ordinary_first_visit_has_nothing_red_and_at_most_two_notes() -> None:
    for age in (45, 65):
        assert kinds(replace(FIRST, dose_mg=56, age=age)) in (["note"], ["note", "note"])


# Rule 5: more than 4 days in weeks 1–4, more than 8 in weeks 5–8; from week 9 by the present schedule: more than 8 when
# weekly, more than 15 when every 2 weeks, and without the schedule not known between the two.
@pytest.mark.parametrize(
    ("week", "days", "missed"),
    [
        pytest.param(1, 4, False, id="4 days in week 1 are not missed"),
        pytest.param(4, 4, False, id="4 days in week 4 are not missed"),
        pytest.param(4, 5, True, id="5 days in week 4 are missed"),
        pytest.param(5, 8, False, id="8 days in week 5 are not missed"),
        pytest.param(5, 9, True, id="9 days in week 5 are missed"),
        pytest.param(8, 9, True, id="9 days in week 8 are missed"),
        pytest.param(9, 8, False, id="8 days in week 9 are not missed by either schedule"),
        pytest.param(9, 9, None, id="9 days in week 9 are missed by one schedule"),
        pytest.param(9, 15, None, id="15 days in week 9 are missed by one schedule"),
        pytest.param(9, 16, True, id="16 days in week 9 are missed"),
        pytest.param(2, None, None, id="unknown is not judged"),
    ],
)
def test_a_session_is_missed_after_the_longest_gap_of_its_weeks(
    week: int, days: int | None, missed: bool | None
) -> None:
    assert CALCULATOR(replace(LATER, week=week, last_visit_days_ago=days, worse=False)).missed is missed


@pytest.mark.parametrize(
    ("schedule", "days", "missed", "worse", "following"),
    [
        ("weekly", 8, False, True, "weekly"),
        ("weekly", 9, True, True, "twice_weekly"),
        ("weekly", 14, True, True, "twice_weekly"),
        ("weekly", 14, True, False, "weekly"),
        ("weekly", 14, True, None, None),
        ("every_2_weeks", 14, False, True, "every_2_weeks"),
        ("every_2_weeks", 15, False, True, "every_2_weeks"),
        ("every_2_weeks", 16, True, True, "weekly"),
        ("every_2_weeks", 16, True, False, "every_2_weeks"),
        (None, 9, None, True, None),
        (None, 16, True, True, None),
        (None, 16, True, False, "weekly_or_every_2_weeks"),
    ],
)
def test_from_week_9_the_present_schedule_decides_what_was_missed_and_what_follows(
    schedule: str | None, days: int, missed: bool | None, worse: bool | None, following: str | None
) -> None:
    answer = CALCULATOR(replace(LATER, week=9, schedule=schedule, last_visit_days_ago=days, worse=worse))
    assert (answer.missed, answer.next_frequency) == (missed, following)


@pytest.mark.parametrize(("days", "worse"), [(9, True), (14, None), (15, False), (16, True), (28, None)])
def test_without_the_schedule_both_lines_are_said_and_nothing_is_called_not_missed(
    days: int, worse: bool | None
) -> None:
    visit = replace(LATER, week=9, last_visit_days_ago=days, worse=worse)
    assert "Weekly: missed after more than 8 days; if worse, consider twice weekly" in warned(visit)
    assert "Every 2 weeks: missed after more than 15 days; if worse, consider weekly" in warned(visit)
    working = list(CALCULATOR.working(visit, CALCULATOR(visit)))
    assert f"Last session: {days} days ago; if weekly, limit 8: above, missed" in working
    assert any(line.startswith(f"Last session: {days} days ago; if every 2 weeks, limit 15: ") for line in working)
    # Not worse goes on as it is by either line.
    assert ("caution" in kinds(visit)) is (worse is not False)


@pytest.mark.parametrize("change", [{"week": 8}, {"indication": "mdsi", "week": 9}])
def test_a_schedule_that_the_label_does_not_have_is_refused(change: dict[str, Any]) -> None:
    given = {"indication": "trd", "is_first_dose": False, "dose_mg": 84, "age": 45, "schedule": "weekly", **change}
    with pytest.raises(InvalidInputs, match="Present schedule is asked from week 9 of treatment-resistant depression"):
        evaluate("esketamine_visit", given)


@pytest.mark.parametrize(
    ("week", "days", "worse", "following"),
    [
        pytest.param(3, 10, True, "twice_weekly", id="in the first weeks the schedule goes on, worse or not"),
        pytest.param(4, 10, True, "twice_weekly", id="the fourth week is one of them"),
        pytest.param(6, 12, True, "twice_weekly", id="weekly goes back to twice weekly"),
        pytest.param(6, 12, False, "weekly", id="not worse goes on"),
        pytest.param(6, 7, True, "weekly", id="worse without a missed session goes on"),
        pytest.param(10, 60, True, None, id="without the present schedule it is not known what comes before it"),
        pytest.param(10, 60, False, "weekly_or_every_2_weeks", id="not worse stays spaced"),
        pytest.param(10, 60, None, None, id="not known whether worse is not judged"),
        pytest.param(10, None, True, None, id="without the days nothing follows"),
    ],
)
def test_maintenance_that_was_missed_goes_back_a_step_when_the_depression_is_worse(
    week: int, days: int | None, worse: bool | None, following: str | None
) -> None:
    visit = replace(LATER, week=week, last_visit_days_ago=days, worse=worse)
    assert CALCULATOR(visit).next_frequency == following


def test_a_missed_session_is_a_caution_when_worse_or_unknown_and_a_note_otherwise() -> None:
    missed = replace(LATER, week=6, last_visit_days_ago=12)
    assert "consider the previous schedule, twice weekly" in warned(replace(missed, worse=True))
    assert "find out whether the depression is worse" in warned(missed)
    assert kinds(replace(missed, worse=True)).count("caution") == kinds(missed).count("caution") == 1
    assert set(kinds(replace(missed, worse=False))) == {"note"}


def test_a_step_back_is_told_in_the_headline() -> None:
    visit = replace(LATER, week=6, last_visit_days_ago=12, worse=True)
    assert CALCULATOR.headline(visit, CALCULATOR(visit)) == (
        "Worse since the last session: reassess before the dose. "
        "84 mg, 3 devices; weekly; session missed and worse: consider twice weekly"
    )


@pytest.mark.parametrize(
    ("week", "days", "told"),
    [
        (1, 0, True),
        (4, 1, True),
        (4, 2, False),
        (5, 1, True),
        (5, 3, False),
        (6, 4, True),
        (6, 5, False),
        (9, 4, True),
        (9, 5, False),
        (1, None, False),
    ],
)
def test_a_session_sooner_than_the_rhythm_of_its_week_leads_the_headline(
    week: int, days: int | None, told: bool
) -> None:
    visit = replace(LATER, week=week, last_visit_days_ago=days, worse=None)
    ago = f"Last session {days} {'day' if days == 1 else 'days'} ago: check the date. "
    assert CALCULATOR.headline(visit, CALCULATOR(visit)).startswith(ago) is told
    assert ("Check the date" in warned(visit)) is told


@pytest.mark.parametrize(("week", "days"), [(3, None), (3, 5), (10, 10), (6, 12)])
def test_worse_is_never_unheard(week: int, days: int | None) -> None:
    visit = replace(LATER, week=week, last_visit_days_ago=days, worse=True)
    assert "Worse since the last session" in CALCULATOR.headline(visit, CALCULATOR(visit))
    assert "caution" in kinds(visit)


# Janssen's EU text: 28 mg on Day 1 from 65 years on, every change in steps of 28 mg. Two sessions in the first week.
@pytest.mark.parametrize(
    ("week", "dose", "region", "age", "allowed"),
    [
        (1, 84, "eu", 65, False),
        (1, 56, "eu", 65, True),
        (2, 84, "eu", 65, True),
        (1, 84, "eu", 64, True),
        (1, 84, "us", 72, True),
    ],
)
def test_from_65_years_the_eu_text_leaves_one_step_in_the_first_week(
    week: int, dose: int, region: str, age: int, allowed: bool
) -> None:
    visit = replace(LATER, week=week, dose_mg=dose, region=region, age=age)
    assert (CALCULATOR(visit).allowed, CALCULATOR(visit).reason) == (
        (True, "ok") if allowed else (False, "steps_of_28")
    )


def test_a_lapse_is_not_told_to_continue_as_before() -> None:
    visit = replace(LATER, week=3, last_visit_days_ago=40, worse=None)
    assert "start again" in warned(visit)
    assert "continue the present schedule" not in warned(visit)
    assert CALCULATOR.headline(visit, CALCULATOR(visit)).startswith(
        "More than 28 days without a session: decide whether"
    )


@pytest.mark.parametrize(("days", "told"), [(28, False), (29, True)])
@pytest.mark.parametrize("visit", [LATER, replace(LATER, week=10), replace(SUICIDAL, week=6)])
def test_after_more_than_28_days_no_label_says_how_to_start_again(visit: Visit, days: int, told: bool) -> None:
    assert ("no label rule" in warned(replace(visit, last_visit_days_ago=days, worse=False))) is told


def test_without_a_schedule_no_session_of_it_is_called_missed_in_words() -> None:
    assert "session was missed" not in warned(replace(SUICIDAL, week=6, last_visit_days_ago=12))


@pytest.mark.parametrize(("spo2", "stopped"), [("92", True), ("92.9", True), ("93", False), ("97", False)])
def test_a_saturation_below_93_stops_the_dose_and_leads_the_headline(spo2: str, stopped: bool) -> None:
    visit = replace(LATER, spo2=Fraction(spo2))
    assert ("stop" in kinds(visit)) is stopped
    assert CALCULATOR.headline(visit, CALCULATOR(visit)).startswith(
        f"Do not dose: oxygen saturation {spo2}% is below 93%. 84 mg" if stopped else "84 mg"
    )


def test_blood_pressure_is_judged_by_its_own_calculator_and_leads_the_headline() -> None:
    for systolic, diastolic in ((140, 90), (141, 85), (182, 121)):
        reading = bp_gate.Reading(systolic=Fraction(systolic), diastolic=Fraction(diastolic))
        gate = evaluated(bp_gate.CALCULATOR, reading)
        visit = replace(LATER, systolic=reading.systolic, diastolic=reading.diastolic)
        notices = list(CALCULATOR.warnings(visit, CALCULATOR(visit)))
        urgent = [(notice.kind, notice.text) for notice in gate.warnings if notice.kind != "note"]
        assert [(notice.kind, notice.text) for notice in notices if notice.calculator == "bp_gate"] == urgent
        assert CALCULATOR.headline(visit, CALCULATOR(visit)).startswith(gate.headline) is bool(urgent)


def test_141_over_85_is_a_caution_of_this_visit() -> None:
    visit = replace(LATER, systolic=Fraction(141), diastolic=Fraction(85))
    assert [notice.short for notice in CALCULATOR.warnings(visit, CALCULATOR(visit)) if notice.kind == "caution"] == [
        "141/85 mmHg: above the label's figures: weigh, or delay"
    ]


def test_the_working_compares_the_gap_and_the_saturation() -> None:
    visit = replace(LATER, last_visit_days_ago=5, spo2=Fraction(93))
    assert list(CALCULATOR.working(visit, CALCULATOR(visit)))[3:] == [
        "Last session: 5 days ago, limit 4: above, missed",
        "Oxygen saturation: 93% is not below 93%",
    ]


def test_the_fifth_week_of_acute_suicidality_is_never_called_out_of_line() -> None:
    visit = replace(SUICIDAL, week=5)
    assert "Not in line" not in CALCULATOR.headline(visit, CALCULATOR(visit))
    assert "Evaluate the benefit before going on" in warned(visit)
    assert kinds(visit).count("caution") == 1


def test_what_only_programs_need_is_not_shown() -> None:
    labels = {key: output for key, output in CALCULATOR.output_fields if not output.shown}
    assert list(labels) == ["first_dose_mg", "longest_gap_days", "schedules", "lapsed", "spo2_low"]


def test_what_was_not_entered_is_not_judged() -> None:
    answer = CALCULATOR(LATER)
    assert (answer.missed, answer.next_frequency, answer.longest_gap_days) == (None, None, None)
    assert (answer.lapsed, answer.spo2_low) == (None, None)


def test_both_faults_of_one_pressure_are_told_and_each_once() -> None:
    visit = replace(LATER, systolic=Fraction(148), diastolic=Fraction(48))
    shorts = [notice.short for notice in CALCULATOR.warnings(visit, CALCULATOR(visit)) if notice.kind != "note"]
    assert len(shorts) == len(set(shorts)) == 2
    assert all(short.startswith("148/48 mmHg: ") for short in shorts)


# The label: twice a week in weeks 1 to 4, weekly in 5 to 8, weekly or every 2 weeks from 9.
@pytest.mark.parametrize(
    ("week", "days", "said"),
    [
        (3, 1, "Check the date: the last session was 1 day ago, and in this week it is twice weekly."),
        (7, 2, "Check the date: the last session was 2 days ago, and in this week it is weekly."),
        (9, 3, "Check the date: the last session was 3 days ago, and in this week it is weekly or every 2 weeks, the "),
    ],
)
def test_a_session_too_soon_says_the_rhythm_of_its_week(week: int, days: int, said: str) -> None:
    visit = replace(LATER, week=week, last_visit_days_ago=days)
    assert said in warned(visit)


def test_the_eu_text_is_said_to_ask_for_two_failures() -> None:
    assert "after at least two failures" in " ".join(difference.literature for difference in CALCULATOR.differences)
