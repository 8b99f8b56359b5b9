"""A file's text with the right form in each place that has exactly one. Everything else stays as it was typed."""

import re
from collections import defaultdict
from collections.abc import Sequence

from .problems import Problem

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_MARK = "\ufeff"


def mended_text(text: str, problems: Sequence[Problem]) -> tuple[str, int]:
    """The text and how many problems are gone from it. A place where the line is not what was checked is left alone."""
    by_line: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.replacement is not None and problem.end_column is not None:
            by_line[problem.line].append(problem)
    mark = _MARK if text.startswith(_MARK) else ""
    lines = _LINES.findall(text.removeprefix(_MARK))
    count = 0
    for number, of_line in by_line.items():
        line = lines[number - 1] if number <= len(lines) else ""
        words = line.rstrip("\r\n")
        if words == of_line[0].excerpt:
            mended, gone = _mended_line(words, of_line)
            lines[number - 1] = mended + line[len(words) :]
            count += gone
    return mark + "".join(lines), count


def _mended_line(line: str, problems: Sequence[Problem]) -> tuple[str, int]:
    """The line from its end to its beginning, so that no place moves; of two that overlap the first is mended."""
    chosen: list[Problem] = []
    for problem in sorted(problems):
        if not chosen or problem.column >= (chosen[-1].end_column or 0):
            chosen.append(problem)
    for problem in reversed(chosen):
        start, end = problem.column - 1, (problem.end_column or problem.column) - 1
        line = f"{line[:start]}{problem.replacement}{line[end:]}"
    return line, len(chosen)
