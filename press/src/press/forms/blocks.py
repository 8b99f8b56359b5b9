"""A calculator placed in an article: a fenced block named `calculator` whose body is YAML."""

import re
from dataclasses import dataclass
from typing import Any

from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from ..reading.strict_yaml import YamlValue, read_mapping

INFO = "calculator"


@dataclass(frozen=True)
class CalculatorBlock:
    """What the block asks for: which calculator, and the values its form starts with."""

    id: str
    values: dict[str, Any]
    line: int
    value_places: dict[str, YamlValue]
    id_place: YamlValue


def read_block(body: str, fence_line: int, source: SourceFile) -> tuple[CalculatorBlock | None, list[Problem]]:
    """The block, or why it cannot be read. `fence_line` is the line of the opening fence."""
    entries, problems = read_mapping(body, fence_line + 1, source)
    for name, value in entries.items():
        if name not in ("id", "values"):
            problems.append(
                source.problem(
                    value.key_line,
                    value.key_column,
                    "calculator",
                    f'A calculator block has no "{name}".',
                    "Only id and values are allowed; put inputs under values.",
                )
            )
    if problems:
        return None, problems
    place = entries.get("id")
    if place is None or not isinstance(place.data, str):
        return None, [
            source.problem(
                fence_line,
                1,
                "calculator",
                "The calculator block does not say which calculator.",
                "Add a line such as id: iv_dose.",
            )
        ]
    values = entries.get("values")
    if values is not None and values.data is not None and not isinstance(values.data, dict):
        return None, [
            source.problem(
                values.line,
                values.column,
                "calculator",
                "values must be names with values.",
                "Write values: {dose_mg_per_kg: 0.5, minutes: 40}.",
            )
        ]
    given = dict(values.entries) if values else {}
    return (
        CalculatorBlock(place.data, {name: value.data for name, value in given.items()}, fence_line, given, place),
        [],
    )


_FENCE = re.compile(
    r"^ {0,3}(?P<marks>`{3,}|~{3,}) *calculator *\n(?P<body>.*?)^ {0,3}(?P=marks)", re.DOTALL | re.MULTILINE
)


def blocks_written(source: SourceFile) -> list[CalculatorBlock]:
    """Every calculator block of a page's text, those that are only shown among them, told without parsing the page."""
    if INFO not in source.body:
        return []
    blocks = []
    for found in _FENCE.finditer(source.body):
        line = source.body_line + source.body.count("\n", 0, found.start())
        blocks.append(read_block(found["body"], line, source)[0])
    return [block for block in blocks if block is not None]


def calculators_named(source: SourceFile) -> list[str]:
    """The ids of the calculators that a page asks for, told without reading the whole page."""
    return [block.id for block in blocks_written(source)]
