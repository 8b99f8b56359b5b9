"""The dose table says of each weight what the dose calculator says, and never a bare number that is stopped or to be checked."""

import json
import re
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

import support
from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.dose_rows import ABOUT, COLUMNS
from ketamine_calculators.infusion_sheet import NEVER_UNDILUTED
from ketamine_calculators.posted_table import check_sum
from support.dangerous_cases import DANGEROUS

KINDS = ("stop", "caution", "note")

MARK = " first)"


def preparation(**changes: Any) -> dict[str, Any]:
    """0.5 mg/kg from 50 mg/mL to 50 mL over 40 min for 40 to 140 kg, changed."""
    usual = {"concentration_mg_ml": 50, "total_volume_ml": 50}
    return {key: value for key, value in {**usual, **changes}.items() if value is not None}


def rows(inputs: dict[str, Any]) -> list[list[str]]:
    (table,) = full_answer(find("dose_table"), inputs)["tables"]
    return list(table["rows"])


def order(inputs: dict[str, Any], weight: int) -> dict[str, Any]:
    asked = ("dose_mg_per_kg", "concentration_mg_ml", "total_volume_ml", "minutes")
    return {"weight": weight, "weight_unit": "kg", **{name: inputs[name] for name in asked if name in inputs}}


def agrees_with_the_calculator(inputs: dict[str, Any]) -> None:
    """Each row beside the answer of the dose calculator, asked by itself."""
    for weight, *numbers, said in rows(inputs):
        asked = order(inputs, int(weight.removesuffix(" kg")))
        if set(numbers) == {"Do not give"} and "Do not give" not in said:
            with pytest.raises(InvalidInputs, match=re.escape(said)):
                evaluate("iv_dose", asked)
            continue
        answer = full_answer(find("iv_dose"), asked)
        notices = [notice for notice in answer["warnings"] if notice["kind"] != "note"]
        stops = [one for one in notices if one["kind"] == "stop" and one["rule"] != NEVER_UNDILUTED]
        assert bool(said) == bool(notices)
        if stops:
            assert set(numbers) == {stops[0]["word"]}
            continue
        shown = {value["key"]: value["text"] for value in answer["shown"]}
        for key, number in zip(COLUMNS, numbers, strict=True):
            assert number.split(" (")[0] == shown.get(key, "none: premixed")
        exact = evaluate("iv_dose", asked)
        assert [exact[key] is None for key in COLUMNS] == [number == "none: premixed" for number in numbers]
        assert any(number.endswith(MARK) for number in numbers) == bool(notices)


TEN = [
    preparation(),
    preparation(dose_mg_per_kg=1, rows=21),
    preparation(concentration_mg_ml=100),
    preparation(concentration_mg_ml=10, total_volume_ml=5, lightest_kg=60, rows=17),
    preparation(concentration_mg_ml=2, total_volume_ml=None),
    preparation(minutes=20),
    preparation(minutes=35, dose_mg_per_kg=0.8),
    preparation(lightest_kg=280, step_kg=10, rows=6),
    preparation(dose_mg_per_kg=0.3, total_volume_ml=700, lightest_kg=30, step_kg=1, rows=21),
    preparation(dose_mg_per_kg=0.1, concentration_mg_ml=100, total_volume_ml=3.7, minutes=61, step_kg=10, rows=11),
]


@pytest.mark.parametrize("inputs", TEN, ids=range(1, 11))
def test_every_cell_of_ten_tables_is_the_answer_of_the_dose_calculator(inputs: dict[str, Any]) -> None:
    agrees_with_the_calculator(inputs)


@given(
    dose=st.integers(1, 100).map(lambda hundredths: hundredths / 100),
    vial=st.sampled_from((1, 2, 10, 50, 100)),
    volume=st.integers(5, 20_000).map(lambda tenths: tenths / 10),
    minutes=st.integers(1, 240),
    lightest=st.integers(30, 640),
)
def test_every_cell_of_any_table_is_the_answer_of_the_dose_calculator(
    dose: float, vial: int, volume: float, minutes: int, lightest: int
) -> None:
    inputs = preparation(
        dose_mg_per_kg=dose,
        concentration_mg_ml=vial,
        total_volume_ml=None if vial <= 2 else volume,
        minutes=minutes,
        lightest_kg=lightest,
        rows=3,
    )
    try:
        evaluate("dose_table", inputs)
    except InvalidInputs:
        # Only a volume that is too small for the lightest weight already.
        with pytest.raises(InvalidInputs, match="Final volume must be at least"):
            evaluate("iv_dose", order(inputs, lightest))
        return
    agrees_with_the_calculator(inputs)


def test_70_kg_stand_in_the_table_as_worked_by_hand() -> None:
    # 70 × 0.5 = 35 mg; 35 ÷ 50 = 0.7 mL; 50 − 0.7 = 49.3 mL; 35 ÷ 50 = 0.7 mg/mL; 50 × 60 ÷ 40 = 75 mL/h
    assert ["70 kg", "35 mg", "0.7 mL", "49.3 mL", "0.7 mg/mL", "75 mL/h", ""] in rows(preparation())


def test_a_number_to_be_checked_says_so_in_its_own_cell() -> None:
    # 205 kg × 0.5 mg/kg = 102.5 mg, above the 100 mg that are checked again; 200 kg give 100 mg.
    below, above = rows(preparation(lightest_kg=200, rows=2))
    assert (below[1], below[-1]) == ("100 mg", "")
    assert above[1] == "102.5 mg (check first)"
    assert above[-1] == "dose above 100 mg: check it again"


