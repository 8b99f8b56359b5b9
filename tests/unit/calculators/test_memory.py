"""Nothing of a patient is kept once the answer is given."""

import functools
import gc
import inspect
import json
import pkgutil
import weakref
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import ketamine_calculators
from ketamine_calculators import browser
from ketamine_calculators.definition import Calculator
from ketamine_calculators.evaluation import Evaluation, evaluated
from ketamine_calculators.record_export import RECORDS
from ketamine_calculators.registry import every, worksheets

each = pytest.mark.parametrize("calculator", [pytest.param(one, id=one.id) for one in (*every(), *worksheets())])


@each
def test_inputs_and_parts_are_forgotten_after_the_answer(
    calculator: Calculator[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[weakref.ref[Any]] = []

    def watched(card: Calculator[Any, Any], inputs: Any, **of_the_page: Any) -> Evaluation[Any, Any]:
        evaluation = evaluated(card, inputs, **of_the_page)
        seen.extend(map(weakref.ref, (inputs, evaluation, evaluation.parts, evaluation.outputs)))
        return evaluation

    monkeypatch.setattr(browser, "evaluated", watched)
    for example in calculator.examples:
        question = {"calculator": calculator.id, "values": example.inputs, "day": "2026-11-22"}
        assert "answer" in json.loads(browser.answer(json.dumps(question)))
        for record in RECORDS:
            assert "record" in json.loads(browser.answer(json.dumps({**question, "record": record})))
    gc.collect()
    assert len(seen) == 4 * 4 * len(calculator.examples)
    assert [one for one in seen if one() is not None] == []


def cached_functions() -> Iterator[tuple[str, Any]]:
    """Every function of the library that keeps its results, those of its classes included."""
    for module in pkgutil.walk_packages(ketamine_calculators.__path__, "ketamine_calculators."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(import_module(module.name)).items():
            for inner, member in (("", value), *(vars(value).items() if inspect.isclass(value) else ())):
                if isinstance(member, functools._lru_cache_wrapper):
                    yield f"{module.name}.{name}.{inner}".rstrip("."), member


def test_a_function_that_keeps_its_results_takes_no_inputs() -> None:
    cached = dict(cached_functions())
    assert "ketamine_calculators.registry.ids" in cached
    assert {name for name, function in cached.items() if inspect.signature(function).parameters} == set()
