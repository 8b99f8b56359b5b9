"""Citations in the text: `[3]`, `[2-4, 7]`, and `[1, section 5.3; 4, table 2]` with the part of a work that is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

_NUMBERS = r"\d{1,3}(?:\s*[,–-]\s*\d{1,3})*"
_PART = r"[^\W\d_][^\[\];]{0,79}"
_WORK = rf"{_NUMBERS}(?:\s*,\s*{_PART})?"
_CITATION = re.compile(rf"\[({_WORK}(?:\s*;\s*{_WORK})*)\]")
_NUMBERS_AND_PART = re.compile(rf"({_NUMBERS})(?:\s*,\s*({_PART}))?")


@dataclass(frozen=True)
class CitedPart:
    """What stands between two semicolons: the numbers of works, and the part of them that is meant."""

    numbers: tuple[int, ...]
    part: str = ""
    """Such as "section 5.3"; empty when the whole work is cited."""


@dataclass(frozen=True)
class Citation:
    """One `[…]` in the text and its position; `id` is that of its place on the page."""

    parts: tuple[CitedPart, ...]
    id: str
    line: int
    column: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number it names."""
        return tuple(number for part in self.parts for number in part.numbers)


def numbers_in(written: str) -> tuple[int, ...]:
    """The numbers that `2-4, 7` stands for."""
    numbers: list[int] = []
    for part in written.split(","):
        first, *last = (int(n) for n in re.split(r"\s*[–-]\s*", part.strip()))
        numbers += range(first, max(last, default=first) + 1)
    return tuple(numbers)


def cited(text: str) -> Iterator[tuple[re.Match[str], tuple[CitedPart, ...]]]:
    """Every citation in a piece of text."""
    for found in _CITATION.finditer(text):
        yield found, tuple(_cited_part(*written.groups()) for written in _NUMBERS_AND_PART.finditer(found[1]))


def _cited_part(numbers: str, part: str | None) -> CitedPart:
    return CitedPart(numbers_in(numbers), " ".join((part or "").split()))


def citation_html(found: re.Match[str], place: str, known: frozenset[int]) -> str:
    """A citation as links into the list; numbers that are not in it stay plain."""

    def link(number: re.Match[str]) -> str:
        if int(number[0]) not in known:
            return number[0]
        return f'<a href="#ref-{int(number[0])}" aria-label="Reference {int(number[0])}">{number[0]}</a>'

    def work(written: re.Match[str]) -> str:
        part = f", {escape(written[2].strip(), quote=False)}" if written[2] else ""
        return re.sub(r"[0-9]+", link, written[1]) + part

    return f'<span class="citation" id="{place}">[{_NUMBERS_AND_PART.sub(work, found[1])}]</span>'
