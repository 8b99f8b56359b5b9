"""Raised numbers of references that became digits behind a word when the text was pasted: `hours.1`.

A digit behind a unit, as in `mg/kg2`, is a matter of notation.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..reading.problems import Problem, Severity
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
_ANY = re.compile(rf"[\d^<{_RAISED[1:]}(?:(?<=[a-z.,;:!?)]\d)|(?<=[^\d]))")
"""What a line must hold for any of them: a sign of what is raised, or a digit right behind a word or a point."""
_LONGEST_WORD = 30
_REMEMBERED = 4096
"""Of so many lines it is remembered what was found; the longest article has some eight hundred."""
_FIX = "Cite by the key of the work, as [@daly-2019], or as [1] with a numbered list under References."


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of an article above its list of references; one problem for each line."""
    if page.article is None:
        return
    references_from = min((reference.line for reference in page.parsed.written_references), default=None)
    for number, line in page.prose:
        if references_from is not None and number >= references_from:
            break
        found = _run_into(line)
        if found:
            column, message, fix, severity = found
            yield page.problem(number, column, "reference-mark", message, fix, severity)


@lru_cache(maxsize=_REMEMBERED)
def _run_into(line: str) -> tuple[int, str, str, Severity] | None:
    """Column, message, remedy and severity. Whoever writes asks again and again of all lines but one."""
    if not _ANY.search(line):
        return None
    for pattern in _MARKS:
        for found in pattern.finditer(line):
            start = max(line.rfind(" ", 0, found.start() + 1), found.start() - _LONGEST_WORD) + 1
            word = line[start : found.end()]
            if _NAMES.search(word.partition("<")[0]) and not _RATE.match(word):
                continue
            message = f'"{word}" ends in the number of a reference, which is read as part of it.'
            return start + 1, message, f"{_FIX} A power is written 10<sup>9</sup>.", "error"
    if joined := _WORD_AND_NUMBER.search(line):
        message = f'Is the number in "{joined[0]}" that of a reference?'
        fix = f"{_FIX} If it belongs to the word, put a space or a hyphen before it."
        return joined.start() + 1, message, fix, "warning"
    return None
