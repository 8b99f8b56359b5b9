"""Headings in sentence case: a capital for the first word and for names alone."""

import re
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

# The first word of a heading, or of what follows a number, a colon or a question mark, begins with a capital.
_OPENING = re.compile(r"(?:^|[:?.] )[\W\d]*\w+")
_WORD = re.compile(r"(?<![\w'’/–-])[A-Z][a-z]+(?![\w/–-])")
_AMID = re.compile(r"(?<=[a-z,] )[A-Za-z]+\b")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Headings with a capital for a word that the text of the same article writes without one."""
    if page.article is None or not any(_WORD.search(_inside(heading.text)) for heading in page.parsed.headings):
        return
    amid = {word for text in page.parsed.texts if not text.in_heading for word in _AMID.findall(text.words)}
    for heading in page.parsed.headings:
        wrong = [word for word in _WORD.findall(_inside(heading.text)) if word.lower() in amid and word not in amid]
        if wrong:
            yield page.problem(
                heading.line,
                1,
                "heading-case",
                f"Headings are in sentence case, and this one has a capital in {', '.join(wrong)}.",
                f"Write {', '.join(word.lower() for word in wrong)}; the first word and names keep their capitals.",
                "warning",
            )


def _inside(heading: str) -> str:
    return _OPENING.sub("", heading)
