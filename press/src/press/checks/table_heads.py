"""A table whose columns have no names: nobody can tell what its numbers are."""

from collections.abc import Iterator

from ..reading.problems import Problem
from .blocks import cells
from .checked_page import CheckedPage


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for every page. The first cell alone may be empty, in the corner."""
    for block in page.parsed.blocks:
        if block.kind == "table" and not any(cell.strip() for cell in cells(page.source.line(block.line))):
            yield page.problem(
                block.line,
                1,
                "table-head",
                "No column of this table has a heading.",
                "Write in the first row what each column holds, with its unit.",
                "warning",
            )
