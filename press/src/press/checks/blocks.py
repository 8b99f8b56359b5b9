"""Blocks that do not mean what their writer thinks: tables, fences, code, headings, and two versions of one text."""

import re
from collections.abc import Iterator

from ..forms.blocks import INFO
from ..markdown.parsed_page import Block
from ..reading.problems import Problem, did_you_mean
from .checked_page import CheckedPage

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_FENCE_END = re.compile(r"[ >]*(?:`{3,}|~{3,})[ \t]*")
_DIVIDING = re.compile(r"(?<!\\)\|")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every block in the order of the page, then lines of a merge that failed."""
    for block in page.parsed.blocks:
        match block.kind:
            case "table":
                yield from _ragged(page, block)
            case "fence":
                yield from _open_fence(page, block)
                yield from _no_calculator(page, block)
                yield from _fenced_article(page, block)
            case "indented-code":
                yield page.problem(
                    block.line,
                    1,
                    "indented",
                    "Four spaces at the start make this code, not text.",
                    "Remove the spaces; for code write ``` above and below it.",
                )
            case "underlined-heading":
                yield from _underlined(page, block)
    yield from _conflicts(page)


def _conflicts(page: CheckedPage) -> Iterator[Problem]:
    for number, line in enumerate(page.source.lines, start=1):
        if line[:1] in "<>|=" and _CONFLICT.fullmatch(line):
            yield page.problem(
                number,
                1,
                "merge-conflict",
                "Two versions of the article stand here together.",
                "Keep one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>.",
            )


def _underlined(page: CheckedPage, heading: Block) -> Iterator[Problem]:
    line = heading.end - 1
    if not _CONFLICT.fullmatch(page.source.line(line)):
        yield page.problem(
            line,
            1,
            "underlined",
            "This line turns the text above it into a heading.",
            "For a dividing line leave an empty line above it; for a heading write ## in front.",
        )


def _ragged(page: CheckedPage, table: Block) -> Iterator[Problem]:
    lines = [page.source.line(number) for number in range(table.line, table.end)]
    width = len(cells(lines[0]))
    fenced = _row(lines[0]).startswith("|")
    for number, line in enumerate(lines[2:], start=table.line + 2):
        count = len(cells(line))
        if fenced and not _row(line).startswith("|"):
            yield page.problem(
                number,
                1,
                "table",
                "This line is taken into the table above it.",
                "Put an empty line below the table.",
            )
        elif count != width:
            effect = "the last are lost" if count > width else "the row ends early"
            yield page.problem(
                number,
                1,
                "table",
                f"This row has {count} cells and its table {width}; {effect}.",
                f"Give it {width} cells. For a | inside a cell write \\|.",
            )


def _row(line: str) -> str:
    return line.lstrip(" >\t")


def cells(line: str) -> list[str]:
    """The cells of a row, by the rule of GitHub's tables: every | divides, but not \\|."""
    row = _row(line).strip()
    parts = _DIVIDING.split(row) if "\\" in row else row.split("|")
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return parts


def _open_fence(page: CheckedPage, fence: Block) -> Iterator[Problem]:
    last = fence.end - 1
    closed = last > fence.line and _FENCE_END.fullmatch(page.source.line(last))
    if not closed:
        yield page.problem(
            fence.line,
            1,
            "open-fence",
            "This block is opened and never closed; all text below it is shown as code.",
            f"Write {fence.markup} on a line of its own where the block ends.",
        )


def _no_calculator(page: CheckedPage, fence: Block) -> Iterator[Problem]:
    word = (fence.info.split() or [""])[0]
    if word != INFO and did_you_mean(word, [INFO]):
        yield page.problem(
            fence.line,
            1,
            "calculator-fence",
            f'"{word}" shows this block as code, not as a calculator.',
            f"Write {fence.markup}{INFO}.",
        )


def _fenced_article(page: CheckedPage, fence: Block) -> Iterator[Problem]:
    """Chat programs hand out Markdown inside a fence; in an article it would be shown with all its signs."""
    if page.article is None or fence.info.strip().lower() not in ("markdown", "md"):
        return
    if any(_HEADING.match(page.source.line(number)) for number in range(fence.line + 1, fence.end)):
        yield page.problem(
            fence.line,
            1,
            "fenced-text",
            "The text of this block is shown as code, with all its signs.",
            f"Remove this line, and the line {fence.markup} at its end.",
        )
