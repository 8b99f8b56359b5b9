"""Finding calculators. The catalogue folder is the registry: one file, one calculator."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from . import catalogue
from .declare import Calculator
from .errors import UnknownCalculator


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(catalogue.__path__)))


def find(calculator: str) -> Calculator[Any, Any]:
    """The calculator with this id; only its own file is imported. Raises UnknownCalculator, a ValueError."""
    if not isinstance(calculator, str) or calculator not in ids():
        near = get_close_matches(str(calculator)[:60], ids(), 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise UnknownCalculator(f"There is no calculator “{str(calculator)[:60]}”.{meant}")
    found = import_module(f"{catalogue.__name__}.{calculator}").CALCULATOR
    assert isinstance(found, Calculator)
    return found


def every() -> tuple[Calculator[Any, Any], ...]:
    """All calculators, in the order of their ids."""
    return tuple(find(calculator) for calculator in ids())


def evaluate(calculator: str, inputs: Mapping[str, object]) -> dict[str, Any]:
    """The documented outputs for plain inputs, as a plain dict.

    Raises UnknownCalculator for the id, InvalidInputs with every problem at once for the inputs; both are ValueErrors.
    """
    return find(calculator).run(inputs)
