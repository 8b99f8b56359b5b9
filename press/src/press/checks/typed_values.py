"""Numbers that stand apart from their unit: a value under the name of an input or output, a cell under its head."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from ketamine_calculators import find
from ketamine_calculators.definition import Calculator
from ketamine_calculators.errors import UnknownCalculator
from ketamine_calculators.fields import Field

from ..forms.blocks import blocks_written
from ..reading.source_file import SourceFile
from .quantity import Quantity


def inputs_that_are(quantity: Quantity, fields: Iterable[Field], values: Mapping[str, Any]) -> Iterator[str]:
    """The names of the values that are this quantity, each in the unit of its question; those inside rows as well."""
    for field in fields:
        value = values.get(field.name)
        if isinstance(value, list):
            for row in value:
                if isinstance(row, Mapping):
                    yield from inputs_that_are(quantity, field.spec.fields, row)
        elif is_number(value, quantity) and quantity.is_in_unit(field.spec.quantity_unit(values) or ""):
            yield field.name


def is_number(value: object, quantity: Quantity) -> bool:
    """Whether a JSON value is the number of the quantity."""
    return isinstance(value, int | float) and not isinstance(value, bool) and Fraction(repr(value)) == quantity.number


def names_in_unit(quantity: Quantity, cards: Iterable[Calculator[Any, Any]]) -> frozenset[str]:
    """The names of inputs and outputs that are in the unit of the quantity, or can be."""
    found: set[str] = set()
    for card in cards:
        found |= {field.name for field in _with_rows(card.fields) if _can_be_in(field, quantity)}
        found |= {key for key, output in card.output_fields if quantity.is_in_unit(output.unit)}
    return frozenset(found)


def _with_rows(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _with_rows(field.spec.fields)


def _can_be_in(field: Field, quantity: Quantity) -> bool:
    units = (field.spec.quantity_unit({}) or "", *getattr(field.spec, "units", ()))
    return any(map(quantity.is_in_unit, units))


def value_pattern(quantity: Quantity, names: Iterable[str]) -> re.Pattern[str] | None:
    """What code says where one of these names has the number: `name=0.5`, `"name": 0.5`, `"name", "0.5"`, `--name 0.5`."""
    spelled = sorted({way for name in names for way in (name, name.replace("_", "-"))}, key=len, reverse=True)
    if not spelled:
        return None
    whole, _, part = f"{float(quantity.number):g}".partition(".")
    number = rf"{whole}\.{part}0*" if part else rf"{whole}(?:\.0+)?"
    named = "|".join(map(re.escape, spelled))
    return re.compile(rf"(?<![\w.])(?:{named})[^\w.]{{1,8}}(?:value[^\w.]{{1,8}})?{number}(?![\w%]|\.\d)")


def lines_of_blocks(quantity: Quantity, source: SourceFile) -> Iterator[int]:
    """The lines on which a calculator block sets a value to the quantity, in blocks that are only shown as well."""
    for block in blocks_written(source):
        try:
            fields = find(block.id).fields
        except UnknownCalculator:
            continue
        for name in inputs_that_are(quantity, fields, block.values):
            yield block.value_places[name].line if name in block.value_places else block.line


def lines_of_cells(quantity: Quantity, lines: Sequence[str]) -> Iterator[int]:
    """The lines of tables with the number in a cell and its unit in the head, the row's first cell or a cell of its own."""
    head: list[str] = []
    for number, line in enumerate(lines, 1):
        cells = _cells(line)
        if cells and head and any(_has_unit(quantity, at, cells, head) for at in range(len(cells))):
            yield number
        head = (head or cells) if cells else []


def _cells(line: str) -> list[str]:
    bare = line.strip()
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", bare.strip("|"))] if bare.startswith("|") else []


def _has_unit(quantity: Quantity, at: int, cells: Sequence[str], head: Sequence[str]) -> bool:
    if not quantity.is_number_of(cells[at]):
        return False
    named = [head[at] if at < len(head) else "", *cells[: min(at, 1)]]
    alone = (cell for cell in cells if quantity.is_in_unit(cell))
    return any(map(quantity.has_its_unit_named_in, named)) or any(alone)
