"""Either pressure can be in the way. Above the label's figure is a decision; the other limits are house values."""

import re
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.catalogue import bp_gate
from ketamine_calculators.house_values import BP_WEIGH_65

CALCULATOR = find("bp_gate")

# US esketamine label: above 140 mmHg systolic or above 90 mmHg diastolic.
FACTS = [
    ("120/80 is not above", 120, 80, False, False),
    ("140/90 itself is not above", 140, 90, False, False),
    ("a tenth above 140 is above", 140.1, 90, True, False),
    ("141 is above", 141, 85, True, False),
    ("139.9 is not above", 139.9, 85, False, False),
    ("a tenth above 90 is above", 140, 90.1, False, True),
    ("91 is above", 128, 91, False, True),
    ("89.9 is not above", 128, 89.9, False, False),
    ("both may be above", 180, 110, True, True),
    ("the lowest plausible reading is not above", 50, 20, False, False),
    ("the highest plausible reading is above", 300, 200, True, True),
]


@pytest.mark.parametrize(
    ("systolic", "diastolic", "systolic_high", "diastolic_high"),
    [pytest.param(*numbers, id=fact) for fact, *numbers in FACTS],
)
def test_the_labels_figures_are_the_last_that_pass(
    systolic: float, diastolic: float, systolic_high: bool, diastolic_high: bool
) -> None:
    answer = CALCULATOR.run({"systolic": systolic, "diastolic": diastolic})
    assert (answer["systolic_high"], answer["diastolic_high"]) == (systolic_high, diastolic_high)
    assert answer["status"] == ("weigh_risk_benefit" if systolic_high or diastolic_high else "proceed")


def test_every_whole_reading_around_the_figures_agrees_with_the_label() -> None:
    for systolic, diastolic in product(range(130, 151), range(80, 101)):
        answer = CALCULATOR.run({"systolic": systolic, "diastolic": diastolic})
        assert (answer["status"] == "proceed") is (systolic <= 140 and diastolic <= 90)


REFUSALS = [
    ("swapped pressures", {"systolic": 80, "diastolic": 120}, "systolic", "Check whether the two were swapped"),
    ("equal pressures", {"systolic": 100, "diastolic": 100}, "systolic", "above the diastolic pressure of 100 mmHg"),
    ("a systolic too low to be one", {"systolic": 49.9, "diastolic": 30}, "systolic", "from 50 to 300 mmHg"),
    ("a systolic too high to be one", {"systolic": 300.1, "diastolic": 80}, "systolic", "from 50 to 300 mmHg"),
    ("a diastolic too low to be one", {"systolic": 120, "diastolic": 19.9}, "diastolic", "from 20 to 200 mmHg"),
    ("a diastolic too high to be one", {"systolic": 250, "diastolic": 200.1}, "diastolic", "from 20 to 200 mmHg"),
    ("a pressure as text", {"systolic": "120", "diastolic": 80}, "systolic", "must be a number"),
    ("no number at all", {"systolic": float("nan"), "diastolic": 80}, "systolic", "must be a number"),
]


