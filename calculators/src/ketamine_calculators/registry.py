"""Finding calculators. The folders are the registry: one file, one calculator or one worksheet."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from . import catalogue
from . import worksheets as joined
from .definition import Calculator
from .errors import UnknownCalculator
from .worksheet import Worksheet


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(catalogue.__path__)))


@cache
def worksheet_ids() -> tuple[str, ...]:
    """The ids of all worksheets, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(joined.__path__)))


def find(calculator: str) -> Calculator[Any, Any]:
    """The calculator or worksheet with this id; only what it needs is imported. Raises UnknownCalculator, a ValueError."""
    known = ids() + worksheet_ids()
    if not isinstance(calculator, str) or calculator not in known:
        near = get_close_matches(str(calculator)[:60], known, 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise UnknownCalculator(f"There is no calculator “{str(calculator)[:60]}”.{meant}")
    folder, card = (catalogue, "CALCULATOR") if calculator in ids() else (joined, "WORKSHEET")
    found = getattr(import_module(f"{folder.__name__}.{calculator}"), card)
    assert isinstance(found, Calculator)
    return found


def every() -> tuple[Calculator[Any, Any], ...]:
    """All calculators, in the order of their ids. Worksheets are not among them."""
    return tuple(find(calculator) for calculator in ids())


def worksheets() -> tuple[Worksheet[Any, Any], ...]:
    """All worksheets, in the order of their ids."""
    found = [find(worksheet) for worksheet in worksheet_ids()]
    return tuple(worksheet for worksheet in found if isinstance(worksheet, Worksheet))


def evaluate(calculator: str, inputs: Mapping[str, object]) -> dict[str, Any]:
    """The documented outputs for plain inputs, as a plain dict.

    Raises UnknownCalculator for the id, InvalidInputs with every problem at once for the inputs; both are ValueErrors.
    """
    return find(calculator).run(inputs)
