"""Lines that stand alone without a sign of Markdown: headings, and cells of a table. And text that a comment hides."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..markdown.parsed_page import Block
from ..reading.problems import Problem
from .checked_page import CheckedPage

_BOLD = re.compile(r"\*\*[^*=×÷]*[^*.:;,!?)]\*\*|__[^_]*[^_.:;,!?)]__")
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{4}[^a-z]*")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]? +[A-Z][^.:;,!?]*")
_PLAIN = re.compile(r"(?!.* (?:is|are|was|were|of|the|and|or|in|to|for|with|by)$)[A-Z][\w /–-]*")
_CELL = re.compile(r"(?!\d{1,9}[.)]\s)[\w~<>≥≤±][^|*_`\[\]!]*[^\s.:;,!?|*_`\[\]]|\w")
_HEADING_INSIDE = re.compile(r"^#{1,6} ", re.MULTILINE)
_COMMENT = re.compile(r"<!--(?P<words>.*?)-->", re.DOTALL)
_SHORT = 60
_MOST_WORDS = 6
_FEWEST_CELLS = 4
_NOTE = 40
"""A comment with more words is text, not a note."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Paragraphs of one line in the text of an article, then comments."""
    if page.article is None:
        return
    references_from = min(
        (reference.line for reference in page.parsed.written_references), default=len(page.source.lines) + 1
    )
    alone: list[Block] = []
    paragraphs = [block for block in page.parsed.blocks if block.kind == "paragraph" and block.line < references_from]
    for block, below in pairwise(paragraphs):
        near = _only_empty(page, block.end, below.line)
        if near and block.end == block.line + 1:
            yield from _heading(page, block, below)
        if near and _is_cell(page, block):
            alone.append(block)
            if _is_cell(page, below) and below is not paragraphs[-1]:
                continue
            alone += [below] if _is_cell(page, below) else []
        if len(alone) >= _FEWEST_CELLS:
            yield page.problem(
                alone[0].line,
                1,
                "loose-lines",
                f"From here on {len(alone)} short lines stand alone: are they cells of a table, or items of a list?",
                "Write a table with | and |---|---|, or a list with -",
                "warning",
            )
        alone = []
    yield from _hidden(page)


def _only_empty(page: CheckedPage, first: int, end: int) -> bool:
    return first < end and not any(page.source.line(number).strip() for number in range(first, end))


def _is_cell(page: CheckedPage, block: Block) -> bool:
    line = page.source.line(block.line)
    return block.end == block.line + 1 and len(line) <= _SHORT and _CELL.fullmatch(line) is not None


def _heading(page: CheckedPage, block: Block, below: Block) -> Iterator[Problem]:
    line, next_line = page.source.line(block.line), page.source.line(below.line)
    few = len(line.split()) <= _MOST_WORDS
    numbered = few and not next_line.startswith(" ") and _NUMBERED.fullmatch(line)
    plain = few and not _is_cell(page, below) and _PLAIN.fullmatch(line)
    if len(line) <= _SHORT and (_BOLD.fullmatch(line) or _CAPITALS.fullmatch(line) or numbered or plain):
        is_title = page.parsed.title is None and block.line == _first_line(page)
        bold = _BOLD.fullmatch(line)
        what, marks = ("the title", "#") if is_title else ("a heading", _marks_below(page, block) if bold else "##")
        problem = page.problem(
            block.line,
            1,
            "plain-heading",
            f"This line looks like {what} and makes none.",
            f"For {what} write {marks} in front of it, without stars or number"
            + ("; for a step of a list set what belongs to it three spaces in." if numbered else "."),
            "warning",
        )
        suggestion = f"{marks} {line.strip('*_')}"
        yield replace(problem, end_column=len(line) + 1, suggestion=suggestion) if bold else problem


def _marks_below(page: CheckedPage, block: Block) -> str:
    """The sign of a heading one level below the one that the line stands under."""
    above = [heading.level for heading in page.parsed.headings if heading.line < block.line]
    return "#" * min(6, (above[-1] if above else 1) + 1)


def _first_line(page: CheckedPage) -> int:
    """The first line below the front matter that is not empty."""
    return next((number for number, line in page.body_lines() if line.strip()), 0)


def _hidden(page: CheckedPage) -> Iterator[Problem]:
    body = page.source.body
    for comment in _COMMENT.finditer(body):
        words = comment["words"]
        if _HEADING_INSIDE.search(words) or len(words.split()) > _NOTE:
            yield page.problem(
                page.source.body_line + body.count("\n", 0, comment.start()),
                1,
                "hidden-text",
                "A comment takes the text from here on from readers.",
                "Remove it if it is done with; if readers are to see it, remove the lines with <!-- and -->.",
                "warning",
            )
