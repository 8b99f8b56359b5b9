"""Abbreviations of an article that the glossary's list does not write out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ..content.glossary import FILE
from ..reading.problems import Problem
from .checked_page import CheckedPage

_ABBREVIATION = re.compile(r"(?<![\w-])[a-z]*[A-Z][\w.]*[A-Z][\w-]*(?: 2\.0)?")
_NO_WORDS = re.compile(r"\]\([^)]*\)|<[^>]*>|\[![A-Z]+\]|\[@[^\]]*\]|https?://\S+|\{#[^}]*\}")
_PLURAL = re.compile(r"(?<=[A-Z\d])s$")
_REMEMBERED = 4096
"""Of so many lines it is remembered what stands in them; the longest article has some eight hundred."""
_KNOWN_TO_ALL = frozenset({"II", "III", "VI", "VII", "MUST", "NOT", "OK", "FDA-approved"})


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Each such abbreviation once, where it stands first. A project without a glossary writes none out."""
    known = {short for short, _ in page.site.glossary.abbreviations}
    if page.article is None or not known:
        return
    known |= _KNOWN_TO_ALL
    with_slash = tuple(sorted((short for short in known if "/" in short), key=len, reverse=True))
    end = min((reference.line for reference in page.parsed.written_references), default=None)
    for number, line in page.prose:
        if end is not None and number >= end:
            return
        for short, column in _abbreviations(line, with_slash):
            if short not in known:
                known.add(short)
                yield page.problem(
                    number,
                    column,
                    "abbreviation",
                    f'"{short}" is not written out in the list of abbreviations.',
                    f"Write the words in its place, or add it to content/{FILE}: term: its words, short: [{short}].",
                    "warning",
                )


@lru_cache(maxsize=_REMEMBERED)
def _abbreviations(line: str, known: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """What looks like an abbreviation in a line, but for those that are known, with its columns.

    Whoever writes asks again and again of all lines but one.
    """
    words = _NO_WORDS.sub(lambda found: " " * len(found[0]), line)
    for short in known:
        words = words.replace(short, " " * len(short))
    return tuple((_PLURAL.sub("", found[0]).rstrip(".-"), found.start() + 1) for found in _ABBREVIATION.finditer(words))
