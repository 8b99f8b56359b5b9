"""Cells become a table in which every sign stands as it did in its cell."""

import datetime
import random
from pathlib import Path

import pytest

from press.desk.markdown_table import table
from press.desk.workspace import Workspace
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.errors import CommandRefused
from press.reading.source_file import SourceFile
from support.visible_page import visible_lines

DESK = Workspace(Path(), datetime.date(2026, 12, 1))
SIGNS = [
    *("0.5*70*2", "a|b", "\\", "`x`", "<b>", "< 90", ">= 18", "~~1~~", "0.5~1", "_x_", "a_b", "[1]", "![x](y)"),
    *("&amp;", "&", "#", "-", "1.", "+", "$", "—", "[@key]"),
]


def shown(markdown: str) -> list[str]:
    return visible_lines(page_html(parse(SourceFile("x.md", markdown), addresses=SiteMap(), page="x.md")).body)


def test_cells_become_a_table() -> None:
    cells = [["Time", "Pressure (mmHg)"], ["0 min", "120/80"], ["", ""], ["40 min", ""]]
    assert table(DESK, cells)["markdown"] == (
        "| Time | Pressure (mmHg) |\n| --- | --- |\n| 0 min | 120/80 |\n| 40 min |  |\n"
    )


def test_empty_columns_go_and_short_rows_are_filled() -> None:
    assert table(DESK, [["A", "", "B"], ["1"]])["markdown"] == "| A | B |\n| --- | --- |\n| 1 |  |\n"


def test_a_line_break_within_a_cell_stays_one_and_blanks_become_plain() -> None:
    assert table(DESK, [["A\u00a0 B\r\n\nC"]])["markdown"] == "| A B<br>C |\n| --- |\n"


def test_cells_without_a_header_get_a_blank_one_and_the_editor_is_told() -> None:
    made = table(DESK, [["1", "2"]], header=False)
    assert made["markdown"] == "|  |  |\n| --- | --- |\n| 1 | 2 |\n"
    assert made["doubts"] == ["The first row is blank. Write there what each column holds, with its unit."]
    assert table(DESK, [["A", ""], ["1", "2"]])["doubts"] == [
        "A column has no heading. Write what it holds, with its unit."
    ]


@pytest.mark.parametrize("cells", [[], [[]], [["", " "], ["\n"]], [["x"] * 20_001]])
def test_nothing_and_too_much_are_refused(cells: list[list[str]]) -> None:
    with pytest.raises(CommandRefused):
        table(DESK, cells)


def test_every_sign_of_a_cell_is_shown_as_it_was() -> None:
    chance = random.Random(3)
    for _ in range(400):
        cells = [
            ["".join(chance.choices([*SIGNS, "mg", " ", "5"], k=chance.randint(1, 5))) for _ in range(3)]
            for _ in range(3)
        ]
        cells = [[f"x{cell}x" for cell in row] for row in cells]
        expected = [" | ".join(" ".join(cell.split()) for cell in row) + " |" for row in cells]
        assert shown(str(table(DESK, cells)["markdown"])) == expected


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_alone_in_its_cell_is_shown(sign: str) -> None:
    assert shown(str(table(DESK, [["A", "B"], [sign, f"{sign} {sign}"]])["markdown"]))[1] == f"{sign} | {sign} {sign} |"
