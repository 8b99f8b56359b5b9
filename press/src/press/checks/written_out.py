"""Abbreviations of an article that the glossary's list does not write out."""

import re
from collections.abc import Iterator

from ..content.glossary import FILE
from ..reading.problems import Problem
from .checked_page import CheckedPage

_ABBREVIATION = re.compile(r"(?<![\w-])[a-z]*[A-Z][\w.]*[A-Z][\w-]*(?: 2\.0)?")
_NO_WORDS = re.compile(r"\]\([^)]*\)|<[^>]*>|\[![A-Z]+\]|\[@[^\]]*\]|https?://\S+|\{#[^}]*\}")
_PLURAL = re.compile(r"(?<=[A-Z\d])s$")
_KNOWN_TO_ALL = frozenset({"II", "III", "VI", "VII", "MUST", "NOT", "OK", "FDA-approved"})


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Each such abbreviation once, where it stands first. A project without a glossary writes none out."""
    known = {short for short, _ in page.site.glossary.abbreviations}
    if page.article is None or not known:
        return
    known |= _KNOWN_TO_ALL
    with_slash = sorted((short for short in known if "/" in short), key=len, reverse=True)
    end = min((reference.line for reference in page.parsed.written_references), default=None)
    said: set[str] = set()
    for number, line in page.prose:
        if end is not None and number >= end:
            return
        words = _NO_WORDS.sub(lambda found: " " * len(found[0]), line)
        for short in with_slash:
            words = words.replace(short, " " * len(short))
        for found in _ABBREVIATION.finditer(words):
            short = _PLURAL.sub("", found[0]).rstrip(".-")
            if short not in known | said:
                said.add(short)
                yield page.problem(
                    number,
                    found.start() + 1,
                    "abbreviation",
                    f'"{short}" is not written out in the list of abbreviations.',
                    f"Write the words in its place, or add it to content/{FILE}: term: its words, short: [{short}].",
                    "warning",
                )
