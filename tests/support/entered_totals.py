"""For the tests of scales that are entered as totals: what is no whole number, and how an input is refused."""

from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate

NOT_A_WHOLE_NUMBER: list[Any] = [True, "7", float("nan"), float("inf"), 7.5, 7.0, [7]]


def refused(calculator: str, inputs: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields and sentences with which a calculator refuses these inputs."""
    with pytest.raises(InvalidInputs) as problems:
        evaluate(calculator, inputs)
    return [(problem.field, problem.message) for problem in problems.value.problems]
