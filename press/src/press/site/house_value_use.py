"""Which calculators and worksheets use a house value: those whose modules import it, themselves or through a module they use.

A calculator that takes no more than a number or a text from another calculator does not use the limits of that one.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import resolve_name
from pathlib import Path
from types import ModuleType
from typing import Any

import ketamine_calculators
from ketamine_calculators.definition import Calculator
from ketamine_calculators.house_values import HouseValue

from ..reading.python_source import relative_imports

_PACKAGE = ketamine_calculators.__name__
_VALUES = f"{_PACKAGE}.house_values"
_CARDS = (f"{_PACKAGE}.catalogue.", f"{_PACKAGE}.worksheets.")


def used_by(
    values: Mapping[str, HouseValue], cards: Iterable[Calculator[Any, Any]]
) -> dict[str, list[Calculator[Any, Any]]]:
    """For each value by its key the cards that use it, in their order."""
    used: dict[str, list[Calculator[Any, Any]]] = {key: [] for key in values}
    for card in cards:
        held = {id(value) for module in modules_of(card) for value in _held_by(module)}
        for key, value in values.items():
            if id(value) in held:
                used[key].append(card)
    return used


def modules_of(card: Calculator[Any, Any]) -> set[str]:
    """The card's own module, or the modules of its folder, and all that they import from but for the house values."""
    found: set[str] = set()
    wanted = list(own_modules(card))
    while wanted:
        module = wanted.pop()
        if module not in found and not module.startswith(_VALUES):
            found.add(module)
            wanted += [other for other, name in _imports(module) if _brings_rules(module, other, name)]
    return found


def _brings_rules(module: str, other: str, name: str) -> bool:
    """Whether what a module takes from another one can apply the limits of that one."""
    return (
        not other.startswith(_CARDS)
        or callable(taken := vars(sys.modules[module]).get(name))
        or isinstance(taken, ModuleType | Calculator)
    )


def own_modules(card: Calculator[Any, Any]) -> Iterator[str]:
    """The card's own module, or those of its folder."""
    inputs = card.inputs.__module__
    package = f"{_PACKAGE}.{card.folder}.{card.id}"
    yield package if package in sys.modules else inputs
    yield from (name for name in sys.modules if name.startswith(f"{package}."))


def _held_by(module: str) -> Iterator[HouseValue]:
    """The house values among the names that a module imports."""
    names = vars(sys.modules[module])
    for origin, name in _imports(module):
        if origin.startswith(_VALUES) and isinstance(names.get(name), HouseValue):
            yield names[name]


def _imports(module: str) -> tuple[tuple[str, str], ...]:
    """What a module takes from others of the package: the module, and the name it is given here."""
    file = sys.modules[module].__file__
    assert file
    here = module if Path(file).name == "__init__.py" else module.rpartition(".")[0]
    found = []
    for node in relative_imports(Path(file)):
        origin = resolve_name("." * node.level + (node.module or ""), here)
        for name in node.names:
            inner = f"{origin}.{name.name}"
            found.append((inner if inner in sys.modules else origin, name.asname or name.name))
    return tuple(found)
