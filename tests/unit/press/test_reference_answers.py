"""The questions that a browser is asked before a calculator's first answer show whatever the worked examples show."""

import json
from typing import Any
from zlib import crc32

import pytest

from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import every, find, worksheets
from press.runtime.reference_answers import known_answers, marks, question_of

KNOWN = known_answers()
CALCULATORS = (*every(), *worksheets())


@pytest.mark.parametrize("calculator", CALCULATORS, ids=lambda calculator: calculator.id)
def test_what_any_example_shows_a_known_question_shows(calculator: Calculator[Any, Any]) -> None:
    asked = [marks(calculator, json.loads(values)) for values, _ in KNOWN[calculator.id]]
    shown = [marks(calculator, example.inputs) for example in calculator.examples]
    assert set().union(*asked) == set().union(*shown)


def test_the_dose_is_asked_in_both_units_and_from_each_vial() -> None:
    asked = [json.loads(values) for values, _ in KNOWN["iv_dose"]]
    assert {one["weight_unit"] for one in asked} == {"kg", "lb"}
    assert {one["concentration_mg_ml"] for one in asked} == {10, 50, 100}


def test_the_checksum_is_that_of_the_whole_reply() -> None:
    values, checksum = KNOWN["iv_dose"][0]
    reply = answer(question_of("iv_dose", values))
    assert "35 mg" in json.loads(reply)["answer"]["headline"]  # 70 kg × 0.5
    assert crc32(reply.encode()) == checksum


def test_an_example_that_shows_nothing_new_is_not_asked() -> None:
    known = [len(KNOWN[calculator.id]) for calculator in CALCULATORS]
    examples = [len(find(calculator.id).examples) for calculator in CALCULATORS]
    assert sum(known) < sum(examples)
