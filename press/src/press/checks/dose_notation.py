"""Dose notation that is misread: what the Joint Commission's list bans, and what this site does not write.

Code is not read and is shown as it was typed, so a name that needs such a sign can be written between backticks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

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
_BEGINS = r"(?=[\d.<>@/µμ]|[OoОоΟοlIІіΙ]+[\d.\s]|[QqBbTt]\.?[DdOoIiHh]|S[QC.]|sq |[Ss]ub q|[Dd]/|M[Sg]|I\.?U|iu|ug)"
"""What a place of any pattern begins with: nearly every place of ordinary text needs only this look."""
_PATTERNS = "|".join(re.sub(r"\(\?P<\w+>", "(?:", notation.pattern.pattern) for notation in NOTATIONS)
_ANY = re.compile(f"{_BEGINS}(?:{_PATTERNS})")


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
    return findings(words, NOTATIONS) if _ANY.search(words) else []


def _problem(finding: Finding, shown: ShownWords, page: CheckedPage) -> Problem:
    column = shown.column(finding.start)
    if shown.certain:
        return page.source.found(shown.line, column, finding)
    # The words behind a code or an escape are nearby; which of several equal ones is meant is not certain, so none is mended.
    place = page.source.line(shown.line).find(finding.words, column - 1)
    return page.source.found(shown.line, place + 1 if place >= 0 else column, replace(finding, replacement=None))
