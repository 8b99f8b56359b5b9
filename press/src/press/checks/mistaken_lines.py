"""Lines of a paragraph that their writer took for an item, a heading or a row of a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..markdown.parsed_page import Block
from ..reading.problems import Problem
from .checked_page import CheckedPage


@dataclass(frozen=True)
class _Mistaken:
    """How such a line begins, what it was taken for, and what it needs."""

    what: str
    begins: re.Pattern[str]
    message: str
    fix: str


_NUMBERED = _Mistaken(
    "list",
    re.compile(r"\s*(\d{1,9}[.)]) +\S"),
    "would be a list item, and is part of the lines above it",
    "Put an empty line above the list, or begin it at 1.",
)
_MISTAKEN = (
    _Mistaken(
        "list",
        re.compile(r"\s*([•·●▪‣◦–—➢➤✓✔])\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space.",
    ),
    _Mistaken(
        "list",
        re.compile(r"\s*([-+]|\*(?=[^*]*$))[^\W\d_]"),
        'begins with "{0}" and no space, which makes no list',
        "Put a space behind the {0}.",
    ),
    _Mistaken(
        "list",
        re.compile(r"\s*(\d{1,3}[.)])[^\W\d_]"),
        'begins with "{0}" and no space, which makes no list',
        "Put a space behind {0}",
    ),
    # What Word's bullets become in plain text, by their font.
    _Mistaken(
        "list",
        re.compile(r"\s*([o§Øü])(?:\t| {2,})\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space.",
    ),
    _NUMBERED,
    _Mistaken(
        "list",
        re.compile(r"\s*(?:[-*+] +(?=\[\]))?(\[[ xX]?\])\s"),
        "looks like a box to tick and is none",
        "Write - [ ] with a dash, and with a space between the brackets.",
    ),
    _Mistaken(
        "heading",
        re.compile(r"\s*(#{1,6})[^\s#\d]"),
        'begins with "{0}" and no space, which makes no heading',
        "Put a space behind {0}.",
    ),
    _Mistaken(
        "heading",
        re.compile(r"\s*(#{7,})\s"),
        "has more than six #, which makes no heading",
        "Use six at most.",
    ),
    _Mistaken(
        "table",
        re.compile(r"\s*(\|)"),
        "looks like a row of a table and is none",
        "A table needs its second line |---|---| with as many cells as the first.",
    ),
)
_ANY_MISTAKEN = re.compile("|".join(mistaken.begins.pattern for mistaken in _MISTAKEN))
"""Most lines begin like none of them and need only this search."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of every paragraph."""
    for block in page.parsed.blocks:
        if block.kind == "paragraph":
            for number in range(block.line, block.end):
                yield from _line(page, number, block)


def _line(page: CheckedPage, number: int, paragraph: Block) -> Iterator[Problem]:
    line = page.source.line(number).lstrip(">")
    if line[:2].isalpha() or not _ANY_MISTAKEN.match(line):
        return
    for mistaken in _MISTAKEN:
        found = mistaken.begins.match(line)
        if found is None or (mistaken is _NUMBERED and number == paragraph.line):
            continue
        sign = found[1]
        yield page.problem(
            number,
            page.source.line(number).find(sign) + 1,
            f"no-{mistaken.what}",
            f"This line {mistaken.message.format(sign)}.",
            mistaken.fix.format(sign),
        )
        return
