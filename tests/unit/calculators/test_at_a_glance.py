"""The answer at a glance: one figure, chips, and what follows; and what a stop, a caution and a note begin with."""

import json
import re
from fractions import Fraction
from itertools import chain
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import SIGNAL_WORDS
from ketamine_calculators.display import number_of
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.evaluation import evaluated
from ketamine_calculators.examples import Example, every_example
from ketamine_calculators.quantity_words import QUANTITY
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.registry import find, worksheets
from ketamine_calculators.scales import IMPROVEMENT
from support.dangerous_cases import DANGEROUS

EXAMPLES = [*every_example(), *(example for worksheet in worksheets() for example in worksheet.examples)]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.calculator}-{example.line}")
def test_every_answer_has_a_figure_and_no_number_of_it_is_its_own(example: Example) -> None:
    answer = full_answer(find(example.calculator), example.inputs)
    figure = answer["figure"]
    assert figure["value"]
    # A unit makes the figure big, on one line of a phone.
    assert len(f"{figure['value']} {figure['unit']}") <= 22 or not figure["unit"]
    seen = " ".join([figure["label"], figure["value"], figure["after"], *(chip["text"] for chip in figure["chips"])])
    heard = json.dumps(
        [answer[key] for key in ("headline", "inputs", "shown", "scales", "tables", "working")], ensure_ascii=False
    )
    # How many findings there are can be counted where they are named.
    assert {number for number in numbers(seen) if len(number) > 1} <= numbers(heard) | numbers(answer["title"])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.calculator}-{example.line}")
def test_what_the_figure_says_already_is_in_the_record_all_the_same(example: Example) -> None:
    card = find(example.calculator)
    evaluation = evaluated(card, card.checked(example.inputs))
    shown = {entry["key"] for entry in full_answer(card, example.inputs)["shown"]}
    assert set(evaluation.figure.says) <= {key for key, _ in card.output_fields}
    note = RECORDS["note"](evaluation, "2026-03-02")
    for key, output, value in evaluation.results:
        if key in shown:
            assert f"{output.label}: {evaluation.text(key, output, value)}" in note


# What a stop may begin with. "Do not give" is for what must not be given; nothing else may say so above a dose.
ABOUT_GIVING = "Do not give"
OTHERWISE = {
    "Urgent", "Dilute first", "Do not give this fast", "Pause", "Do not discharge", "Confirm the weight", "Racemic ketamine only",
}  # fmt: skip
MAY_GO_AHEAD = (
    "iv_dose.never_undiluted",
    "body_weights.asked_about",
    "route_convert.not_esketamine",
    "iv_dose.too_fast",
)


@pytest.mark.parametrize(
    ("calculator", "inputs"),
    [
        pytest.param(*case, id=f"{rule}-{place}")
        for rule, cases in DANGEROUS.items()
        for place, case in enumerate(cases)
    ],
)
def test_a_stop_stands_in_the_figure_and_begins_with_what_it_is_about(calculator: str, inputs: dict[str, Any]) -> None:
    answer = full_answer(find(calculator), inputs)
    stops = [notice for notice in answer["warnings"] if notice["kind"] == "stop"]
    assert not stops or any(chip["tone"] == "stop" for chip in answer["figure"]["chips"])
    for notice in stops:
        assert notice["word"] in {ABOUT_GIVING, *OTHERWISE}
        assert notice["word"] != ABOUT_GIVING or notice["rule"] not in MAY_GO_AHEAD
    for notice in answer["warnings"]:
        if notice["kind"] != "stop":
            assert notice["word"] == SIGNAL_WORDS[notice["kind"]]


