"""A page whose text reads as if headings, tables and citations had stood in it, and which has none of them.

Lines that lost their form one by one have rules of their own; this one asks about the page when nothing is left.
"""

import re
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_FEWEST_WORDS = 120
"""A short note may do without any of them."""
_LONGEST_HEADING = 60
_MOST_WORDS = 8
_HEADING = re.compile(r"(?:\*\*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]? +)?[A-Z][^.!?;:|\t]*[\w)](?:\*\*)?")
_SIGNS = (
    (
        "a table",
        re.compile(r"\S\t+\S|^(?:Table|Tab\.) \d+|\S {3,}\S+ {3,}\S"),
    ),
    (
        "a reference",
        re.compile(
            r"\bet al\b|\bPMID\b|\bdoi\b|\b(?:19|20)\d\d;\d+|^(?:References|Bibliography|Literature)\b", re.IGNORECASE
        ),
    ),
    (
        "a citation",
        re.compile(
            r"\([A-Z][A-Za-z-]+(?: (?:et al\.?|and [A-Z]\w+))?,? (?:19|20)\d\d[a-z]?\)"
            r"|[a-z]{3}[.,;]?[¹²³⁴-⁹]|\(\d{1,2}(?:[,–-] ?\d{1,2})+\)"
        ),
    ),
)
_FIX = (
    "Compare it with the source. Write ## before a heading, a table with | and |---|---|, and [@key] where a work is cited. "
    "If the source had none of them, leave it."
)


def problems(page: CheckedPage) -> Iterator[Problem]:
    """One question for a whole article."""
    parsed = page.parsed
    if page.article is None or parsed.word_count < _FEWEST_WORDS or parsed.citations:
        return
    if any(heading.level > 1 for heading in parsed.headings) or any(block.kind == "table" for block in parsed.blocks):
        return
    signs = _first_signs(page)
    if signs:
        told = ", ".join(f"line {number} like {what}" for what, number in signs.items())
        yield page.problem(
            min(signs.values()),
            1,
            "pasted-page",
            f"This looks pasted: the page has no heading below its title, no table and no citation, and reads in {told}.",
            _FIX,
            "warning",
        )


def _first_signs(page: CheckedPage) -> dict[str, int]:
    """What the text seems to have lost, each with the first line that reads like it."""
    found: dict[str, int] = {}
    lines = [(number, line.strip()) for number, line in page.prose if line.strip() and not line.startswith("# ")]
    behind = [line for _, line in lines[1:]] + [""]
    for (number, line), below in zip(lines, behind, strict=True):
        if _is_like_a_heading(line, below):
            found.setdefault("a heading", number)
        for what, pattern in _SIGNS:
            if pattern.search(line):
                found.setdefault(what, number)
    return found


def _is_like_a_heading(line: str, below: str) -> bool:
    """A short line without an end, above a longer one."""
    few = len(line) <= _LONGEST_HEADING and len(line.split()) <= _MOST_WORDS
    return few and len(below) > _LONGEST_HEADING and _HEADING.fullmatch(line) is not None
