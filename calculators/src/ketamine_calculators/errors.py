"""What can be wrong: with a reader's inputs, with an id, or with a calculator's own definition."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

ProblemKind = Literal["missing", "invalid", "rule"]


@dataclass(frozen=True)
class InputProblem:
    """One thing that the reader can put right.

    `field` is the place as a form names it: `weight`, `items.3`, `trials.0.drug`.
    `kind` tells a blank (`missing`) from a wrong value (`invalid`) and from values that do not go together (`rule`).
    `remedy` is what the reader could say to have it accepted as it stands: `decimal_comma`, or nothing.
    """

    field: str
    message: str
    kind: ProblemKind = "invalid"
    remedy: str = ""


class InvalidInputs(ValueError):
    """The inputs cannot be calculated with. Carries every problem at once, in the order of the form."""

    def __init__(self, problems: Iterable[InputProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{problem.field}: {problem.message}" for problem in self.problems))


class UnknownCalculator(ValueError):
    """No calculator has this id."""


class DefinitionError(Exception):
    """A calculator file contradicts itself; its author must act."""
