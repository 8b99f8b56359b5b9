"""A table whose columns have no names, so that nobody can tell what its numbers are; and one that has nothing but names."""

from collections.abc import Iterator

from ..reading.problems import Problem
from .blocks import cells
from .checked_page import CheckedPage

_HEAD_AND_DIVIDER = 2


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for every page. The first cell alone may be empty, in the corner."""
    for block in page.parsed.blocks:
        if block.kind == "table" and block.end - block.line == _HEAD_AND_DIVIDER:
            yield page.problem(
                block.line,
                1,
                "table-head",
                "This is taken for a table that has headings and no row, and the line below is not shown.",
                r"Write its rows below. If it is no table, put an empty line between the two, or \ before the first |.",
                "warning",
            )
        if block.kind == "table" and not any(cell.strip() for cell in cells(page.source.line(block.line))):
            yield page.problem(
                block.line,
                1,
                "table-head",
                "No column of this table has a heading.",
                "Write in the first row what each column holds, with its unit.",
                "warning",
            )
