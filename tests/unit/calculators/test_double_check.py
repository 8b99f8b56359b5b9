"""The sheet that two people sign has lines only where nothing stands against the dose, and says why where it has none."""

from typing import Any

import pytest

from ketamine_calculators import find
from ketamine_calculators.answer import full_answer
from support.dangerous_cases import DANGEROUS, order, sheet, visit

SIGNED = ("iv_dose", "infusion", "esketamine_visit")

# What has a line or a notice of its own on the sheet: a dilution that was worked out, and what is done at every such visit.
ON_THE_SHEET = ("iv_dose.never_undiluted", "esketamine_visit.suicide_risk")


def printed(calculator: str, inputs: dict[str, Any]) -> dict[str, Any]:
    found = full_answer(find(calculator), inputs)["double_check"]
    assert isinstance(found, dict)
    return found


def lines(calculator: str, inputs: dict[str, Any]) -> dict[str, str]:
    return dict(printed(calculator, inputs)["lines"])


@pytest.mark.parametrize("calculator", SIGNED)
def test_the_sheet_names_drug_and_route(calculator: str) -> None:
    named = find(calculator).double_check
    assert named is not None
    drug = "Esketamine, nasal spray" if calculator == "esketamine_visit" else "Ketamine (racemic), IV infusion"
    assert named.drug == drug


def test_only_what_is_given_today_has_a_sheet_to_sign() -> None:
    assert full_answer(find("phq9"), {"items": [0] * 9})["double_check"] is None


def test_70_kg_have_a_line_for_each_step_of_the_preparation() -> None:
    # 70 × 0.5 = 35 mg; 35 ÷ 50 = 0.7 mL; 50 − 0.7 = 49.3 mL; 35 ÷ 50 = 0.7 mg/mL; 50 × 60 ÷ 40 = 75 mL/h
    order_lines = {
        "Weight, actual": "70 kg",
        "Dose": "35 mg (0.5 mg/kg)",
        "Vial": "50 mg/mL",
        "Draw up": "0.7 mL",
        "Diluent": "49.3 mL",
        "Final volume": "50 mL, drug included",
        "Final concentration": "0.7 mg/mL",
        "Infusion time": "40 min",
        "Pump rate": "75 mL/h",
    }
    assert lines("iv_dose", order()) == order_lines
    assert {item: text for item, text in lines("infusion", sheet()).items() if item in order_lines} == order_lines


def test_what_is_premixed_is_given_as_it_is() -> None:
    # 35 mg ÷ 2 mg/mL = 17.5 mL, over 40 min
    premixed = lines("iv_dose", order(concentration_mg_ml=2, total_volume_ml=None))
    assert premixed["Diluent"] == "none: premixed"
    assert premixed["Final volume"] == "17.5 mL, limit the pump to it"


def test_an_esketamine_visit_has_a_line_for_devices_rest_and_observation() -> None:
    # 84 mg are three devices of 28 mg with two sprays each; the label has 5 minutes between them and 2 hours after.
    assert lines("esketamine_visit", visit()) == {
        "Dose": "84 mg",
        "Devices": "3 of 28 mg, 6 sprays in all",
        "Rest between devices": "5 min after each",
        "Observe": "at least 120 min after the last device",
        "Frequency in this week": "Weekly",
    }


AGAINST = [
    ("infusion", sheet(flags=["active_psychosis"]), "Contraindicated: Active psychosis"),
    ("infusion", sheet(flags=["pregnancy"]), "Pregnancy"),
    ("infusion", sheet(systolic=190), "190/75"),
    ("infusion", sheet(agents=["maoi"], maoi_hours=300), "36 h"),
    ("infusion", sheet(total_volume_ml=None), "No final volume entered"),
    ("iv_dose", order(total_volume_ml=None), "No final volume entered"),
    ("iv_dose", order(minutes=5), "bolus"),
    ("esketamine_visit", visit(spo2=90), "Do not dose"),
    ("esketamine_visit", visit(worse=True, last_visit_days_ago=7), "Worse since the last session"),
    ("esketamine_visit", visit(week=1, is_first_dose=True), "Not in line with the label"),
]


@pytest.mark.parametrize(("calculator", "inputs", "why"), AGAINST)
def test_while_something_stands_against_the_dose_the_sheet_says_what_and_has_no_line(
    calculator: str, inputs: dict[str, Any], why: str
) -> None:
    found = printed(calculator, inputs)
    assert found["lines"] == []
    assert why in " ".join(found["against"])
    # Neither a table with the dose in it.
    assert not {"Check before use", "Titration"} & set(found["tables"])


STOPS = [
    pytest.param(calculator, inputs, id=rule)
    for rule, cases in DANGEROUS.items()
    for calculator, inputs in cases
    if calculator in SIGNED and rule not in ON_THE_SHEET
]


@pytest.mark.parametrize(("calculator", "inputs"), STOPS)
def test_no_stop_leaves_a_line_to_sign(calculator: str, inputs: dict[str, Any]) -> None:
    answer = full_answer(find(calculator), inputs)
    stopped = {one["rule"] for one in answer["warnings"] if one["kind"] == "stop"} - {*ON_THE_SHEET}
    assert bool(answer["double_check"]["lines"]) != bool(answer["double_check"]["against"])
    assert not (stopped and answer["double_check"]["lines"])


@pytest.mark.parametrize(("calculator", "inputs"), [("iv_dose", order()), ("infusion", sheet())])
def test_the_strongest_vial_has_its_dilution_on_the_sheet(calculator: str, inputs: dict[str, Any]) -> None:
    # 35 ÷ 100 = 0.35 mL; 50 − 0.35 = 49.65 mL
    assert lines(calculator, {**inputs, "concentration_mg_ml": 100})["Diluent"] == "49.65 mL"
    undiluted = printed(calculator, {**inputs, "concentration_mg_ml": 100, "total_volume_ml": None})
    assert "undiluted" in undiluted["against"][0]


def test_findings_and_medicines_stand_on_the_sheet_whatever_is_against_it() -> None:
    found = printed("infusion", sheet(flags=["active_psychosis"], agents=["maoi"], maoi_hours=300))
    assert found["tables"] == ["Screening", "Other medicines"]
