"""A page as the search has it, whatever it was made of."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Any

from .search_lines import SearchedSection
from .search_terms import counted_terms, terms


class Kind(StrEnum):
    """By what readers narrow a search. The words for it are those of web/search/kinds.js."""

    CALCULATOR = "calculator"
    WORKSHEET = "worksheet"
    SHEET = "sheet"
    GUIDANCE = "guidance"
    GLOSSARY = "glossary"
    ABOUT = "about"


@dataclass(frozen=True)
class Facet:
    """What a search is narrowed by, and how much such a page counts."""

    kind: Kind
    weight: float
    category: str = ""
    audience: str = ""
    recommends: bool = False
    """Whether the page has recommendations."""


@dataclass(frozen=True)
class SearchedPage:
    """What is found of a page, and what is shown of it."""

    address: str
    """Relative to the site, with the anchor of a term of the glossary."""
    title: str
    facet: Facet
    description: str
    names: tuple[str, ...]
    """What it is called besides its title: found, and not shown."""
    sections: tuple[SearchedSection, ...]
    recommendations: tuple[tuple[str, str], ...] = ()
    """The sentences that recommend, each by its id."""


@dataclass(frozen=True)
class SearchRecord:
    """A page as its files in the search are made from it: all that is held of it."""

    address: str
    title: str
    facet: Facet
    description: str
    names: tuple[str, ...]
    shown: str
    """The file of the page: address, title, what it is for, its sections, and its sentences that recommend, as JSON."""
    strengths: Mapping[str, int]
    """See `strengths`."""


_MINOR = {
    **dict.fromkeys(("sources", "references", "record", "examples", "house-protocol", "cite-this-page"), 0.05),
    "inputs": 0.4,
}
"""Of lists of sources, of options and the like, by their anchors: found, behind what is written for reading."""
_TITLE, _NAME, _HEADING, _TEXT = 4.0, 3.0, 1.5, 2.5
_LATER_NAMES = 3
"""The name at this place counts half of the first one: what stands behind it is rather what a page is about."""
_ENOUGH = 1.2
"""So often said, a word counts half of what it counts at most, on a page of usual length."""
_USUAL_LENGTH = 800
STRONGEST = 31


def minor(section: SearchedSection) -> float:
    """How much a section counts; 1 for what is written for reading."""
    return _MINOR.get(section.id, 1.0)


def search_record(page: SearchedPage) -> SearchRecord:
    """What the search keeps of a page. It depends on this page alone."""
    return SearchRecord(
        page.address, page.title, page.facet, page.description, page.names, _shown(page), strengths(page)
    )


def _shown(page: SearchedPage) -> str:
    sections: list[list[Any]] = []
    for section in page.sections:
        share = minor(section)
        sections.append([section.id, section.title, list(section.lines), *([share] if share < 1 else [])])
    return as_json([page.address, page.title, page.description, sections, list(map(list, page.recommendations))])


def as_json(value: object) -> str:
    """JSON as all files of the search have it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def strengths(page: SearchedPage) -> dict[str, int]:
    """Every word by which the page is found, and how much it says of it: from 1 to STRONGEST, the square root of the worth.

    It depends on this page alone, so that a page that has not changed is as it was, whatever others say.
    """
    text: Counter[str] = Counter()
    weighted: dict[str, float] = {}
    for section in page.sections:
        share = minor(section)
        counted = counted_terms("\n".join(section.lines))
        text.update(counted)
        for word, count in counted.items():
            weighted[word] = weighted.get(word, 0.0) + count * share
    length = sum(text.values())
    half = _ENOUGH * (0.4 + 0.6 * length / _USUAL_LENGTH)
    found = {word: _TEXT * count / (count + half) for word, count in weighted.items()}
    headings: dict[str, float] = {}
    for section in page.sections:
        for word in terms(section.title):
            headings[word] = max(headings.get(word, 0.0), _HEADING * minor(section))
    named = {
        word: _NAME / (1 + at / _LATER_NAMES) for at, name in reversed([*enumerate(page.names)]) for word in terms(name)
    }
    for words in (headings, named, dict.fromkeys(terms(page.title), _TITLE)):
        for word, worth in words.items():
            found[word] = found.get(word, 0.0) + worth
    for word in _all((page.description,)):
        found[word] = found.get(word, 0.0) + 0.3
    most = _TITLE + _TEXT + _HEADING
    return {word: max(1, min(STRONGEST, round(STRONGEST * sqrt(worth / most)))) for word, worth in found.items()}


def _all(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from terms(text)
