"""Cells of a spreadsheet as a table of Markdown, in which every sign is shown as it stood in its cell."""

import re
from collections.abc import Sequence

from ..reading.errors import CommandRefused
from .workspace import Workspace

_MOST_CELLS = 20_000
_SIGNS = re.compile(r"[\\`*\[\]|]|~(?=~)|(?<=~)~|(?<!\w)_|_(?!\w)|<(?=[a-zA-Z/!?])|&(?=#?\w+;)|!(?=\[)")
"""What Markdown would take for its own within a cell."""
_BREAK = re.compile(r"\s*(?:\r\n|\r|\n|\u2028|\u2029)\s*")
_BLANK = re.compile(r"[ \t\u00a0\u2007\u202f]+")


def table(workspace: Workspace, cells: Sequence[Sequence[str]], header: bool = True) -> dict[str, object]:
    """The table. Without a header in the cells its first row stays blank, for the editor to fill."""
    if sum(map(len, cells)) > _MOST_CELLS:
        raise CommandRefused("This table is too large for a page. Bring the part that readers need.")
    rows = _trimmed([[_cell(cell) for cell in row] for row in cells])
    if not rows:
        raise CommandRefused("There is nothing in these cells.")
    doubts = []
    if not header:
        rows.insert(0, [""] * len(rows[0]))
        doubts.append("The first row is blank. Write there what each column holds, with its unit.")
    elif "" in rows[0]:
        doubts.append("A column has no heading. Write what it holds, with its unit.")
    if len(rows[0]) == 1:
        doubts.append("There is one column alone. A list may be easier to read.")
    lines = [_row(rows[0]), _row(["---"] * len(rows[0])), *map(_row, rows[1:])]
    return {"markdown": "".join(f"{line}\n" for line in lines), "doubts": doubts}


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    lines = [_SIGNS.sub(r"\\\g<0>", _BLANK.sub(" ", line).strip()) for line in _BREAK.split(text)]
    return "<br>".join(line for line in lines if line)


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """The rows without empty rows and without columns that are empty in all of them, each as long as the longest."""
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    rows = [row + [""] * (width - len(row)) for row in rows]
    kept = [i for i in range(width) if any(row[i] for row in rows)]
    return [[row[i] for i in kept] for row in rows]
