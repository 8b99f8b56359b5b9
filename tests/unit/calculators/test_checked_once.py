"""Between a page and its answer every value is checked once, and blanks and wrong values are told in the same pass."""

import json
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.browser import answer
from ketamine_calculators.fields import Choice, Day, Kind, Number, Repeating, Several, Text, Whole, texts_of
from ketamine_calculators.fields.base import fields_of
from ketamine_calculators.fields.rows import read_values


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a value of each name was checked."""
    counted: Counter[str] = Counter()
    checked = [(kind, "check") for kind in (Choice, Day, Repeating, Several, Text)]
    for kind, method in (*checked, (Number, "_bounded"), (Whole, "_bounded")):
        check = getattr(kind, method)

        def counting(self: Kind, name: str, *rest: Any, check: Any = check) -> object:
            counted[name] += 1
            return check(self, name, *rest)

        monkeypatch.setattr(kind, method, counting)
    return counted


@pytest.mark.parametrize("calculator", ["iv_dose", "infusion", "course", "treatment_history", "trd_definitions"])
def test_a_value_typed_on_a_page_is_checked_once_at_most(calculator: str, checks: Counter[str]) -> None:
    card = find(calculator)
    values = dict(card.examples[0].inputs)
    rows = next((field.name for field in card.fields if field.kind == "repeating"), None)
    if rows:
        values[rows] = values[rows][:1]
    asked = tuple(field for field in card.fields if field.name in values or not field.spec.asked_when)
    entries = [[name, text] for name, texts in texts_of(asked, values).items() for text in texts]
    assert "answer" in json.loads(answer(json.dumps({"calculator": calculator, "entries": entries})))
    assert checks
    assert max(checks.values()) == 1


@pytest.mark.parametrize("calculator", ["iv_dose", "treatment_history"])
def test_a_value_sent_by_a_program_is_checked_once(calculator: str, checks: Counter[str]) -> None:
    values = find(calculator).examples[0].inputs
    assert "answer" in json.loads(answer(json.dumps({"calculator": calculator, "values": values})))
    assert set(checks.values()) == {1}


@dataclass(frozen=True, kw_only=True)
class Row:
    drug: Annotated[str, Text(label="Drug")]
    weeks: Annotated[Fraction, Number(label="Weeks", low=0, high=100, why="Plausible.")]


@dataclass(frozen=True, kw_only=True)
class Form:
    age: Annotated[int, Whole(label="Age", low=18, high=120, why="Adults.")]
    trials: Annotated[tuple[Row, ...], Repeating(label="Trials", row=Row, one="Trial", high=2)]
    day: Annotated[Any, Day(label="Day")]


def told(entries: dict[str, list[str]]) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInputs) as refused:
        read_values(fields_of(Form), entries)
    return [(problem.field, problem.kind) for problem in refused.value.problems]


def test_blanks_and_wrong_values_of_rows_are_told_together_in_the_order_of_the_form() -> None:
    entries = {
        "day": ["02/03"], "trials.0.weeks": ["400"], "trials.4.drug": ["sertraline"], "trials.4.weeks": [""],
        "trials.0.drug": [" "], "age": ["1,5"],
    }  # fmt: skip
    assert told(entries) == [
        ("age", "invalid"),
        ("trials.0.drug", "missing"),
        ("trials.0.weeks", "invalid"),
        ("trials.4.weeks", "missing"),
        ("day", "invalid"),
    ]


def test_rows_are_numbered_as_the_reader_sees_them_and_named_as_the_form_has_them() -> None:
    entries = {
        "age": ["40"],
        "day": ["2026-03-02"],
        "trials.3.drug": ["a"],
        "trials.3.weeks": ["1"],
        "trials.7.drug": ["b"],
    }
    with pytest.raises(InvalidInputs) as refused:
        read_values(fields_of(Form), entries)
    (problem,) = refused.value.problems
    assert (problem.field, problem.message) == ("trials.7.weeks", "Trial 2: Enter weeks.")


def test_more_rows_than_there_may_be_are_refused() -> None:
    rows = {f"trials.{place}.{name}": [text] for place in range(3) for name, text in (("drug", "a"), ("weeks", "1"))}
    assert told({"age": ["40"], "day": ["2026-03-02"], **rows}) == [("trials", "invalid")]