@pytest.mark.parametrize(
    ("calculator", "inputs"),
    [
        ("iv_dose", {"weight": 82.5, "weight_unit": "kg", "concentration_mg_ml": 100, "minutes": 5}),
        *chain.from_iterable(DANGEROUS.values()),
    ],
)
def test_nothing_is_ticked_as_good_beside_a_stop(calculator: str, inputs: dict[str, Any]) -> None:
    answer = full_answer(find(calculator), inputs)
    tones = {chip["tone"] for chip in answer["figure"]["chips"]}
    assert not ("good" in tones and ("stop" in tones or "stop" in {notice["kind"] for notice in answer["warnings"]}))


def test_a_scale_shows_total_band_and_remission_and_the_suicide_item_first() -> None:
    answer = full_answer(find("phq9"), {"items": [2, 2, 2, 2, 2, 2, 2, 2, 2]})
    assert answer["headline"] == "PHQ-9 total 18/27: moderately severe; not in remission; suicide item positive"
    figure = answer["figure"]
    assert (figure["value"], figure["unit"]) == ("18", "of 27")
    assert [(chip["text"], chip["tone"]) for chip in figure["chips"]] == [
        ("Suicide item positive", "stop"),
        ("Moderately severe", "caution"),
        ("Not in remission", "plain"),
    ]


def test_an_infusion_is_told_in_the_order_of_its_making() -> None:
    answer = full_answer(find("iv_dose"), ORDER)
    assert (answer["figure"]["value"], answer["figure"]["unit"]) == ("35", "mg IV")
    assert answer["figure"]["after"] == "over 40 min at 75 mL/h"
    groups = dict.fromkeys(entry["group"] for entry in answer["shown"] if not entry["in_figure"])
    assert list(groups) == ["Prepare", "Pump", "Check"]


def test_a_contraindication_leaves_no_dose_in_the_figure() -> None:
    sheet = {**ORDER, "flags": ["mania_or_mixed_state"], "systolic": 120, "diastolic": 75, "agents": []}
    answer = full_answer(find("infusion"), sheet)
    assert answer["figure"]["value"] == "Do not give"
    assert answer["figure"]["after"] == "Calculated, not ordered – do not give: 35 mg IV over 40 min at 75 mL/h"
    assert full_answer(find("infusion"), {**sheet, "flags": []})["figure"]["value"] == "35"


ORDER = {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50, "total_volume_ml": 50}


# 0.5 mg/kg of 50 mg/mL is a hundredth of the weight: 0.825 is drawn up as 0.83, and 50 − 0.83 is left.
@pytest.mark.parametrize(
    ("weight", "drawn", "left"), [(82.5, "0.83", "49.17"), (70.5, "0.71", "49.29"), (64.5, "0.65", "49.35")]
)
def test_draw_up_and_diluent_are_shown_as_parts_of_the_final_volume(weight: float, drawn: str, left: str) -> None:
    shown = {
        entry["key"]: entry["text"] for entry in full_answer(find("iv_dose"), {**ORDER, "weight": weight})["shown"]
    }
    assert (shown["drawup_ml"], shown["diluent_ml"]) == (f"{drawn} mL", f"{left} mL")


@settings(max_examples=30)
@given(
    weight=st.decimals(30, 250, places=1),
    strength=st.sampled_from([10, 50, 100]),
    volume=st.decimals(1, 500, places=2),
    dose=st.sampled_from([0.1, 0.4, 0.5, 0.6, 0.75, 1]),
)
def test_the_parts_add_up_to_the_whole_wherever_they_are_shown(
    weight: Any, strength: int, volume: Any, dose: float
) -> None:
    order = {"weight": float(weight), "weight_unit": "kg", "concentration_mg_ml": strength, "dose_mg_per_kg": dose,
             "total_volume_ml": float(volume)}  # fmt: skip
    sheet = {**order, "flags": [], "systolic": 120, "diastolic": 75, "agents": []}
    whole = Fraction(str(volume))
    for name, inputs in (("iv_dose", order), ("infusion", sheet)):
        card = find(name)
        try:
            evaluation = evaluated(card, card.checked(inputs))
        except InvalidInputs:
            assume(False)
        answer = full_answer(card, inputs)
        shown = {
            entry["key"]: number_of(entry["text"].removesuffix(" mL"))
            for entry in answer["shown"]
            if entry["key"] in ("drawup_ml", "diluent_ml")
        }
        assert shown["drawup_ml"] + shown["diluent_ml"] == whole
        assert f"Diluent: {evaluation.texts['diluent_ml']} mL" in RECORDS["note"](evaluation, "2026-03-02")
        components = json.loads(RECORDS["fhir"](evaluation, "2026-03-02"))["component"]
        parts = {one["code"]["text"]: one["valueQuantity"]["value"] for one in components if "valueQuantity" in one}
        assert Fraction(str(parts["Draw up"])) + Fraction(str(parts["Diluent"])) == whole
        for table in answer["tables"]:
            row = dict(cells[:2] for cells in table["rows"])
            if "Diluent" in row:
                told = [number_of(row[part].split(" mL")[0]) for part in ("Draw up", "Diluent", "Final volume")]
                assert told[0] + told[1] == told[2]


