"""Abbreviations that neither the glossary's list writes out nor the article itself, where it uses them first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from ..content.glossary import FILE
from ..reading.problems import Problem
from .checked_page import CheckedPage

_ABBREVIATION = re.compile(r"(?<![\w-])[a-z]*[A-Z][\w.]*[A-Z][\w-]*(?: 2\.0)?")
_NO_WORDS = re.compile(r"\]\([^)]*\)|<[^>]*>|\[![A-Z]+\]|\[@[^\]]*\]|https?://\S+|\{#[^}]*\}")
_OF_NO_WORDS = ("]", "<", "{", "http")
"""What a line must hold for any of that: looking for it is quicker."""
_LOWERED = re.compile(r"<sub>(\w+)</sub>(\w*)")
_OTHER_SIGNS = str.maketrans("₀₁₂₃₄₅₆₇₈₉*[]", "0123456789   ")
_PLURAL = re.compile(r"(?<=[A-Z\d])s$")
_REMEMBERED = 4096
"""Of so many lines it is remembered what stands in them; the longest article has some eight hundred."""
_KNOWN_TO_ALL = frozenset({"II", "III", "VI", "VII", "MUST", "NOT", "OK", "FDA-approved"})
_WORDS_BEFORE = re.compile(r"([^.,;:!?()|]{3,120})\(\s*$")
_WORDS_BEHIND = re.compile(r"s?\s*\(([^.,;:!?()|]{3,120})")

_FIRST_SYLLABLE = re.compile(r"[A-Z][a-z]+")
_SMALL = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
"""Words that an abbreviation passes over."""


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
    return bool(
        (before and _are_words_of(short, before[1], in_brackets=False))
        or (behind and _are_words_of(short, behind[1], in_brackets=True))
    )


def _are_words_of(short: str, text: str, *, in_brackets: bool) -> bool:
    """Whether these words are spelled by the capitals. A number in brackets is a value, unless the abbreviation has it too."""
    folded = normalize("NFKD", text).lower()
    plain = "".join(letter for letter in folded if letter.isalnum() or letter in " -–")
    words = [word for word in re.split(r"[ –-]+", plain) if word]
    if in_brackets and any(number not in short for number in re.findall(r"\d+", plain)):
        return False
    capitals = [letter.lower() for letter in short if letter.isupper()]
    if _are_spelled(capitals, words, from_first=in_brackets):
        return True
    if short.isupper():
        return False
    first = _FIRST_SYLLABLE.match(short)
    return _begin_in_another_order(short.lower(), capitals, words, from_first=in_brackets) or bool(
        # The beginning of HbA1c is hemoglobin, and nothing else of it is spelled.
        first and _are_spelled(list(first[0].lower()), words, from_first=in_brackets)
    )


def _are_spelled(capitals: Sequence[str], words: Sequence[str], *, from_first: bool) -> bool:
    """Whether the capitals in their order begin the words one after the other, or stand within a word that one of them begins.

    The words of the abbreviation are the nearest to it; a word such as "of" may stand among them.
    """
    # In brackets one more word may stand before them: the US Food and Drug Administration.
    starts = range(_after(_after(0, words) + 1, words) + 1) if from_first else range(len(words))
    # For each word that the last capital can lie in, its first place there.
    places = {at: 0 for at in starts if at < len(words) and words[at][0] == capitals[0]}
    for letter in capitals[1:]:
        reached: dict[int, int] = {}
        for word, at in places.items():
            if (within := words[word].find(letter, at + 1)) > 0:
                reached[word] = min(within, reached.get(word, within))
            for other in range(word + 1, min(_after(word + 1, words) + 1, len(words))):
                if words[other][0] == letter:
                    reached[other] = 0
        places = reached
    return any(from_first or _after(word + 1, words) >= len(words) for word in places)


def _begin_in_another_order(letters: str, capitals: Sequence[str], words: Sequence[str], *, from_first: bool) -> bool:
    """Whether the nearest words begin with all the capitals, as "oxygen saturation" does with those of SpO2."""
    main = [word for word in words if word not in _SMALL]
    for count in range(len(capitals), len(letters) + 1):
        begun = [word[0] for word in (main[:count] if from_first else main[-count:])]
        if len(begun) == count and set(capitals) <= set(begun) <= set(letters):
            return True
    return False


def _after(at: int, words: Sequence[str]) -> int:
    """The place of the first word from here on that is not a small one."""
    while at < len(words) and words[at] in _SMALL:
        at += 1
    return at


def _plain(line: str) -> str:
    """The line without what is no word, each word at its place, with lowered digits as others."""
    if "<sub>" in line:
        line = _LOWERED.sub(lambda found: f"{found[1]}{found[2]}".ljust(len(found[0])), line)
    if any(sign in line for sign in _OF_NO_WORDS):
        line = _NO_WORDS.sub(lambda found: " " * len(found[0]), line)
    return line.translate(_OTHER_SIGNS)
