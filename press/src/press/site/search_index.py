"""The files that readers search in. However many pages there are, a search fetches a few small ones of them.

`search/base.json` names all others, has the synonyms, and has every calculator, worksheet and sheet by its names. Below
`search/parts/` each file is named by its content, so that it is kept until it changes:

- `words-…`: some words in the order of the alphabet, each with the numbers of its pages and how much each says of it;
- `pages-…`: for each number the file of the page, and what a search is narrowed by;
- `page-…`: title and lines of one page, from which is shown what was found;
- `spelling-…`: words alone, in the order of their beginnings and of their ends, for a word with a wrong letter.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from .search_page import Facet, SearchRecord, as_json
from .search_state import SearchKey, SearchState, changed_state, name_of, state_of
from .search_terms import COMMON

FOLDER = "search"
BASE = f"{FOLDER}/base.json"
PARTS = f"{FOLDER}/parts"
_PART_SIZE = 24_000
"""Letters in a part with words, before it is compressed. A word that stands on many pages has a part of its own."""
_SPELLING_SIZE = 12_000
_SHORTEST_SPELT = 4


@dataclass(frozen=True)
class SearchWords:
    """What a search knows besides the pages."""

    means: Mapping[str, Sequence[str]]
    """For words that readers type, what pages have for them."""
    categories: Mapping[str, str]
    """The categories of articles, by key, as readers see them."""
    audiences: Mapping[str, str]


class SearchFiles(Protocol):
    """The files of a site, by their addresses."""

    def has(self, address: str) -> bool:
        """Whether a file that is named by its content is there already."""
        ...

    def write(self, address: str, content: str) -> None:
        """Write a file."""
        ...


def write_search_index(
    pages: Sequence[SearchKey],
    words: SearchWords,
    files: SearchFiles,
    known: SearchState | None = None,
    was: Callable[[str], SearchRecord | None] = lambda _: None,
) -> SearchState:
    """Write the files for these pages, which come in an order that does not change from build to build. The same pages give the
    same bytes.

    With the state of an earlier index that is `known`, only what has changed is counted: `was` has records of that one by their
    keys. Returns the state of this one.
    """
    state = changed_state(known, pages, was) if known else None
    if state is None:
        state = state_of(pages, lambda name, record: files.write(_address(name), record.shown))
    else:
        for page, entry in zip(pages, state.entries, strict=True):
            if not files.has(_address(entry.file)):
                files.write(_address(entry.file), page.record().shown)
    facets: dict[Facet, int] = {}
    listed = {
        "of": [facets.setdefault(entry.facet, len(facets)) for entry in state.entries],
        "names": "".join(entry.file.removeprefix("page-") for entry in state.entries),
    }
    spelt = sorted(word for word in state.words if len(word) >= _SHORTEST_SPELT and word.isalpha())
    lines = ((word, f"{_quoted(word)}:[{state.words[word]}]") for word in sorted(state.words))
    base = {
        "pages": _part(files, "pages", as_json({"facets": [_facet(f) for f in facets], **listed})),
        "words": _bounds(files, "words", lines, _PART_SIZE, "{", "}"),
        "beginnings": _bounds(files, "spelling", _each(spelt), _SPELLING_SIZE, "[", "]"),
        "ends": _bounds(files, "spelling", _each(sorted(w[::-1] for w in spelt)), _SPELLING_SIZE, "[", "]"),
        "means": words.means,
        "common": " ".join(sorted(COMMON)),
        "categories": words.categories,
        "audiences": words.audiences,
        "tools": [
            [number, *entry.tool[:4], list(entry.tool[4:])] for number, entry in enumerate(state.entries) if entry.tool
        ],
    }
    files.write(BASE, as_json(base))
    return state


def _facet(facet: Facet) -> list[str | float]:
    return [facet.kind, facet.weight, facet.category, facet.audience, int(facet.recommends)]


def _quoted(word: str) -> str:
    return json.dumps(word, ensure_ascii=False)


def _address(name: str) -> str:
    return f"{PARTS}/{name}.json"


def _part(files: SearchFiles, kind: str, content: str) -> str:
    """Write a file that is named by its content; its name without the ending."""
    name = name_of(kind, content)
    files.write(_address(name), content)
    return name


def _each(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((word, _quoted(word)) for word in words)


def _bounds(
    files: SearchFiles, kind: str, entries: Iterable[tuple[str, str]], size: int, opening: str, closing: str
) -> list[str]:
    """Write entries in parts of about one size: the first word of each part and its name, by turns."""
    bounds: list[str] = []
    for _, group in groupby(_numbered(entries, size), key=lambda entry: entry[0]):
        part = [(word, line) for _, word, line in group]
        bounds += [part[0][0], _part(files, kind, f"{opening}{','.join(line for _, line in part)}{closing}")]
    return bounds


def _numbered(entries: Iterable[tuple[str, str]], size: int) -> Iterator[tuple[int, str, str]]:
    """Entries with the number of the part that they belong to."""
    part, filled = 0, 0
    for word, line in entries:
        if filled and filled + len(line) > size:
            part, filled = part + 1, 0
        filled += len(line)
        yield part, word, line
