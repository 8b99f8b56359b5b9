"""Which words stand on which pages, kept from one index of the search to the next: a page that has changed is put in the place
of what it was, and all others stay as they are counted.

What comes of that is the same as when every page is counted anew.
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from .search_page import Facet, Kind, SearchRecord

STEP = 32
"""A page in a list: how far its number is from the one before, times this, and how much the page says of the word."""
_NAME_LENGTH = 10
_MOST_CHANGED = 0.1
"""When a larger share of the pages has changed, to count all of them anew is quicker."""
_TOOLS = (Kind.CALCULATOR, Kind.WORKSHEET, Kind.SHEET)


@dataclass(frozen=True)
class SearchKey:
    """A page of the search by the digest of what it is, and the way to that."""

    key: str
    record: Callable[[], SearchRecord]


@dataclass(frozen=True)
class Entry:
    """What the list of all pages says of one."""

    file: str
    """The name of its own file."""
    facet: Facet
    tool: tuple[str, ...] = ()
    """Of a calculator, worksheet or sheet: address, title, kind and description; then its names."""


@dataclass
class SearchState:
    """What an index is made of. Pages have the numbers at which they stand in `keys` and `entries`."""

    keys: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    """For each word its pages, as the files have them: numbers with commas."""


def state_of(pages: Sequence[SearchKey], show: Callable[[str, SearchRecord], None]) -> SearchState:
    """All pages counted. Each record is handed to `show` with the name of its file, and none is held."""
    state = SearchState([page.key for page in pages])
    of_word: dict[str, array[int]] = {}
    for number, page in enumerate(pages):
        record = page.record()
        state.entries.append(entry_of(record))
        show(state.entries[-1].file, record)
        for word, strength in record.strengths.items():
            of_word.setdefault(word, array("I")).append(number * STEP + strength)
    while of_word:
        word, postings = of_word.popitem()
        state.words[word] = _steps(postings)
    return state


def changed_state(
    known: SearchState, pages: Sequence[SearchKey], was: Callable[[str], SearchRecord | None]
) -> SearchState | None:
    """The state of these pages, made from that of others; None where all have to be counted.

    `was` has the record of a page that is no more, by its key.
    """
    keys = [page.key for page in pages]
    both = min(len(keys), len(known.keys))
    changed = [number for number in range(both) if keys[number] != known.keys[number]]
    changed += range(both, max(len(keys), len(known.keys)))
    if len(changed) > _MOST_CHANGED * len(keys):
        return None
    state = SearchState(keys, known.entries[: len(keys)], dict(known.words))
    edits: dict[str, dict[int, int]] = {}
    for number in changed:
        before = was(known.keys[number]) if number < len(known.keys) else None
        if before is None and number < len(known.keys):
            return None
        after = pages[number].record() if number < len(keys) else None
        if after:
            state.entries[number : number + 1] = [entry_of(after)]
        for word, strength in _differences(before, after).items():
            edits.setdefault(word, {})[number] = strength
    for word, edit in edits.items():
        _edit(state.words, word, edit)
    return state


def entry_of(record: SearchRecord) -> Entry:
    """What the list says of the page with this record."""
    tool = (record.address, record.title, record.facet.kind, record.description, *record.names)
    return Entry(name_of("page", record.shown), record.facet, tool if record.facet.kind in _TOOLS else ())


def name_of(kind: str, content: str) -> str:
    """The name of a file of the search, without the ending."""
    return f"{kind}-{sha256(content.encode()).hexdigest()[:_NAME_LENGTH]}"


def _differences(before: SearchRecord | None, after: SearchRecord | None) -> Mapping[str, int]:
    """The words of which a page says more or less than it did, and how much it says now; 0 for nothing."""
    old, new = before.strengths if before else {}, after.strengths if after else {}
    return {word: new.get(word, 0) for word in old.keys() | new.keys() if old.get(word) != new.get(word)}


def _edit(words: dict[str, str], word: str, edit: Mapping[int, int]) -> None:
    found: dict[int, int] = {}
    number = 0
    for step in words.get(word, "").split(",") if word in words else ():
        ahead, strength = divmod(int(step), STEP)
        number += ahead
        found[number] = strength
    found |= edit
    postings = [number * STEP + strength for number, strength in sorted(found.items()) if strength]
    if postings:
        words[word] = _steps(postings)
    else:
        words.pop(word, None)


def _steps(postings: Sequence[int]) -> str:
    before = 0
    steps = []
    for posting in postings:
        steps.append(str(posting - before))
        before = posting - posting % STEP
    return ",".join(steps)
