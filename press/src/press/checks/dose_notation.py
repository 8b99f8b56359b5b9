"""Dose notation that is misread: what the Joint Commission's list bans, and what this site does not write.

Code is not read and is shown as it was typed, so a name that needs such a sign can be written between backticks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ..markdown.source_positions import decoded
from ..reading.finding import Finding
from ..reading.problems import Problem
from . import abbreviations, number_notation, unit_notation
from .checked_page import CheckedPage
from .notation import findings
from .shown_words import ShownWords, shown_words
from .typed_signs import sign_findings

_REMEMBERED = 4096
"""Of so many texts it is remembered what was found; the longest article has some seven hundred."""

NOTATIONS = (*number_notation.NOTATIONS, *unit_notation.NOTATIONS, *abbreviations.NOTATIONS)
_FIRST = r"[\d.<>@/µμOoОоΟοlIІіΙQqBbTtSsDdMIiu]"
"""The first sign of any pattern."""
_BEGINS = (
    r"(?=[\d<>@/µμ]|\.[.,]?\d|(?<![\w.,/-])[OoОоΟοlIІіΙ]+[\d.\s]"
    r"|(?<![\w-])(?:[QqBbTt]\.?[DdOoIiHh]|S[QC.]|M[Sg])|sq |[Ss]ub q|[Dd]/|I\.?U|iu|ug)"
)
"""What a place of any pattern begins with: nearly every place of ordinary text needs only this look."""
_RANGES = tuple(notation for notation in NOTATIONS if notation.rule == "reversed-range")
"""Ranges are on every page, and nearly none runs downward: they are no reason to look for all the others."""
_PATTERNS = "|".join(
    re.sub(r"\(\?P<\w+>", "(?:", notation.written) for notation in NOTATIONS if notation not in _RANGES
)
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#]")
"""Signs that Markdown may take for its own: written for an escape, they would no longer be shown."""
_ANY = re.compile(rf"{_FIRST}(?<=(?={_BEGINS}(?:{_PATTERNS})).)", re.DOTALL)
"""The sign comes before the look at what begins with it, since a search goes quickly over all places but those of a sign."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Running text and tables; not code, not addresses, not the list of references."""
    for shown in shown_words(page):
        for finding in _found(shown.words):
            yield _problem(finding, shown, page)


@lru_cache(maxsize=_REMEMBERED)
def _found(words: str) -> tuple[Finding, ...]:
    """Everything in a piece of text. Whoever writes asks again and again of all pieces but one."""
    return (*notation_findings(words), *sign_findings(words))


def notation_findings(words: str) -> list[Finding]:
    """What is misread in a piece of text."""
    if _ANY.search(words):
        return findings(words, NOTATIONS)
    return findings(words, _RANGES) if "-" in words or "–" in words else []


def _problem(finding: Finding, shown: ShownWords, page: CheckedPage) -> Problem:
    column = shown.column(finding.start)
    line = page.source.line(shown.line)
    if shown.certain:
        end = shown.end_column(finding.end, line) if finding.words else column
        written = line[column - 1 : end - 1]
        if written == finding.words or decoded(written) != finding.words:
            return page.source.found(shown.line, column, finding)
        problem = page.source.found(shown.line, column, replace(finding, replacement=None))
        is_plain = finding.replacement is not None and not _MARKUP.search(finding.replacement)
        return replace(problem, end_column=end, replacement=finding.replacement if is_plain else None)
    # The words behind a code or an escape are nearby; which of several equal ones is meant is not certain, so none is mended.
    place = line.find(finding.words, column - 1)
    return page.source.found(shown.line, place + 1 if place >= 0 else column, replace(finding, replacement=None))