# Worked by hand: rounded half up to a tenth, and to more where a tenth would read as the next band.
@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(1400, 21), "66.7"),
        (Fraction(1600, 21), "76.2"),
        (Fraction(900, 21), "42.9"),
        (Fraction("49.96"), "49.96"),
        (Fraction("24.97"), "24.97"),
        (Fraction(50), "50"),
        (50 - Fraction(1, 10**9), "less than 50"),
        (Fraction("-12.25"), "−12.3"),
    ],
)
def test_a_percentage_is_rounded_and_never_into_another_band(exact: Fraction, shown: str) -> None:
    assert IMPROVEMENT.rounded(exact) == shown


@pytest.mark.parametrize(
    ("exact", "said"),
    [
        (Fraction("49.6"), "below response (50%) by 0.4 points"),
        (Fraction("50.5"), "above the edge of response (50%) by 0.5 points"),
        (Fraction(50), "exactly at response (50%)"),
        (Fraction("24.9"), "below partial response (25%) by 0.1 points"),
        (50 - Fraction(1, 10**9), "below response (50%) by less than 0.01 points"),
        (Fraction(40), ""),
        (Fraction(-30), ""),
    ],
)
def test_near_a_threshold_the_side_and_the_distance_are_said(exact: Fraction, said: str) -> None:
    assert IMPROVEMENT.nearness(exact) == said


@given(st.fractions(min_value=-200, max_value=100, max_denominator=10**7))
def test_what_is_shown_of_a_percentage_is_in_its_band(exact: Fraction) -> None:
    shown = IMPROVEMENT.rounded(exact)
    assert shown.startswith("less than") or IMPROVEMENT.find(number_of(shown)) == IMPROVEMENT.find(exact)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("35 mg IV over 40 min at 75 mL/h", ["35 mg", "40 min", "75 mL/h"]),
        ("0.0125 mg/kg/min, 1,050 mL", ["0.0125 mg/kg/min", "1,050 mL"]),
        ("141/85 mmHg, 49.6% on 2026-03-02", ["141/85 mmHg", "49.6%", "2026-03-02"]),
        ("Increase to 0.6–0.7 mg/kg", ["0.6–0.7 mg/kg"]),
        ("BMI 35.58 kg/m² and 3 minutes of 27", ["35.58 kg/m²"]),
    ],
)
def test_a_quantity_is_a_number_with_its_unit_or_a_day(text: str, whole: list[str]) -> None:
    assert re.findall(QUANTITY, text) == whole


def test_the_units_of_all_shown_values_are_known_as_quantities() -> None:
    shown = chain.from_iterable(full_answer(find(one.calculator), one.inputs)["shown"] for one in EXAMPLES)
    measured = [one["text"] for one in shown if re.fullmatch(r"[\d.,]+ (mg|mL|kg|mmHg|min|h)\S*", one["text"])]
    assert measured
    assert [text for text in measured if not re.fullmatch(QUANTITY, text)] == []
