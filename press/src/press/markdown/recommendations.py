"""Sentences that recommend: `[strong recommendation, low certainty, label]` at their end says how sure that is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from ketamine_calculators.wording import closest, listed

from ..reading.ids import slug
from ..reading.problems import did_you_mean

STRENGTHS = ("strong recommendation", "conditional recommendation")
CERTAINTIES = ("high certainty", "moderate certainty", "low certainty", "very low certainty")
"""GRADE's words."""
ORIGINS = ("label", "guideline", "trials", "observational studies", "our protocol", "our own value", "law")
ASKED = {"strength": "how strong it is", "certainty": "how certain", "origins": "what it rests on"}
"""What such a mark says of its sentence, in the words of the check and of the desk."""
PAGE = "how-sure.md"
"""The page that explains the words."""
EXAMPLE = "[strong recommendation, low certainty, label]"
CHOICES = f"{' or '.join(STRENGTHS)}; {', '.join(CERTAINTIES)}; {', '.join(ORIGINS)}"
"""Every word that may stand in it, in its order."""

_BRACKET = re.compile(r"\[([^\[\]\n]{3,150})\](?!\()")
_OPENED = re.compile(r"\[(?:strong|conditional) recommendation\b[^\]]*$")
_NOUNS = ("recommendation", "certainty")
_MOST_ORIGINS = 2
_WORDS_OF_AN_ID = 8


@dataclass(frozen=True)
class Mark:
    """What stands in the brackets behind a sentence that recommends."""

    strength: str
    certainty: str
    origins: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.strength}, {self.certainty}, {' and '.join(self.origins)}"


@dataclass(frozen=True)
class WrongMark:
    """Brackets that are meant as such a mark and are none."""

    message: str
    fix: str


@dataclass(frozen=True)
class Recommendation:
    """A sentence that recommends, with what it says of itself."""

    id: str
    text: str
    mark: Mark
    citations: tuple[str, ...]
    """The ids of the citations in the sentence."""
    section: str
    """The id of the heading above it."""
    line: int
    column: int


def marks_in(text: str) -> Iterator[tuple[re.Match[str], Mark | WrongMark]]:
    """Everything in a piece of text that is meant as a mark."""
    for found in _BRACKET.finditer(text):
        parts = [part.strip() for part in found[1].split(",")]
        if any(_is_meant(part) for part in parts):
            yield found, _mark_of(parts)
    opened = _OPENED.search(text)
    if opened:
        yield (
            opened,
            WrongMark("The strength of this recommendation is not closed.", f"Write it in one line: {EXAMPLE}."),
        )


def without_marks(text: str) -> str:
    """The words of a piece of text without the marks in it."""
    if "[" not in text:
        return text
    for found, _ in reversed(list(marks_in(text))):
        text = text[: found.start()].rstrip() + text[found.end() :]
    return text


@lru_cache(maxsize=4096)
def _is_meant(part: str) -> bool:
    """Whether it ends in one of the two nouns of a mark, if misspelled. Brackets hold the same words again and again."""
    *_, last = part.split() or [""]
    return part in (*STRENGTHS, *CERTAINTIES) or (len(last) > 5 and closest(last, _NOUNS) is not None)


def _mark_of(parts: list[str]) -> Mark | WrongMark:
    if len(parts) != 3:
        return WrongMark(
            "Strength, certainty and origin of a recommendation stand in brackets, with a comma between them.",
            f"Write {EXAMPLE}.",
        )
    strength, certainty, origin = parts
    origins = tuple(part.strip() for part in origin.split(" and "))
    for word, known, what in (
        (strength, STRENGTHS, "strength"),
        (certainty, CERTAINTIES, "certainty"),
        *((one, ORIGINS, "origin") for one in origins),
    ):
        if word not in known:
            return WrongMark(
                f'"{word}" is no {what} of a recommendation.{did_you_mean(word, known)}',
                f"Use {listed(known)}.",
            )
    if len(origins) > _MOST_ORIGINS or len(set(origins)) < len(origins):
        return WrongMark("A recommendation names one or two origins, each once.", f"Write {EXAMPLE}.")
    return Mark(strength, certainty, origins)


def wanted_id(text: str) -> str:
    """The id of a recommendation: the first words of its sentence."""
    return "-".join(("rec", *slug(text).split("-")[:_WORDS_OF_AN_ID]))


def mark_html(recommendation: Recommendation, url: str) -> str:
    """The mark as readers see it, with the way to the page that explains it; without an address it is words alone."""
    start = f'<a class="strength" href="{escape(url)}"' if url else '<span class="strength"'
    end = "a" if url else "span"
    id = escape(recommendation.id)
    return f'{start} id="{id}" data-search-exclude>{escape(str(recommendation.mark))}</{end}>'
