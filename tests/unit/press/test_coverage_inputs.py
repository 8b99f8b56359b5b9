"""The coverage inputs decide which functions of the browser's Python a page gets: every way of asking is among them."""

import json
import re
from typing import Any

import pytest

from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import every, worksheets
from press.runtime.coverage_inputs import TEXTS, coverage_inputs
from press.runtime.reference_answers import questions

ASKED = list(coverage_inputs())
READ = [json.loads(question) for question in ASKED if question not in ("", "{")]
BY_CALCULATOR = [pytest.param(one, id=one.id) for one in (*every(), *worksheets())]


def asked_of(calculator: str) -> list[dict[str, Any]]:
    return [question for question in READ if isinstance(question, dict) and question.get("calculator") == calculator]


def test_the_reference_questions_are_among_them() -> None:
    assert set(questions()) <= set(ASKED)


@pytest.mark.parametrize("calculator", BY_CALCULATOR)
def test_each_calculator_is_asked_as_a_page_asks_for_every_kind_of_record_too(calculator: Calculator[Any, Any]) -> None:
    as_typed = [question for question in asked_of(calculator.id) if "entries" in question]
    for notices in (False, True):
        asked = {question.get("record") for question in as_typed if bool(question.get("notices")) is notices}
        assert asked == {None, "line", "note", "fhir", "ics"}


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
    asked = [question for question in READ if isinstance(question, dict) and question.get("decimal_comma")]
    assert {question["calculator"] for question in asked} == {card.id for card in (*every(), *worksheets())}


def test_texts_are_sent_as_the_browser_sends_them_without_escapes() -> None:
    assert '["weight", "70 µg"]' in "".join(ASKED)
