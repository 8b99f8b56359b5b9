"""Abbreviations that neither the glossary's list writes out nor the article itself, where it uses them first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from ..content.glossary import FILE
from ..reading.problems import Problem
from .checked_page import CheckedPage

_ABBREVIATION = re.compile(r"(?<![\w-])[a-z]*[A-Z][\w.]*[A-Z][\w-]*(?: 2\.0)?")
_NO_WORDS = re.compile(r"\]\([^)]*\)|<[^>]*>|\[![A-Z]+\]|\[@[^\]]*\]|https?://\S+|\{#[^}]*\}")
_LOWERED = re.compile(r"<sub>(\w+)</sub>(\w*)")
_OTHER_SIGNS = str.maketrans("₀₁₂₃₄₅₆₇₈₉*[]", "0123456789   ")
_PLURAL = re.compile(r"(?<=[A-Z\d])s$")
_REMEMBERED = 4096
"""Of so many lines it is remembered what stands in them; the longest article has some eight hundred."""
_KNOWN_TO_ALL = frozenset({"II", "III", "VI", "VII", "MUST", "NOT", "OK", "FDA-approved"})
_WORDS_BEFORE = re.compile(r"([^.,;:!?()|]{3,120})\(\s*$")
_WORDS_BEHIND = re.compile(r"s?\s*\(([^.,;:!?()|]{3,120})")


@dataclass
class _Use:
    """Where an abbreviation stands first; a heading has no room for its words, so that the text below counts."""

    in_heading: tuple[int, int] | None = None
    in_text: tuple[int, int] | None = None
    is_written_out: bool = False
    """Whether its words stand beside it there."""
    later: int = 0
    """The first line in which its words stand beside it."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Each such abbreviation once, where it stands first. A project without a glossary writes none out."""
    listed = {_plain(short) for short, _ in page.site.glossary.abbreviations}
    if page.article is None or not listed:
        return
    for short, use in _uses(page, listed | _KNOWN_TO_ALL).items():
        line, column = use.in_text or use.in_heading or (1, 1)
        if use.is_written_out:
            continue
        where = "where it stands first" if use.later else "in this article"
        later = f" Line {use.later} has its words." if use.later else ""
        yield page.problem(
            line,
            column,
            "abbreviation",
            f'"{short}" is not written out {where}.{later}',
            f"Write it out the first time: … ({short}). "
            f"One that many articles use belongs in the list of abbreviations (content/{FILE}).",
            "warning",
        )


def _uses(page: CheckedPage, known: set[str]) -> dict[str, _Use]:
    with_slash = tuple(sorted((short for short in known if "/" in short), key=len, reverse=True))
    end = min((reference.line for reference in page.parsed.written_references), default=None)
    headings = {heading.line for heading in page.parsed.headings}
    uses: dict[str, _Use] = {}
    for number, line in page.prose:
        if end is not None and number >= end:
            break
        for short, start in _abbreviations(line, with_slash):
            if short not in known:
                _note(uses.setdefault(short, _Use()), short, line, (number, start), in_heading=number in headings)
    return uses


@lru_cache(maxsize=_REMEMBERED)
def _abbreviations(line: str, with_slash: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """What looks like an abbreviation in a line, but for the known ones with a slash, and where each begins.

    Whoever writes asks again and again of all lines but one.
    """
    words = _plain(line)
    for short in with_slash:
        words = words.replace(short, " " * len(short))
    return tuple((_PLURAL.sub("", found[0]).rstrip(".-"), found.start()) for found in _ABBREVIATION.finditer(words))


def _note(use: _Use, short: str, text: str, at: tuple[int, int], *, in_heading: bool) -> None:
    line, start = at
    place = (line, start + 1)
    if in_heading:
        use.in_heading = use.in_heading or place
        return
    if use.later or use.is_written_out:
        return
    is_written_out = _has_words_beside(short, _plain(text), start)
    if use.in_text is None:
        use.in_text, use.is_written_out = place, is_written_out
    elif is_written_out:
        use.later = line


def _has_words_beside(short: str, line: str, start: int) -> bool:
    """Whether it stands in brackets behind its words, or they in brackets behind it."""
    before = _WORDS_BEFORE.search(line, 0, start)
    behind = _WORDS_BEHIND.match(line, start + len(short))
    return any(_are_words_of(short, beside[1]) for beside in (before, behind) if beside)


def _are_words_of(short: str, words: str) -> bool:
    """Whether at least half of its capitals begin words there, or all of them stand there one after the other."""
    capitals = [letter.lower() for letter in short if letter.isupper()]
    plain = "".join(letter for letter in normalize("NFKD", words).lower() if letter.isalnum() or letter in " -–")
    nearest = re.split(r"[ –-]+", plain.strip())[-2 * len(capitals) - 2 :]
    begun = [word[0] for word in nearest if word]
    if 2 * sum(letter in begun for letter in set(capitals)) >= len(set(capitals)):
        return True
    letters = iter("".join(nearest))
    return all(letter in letters for letter in capitals)


def _plain(line: str) -> str:
    """The line without what is no word, each word at its place, with lowered digits as others."""
    if "<sub>" in line:
        line = _LOWERED.sub(lambda found: f"{found[1]}{found[2]}".ljust(len(found[0])), line)
    line = _NO_WORDS.sub(lambda found: " " * len(found[0]), line)
    return line.translate(_OTHER_SIGNS)
