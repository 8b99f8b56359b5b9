"""Citations in the text: by key, `[@daly-2019]` and `[@label-us, section 5.3; @daly-2019]`, or by number, `[2-4, 7]`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from ..content.references import Work

_NUMBERS = r"\d{1,3}(?:\s*[,–-]\s*\d{1,3})*"
_KEY = r"@\w(?:[\w:.-]*\w)?"
_PART = r"[^\W\d_][^\[\];]{0,79}"
_WORK = rf"(?:{_KEY}|{_NUMBERS})(?:\s*,\s*{_PART})?"
_CITATION = re.compile(rf"\[({_WORK}(?:\s*;\s*{_WORK})*)\]")
_WORK_AND_PART = re.compile(rf"({_KEY}|{_NUMBERS})(?:\s*,\s*({_PART}))?")
_CITATION_BY_KEY = re.compile(r"\s*\[@[^\[\]]*\]")
_KEYS_IN_TEXT = re.compile(rf"{_KEY}(?=[^\[\]]*\])")


@dataclass(frozen=True)
class CitedPart:
    """What stands between two semicolons: one work by its key, or works by their numbers, and the part of them that is meant."""

    written: str
    """The key with its @, or the numbers as they were typed."""
    numbers: tuple[int, ...]
    """Their numbers in the list of the page; none for a key that nothing has."""
    part: str = ""
    """Such as "section 5.3"; empty when the whole work is cited."""

    @property
    def key(self) -> str:
        """The key, if the work is cited by one."""
        return self.written.removeprefix("@") if self.written.startswith("@") else ""


@dataclass(frozen=True)
class Citation:
    """One `[…]` in the text and its position; `id` is that of its place on the page."""

    parts: tuple[CitedPart, ...]
    id: str
    line: int
    column: int

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Every number it names."""
        return tuple(number for part in self.parts for number in part.numbers)


class PageCitations:
    """Reads the citations of one page. Works cited by key get their numbers in the order of their first citation."""

    def __init__(self, works: Mapping[str, Work] | None) -> None:
        """Without `works` no key is read."""
        self._works = works
        self.listed: frozenset[int] = frozenset()
        """The numbers of the list that the page writes itself; without one no number is read as a citation."""
        self.numbers: dict[str, int] = {}
        """The number of each work that was cited by its key so far."""

    def found(self, text: str) -> Iterator[tuple[re.Match[str], tuple[CitedPart, ...]]]:
        """Every citation in a piece of text."""
        for citation in _CITATION.finditer(text):
            written = [(one[1], one[2] or "") for one in _WORK_AND_PART.finditer(citation[1])]
            if all(self._is_read(what) for what, _ in written):
                yield (
                    citation,
                    tuple(CitedPart(what, self._numbers_of(what), " ".join(part.split())) for what, part in written),
                )

    def html(self, citation: Citation) -> str:
        """A citation as links into the list; what is not in it stays plain."""
        # A comma stands between works alone, but could belong to a section.
        between = "; " if any(part.part for part in citation.parts) else ", "
        shown = between.join(self._part_html(part) for part in citation.parts)
        return f'<span class="citation" id="{citation.id}">[{shown}]</span>'

    def _is_read(self, written: str) -> bool:
        return self._works is not None if written.startswith("@") else bool(self.listed)

    def _numbers_of(self, written: str) -> tuple[int, ...]:
        if not written.startswith("@"):
            return numbers_in(written)
        key = written.removeprefix("@")
        if not self._works or key not in self._works:
            return ()
        # A page with both forms is wrong, but its preview must not have two references of one number.
        return (self.numbers.setdefault(key, max(self.listed, default=0) + len(self.numbers) + 1),)

    def _part_html(self, part: CitedPart) -> str:
        def link(number: re.Match[str]) -> str:
            if int(number[0]) not in self.listed:
                return number[0]
            return f'<a href="#ref-{int(number[0])}" aria-label="Reference {int(number[0])}">{number[0]}</a>'

        if not part.key:
            shown = re.sub(r"[0-9]+", link, part.written)
        elif part.numbers:
            number = part.numbers[0]
            digits = f'<span class="cited-number">{number}</span>'
            shown = f'<a href="#ref-{number}" aria-label="Reference {number}">{digits}</a>'
        else:
            shown = escape(part.written)
        return f"{shown}, {escape(part.part, quote=False)}" if part.part else shown


def numbers_in(written: str) -> tuple[int, ...]:
    """The numbers that `2-4, 7` stands for."""
    numbers: list[int] = []
    for part in written.split(","):
        first, *last = (int(n) for n in re.split(r"\s*[–-]\s*", part.strip()))
        numbers += range(first, max(last, default=first) + 1)
    return tuple(numbers)


def keys_in(text: str) -> set[str]:
    """The keys that a whole text cites, found without parsing it; those in code as well."""
    return {key[0].removeprefix("@") for key in _KEYS_IN_TEXT.finditer(text)} if "[@" in text else set()


def with_numbers(text: str, numbers: Mapping[str, int]) -> str:
    """A whole text with the number of each work in place of its key."""
    return _KEYS_IN_TEXT.sub(lambda key: str(numbers.get(key[0].removeprefix("@"), key[0])), text)


def keys_named(text: str) -> list[str]:
    """The keys that a text cites, each once, told without parsing it."""
    return list(dict.fromkeys(key.removeprefix("@") for key in _KEYS_IN_TEXT.findall(text))) if "[@" in text else []


def without_keys(text: str, instead: str = "") -> str:
    """A piece of text without citations by key. With a character `instead` of each of theirs, everything keeps its column."""
    if "[@" not in text:
        return text
    if instead:
        return _KEYS_IN_TEXT.sub(lambda key: instead * len(key[0]), text)
    return _CITATION_BY_KEY.sub("", text)


def places_of_numbers(citations: Iterable[Citation]) -> Mapping[int, Sequence[Citation]]:
    """For each number the citations that name it, in the order of the page."""
    places: dict[int, list[Citation]] = {}
    for citation in citations:
        for number in dict.fromkeys(citation.numbers):
            places.setdefault(number, []).append(citation)
    return places


def back_links(places: Sequence[Citation], number: int) -> str:
    """Links from a reference to every place that cites it."""
    links = [
        f'<a class="back-link" href="#{place.id}" aria-label="Back to citation {i} of reference {number}">↩'
        + (f"<sup>{i}</sup>" if len(places) > 1 else "")
        + "</a>"
        for i, place in enumerate(places, start=1)
    ]
    return (' <span class="back-links">' + " ".join(links) + "</span>") if links else ""
