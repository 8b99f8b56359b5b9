"""Lines of a paragraph that its writer meant to stay apart: columns, a list without signs, a word broken at a line end."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ..markdown.parsed_page import Block
from ..reading.problems import Problem
from . import lines_in_items
from .checked_page import CheckedPage

_LEAD = re.compile(
    r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*"
    r"(?:(?:[oüØvq§•·–—\u2190-\u21ff\u25a0-\u27bf\uf000-\uf0ff]|(?:[a-hA-H]|[ivx]{1,4})[.)])[ \t]+)?"
)
_TAB = re.compile(r"\S\t+\S")
_COLUMNS = re.compile(r"\S {3,}\S")
_BROKEN_WORD = re.compile(r"(?<![\W\d_])[a-z]{2,}-$")
# "first-" and then "and second-line": the hyphen is meant.
_REST_OF_WORD = re.compile(r"[ \t>]*(?!(?:and|or|to|vs|versus|but)\b)[a-z]{2,}")
_STANDS_ALONE = re.compile(r"(?!\d{1,9}[.)]\s|\d\ufe0f?\u20e3)(?:[\"“‘'(*_]{0,3}[A-Z\d]|[+−-]\d|[a-z] [A-Z])")
_BROKEN_ADDRESS = re.compile(r"https?://\S+[/_-]$")
_NUMBERED_LINE = re.compile(r"[ \t>]*(\d{1,4}) +[A-Za-z]")
_SHORT = 60
_FEWEST = 3
_SPARE = 15
"""Letters that a line has left when its break was meant: the next word would have had room."""
_PARAGRAPH = 250
"""No one breaks a line of this length by hand: it is a paragraph of its own."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every paragraph, the words of list items too."""
    for block in page.parsed.blocks:
        if block.kind != "paragraph":
            continue
        lines = [page.source.line(number) for number in range(block.line, block.end)]
        in_columns = _in_columns(lines)
        if in_columns is not None:
            yield page.problem(
                block.line + in_columns,
                1,
                "columns",
                "The columns of this line would be run together: tabs and wide gaps are shown as one space.",
                "Write a table: | Time | Pressure | with |---|---| below its first row.",
            )
        elif len(lines) > 1:
            yield from _broken_words(page, block, lines)
            if _is_counted(lines):
                yield page.problem(
                    block.line,
                    1,
                    "line-numbers",
                    "The lines are numbered, as in a manuscript; the numbers would stand inside the sentences.",
                    "Remove the numbers; for a list write 1. with a point.",
                )
            else:
                in_item = list(lines_in_items.problems(page, block, lines))
                yield from in_item or _list_without_signs(page, block, lines)


def _in_columns(lines: list[str]) -> int | None:
    """The first line in columns. A wide gap alone may be a slip; several lines have them, or a tab divides."""
    tabs = [i for i, line in enumerate(lines) if "\t" in line and _TAB.search(line, _words_at(line))]
    gaps = [i for i, line in enumerate(lines) if "   " in line and _COLUMNS.search(line, _words_at(line))]
    return tabs[0] if tabs else gaps[0] if len(gaps) > 1 else None


def _is_counted(lines: list[str]) -> bool:
    """Whether each line begins with a number, one more than that of the line above."""
    found = [_NUMBERED_LINE.match(line) for line in lines]
    numbers = [int(one[1]) for one in found if one]
    return numbers == list(range(numbers[0], numbers[0] + len(lines))) if numbers else False


def _words_at(line: str) -> int:
    found = _LEAD.match(line)
    return found.end() if found else 0


def _broken_words(page: CheckedPage, block: Block, lines: list[str]) -> Iterator[Problem]:
    for i, line in enumerate(lines[:-1]):
        if _BROKEN_ADDRESS.search(line):
            yield page.problem(
                block.line + i,
                line.find("http") + 1,
                "word-break",
                "The address broken at the end of this line would be shown with a space inside.",
                "Join its two halves in one line.",
            )
        if _BROKEN_WORD.search(line) and (rest := _REST_OF_WORD.match(lines[i + 1])):
            begun = line.split()[-1]
            yield page.problem(
                block.line + i,
                len(line),
                "word-break",
                f'The word broken at the end of this line would be shown as "{begun} {rest[0].strip()}".',
                "Join its two halves in one line.",
            )


def _list_without_signs(page: CheckedPage, block: Block, lines: list[str]) -> Iterator[Problem]:
    """Short lines that begin like items or headings and end without a stop, and paragraphs without a line between them."""
    items = lines[1:] if lines[0].rstrip().endswith(":") else lines
    if len(lines) >= _FEWEST and len(items) >= _FEWEST - 1 and all(map(_stands_alone, items)):
        yield page.problem(
            block.line,
            1,
            "joined-lines",
            f"These {len(lines)} lines would be shown as one sentence.",
            "For a list begin each with - and a space; for lines of their own leave an empty line between them.",
        )
        return
    longest = max(map(len, lines))
    for i, (line, below) in enumerate(pairwise(lines)):
        room = len(line) + len(_first_word(below)) + _SPARE < longest
        if _stands_alone(line) and room and below.lstrip(' \t>*_“"(')[:1].isupper():
            yield page.problem(
                block.line + i,
                1,
                "joined-lines",
                "This line would be run into the one below it.",
                "Put an empty line between the two; for a heading write ## in front of it.",
            )
        elif len(line) > _PARAGRAPH and not line.endswith(("  ", "\\")):
            yield page.problem(
                block.line + i,
                1,
                "joined-lines",
                "The paragraphs that end and begin here would be shown as one.",
                "Put an empty line between them.",
                "warning",
            )


def _first_word(line: str) -> str:
    # A page break of another program is no word, and no empty line either.
    return next(iter(line.split(maxsplit=1)), "")


def _stands_alone(line: str) -> bool:
    words = line.strip(" \t>")
    return bool(
        0 < len(words) <= _SHORT
        and _STANDS_ALONE.match(words)
        and words[-1] not in ".,;:!?-–/\\"
        and not line.endswith("  ")
    )
