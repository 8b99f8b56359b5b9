"""What a page for patients must say, and what it must not: no dose to take by oneself, and when to call whom."""

import re
from collections.abc import Iterator

from ..reading.problems import Problem, Severity
from .checked_page import CheckedPage

_DOSE = re.compile(r"\d\s*(?:mg|mL|sprays?)\b")
_NEEDED: tuple[tuple[str, Severity], ...] = (
    ("Call your local emergency number now", "error"),
    ("Phone at night", "error"),
    ("hard to breathe", "warning"),
    ("very high blood pressure", "warning"),
    ("ending your life", "warning"),
    ("when you pass urine", "warning"),
    ("pregnant", "warning"),
    ("Do not drive until the next day, after a good night's sleep", "warning"),
)
"""Words that the handouts of this site share, so that a patient meets the same warning in each."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """A page for patients alone."""
    if page.article is None or not page.article.is_for_patients:
        return
    said = ""
    for paragraph in page.paragraphs:
        said += f" {paragraph.words}"
        for dose in _DOSE.finditer(paragraph.words):
            yield page.problem(
                *paragraph.place(dose.start()),
                "handout-dose",
                f'A page for patients says no dose, and here stands "{dose[0]}".',
                "Leave the amount out: it is told by the clinic, for this patient.",
            )
    words = " ".join(said.replace("’", "'").split()).casefold()
    for needed, severity in _NEEDED:
        if needed.casefold() not in words:
            yield page.problem(
                page.source.body_line,
                1,
                "handout-warning",
                f'A page for patients warns of what must not be missed; it does not say "{needed}".',
                "Write a sentence with these words, as in the other pages for patients.",
                severity,
            )
