"""A form that opens with values is read back as those values, whatever kinds of question it has."""

from random import Random
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Kind, Texts, YesNoNotAsked, texts_of
from ketamine_calculators.fields.rows import read_values
from ketamine_calculators.registry import every, worksheets
from support.random_inputs import OF_KIND, plausible

each = pytest.mark.parametrize("calculator", [pytest.param(one, id=one.id) for one in (*every(), *worksheets())])


def kinds(kind: type[Kind] = Kind) -> set[type[Kind]]:
    """The kinds that a calculator file can name."""
    known = set().union(*(kinds(one) for one in kind.__subclasses__()))
    return known | {kind} if hasattr(kind, "kind") else known


def test_every_kind_of_question_takes_part_in_the_tests_with_random_inputs() -> None:
    assert kinds() == set(OF_KIND)


def entries_of(calculator: Calculator[Any, Any], values: dict[str, Any]) -> Texts:
    """The entries of a page, which sends nothing of a question that is not asked."""
    asked = [field for field in calculator.fields if field.name in values or not field.spec.asked_when]
    return texts_of(tuple(asked), values)


@each
def test_worked_examples_are_read_back(calculator: Calculator[Any, Any]) -> None:
    for example in calculator.examples:
        assert calculator.read(entries_of(calculator, example.inputs)) == calculator.checked(example.inputs)


@each
def test_random_values_are_read_back(calculator: Calculator[Any, Any]) -> None:
    random = Random(f"back {calculator.id}")
    read = 0
    for _ in range(200):
        values = plausible(calculator, random)
        try:
            checked = calculator.checked(values)
        except InvalidInputs:
            continue
        # An empty list of rows is what a form without a row says too; there it is a blank.
        if [] in [values.get(field.name) for field in calculator.fields if field.kind == "repeating"]:
            continue
        assert calculator.read(entries_of(calculator, values)) == checked
        read += 1
    assert read > 20


def test_only_a_question_that_may_be_skipped_opens_with_a_null() -> None:
    assert YesNoNotAsked(label="Q1").texts("q1", None) == {"q1": ["not_asked"]}
    for calculator in every():
        for field in calculator.fields:
            entries = texts_of((field,), {field.name: None})
            assert entries == ({field.name: ["not_asked"]} if field.kind == "yes_no_not_asked" else {})


@each
def test_a_form_that_opens_empty_opens_with_its_defaults(calculator: Calculator[Any, Any]) -> None:
    entries = texts_of(calculator.fields, {})
    for field in calculator.fields:
        if not field.required and field.default is not None:
            assert read_values((field,), entries) == {field.name: field.default}