def test_a_number_with_two_things_to_do_first_says_both() -> None:
    # 45 kg × 0.5 mg/kg ÷ 100 mg/mL = 0.225 mL, between two marks of a syringe, from the vial that is diluted first.
    (only,) = rows(preparation(concentration_mg_ml=100, lightest_kg=45, rows=1))
    assert only[2] == "0.225 mL (dilute and check first)"
    assert only[-1].startswith("See above") or "undiluted" in only[-1]


def test_what_is_said_of_every_weight_stands_above_the_table_and_in_each_row() -> None:
    answer = full_answer(find("dose_table"), preparation(dose_mg_per_kg=0.8))
    assert next(one["rule"] for one in answer["warnings"] if one["kind"] == "caution") == "iv_dose.oversight"
    assert {row[-1].split(";")[0] for row in answer["tables"][0]["rows"]} == {"See above"}


def test_a_volume_too_small_for_the_heavier_says_why_in_their_rows() -> None:
    # 105 kg × 0.5 mg/kg ÷ 10 mg/mL = 5.25 mL, more than the 5 mL of the preparation.
    found = {row[0]: row for row in rows(preparation(concentration_mg_ml=10, total_volume_ml=5))}
    assert found["100 kg"][1:3] == ["50 mg", "5 mL"]
    why = "Final volume must be at least the 5.25 mL of drug that it includes."
    assert found["105 kg"] == ["105 kg", *["Do not give"] * 5, why]


REFUSED = [
    ("a vial without a final volume", preparation(total_volume_ml=None), "Enter the final volume"),
    ("what is premixed, diluted again", preparation(concentration_mg_ml=2), "not diluted again"),
    ("ampoules of esketamine", preparation(concentration_mg_ml=25), "That is esketamine"),
    ("a volume too small for the lightest", preparation(total_volume_ml=0.3), "at least the 0.4 mL"),
    ("22 rows", preparation(rows=22), "do not stand on one page"),
    ("weights that the dose calculator refuses", preparation(lightest_kg=600), "The last row would be of 700 kg"),
]


@pytest.mark.parametrize(("inputs", "words"), [pytest.param(inputs, words, id=what) for what, inputs, words in REFUSED])
def test_it_refuses_with_the_reason(inputs: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInputs, match=words):
        evaluate("dose_table", inputs)


def test_every_caution_of_the_dose_calculator_has_the_number_that_it_is_about() -> None:
    cases = (case for rule, cases in DANGEROUS.items() if rule.startswith("iv_dose.") for case in cases)
    told = {
        notice["rule"]
        for calculator, inputs in cases
        if calculator == "iv_dose"
        for notice in full_answer(find(calculator), inputs)["warnings"]
        if notice["kind"] == "caution"
    }
    assert told <= set(ABOUT)


def test_the_check_sum_is_the_crc_32_of_the_trade() -> None:
    # The check value of the catalogue of parametrized CRC algorithms: CRC-32/ISO-HDLC of "123456789" is CBF43926,
    # which is 3,421,780,262.
    assert check_sum("123456789") == "342 178 0262"
    text = "Dose – 0.7 mL"
    assert int(check_sum(text).replace(" ", "")) == crc32(text.encode())


def test_another_preparation_has_another_check_sum() -> None:
    changes: list[dict[str, Any]] = [
        {},
        {"dose_mg_per_kg": 0.6},
        {"concentration_mg_ml": 10},
        {"total_volume_ml": 60},
        {"minutes": 41},
        {"rows": 20},
    ]
    made = {evaluate("dose_table", preparation(**change))["check_sum"] for change in changes}
    assert len(made) == len(changes)


def test_the_table_says_what_it_is_not_and_which_limits_it_has() -> None:
    notes = " ".join(one["text"] for one in full_answer(find("dose_table"), preparation())["warnings"])
    for words in (
        "no order",
        "between rows, calculate",
        "at most 1 mg/kg",
        "100 mg",
        "0.1 mL",
        "999 mL/h",
        "300 kg",
    ):
        assert words in notes


def test_weights_are_exact() -> None:
    # 33 kg × 0.35 mg/kg = 11.55 mg, shown as 11.6 mg (to a tenth from 10 mg); 11.55 ÷ 50 = 0.231 mL
    (only,) = rows(preparation(dose_mg_per_kg=0.35, lightest_kg=33, rows=1))
    assert only[1].startswith("11.6 mg")
    assert only[2].startswith("0.231 mL")


# Worked by hand from the limits of `iv_dose`: a preparation, and what is claimed of its table, as in the worked examples.
WORKED = (Path(support.__file__).parent / "dose_tables.txt").read_text("utf-8")


@pytest.mark.parametrize("case", WORKED.strip().splitlines())
def test_a_preparation_has_its_weights_its_cautions_and_its_words(case: str) -> None:
    inputs, claims = (json.loads(part) for part in case.split(" -> "))
    found, answer = evaluate("dose_table", inputs), full_answer(find("dose_table"), inputs)
    said = {kind: " ".join(notice["text"] for notice in answer["warnings"] if notice["kind"] == kind) for kind in KINDS}
    words = {
        "_headline_contains": answer["headline"],
        "_stop_contains": said["stop"],
        "_notice_contains": " ".join(said.values()),
    }
    values = {key: claim for key, claim in claims.items() if not key.startswith("_")}
    assert {key: found[key] for key in values} == values
    assert {key: claims[key] for key in words if claims.get(key, "").lower() not in words[key].lower()} == {}
    assert bool(said[claims.get("_any_kind", "caution")]) or "_any_kind" not in claims
    assert not said[claims.get("_no_kind", "stop")] or "_no_kind" not in claims