@pytest.mark.parametrize(
    ("given", "field", "words"), [pytest.param(given, field, words, id=what) for what, given, field, words in REFUSALS]
)
def test_what_is_no_reading_is_refused(given: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(given)
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.message


def test_the_working_says_how_far_each_pressure_is_from_its_figure() -> None:
    def working(systolic: float, diastolic: float) -> Any:
        return full_answer(CALCULATOR, {"systolic": systolic, "diastolic": diastolic})["working"]

    assert working(152.5, 90) == [
        "Systolic: 152.5 mmHg is 12.5 above 140",
        "Diastolic: 90 mmHg is exactly the label's figure, and not above it",
        "Before the dose: weigh risk and benefit",
    ]
    assert working(118, 92)[:2] == ["Systolic: 118 mmHg is 22 below 140", "Diastolic: 92 mmHg is 2 above 90"]


def judged(systolic: float, diastolic: float, **more: Any) -> tuple[str, dict[str, str]]:
    """The level of a reading, and the rules of its stops and cautions with their kinds."""
    answer = full_answer(CALCULATOR, {"systolic": systolic, "diastolic": diastolic, **more})
    return answer["values"]["level"], {one["rule"]: one["kind"] for one in answer["warnings"] if one["kind"] != "note"}


# Addendum rule 2, the first that fits. Before a dose: stop from 180 or 120, defer from 160 or 100, weigh above 140 or 90,
# low below 90 or 50.
BEFORE = [
    ("90/50 is the lowest that is not low", 90, 50, "proceed", {}),
    ("89.9 systolic is low", 89.9, 50, "low", {"bp_gate.low": "caution"}),
    ("49.9 diastolic is low", 90, 49.9, "low", {"bp_gate.low": "caution"}),
    ("120/75 reaches no limit", 120, 75, "proceed", {}),
    ("140/90 itself is not above", 140, 90, "proceed", {}),
    ("140.1 is weighed", 140.1, 90, "weigh", {"bp_gate.weigh": "caution"}),
    ("90.1 diastolic is weighed", 140, 90.1, "weigh", {"bp_gate.weigh": "caution"}),
    ("159.9/99.9 is weighed", 159.9, 99.9, "weigh", {"bp_gate.weigh": "caution"}),
    ("160 is deferred", 160, 80, "defer", {"bp_gate.defer": "caution"}),
    ("100 diastolic is deferred", 130, 100, "defer", {"bp_gate.defer": "caution"}),
    ("179.9/119.9 is deferred", 179.9, 119.9, "defer", {"bp_gate.defer": "caution"}),
    ("180 stops", 180, 80, "stop", {"bp_gate.severe": "stop"}),
    ("120 diastolic stops", 150, 120, "stop", {"bp_gate.severe": "stop"}),
    (
        "high systolic goes before low diastolic",
        165,
        45,
        "defer",
        {"bp_gate.defer": "caution", "bp_gate.low_too": "caution"},
    ),
]


@pytest.mark.parametrize(
    ("systolic", "diastolic", "level", "rules"), [pytest.param(*case[1:], id=case[0]) for case in BEFORE]
)
def test_a_reading_before_a_dose_has_the_first_level_that_fits(
    systolic: float, diastolic: float, level: str, rules: dict[str, str]
) -> None:
    assert judged(systolic, diastolic) == (level, rules)


STOPPED = {"once given": "stop"}  # under the rule of the moment
# Once the dose has begun: stop from 180 or 110, and no deferring.
ONCE_GIVEN = [
    ("179.9/109.9 is weighed", 179.9, 109.9, "weigh", {"bp_gate.weigh_once_given": "caution"}),
    ("180 stops", 180, 80, "stop", STOPPED),
    ("110 diastolic stops", 150, 110, "stop", STOPPED),
    ("180 with a low diastolic says both", 180, 45, "stop", {**STOPPED, "bp_gate.low_too": "caution"}),
    ("160/100 is not deferred", 160, 100, "weigh", {"bp_gate.weigh_once_given": "caution"}),
    ("85/55 is low", 85, 55, "low", {"bp_gate.low": "caution"}),
    ("140/90 reaches no limit", 140, 90, "proceed", {}),
]


@pytest.mark.parametrize("moment", ["during", "after"])
@pytest.mark.parametrize(
    ("systolic", "diastolic", "level", "rules"), [pytest.param(*case[1:], id=case[0]) for case in ONCE_GIVEN]
)
def test_a_reading_once_the_dose_has_begun_is_judged_by_its_own_limits(
    moment: str, systolic: float, diastolic: float, level: str, rules: dict[str, str]
) -> None:
    stopped = {"during": "bp_gate.pause", "after": "bp_gate.severe_after"}[moment]
    expected = {stopped if rule == "once given" else rule: kind for rule, kind in rules.items()}
    assert judged(systolic, diastolic, moment=moment) == (level, expected)


def test_before_a_dose_110_diastolic_is_deferred_and_during_it_the_infusion_is_paused() -> None:
    assert judged(150, 110)[0] == "defer"
    assert judged(150, 110, moment="during")[0] == "stop"


def test_symptoms_in_the_severe_range_are_an_emergency_before_a_dose_too() -> None:
    assert "bp_gate.emergency" in judged(180, 90, symptoms=True)[1]
    assert "bp_gate.emergency" in judged(150, 120, symptoms=True)[1]


@pytest.mark.parametrize(
    ("systolic", "diastolic", "moment"),
    [(132, 84, "after"), (165, 98, "during"), (182, 112, "during"), (190, 125, "before")],
)
def test_an_emergency_has_one_stop_that_no_other_one_contradicts(systolic: int, diastolic: int, moment: str) -> None:
    _, rules = judged(systolic, diastolic, moment=moment, symptoms=True)
    assert rules == {"bp_gate.emergency": "stop"}


@pytest.mark.parametrize("moment", ["during", "after"])
def test_any_symptoms_once_the_dose_has_begun_are_an_emergency_at_any_pressure(moment: str) -> None:
    level, rules = judged(118, 76, moment=moment, symptoms=True)
    assert level == "stop"
    assert rules["bp_gate.emergency"] == "stop"


def test_symptoms_below_the_severe_range_stop_a_dose_until_they_are_assessed() -> None:
    assert judged(150, 95, symptoms=True) == ("weigh", {"bp_gate.symptoms": "stop", "bp_gate.weigh": "caution"})
    said = full_answer(CALCULATOR, {"systolic": 120, "diastolic": 75, "symptoms": True})["headline"]
    assert said == "120/75 mmHg with symptoms: assess before any dose"


# The list of our own: the label names a hypertensive crisis and encephalopathy, and asks for emergency care at once.
CRISIS = (
    "chest pain, breathlessness, sudden or severe headache, headache with a change of vision, change of vision, weakness or "
    "trouble with speech, confusion, seizure"
)


@pytest.mark.parametrize(("calculator", "name"), [("bp_gate", "symptoms"), ("session_vitals", "rows")])
def test_every_question_on_a_crisis_has_the_same_list_and_says_what_a_mild_headache_asks_for(
    calculator: str, name: str
) -> None:
    spec = next(field.spec for field in find(calculator).fields if field.name == name)
    asked = spec if name == "symptoms" else next(one.spec for one in spec.fields if one.name == "symptoms")
    assert asked.hint.lower().startswith(f"any of: {CRISIS}")
    assert asked.hint.endswith("A mild headache alone is no crisis: measure again in 5 min, call, and ask again")


def test_a_pressure_in_the_severe_range_names_the_symptoms_that_make_it_an_emergency() -> None:
    stop = next(one for one in full_answer(CALCULATOR, {"systolic": 182, "diastolic": 90})["warnings"])
    assert CRISIS in stop["text"]
    assert "emergency care at once" in stop["text"]


def test_no_symptoms_change_nothing() -> None:
    assert judged(182, 121, symptoms=False) == judged(182, 121)


@pytest.mark.parametrize(
    ("systolic", "age", "level"),
    [(145, 66, "weigh"), (145, 80, "weigh"), (145, 65, "weigh")],
)
def test_unless_a_site_turns_it_on_older_patients_have_the_labels_figure(systolic: int, age: int, level: str) -> None:
    assert judged(systolic, 80, age=age)[0] == level


@pytest.mark.parametrize(
    ("systolic", "age", "level"),
    [(150, 66, "proceed"), (150.1, 66, "weigh"), (145, 65, "weigh"), (145, None, "weigh"), (140, 80, "proceed")],
)
def test_a_site_may_use_150_above_the_age_of_65(
    systolic: float, age: int | None, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bp_gate, "BP_WEIGH_65", replace(BP_WEIGH_65, in_use=True))
    assert judged(systolic, 80, age=age)[0] == level


def test_a_high_reading_is_told_that_delay_is_allowed_and_asked_for_the_morning_tablets() -> None:
    (said,) = [one["text"] for one in full_answer(CALCULATOR, {"systolic": 141, "diastolic": 80})["warnings"][:1]]
    assert "delay is allowed" in said
    assert "morning antihypertensives taken?" in said


@pytest.mark.parametrize(
    "reading", [{"systolic": 120, "diastolic": 75}, {"systolic": 240, "diastolic": 130, "moment": "after"}]
)
def test_mean_and_tail_stand_together_whatever_the_reading(reading: dict[str, Any]) -> None:
    tables = {table["label"]: table["rows"] for table in full_answer(CALCULATOR, reading)["tables"]}
    said = " ".join(cell for row in tables["What a dose does to blood pressure"] for cell in row)
    # Vankawala 2021; esketamine label; Doherty 2020; Del Sant 2020
    for figure in ("12.61", "10.4–14.82", "8.49", "8–19%", "12.8%", "14 of 70 patients"):
        assert figure in said
    assert "mean rise about 13/8 mmHg; about 1 in 5 to 1 in 12 has at least 40/25; any dose can do it" in said
    assert "No label or guideline read sets an upper limit." in said
    assert "No label or guideline" in tables["Limits used here"][0][2]


@pytest.mark.parametrize(
    ("reading", "headline"),
    [
        ((140, 90, "before"), "140/90 mmHg: not above the label's 140/90"),
        ((141, 90, "before"), "141/90 mmHg: weigh risk and benefit before dosing"),
        ((165, 90, "before"), "165/90 mmHg: defer the dose (our own value)"),
        ((182, 121, "before"), "182/121 mmHg: do not dose; severe range"),
        ((78, 40, "before"), "78/40 mmHg: too low to dose without assessment"),
        ((141, 90, "during"), "141/90 mmHg: weigh risk and benefit of continuing"),
        ((150, 95, "after"), "150/95 mmHg: keep measuring"),
        ((178, 111, "after"), "178/111 mmHg: measure again and call the responsible clinician"),
        ((85, 55, "after"), "85/55 mmHg: too low without assessment"),
        ((178, 111, "during"), "178/111 mmHg: pause the infusion and measure again"),
    ],
)
def test_the_headline_says_the_reading_and_what_follows(reading: tuple[int, int, str], headline: str) -> None:
    systolic, diastolic, moment = reading
    given = {"systolic": systolic, "diastolic": diastolic, "moment": moment}
    assert full_answer(CALCULATOR, given)["headline"] == headline


def test_an_ordinary_reading_has_one_note() -> None:
    notices = full_answer(CALCULATOR, {"systolic": 120, "diastolic": 75})["warnings"]
    assert [(one["kind"], one["calculator"]) for one in notices] == [("note", "contraindication_screen")]


@pytest.mark.parametrize(("moment", "bands"), [("before", 5), ("during", 4), ("after", 4)])
def test_the_scales_run_over_what_is_seldom_exceeded_and_mark_the_rest_at_the_end(moment: str, bands: int) -> None:
    scales = full_answer(CALCULATOR, {"systolic": 300, "diastolic": 200, "moment": moment})["scales"]
    assert [(scale["low"], scale["high"]) for scale in scales] == [(70, 220), (40, 140)]
    assert [scale["place"] for scale in scales] == [1, 1]
    assert [[band["here"] for band in scale["bands"]] for scale in scales] == [[False] * (bands - 1) + [True]] * 2


# The addendum's house values: stop 180/120, defer 160/100, weigh above 140/90, low below 90/50; pause 180/110.
@pytest.mark.parametrize(
    ("moment", "limits"),
    [
        ("before", ["180", "160", "140", "90"]),
        ("during", ["180", "140", "90"]),
        ("after", ["180", "140", "90"]),
    ],
)
def test_the_limits_of_the_moment_are_listed_and_no_others(moment: str, limits: list[str]) -> None:
    first = full_answer(CALCULATOR, {"systolic": 120, "diastolic": 75, "moment": moment})["tables"][0]
    assert first["label"] == "Limits used here"
    assert [re.findall(r"\d+", row[1])[0] for row in first["rows"]] == limits


@pytest.mark.parametrize("moment", ["before", "during"])
def test_the_labels_figure_itself_is_drawn_as_not_above(moment: str) -> None:
    given = {"systolic": 140, "diastolic": 90, "moment": moment}
    for scale in full_answer(CALCULATOR, given)["scales"]:
        (here,) = [band["label"] for band in scale["bands"] if band["here"]]
        assert here.startswith("Not above")
