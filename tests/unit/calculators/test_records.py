"""An answer can be taken to the patient's record as a line, a note, or FHIR R4 that a maintained library accepts."""

import json
from typing import Any

import pytest
from fhir.resources.R4B.observation import Observation

from ketamine_calculators import find
from ketamine_calculators.browser import answer
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.examples import Example, every_example
from ketamine_calculators.fields import ItemScores
from ketamine_calculators.record_export import RECORDS, as_fhir, as_note
from ketamine_calculators.registry import every, worksheets
from ketamine_calculators.summary_line import as_line

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
    Observation.model_validate_json(as_fhir(evaluation(example.calculator, example.inputs), DAY))


@examples
@pytest.mark.parametrize("record", ["line", "note", "fhir"])
def test_every_record_names_calculator_version_and_date_and_all_but_the_line_the_source(
    example: Example, record: str
) -> None:
    calculator = find(example.calculator)
    text = RECORDS[record](evaluation(example.calculator, example.inputs), DAY)
    for part in (calculator.title, calculator.id, calculator.version, DAY):
        assert part in text
    assert record == "line" or calculator.sources[0].reference.cite in text


def loinc_of(coded: dict[str, Any]) -> list[str]:
    return [coding["code"] for coding in coded["code"]["coding"] if coding["system"] == "http://loinc.org"]


def test_a_scale_is_found_by_the_loinc_code_of_its_total_and_by_those_of_its_items() -> None:
    # loinc.org/69729-2, the panel that holds both scales
    for scale, total, codes in (
        ("phq9", "44261-6", "44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8"),
        ("gad7", "70274-6", "69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7"),
    ):
        scores = [place % 4 for place, _ in enumerate(codes.split())]
        observation = json.loads(as_fhir(evaluation(scale, {"items": scores}), DAY))
        assert loinc_of(observation) == [total]
        assert observation["code"]["coding"][-1]["code"] == scale
        assert observation["valueQuantity"]["value"] == sum(scores)
        assert observation["valueQuantity"]["code"] == "{score}"
        assert observation["category"][0]["coding"][0]["code"] == "survey"
        items = [part for part in observation["component"] if "items." in part["code"]["coding"][-1]["code"]]
        assert [code for part in items for code in loinc_of(part)] == codes.split()
        assert [part["valueInteger"] for part in items] == scores


def test_measurements_carry_their_loinc_codes_beside_the_own_name() -> None:
    # HL7 FHIR R4, vital signs; US Core, pulse oximetry
    sheet = {**INFUSION, "height_cm": 170, "sex": "female", "flags": [], "systolic": 120, "diastolic": 80, "agents": []}
    visit = {"indication": "trd", "week": 6, "is_first_dose": False, "dose_mg": 84, "age": 45, "spo2": 97}
    for calculator, values, expected in (
        ("iv_dose", INFUSION, {"weight": "29463-7"}),
        ("bp_gate", {"systolic": 120, "diastolic": 80}, {"systolic": "8480-6", "diastolic": "8462-4"}),
        (
            "body_weights",
            {"sex": "male", "height_cm": 180, "weight_kg": 100},
            {"weight_kg": "29463-7", "height_cm": "8302-2", "bmi": "39156-5"},
        ),
        ("esketamine_visit", visit, {"spo2": "59408-5"}),
        (
            "infusion",
            sheet,
            {"weight": "29463-7", "height_cm": "8302-2", "systolic": "8480-6", "diastolic": "8462-4", "bmi": "39156-5"},
        ),
    ):
        parts = json.loads(as_fhir(evaluation(calculator, values), DAY))["component"]
        found = {part["code"]["coding"][-1]["code"]: loinc_of(part) for part in parts if loinc_of(part)}
        assert found == {name: [code] for name, code in expected.items()}, calculator


def test_no_name_stands_among_the_loinc_codes_that_the_card_does_not_have() -> None:
    for calculator in (*every(), *worksheets()):
        items = [
            f"{field.name}.{place}"
            for field in calculator.fields
            if isinstance(field.spec, ItemScores)
            for place, _ in enumerate(field.spec.items)
        ]
        of_rows = [f"{field.name}.{inner.name}" for field in calculator.fields for inner in field.spec.fields]
        names = {field.name for field in calculator.fields} | {key for key, _ in calculator.output_fields}
        names |= {*items, *of_rows}
        assert set(calculator.loinc) <= names, calculator.id


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
    assert "Dilute first: never give the 100 mg/mL vial undiluted." in as_line(
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
