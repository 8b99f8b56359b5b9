"""The files that readers search in. However many pages there are, a search fetches a few small ones of them.

`search/base.json` names all others, has the synonyms, and has every calculator, worksheet and sheet by its names. Below
`search/parts/` each file is named by its content, so that it is kept until it changes:

- `words-…`: some words in the order of the alphabet, each with the numbers of its pages and how much each says of it;
- `pages-…`: for each number the file of the page, and what a search is narrowed by;
- `page-…`: title and lines of one page, from which is shown what was found;
- `spelling-…`: words alone, in the order of their beginnings and of their ends, for a word with a wrong letter.
"""

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from .search_page import Facet, Kind, SearchRecord, as_json
from .search_terms import COMMON

FOLDER = "search"
BASE = f"{FOLDER}/base.json"
PARTS = f"{FOLDER}/parts"
_NAME_LENGTH = 10
_PART_SIZE = 24_000
"""Letters in a part with words, before it is compressed. A word that stands on many pages has a part of its own."""
_SPELLING_SIZE = 12_000
_SHORTEST_SPELT = 4
_STEP = 32
"""A page in a list: how far its number is from the one before, times this, and how much the page says of the word."""
_TOOLS = (Kind.CALCULATOR, Kind.WORKSHEET, Kind.SHEET)


@dataclass(frozen=True)
class SearchWords:
    """What a search knows besides the pages."""

    means: Mapping[str, Sequence[str]]
    """For words that readers type, what pages have for them."""
    categories: Mapping[str, str]
    """The categories of articles, by key, as readers see them."""
    audiences: Mapping[str, str]


@dataclass
class _Postings:
    """The pages of each word, while pages are read one after another: none is held."""

    of_word: dict[str, array[int]] = field(default_factory=dict)

    def add(self, number: int, found: Mapping[str, int]) -> None:
        for word, strength in found.items():
            self.of_word.setdefault(word, array("I")).append(number * _STEP + strength)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Each word in order, with its pages as JSON."""
        for word in sorted(self.of_word):
            before, steps = 0, []
            for posting in self.of_word[word]:
                number, strength = divmod(posting, _STEP)
                steps.append(str((number - before) * _STEP + strength))
                before = number
            yield word, f"{json.dumps(word, ensure_ascii=False)}:[{','.join(steps)}]"


def write_search_index(pages: Iterable[SearchRecord], words: SearchWords, site: Path) -> None:
    """Write the files for these pages, which come in an order that does not change from build to build. The same pages give the
    same bytes."""
    writer = _Writer(site)
    postings = _Postings()
    facets: dict[Facet, int] = {}
    names, of_facet, tools = [], [], []
    for number, page in enumerate(pages):
        names.append(writer.part("page", page.shown).removeprefix("page-"))
        of_facet.append(facets.setdefault(page.facet, len(facets)))
        postings.add(number, page.strengths)
        if page.facet.kind in _TOOLS:
            tools.append([number, page.address, page.title, page.facet.kind, page.description, list(page.names)])
    listed = {
        "facets": [[f.kind, f.weight, f.category, f.audience, int(f.recommends)] for f in facets],
        "of": of_facet,
        "names": "".join(names),
    }
    spelt = sorted(word for word in postings.of_word if len(word) >= _SHORTEST_SPELT and word.isalpha())
    base = {
        "pages": writer.part("pages", as_json(listed)),
        "words": _bounds(writer, "words", postings.lines(), _PART_SIZE, "{", "}"),
        "beginnings": _bounds(writer, "spelling", _each(spelt), _SPELLING_SIZE, "[", "]"),
        "ends": _bounds(writer, "spelling", _each(sorted(w[::-1] for w in spelt)), _SPELLING_SIZE, "[", "]"),
        "means": words.means,
        "common": " ".join(sorted(COMMON)),
        "categories": words.categories,
        "audiences": words.audiences,
        "tools": tools,
    }
    writer.write(BASE, as_json(base))


def _each(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((word, json.dumps(word, ensure_ascii=False)) for word in words)


def _bounds(
    writer: "_Writer", kind: str, entries: Iterable[tuple[str, str]], size: int, opening: str, closing: str
) -> list[str]:
    """Write entries in parts of about one size: the first word of each part and its name, by turns."""
    bounds: list[str] = []
    for _, group in groupby(_numbered(entries, size), key=lambda entry: entry[0]):
        part = [(word, line) for _, word, line in group]
        bounds += [part[0][0], writer.part(kind, f"{opening}{','.join(line for _, line in part)}{closing}")]
    return bounds


def _numbered(entries: Iterable[tuple[str, str]], size: int) -> Iterator[tuple[int, str, str]]:
    """Entries with the number of the part that they belong to."""
    part, filled = 0, 0
    for word, line in entries:
        if filled and filled + len(line) > size:
            part, filled = part + 1, 0
        filled += len(line)
        yield part, word, line


@dataclass(frozen=True)
class _Writer:
    """Writes below the folder of a site."""

    site: Path

    def part(self, kind: str, content: str) -> str:
        """Write a file that is named by its content; its name without the ending."""
        name = f"{kind}-{sha256(content.encode()).hexdigest()[:_NAME_LENGTH]}"
        self.write(f"{PARTS}/{name}.json", content)
        return name

    def write(self, address: str, content: str) -> None:
        path = self.site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != content.encode():
            path.write_bytes(content.encode())
