"""A further entry that is right never takes an answer away: what it calls for is named beside the answer."""

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

import pytest

from ketamine_calculators import every
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.fields import Field, Several
from ketamine_calculators.record_export import as_note
from ketamine_calculators.registry import worksheets
from support.ordinary_cases import ORDINARY
from support.random_inputs import OF_KIND

# Half a reading is no blood pressure: the gate has to judge both before a dose is shown.
PAIRED = {"systolic": {"diastolic": 80}, "diastolic": {"systolic": 120}}
TRIES = 25

Inputs = dict[str, Any]


def reply(calculator: str, values: Mapping[str, object]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer(json.dumps({"calculator": calculator, "values": values})))
    return found


def with_its_condition(fields: Mapping[str, Field], field: Field, values: Inputs, random: Random) -> Inputs:
    """The values with one that makes this question asked, if it hangs on another optional one."""
    if field.spec.asked_when is None or not fields[field.spec.asked_when[0]].optional:
        return values
    condition = fields[field.spec.asked_when[0]]
    value = random.choice(field.spec.asked_when[1] or [OF_KIND[type(condition.spec)](condition.spec, random)])
    value = [value] if isinstance(condition.spec, Several) else value
    return with_its_condition(fields, condition, {**values, condition.name: value}, random)


def is_called_for(fields: Mapping[str, Field], field: Field) -> bool:
    """Whether an answer to a required question calls for this one: it belongs to that answer, and is not optional to it."""
    if field.spec.asked_when is None:
        return False
    condition = fields[field.spec.asked_when[0]]
    return not condition.optional or is_called_for(fields, condition)


def alone(calculator: Calculator[Any, Any], field: Field) -> Iterator[dict[str, Any]]:
    """What is replied when of all optional questions only one is answered, with each of several right values."""
    random = Random(field.name)
    fields = {one.name: one for one in calculator.fields}
    for _ in range(TRIES):
        ordinary = ORDINARY[calculator.id](random)
        values = {
            name: value
            for name, value in ordinary.items()
            if not fields[name].optional or is_called_for(fields, fields[name])
        }
        values = with_its_condition(fields, field, values, random)
        value = OF_KIND[type(field.spec)](field.spec, random)
        yield reply(calculator.id, {**values, **PAIRED.get(field.name, {}), field.name: value})


def optional_questions() -> Iterator[Any]:
    for calculator in (*every(), *worksheets()):
        fields = {field.name: field for field in calculator.fields}
        for field in calculator.fields:
            if field.optional and (field.name == "stable_total" or not is_called_for(fields, field)):
                yield pytest.param(calculator, field, id=f"{calculator.id}-{field.name}")


@pytest.mark.parametrize(("calculator", "field"), list(optional_questions()))
def test_no_optional_entry_takes_the_answer_away(calculator: Calculator[Any, Any], field: Field) -> None:
    replies = list(alone(calculator, field))
    assert any("answer" in one for one in replies)
    # Values that do not go together are refused by a rule; nothing is refused because something else is still blank.
    refused = [problem for one in replies for problem in one.get("problems", ())]
    assert [problem for problem in refused if problem["kind"] == "missing"] == []


def test_no_row_loses_its_answer_by_an_optional_entry() -> None:
    trial = {"drug": "sertraline", "daily_dose_mg": 100, "weeks": 8, "adherence_pct": 95, "current_episode": True}
    for improvement in (None, 0, 20, 100):
        told = reply("treatment_history", {"trials": [{**trial, "improvement_pct": improvement}], "ect": "none"})
        assert "answer" in told
    for treatments in (None, 0, 2):
        scores = [{"day": "2026-03-02", "total": 21, "treatments_completed": treatments}]
        assert "answer" in reply("course", {"scale": "phq9", "scores": scores})


SCORES = [{"day": "2026-03-02", "total": 21}, {"day": "2026-03-16", "total": 6}]
COURSE = {"scale": "phq9", "scores": SCORES}
INFUSION = {
    "weight": 70, "weight_unit": "kg", "flags": [], "systolic": 120, "diastolic": 80, "agents": [],
    "concentration_mg_ml": 50,
}  # fmt: skip
HISTORY = {
    "trials": [
        {"drug": "sertraline", "daily_dose_mg": 100, "weeks": 8, "adherence_pct": 95, "improvement_pct": 10,
         "current_episode": True},
    ],
    "ect": "none",
}  # fmt: skip

NEEDED = [
    (
        "a stable score",
        "course",
        {**COURSE, "stable_total": 6},
        ["suicidal_ideation", "functional_decline", "patient_reported_worsening", "sleep_or_appetite_change"],
    ),
    ("a height", "infusion", {**INFUSION, "height_cm": 170}, ["sex"]),
    ("a duration", "treatment_history", {**HISTORY, "duration_months": 14}, ["severity"]),
]


@pytest.mark.parametrize(("calculator", "values", "fields"), [pytest.param(*case, id=name) for name, *case in NEEDED])
def test_what_a_part_of_the_answer_waits_for_is_named_beside_the_rest(
    calculator: str, values: Inputs, fields: list[str]
) -> None:
    told = reply(calculator, values)
    first = reply(calculator, {name: value for name, value in values.items() if name in (*COURSE, *INFUSION, *HISTORY)})
    assert [problem["field"] for problem in told["needed"]] == fields
    assert told["answer"]["headline"] == first["answer"]["headline"]
    assert "needed" not in first


def test_nobody_is_judged_free_of_relapse_before_the_signs_are_answered() -> None:
    told = reply("course", {**COURSE, "stable_total": 6})
    assert told["answer"]["values"]["signs"] is None
    assert "relapse" not in told["answer"]["headline"].lower()


def test_a_note_says_what_is_still_needed() -> None:
    (course,) = (one for one in worksheets() if one.id == "course")
    note = as_note(evaluated(course, course.checked({**COURSE, "stable_total": 6})), "2026-03-20")
    assert "Still needed\n  Suicidal thoughts: answer yes or no." in note


def test_what_a_required_answer_calls_for_is_still_refused() -> None:
    """The wait after an MAO inhibitor, and how the last infusion went, bear on the dose itself."""
    for change, field in (({"agents": ["maoi"]}, "maoi_hours"), ({"last_response": "worse"}, "last_dose_mg_per_kg")):
        problems = reply("infusion", {**INFUSION, **change})["problems"]
        assert field in [problem["field"] for problem in problems if problem["kind"] == "missing"]
