"""Every stop and caution of the dose, the pressure, the weights and the infusion sheet names its rule and has short words."""

import re
from random import Random
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.evaluation import evaluated
from support.random_inputs import plausible

LONGEST = 60
OWN = re.compile(r"(iv_dose|bp_gate|body_weights|convert_weight|infusion)\.[a-z0-9_]+")

# What the notices of other calculators on the sheet say is held by their own tests.
OF_OTHERS = re.compile(r"(contraindication_screen|medication_hold|titration_step)\.|^$")


def said(calculator: str) -> dict[str, set[tuple[str, str]]]:
    """The stops and cautions of many plausible inputs: each rule with its kinds and short words."""
    card, random, found = find(calculator), Random(f"rules {calculator}"), dict[str, set[tuple[str, str]]]()
    for _ in range(1500):
        values: dict[str, Any] = plausible(card, random)
        try:
            evaluation = evaluated(card, card.checked(values))
        except InvalidInputs:
            continue
        for notice in evaluation.warnings:
            if notice.kind != "note":
                found.setdefault(notice.rule, set()).add((notice.kind, notice.short))
    return found


@pytest.mark.parametrize(
    ("calculator", "least"), [("iv_dose", 8), ("bp_gate", 6), ("body_weights", 2), ("convert_weight", 1)]
)
def test_a_stop_or_caution_has_a_rule_one_kind_and_short_words(calculator: str, least: int) -> None:
    found = said(calculator)
    assert len(found) >= least
    for rule, words in found.items():
        assert OWN.fullmatch(rule), (rule, words)
        assert len({kind for kind, _ in words}) == 1, rule
        assert all(0 < len(short) <= LONGEST for _, short in words), (rule, words)


# A first infusion with everything that the sheet itself can say, and a later one beside the table.
FIRST = {
    "weight": 160, "weight_unit": "kg", "height_cm": 170, "sex": "male", "age": 17, "bipolar": True, "flags": [],
    "systolic": 120, "diastolic": 75, "agents": [], "concentration_mg_ml": 50, "total_volume_ml": 50, "dose_mg_per_kg": 1,
}  # fmt: skip
LATER = {
    **FIRST, "last_response": "none", "last_dose_mg_per_kg": 0.5, "sessions_at_dose": 2, "side_effects": False,
    "rapid_early": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("inputs", "own"),
    [
        (FIRST, {"under_age", "bipolar", "dose_on_ideal_weight", "first_dose"}),
        (LATER, {"under_age", "bipolar", "dose_on_ideal_weight", "beside_the_table", "steep_rise"}),
    ],
)
def test_the_sheets_own_stops_and_cautions_have_rules_and_short_words(inputs: dict[str, Any], own: set[str]) -> None:
    sheet = find("infusion")
    found = [one for one in evaluated(sheet, sheet.checked(inputs)).warnings if not OF_OTHERS.match(one.rule)]
    found = [notice for notice in found if notice.kind != "note"]
    assert {notice.rule for notice in found if notice.rule.startswith("infusion.")} == {
        f"infusion.{one}" for one in own
    }
    for notice in found:
        assert OWN.fullmatch(notice.rule), notice
        assert 0 < len(notice.short) <= LONGEST, notice
