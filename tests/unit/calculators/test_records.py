"""An answer can be taken to the patient's record as a line, a note, or FHIR R4 that a maintained library accepts."""

import json
from typing import Any

import pytest
from fhir.resources.R4B.observation import Observation
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.examples import Example, every_example
from ketamine_calculators.record_export import RECORDS, as_fhir, as_line, as_note

DAY = "2026-11-22"
INFUSION = {"weight": 198, "weight_unit": "lb", "concentration_mg_ml": 10, "total_volume_ml": 100}
examples = pytest.mark.parametrize(
    "example", [pytest.param(one, id=f"{one.calculator}-{one.line}") for one in every_example()]
)


def evaluation(calculator: str, values: dict[str, Any]) -> Evaluation[Any, Any]:
    card = find(calculator)
    return evaluated(card, card.checked(values))


@examples
def test_the_fhir_of_every_worked_example_is_valid_r4(example: Example) -> None:
    made = as_fhir(evaluation(example.calculator, example.inputs), DAY)
    model: Any = {"Observation": Observation, "QuestionnaireResponse": QuestionnaireResponse}[
        json.loads(made)["resourceType"]
    ]
    model.model_validate_json(made)


@examples
@pytest.mark.parametrize("record", ["line", "note", "fhir"])
def test_every_record_names_calculator_version_source_and_date(example: Example, record: str) -> None:
    calculator = find(example.calculator)
    text = RECORDS[record](evaluation(example.calculator, example.inputs), DAY)
    for part in (calculator.title, calculator.id, calculator.version, DAY, calculator.sources[0].reference.cite):
        assert part in text


def test_the_c_ssrs_carries_the_loinc_codes_of_its_questions_and_of_its_level() -> None:
    given = {
        "q1": True, "q2": True, "q3": True, "q4": False, "q5": False, "q6_lifetime": True, "q6_past_3_months": False,
    }  # fmt: skip
    parts = json.loads(as_fhir(evaluation("cssrs_screener", given), DAY))["component"]
    loinc = [(p["code"]["text"], c["code"]) for p in parts for c in p["code"]["coding"] if "loinc" in c["system"]]
    # HL7 US behavioral health profiles, Columbia screener
    assert loinc == [
        ("1 Wish to be dead", "93246-7"),
        ("2 Suicidal thoughts", "93247-5"),
        ("3 Thoughts of a method", "93248-3"),
        ("4 Some intent", "93249-1"),
        ("5 Plan and intent", "93250-9"),
        ("6 Suicidal behavior, ever", "93267-3"),
        ("6 Suicidal behavior, past 3 months", "93269-9"),
        ("Level", "93374-7"),
    ]


def test_a_line_is_one_line_with_inputs_and_result() -> None:
    line = as_line(evaluation("iv_dose", INFUSION), DAY)
    assert "\n" not in line
    assert line.startswith("IV ketamine dose: 44.9 mg IV over 40 min at 150 mL/h. Inputs: weight 198 lb (89.8 kg)")


def test_a_stop_is_never_left_out_of_the_line() -> None:
    assert "Stop: never give the 100 mg/mL vial undiluted." in as_line(
        evaluation("iv_dose", {**INFUSION, "concentration_mg_ml": 100}), DAY
    )


def test_a_note_has_the_working() -> None:
    assert "  Pump rate: 100 mL × 60 ÷ 40 min = 150 mL/h" in as_note(evaluation("iv_dose", INFUSION), DAY)


def test_fhir_quantities_carry_ucum_units() -> None:
    observation = json.loads(as_fhir(evaluation("iv_dose", INFUSION), DAY))
    quantities = {
        part["code"]["text"]: part["valueQuantity"] for part in observation["component"] if "valueQuantity" in part
    }
    assert quantities["Weight"] == {
        "value": 198.0, "unit": "lb", "system": "http://unitsofmeasure.org", "code": "[lb_av]",
    }  # fmt: skip
    assert quantities["Pump rate"]["code"] == "mL/h"
    assert quantities["Pump rate"]["value"] == 150.0


def test_the_page_asks_for_a_record_through_the_same_door() -> None:
    question: dict[str, Any] = {"calculator": "iv_dose", "values": INFUSION, "record": "line", "day": DAY}
    assert json.loads(answer(json.dumps(question))) == {"record": as_line(evaluation("iv_dose", INFUSION), DAY)}


@pytest.mark.parametrize("record", ["line", "note", "fhir"])
def test_no_record_is_made_of_refused_inputs(record: str) -> None:
    refused = {**INFUSION, "weight": 700, "weight_unit": "kg"}
    reply = json.loads(answer(json.dumps({"calculator": "iv_dose", "values": refused, "record": record, "day": DAY})))
    assert [problem["field"] for problem in reply["problems"]] == ["weight"]
