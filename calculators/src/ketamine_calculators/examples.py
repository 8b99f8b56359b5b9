"""Worked examples: the lines of the clinical fact sheet, kept as they are written there."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

TOLERANCE = 0.001  # the fact sheet's own


@dataclass(frozen=True)
class Example:
    """Raw inputs and the outputs claimed for them; outputs that are not listed are not claimed. `line` is its place."""

    calculator: str
    inputs: dict[str, Any]
    expected: dict[str, Any]
    line: int


@cache
def every_example() -> tuple[Example, ...]:
    """All examples in the order of the sheet: one a line, `id {inputs} -> {outputs}`."""
    # Here and not above: whoever only calculates need not wait for archives and temporary files to be imported.
    from importlib.resources import files

    text = files(__package__).joinpath("worked_examples.txt").read_text("utf-8")
    return tuple(_parsed(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())


def _parsed(number: int, line: str) -> Example:
    calculator, _, rest = line.partition(" ")
    inputs, expected = rest.split(" -> ")
    return Example(calculator, json.loads(inputs), json.loads(expected), number)


def examples_of(calculator: str) -> tuple[Example, ...]:
    """The examples of the calculator with this id, in the order of the sheet."""
    return tuple(example for example in every_example() if example.calculator == calculator)


def agrees(found: Any, claimed: Any) -> bool:
    """Whether a value is the one claimed; numbers may differ by the sheet's tolerance, and true is not 1."""
    if isinstance(claimed, bool) or isinstance(found, bool) or claimed is None or found is None:
        return found is claimed
    if isinstance(claimed, int | float) and isinstance(found, int | float):
        return abs(found - claimed) < TOLERANCE
    if isinstance(claimed, list):
        return isinstance(found, list) and len(found) == len(claimed) and all(map(agrees, found, claimed))
    if isinstance(claimed, dict):
        return isinstance(found, dict) and all(key in found and agrees(found[key], claimed[key]) for key in claimed)
    return bool(found == claimed)
