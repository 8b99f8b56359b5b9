"""Finding calculators. The folders are the registry: a file is a calculator, a folder is a worksheet."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from . import catalogue
from . import worksheets as joined
from .definition import Calculator
from .errors import DefinitionError, UnknownCalculator
from .wording import did_you_mean
from .worksheet import Worksheet


@cache
def ids() -> tuple[str, ...]:
    """The ids of all calculators, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(catalogue.__path__)))


@cache
def worksheet_ids() -> tuple[str, ...]:
    """The ids of all worksheets, in alphabetical order."""
    return tuple(sorted(module.name for module in iter_modules(joined.__path__)))


def module_of(calculator: str) -> str:
    """The name of the module that declares the calculator or worksheet with this id."""
    folder = catalogue if calculator in ids() else joined
    return f"{folder.__name__}.{calculator}"


_titles: dict[str, str] = {}


def title_of(calculator: str) -> str:
    """The title of the calculator or worksheet with this id, which is imported only where it is not known yet."""
    if calculator not in _titles:
        _titles[calculator] = find(calculator).title
    return _titles[calculator]


def know_titles(titles: Mapping[str, str]) -> None:
    """Take the titles of calculators that need not be imported for them."""
    _titles.update(titles)


def find(calculator: str) -> Calculator[Any, Any]:
    """The calculator or worksheet with this id; only what it needs is imported. Raises UnknownCalculator, a ValueError."""
    known = ids() + worksheet_ids()
    if not isinstance(calculator, str) or calculator not in known:
        written = str(calculator)[:60]
        raise UnknownCalculator(f"There is no calculator “{written}”.{did_you_mean(written, known)}")
    module = module_of(calculator)
    card = getattr(import_module(module), "CALCULATOR" if calculator in ids() else "WORKSHEET")
    assert isinstance(card, Calculator)
    if card.id != calculator:
        raise DefinitionError(f"{module} declares the id '{card.id}'. Its name and its id must be one.")
    return card


def every() -> tuple[Calculator[Any, Any], ...]:
    """All calculators, in the order of their ids. Worksheets are not among them."""
    return tuple(find(calculator) for calculator in ids())


def worksheets() -> tuple[Worksheet[Any, Any], ...]:
    """All worksheets, in the order of their ids."""
    cards = [find(worksheet) for worksheet in worksheet_ids()]
    return tuple(card for card in cards if isinstance(card, Worksheet))


def evaluate(calculator: str, inputs: Mapping[str, object]) -> dict[str, Any]:
    """The documented outputs for raw inputs (JSON values), as JSON values. Units and ranges: `describe` on the command line.

    Raises UnknownCalculator for the id, InvalidInputs with every problem at once for the inputs; both are ValueErrors.
    """
    return find(calculator).run(inputs)
