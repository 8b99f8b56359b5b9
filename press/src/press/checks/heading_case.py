"""Headings in sentence case: a capital for the first word and for names alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..reading.problems import Problem
from .checked_page import CheckedPage

# The first word of a heading, or of what follows a number, a colon or a question mark, begins with a capital.
_OPENING = re.compile(r"(?:^|[:?.] )[\W\d]*\w+")
_WORD = re.compile(r"(?<![\w'’/–])[A-Z][a-z]+(?![\w/–])")
_MARKED = re.compile(r"[ >]*#{1,6}[ \t]+")
_SMALL = re.compile(r"(?<![\w'’])[a-z]+\b")
_NAME = re.compile(r"(?:(?<=[a-z,] )|(?<=[A-Za-z]-))[A-Z][a-z]+\b")
"""A word with a capital amid a sentence, or behind the hyphen of another word."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Headings with a capital for a word that the text of the same article writes without one."""
    if page.article is None or not any(_WORD.search(_inside(heading.text)) for heading in page.parsed.headings):
        return
    texts = [text.words for text in page.parsed.texts if not text.in_heading]
    small = {word for words in texts for word in _SMALL.findall(words)}
    names = {word for words in texts for word in _NAME.findall(words)}
    for heading in page.parsed.headings:
        wrong = [word for word in _WORD.findall(_inside(heading.text)) if word.lower() in small and word not in names]
        if wrong:
            problem = page.problem(
                heading.line,
                1,
                "heading-case",
                f"Headings are in sentence case, and this one has a capital in {', '.join(wrong)}.",
                f"Write {', '.join(word.lower() for word in wrong)}; the first word and names keep their capitals.",
                "warning",
            )
            line = problem.excerpt
            suggestion = _without_capitals(line, wrong)
            yield replace(problem, end_column=len(line) + 1, suggestion=suggestion) if suggestion != line else problem


def _without_capitals(line: str, words: Sequence[str]) -> str:
    """A line that is a heading, with these words small wherever they do not begin it."""
    marked = _MARKED.match(line)
    start = marked.end() if marked else 0
    opening = [found.span() for found in _OPENING.finditer(line[start:])]

    def small(found: re.Match[str]) -> str:
        begins = any(begin <= found.start() < end for begin, end in opening)
        return found[0] if begins or found[0] not in words else found[0].lower()

    return line[:start] + _WORD.sub(small, line[start:])


def _inside(heading: str) -> str:
    return _OPENING.sub("", heading)
