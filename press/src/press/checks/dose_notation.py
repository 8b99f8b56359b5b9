"""Dose notation that is misread: the error-prone abbreviations of ISMP's list that this field meets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..reading.problems import Problem, Severity
from .checked_page import CheckedPage

_UNIT = r"(?:mg|mcg|µg|μg|ng|g|kg|mL|ml|L|mmol|units?)"


@dataclass(frozen=True)
class _Notation:
    rule: str
    pattern: re.Pattern[str]
    message: str
    fix: str
    severity: Severity = "error"


_NOTATIONS = (
    _Notation(
        "naked-decimal",
        re.compile(r"(?<![\w.,/])\.\d+"),
        '"{0}" has no zero before its point; the point is overlooked and the dose read ten times too high or more.',
        "Write 0{0}.",
    ),
    _Notation(
        "trailing-zero",
        re.compile(rf"(?<![\d.])\d+\.0+(?=\s*{_UNIT}\b)"),
        '"{0}" has a zero behind its point; when the point is overlooked the dose is read ten times too high.',
        "Write {1}.",
        "warning",
    ),
    _Notation(
        "unit-u",
        re.compile(r"(?<![\w.])\d[\d,. ]*\s?(?:U|u)(?!\w|-|\.\w)"),
        'The U in "{0}" is read as a nought or a four.',
        'Write "units".',
    ),
    _Notation(
        "unit-iu", re.compile(r"(?<![\w-])(?:IU|I\.U\.)(?![\w-])"), '"{0}" is read as IV or 10.', 'Write "units".'
    ),
    _Notation(
        "daily",
        re.compile(r"(?<![\w-])(?:QD|qd|Q\.D\.|q\.d\.|QOD|qod|Q\.O\.D\.|q\.o\.d\.)(?![\w-])"),
        '"{0}" is read as four times daily.',
        'Write "daily" or "every other day".',
    ),
    _Notation(
        "microgram",
        re.compile(r"(?<=[\d\s])[µμ]g(?![\w])"),
        '"{0}" is read as mg, a thousand times more.',
        'Write "mcg".',
    ),
    _Notation(
        "micro-sign",
        re.compile(r"μ(?=(?:mol|L|l|m|M|V|s)\b)"),
        "This is the Greek letter mu; search does not find it as the micro sign.",
        "Type µ (U+00B5).",
        "warning",
    ),
    _Notation("cubic", re.compile(r"(?<=\d)\s?cc(?!\w)"), '"{0}" is read as units or as 00.', 'Write "mL".'),
    _Notation(
        "no-space",
        re.compile(r"(?<![\w.])\d+(?:[.,]\d+)?(?:mg|mcg|mL|ml|kg)(?!\w)"),
        'Number and unit run together in "{0}"; the m is read as a nought.',
        "Put a space between number and unit.",
        "warning",
    ),
    _Notation(
        "morphine",
        re.compile(r"(?<![\w-])(?:MSO4|MgSO4|MS)(?= \d)"),
        '"{0}" may be morphine sulfate or magnesium sulfate.',
        "Write the name of the drug.",
    ),
)


_SIGNS = re.compile(r"[\dµμ]|I\.?U|[Qq]\.?[DdOo]")
"""No pattern matches text without one of these, so most text needs only this search."""
_ANY = re.compile("|".join(notation.pattern.pattern for notation in _NOTATIONS))
"""Most of the rest needs only this one."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Running text and tables; not code, not addresses, not the list of references."""
    for text in page.parsed.texts:
        if text.in_references or not (_SIGNS.search(text.words) and _ANY.search(text.words)):
            continue
        for notation in _NOTATIONS:
            for found in notation.pattern.finditer(text.words):
                words = found[0].strip()
                yield page.problem(
                    text.line,
                    text.column + found.start() + len(found[0]) - len(found[0].lstrip()),
                    notation.rule,
                    notation.message.format(words),
                    notation.fix.format(words, words.partition(".")[0]),
                    notation.severity,
                )
