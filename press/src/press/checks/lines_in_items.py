"""Lines below an item of a list that have no sign of their own: typed as in Word, each a point, and shown as one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ..markdown.parsed_page import Block
from ..reading.problems import Problem
from . import line_ends
from .checked_page import CheckedPage

_ITEM = re.compile(
    r"(?P<before>[ \t>]*)(?P<sign>[-*+]|(?P<number>\d{1,9})(?P<stop>[.)]))[ \t]+(?P<box>\[[ xX]\][ \t]+)?\S"
)
_SET_IN = re.compile(r"[ \t>]*")
_CAPITAL = re.compile(r"[\"“‘'(*_]{0,3}[A-Z]")
_NUMBER = re.compile(r"[*_]{0,3}\d")
_SHORT = 60
"""Nobody breaks the lines of a sentence at so few letters."""
_FEWEST = 3


def problems(page: CheckedPage, block: Block, lines: Sequence[str]) -> Iterator[Problem]:
    """Of a paragraph that an item of a list begins with; lines that are set in below its words belong to it."""
    item = _ITEM.match(lines[0])
    references = page.parsed.written_references
    if page.article is None or item is None or (references and block.line >= references[0].line):
        return
    set_in = item.end() - 1 - len(item["box"] or "")
    all_short = len(lines) >= _FEWEST and all(len(line) <= _SHORT for line in lines)
    count = 0
    for number, (above, line) in enumerate(pairwise(lines), start=block.line + 1):
        own = _SET_IN.match(line)
        begin = own.end() if own else 0
        if begin >= set_in or above.endswith(("  ", "\\")) or not _is_point(above.rstrip(), line[begin:], all_short):
            continue
        count += 1
        sign = f"{int(item['number']) + count}{item['stop']}" if item["number"] else item["sign"]
        box = "[ ] " if item["box"] else ""
        problem = page.problem(
            number,
            1,
            "joined-lines",
            "This line has no sign of a list, so it is shown as part of the item above it.",
            f"For an item of its own begin it with {sign} and a space; if the sentence goes on here, join the two lines.",
            "warning",
        )
        suggestion = f"{item['before']}{sign} {box}{line[begin:]}"
        yield replace(problem, end_column=len(problem.excerpt) + 1, suggestion=suggestion)


def _is_point(above: str, words: str, all_short: bool) -> bool:
    """Whether the words begin like a point or a sentence of their own."""
    if line_ends.goes_on(above):
        return False
    if _CAPITAL.match(words):
        return not line_ends.is_shortened(above)
    has_room = len(above) + len(words.split(maxsplit=1)[0]) < _SHORT
    return line_ends.is_ended(above) or (all_short and has_room and not _NUMBER.match(words))
