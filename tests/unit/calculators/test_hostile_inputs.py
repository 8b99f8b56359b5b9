"""Nothing that can be sent makes a calculator fail in any way but by naming the problem."""

import json
import math
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ketamine_calculators import InputProblem, InvalidInputs, every
from ketamine_calculators.answer import full_answer
from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from support.random_inputs import hostile, plausible

EACH = 700  # times more than 30 calculators: more than 20,000
calculators = pytest.mark.parametrize("calculator", [pytest.param(one, id=one.id) for one in every()])


def finite(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, dict):
        return all(map(finite, value.values()))
    return all(map(finite, value)) if isinstance(value, list) else True


def refused(calculator: Calculator[Any, Any], values: Any) -> tuple[InputProblem, ...]:
    """The problems of inputs, none if they are answered. Any other end of a calculation fails the test."""
    try:
        answered = full_answer(calculator, values)
    except InvalidInputs as problems:
        return problems.problems or (InputProblem("", "no problem was named"),)
    assert finite(answered["values"])
    return ()


@calculators
def test_hostile_inputs_are_answered_or_refused_with_a_sentence(calculator: Calculator[Any, Any]) -> None:
    random = Random(f"hostile {calculator.id}")
    for _ in range(EACH):
        values = hostile(calculator, random)
        for problem in refused(calculator, values):
            assert not problem.message[:1].islower(), (values, problem)
            assert problem.message.endswith((".", "?")), (values, problem)


@calculators
def test_plausible_inputs_are_often_answered(calculator: Calculator[Any, Any]) -> None:
    random = Random(f"plausible {calculator.id}")
    answered = sum(not refused(calculator, plausible(calculator, random)) for _ in range(100))
    assert answered >= 10


texts = st.dictionaries(
    st.text(max_size=20),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner, max_size=5),
        max_leaves=8,
    ),
    max_size=5,
)


@calculators
@settings(max_examples=30, deadline=None)
@given(values=texts)
def test_any_json_is_answered_or_refused(calculator: Calculator[Any, Any], values: dict[str, Any]) -> None:
    assert all(problem.message != "no problem was named" for problem in refused(calculator, values))


@settings(max_examples=300, deadline=None)
@given(
    question=st.text() | st.sampled_from(["null", "[]", '{"calculator":1}', '{"calculator":"iv_dose"}', "[" * 10_000])
)
def test_the_door_of_the_page_never_raises(question: str) -> None:
    reply = json.loads(answer(question))
    assert set(reply) <= {"answer", "problems", "failure"}
    assert len(reply) == 1


@calculators
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_any_form_entries_are_answered_or_refused(calculator: Calculator[Any, Any], data: st.DataObject) -> None:
    names = st.sampled_from([field.name for field in calculator.fields]) | st.sampled_from(
        ["items.0", "trials.0.drug", "x", "trials.9999999.drug"]
    )
    entered = data.draw(
        st.lists(
            st.tuples(names, st.text(max_size=30) | st.sampled_from(["none", "yes", "70", "1,5", ".5", "5.", "70 kg"])),
            max_size=12,
        )
    )
    reply = json.loads(answer(json.dumps({"calculator": calculator.id, "entries": entered})))
    assert "failure" not in reply
