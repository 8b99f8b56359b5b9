"""Raised numbers of references that became digits behind a word when the text was pasted: `hours.1`.

A digit behind a unit, as in `mg/kg2`, is a matter of notation.
"""

import re
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_RAISED = "[¹²³⁴-⁹⁰]"
_MARKS = (
    re.compile(r"(?<=\d )(?:mmHg|bpm|min|h|days?|weeks?)\d{1,2}(?:[,–-]\d{1,2})*(?![\w./-])"),
    re.compile(r"[a-z]{2}[.,;:!?]\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z]|\s*$)"),
    re.compile(rf"(?!\b[kcmd]m{_RAISED})[A-Za-z]{{2}}[.,;:)!?]?{_RAISED}+|[.,;:!?]{_RAISED}+"),
    re.compile(r"[a-z]{2}[.,;:)]?\^\[?\d{1,3}(?:,\d{1,3})*\]?\^?"),
    re.compile(r"(?:(?!\b[kcmd]m)[a-z]{2}[.,;:)]?|[.,;:])<sup>\[?\d{1,3}[^<]*</sup>"),
)
_NAMES = re.compile(r"[/@_]|\w\.\w.*\.\w|(?:chi|eta|log|exp)\W?\S$", re.IGNORECASE)
"""Addresses, names of files, and what has a power of its own."""
_RATE = re.compile(r"(?:mg|mcg|g|mL|units)/(?:kg|h|min|mL|day|dL|L)(?:/\w+)?[.,;]\d")
"""A unit with a stroke, which is no address."""
_WORD_AND_NUMBER = re.compile(r"(?<![\w./@:_-])[a-z]{5,}\d{1,2}(?:[,–-]\d{1,2})*(?=[\s,;:)]|\.(?!\w)|$)")
_LONGEST_WORD = 30
_FIX = "Cite by the key of the work, as [@daly-2019], or as [1] with a numbered list under References."


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of an article above its list of references; one problem for each line."""
    if page.article is None:
        return
    references_from = min((reference.line for reference in page.parsed.written_references), default=None)
    for number, line in page.prose:
        if references_from is not None and number >= references_from:
            break
        if line:
            yield from _run_into(page, number, line)


def _run_into(page: CheckedPage, number: int, line: str) -> Iterator[Problem]:
    for pattern in _MARKS:
        for found in pattern.finditer(line):
            start = max(line.rfind(" ", 0, found.start() + 1), found.start() - _LONGEST_WORD) + 1
            word = line[start : found.end()]
            if _NAMES.search(word.partition("<")[0]) and not _RATE.match(word):
                continue
            yield page.problem(
                number,
                start + 1,
                "reference-mark",
                f'"{word}" ends in the number of a reference, which is read as part of it.',
                f"{_FIX} A power is written 10<sup>9</sup>.",
            )
            return
    if joined := _WORD_AND_NUMBER.search(line):
        yield page.problem(
            number,
            joined.start() + 1,
            "reference-mark",
            f'Is the number in "{joined[0]}" that of a reference?',
            f"{_FIX} If it belongs to the word, put a space or a hyphen before it.",
            "warning",
        )
