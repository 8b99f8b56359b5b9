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
    "For a list put an empty line above it. For a sentence that goes on here put a backslash before the point, "
    "as in 2026\\., or join the two lines.",
)
_LETTERED = _Mistaken(
    "list",
    re.compile(r"\s*((?:[a-hA-H]|i{1,3}|iv|vi{0,3})[.)])[ \t]+\S"),
    'begins with "{0}", which makes no list',
    "Number the items 1. 2. 3., or begin each with - and a space.",
)
# Arrows, boxes, ticks, pictures and numbers in circles; one alone may be a sign of its own.
_PICTURED = _Mistaken(
    "list",
    re.compile(
        r"\s*((?:[\u2190-\u21ff\u2460-\u2473\u25a0-\u25ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]"
        r"|\d(?=\ufe0f?\u20e3))[\ufe0f\u20e3]*)\s*\S"
    ),
    'begins with "{0}", which makes no list',
    "Begin the line with - and a space in its place.",
)
_MISTAKEN = (
    _Mistaken(
        "list",
        re.compile(r"\s*([•·●▪‣◦–—➢➤✓✔])(?![–—\s]*$)\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space.",
    ),
    # Word's bullets where only their code came along.
    _Mistaken(
        "list",
        re.compile(r"\s*([\uf000-\uf0ff])\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space in its place.",
    ),
    _PICTURED,
    _Mistaken(
        "list",
        re.compile(r"\s*((?:[-+*]|\d{1,3}[.)])[\u00a0\u2007\u2009\u202f])"),
        "has a non-breaking space behind its sign, which makes no list",
        "Type the space behind the sign again.",
    ),
    _Mistaken(
        "list",
        re.compile(r"[ \t]*[\u00a0\u2007\u2009\u202f]\s*([-+*•]|\d{1,3}[.)])\s"),
        "is set in by non-breaking spaces, which makes no list",
        "Type the spaces in front of it again: three for a list inside another.",
    ),
    _Mistaken(
        "rule",
        re.compile(r"\s*([–—][–—\s]*)$"),
        "is no dividing line",
        "Write --- with an empty line above and below it, or remove it.",
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
        re.compile(r"\s*([o§Øüvq])(?:\t|[ \u00a0]{2,})\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space.",
    ),
    _NUMBERED,
    _LETTERED,
    _Mistaken(
        "list",
        re.compile(r"\s*(?:[-*+] +(?=\[\]))?(\[[ xX]?\])\s"),
        "looks like a box to tick and is none",
        "Write - [ ] with a dash, and with a space between the brackets.",
    ),
    _Mistaken(
        "list",
        re.compile(r"\s*[-*+] +(\[(?: *[xX] +| +[xX] *)\]|\[[xX]\](?=[A-Za-z]))"),
        "looks like a box to tick and is none",
        "Write - [x] with nothing but the x between the brackets, and a space behind them.",
    ),
    _Mistaken(
        "heading",
        re.compile(r"\s*(#{1,6})[^\s#\d]"),
        'begins with "{0}" and no space, which makes no heading',
        "Put a space behind {0}.",
    ),
    _Mistaken(
        "heading",
        re.compile(r"\s*(#{1,6})[\u00a0\u2007\u2009\u202f]"),
        'has a non-breaking space behind "{0}", which makes no heading',
        "Type the space behind {0} again.",
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
    if line[:4].isalpha() or not _ANY_MISTAKEN.match(line):
        return
    for mistaken in _MISTAKEN:
        found = mistaken.begins.match(line)
        if found is None or (mistaken is _NUMBERED and number == paragraph.line):
            continue
        if mistaken in (_LETTERED, _PICTURED) and not _has_more(mistaken, page, paragraph, number):
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


def _has_more(mistaken: _Mistaken, page: CheckedPage, paragraph: Block, number: int) -> bool:
    """Whether another line of the paragraph begins in the same way; one letter alone may be somebody's initial."""
    others = (page.source.line(other).lstrip(">") for other in range(paragraph.line, paragraph.end) if other != number)
    return any(mistaken.begins.match(line) for line in others)
