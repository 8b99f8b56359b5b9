"""The coverage inputs decide which functions of the browser's Python a page gets: every way of asking is among them."""

import json
import re
from functools import cache
from typing import Any

import pytest

from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import every, worksheets
from press.runtime.coverage_inputs import TEXTS, coverage_inputs
from press.runtime.reference_answers import questions

# Questions with two such entries are not among the others.
AN_EDGE = [["weight", "29.99"], ["weight_unit", "kg"]]
BY_CALCULATOR = [pytest.param(one, id=one.id) for one in (*every(), *worksheets())]


@cache
def asked() -> list[str]:
    return list(coverage_inputs({"iv_dose": [AN_EDGE]}))


@cache
def read() -> list[dict[str, Any]]:
    found = [json.loads(question) for question in asked() if question not in ("", "{")]
    return [question for question in found if isinstance(question, dict)]


def asked_of(calculator: str) -> list[dict[str, Any]]:
    return [question for question in read() if question.get("calculator") == calculator]


def test_the_edges_are_among_them() -> None:
    assert [one["calculator"] for one in read() if one.get("entries") == AN_EDGE] == ["iv_dose"]


def test_the_reference_questions_are_among_them() -> None:
    assert set(questions()) <= set(asked())


@pytest.mark.parametrize("calculator", BY_CALCULATOR)
def test_each_calculator_is_asked_as_a_page_asks_for_every_kind_of_record_too(calculator: Calculator[Any, Any]) -> None:
    as_typed = [question for question in asked_of(calculator.id) if "entries" in question]
    for notices in (False, True):
        records = {question.get("record") for question in as_typed if bool(question.get("notices")) is notices}
        assert records == {None, "line", "note", "fhir", "ics"}


@pytest.mark.parametrize("calculator", BY_CALCULATOR)
def test_each_entry_of_the_fullest_form_is_left_out_and_the_first_and_last_of_a_kind_spoilt_in_every_way(
    calculator: Calculator[Any, Any],
) -> None:
    forms = [question["entries"] for question in asked_of(calculator.id) if isinstance(question.get("entries"), list)]
    examples = [question["entries"] for question in asked_of(calculator.id) if question.get("record") == "line"]
    fullest = max(examples, key=len)
    alike = [re.sub(r"\.\d+", "", name) for name, _ in fullest]
    for place, (name, _) in enumerate(fullest):
        assert fullest[:place] + fullest[place + 1 :] in forms, name
        if alike[place] not in alike[:place] or alike[place] not in alike[place + 1 :]:
            assert set(TEXTS) <= {text for form in forms for entered, text in form if entered == name}, name


def test_numbers_are_asked_with_commas_as_decimal_marks_too() -> None:
    with_comma = [question for question in read() if question.get("decimal_comma")]
    assert {question["calculator"] for question in with_comma} == {card.id for card in (*every(), *worksheets())}


def test_texts_are_sent_as_the_browser_sends_them_without_escapes() -> None:
    assert '["weight", "70 µg"]' in "".join(asked())
