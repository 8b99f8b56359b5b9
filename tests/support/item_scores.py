"""Item scores for the tests of the rating scales, and the answers that no scale may accept."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate

# Fact sheet, G3: item scores are whole numbers, and nothing else is taken for one.
NOT_A_SCORE: list[Any] = [True, False, "1", None, float("nan"), float("inf"), 1.5, 1.0, [1], -1]


def filled(total: int, highs: list[int]) -> list[int]:
    """Item scores with this total: the first items at their highest, one in between, the rest 0."""
    scores = []
    for high in highs:
        scores.append(min(high, total))
        total -= scores[-1]
    assert total == 0, "the scale has no such total"
    return scores


def only(place: int, score: int, length: int) -> list[int]:
    """Every item 0 but one."""
    return [score if at == place else 0 for at in range(length)]


def refused(calculator: str, items: Any) -> list[tuple[str, str]]:
    """The fields and sentences with which a calculator refuses these items."""
    with pytest.raises(InvalidInputs) as problems:
        evaluate(calculator, {"items": items})
    return [(problem.field, problem.message) for problem in problems.value.problems]
