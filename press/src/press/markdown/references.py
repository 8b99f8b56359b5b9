"""Numbered references: `[3]` in the text, the list under "References", and the way between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

from ..reading.ids import slug

_CITATION = re.compile(r"\[(\d{1,3}(?:\s*[,–-]\s*\d{1,3})*)\]")
_DOI = re.compile(r"(?i)\bdoi:\s*(10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]])")
_PMID = re.compile(r"\bPMID:?\s*(\d{1,8})\b")


@dataclass(frozen=True)
class Citation:
    """One `[…]` in the text: the numbers it names, and the id of its place."""

    numbers: tuple[int, ...]
    id: str
    line: int
    column: int


@dataclass(frozen=True)
class NumberedReference:
    """One entry of the list."""

    number: int
    text: str
    line: int

    @property
    def id(self) -> str:
        return f"ref-{self.number}"

    @property
    def doi(self) -> str | None:
        found = _DOI.search(self.text)
        return found[1] if found else None

    @property
    def pmid(self) -> str | None:
        found = _PMID.search(self.text)
        return found[1] if found else None


def reference_items(tokens: Sequence[Token]) -> dict[int, int]:
    """The number of each reference by the index of its list item: the numbered list under "References"."""
    here = False
    found: dict[int, int] = {}
    open_list: Token | None = None
    for i, token in enumerate(tokens):
        if token.type == "heading_open":
            if found:
                break
            here = slug(tokens[i + 1].content) == "references"
        elif here and token.type == "ordered_list_open" and token.level == 0:
            open_list = token
        elif token.type == "list_item_open" and open_list is not None and token.level == 1:
            found[i] = int(open_list.attrs.get("start", 1)) + len(found)
        elif token.type == "ordered_list_close" and token.level == 0:
            open_list = None
    return found


def numbers_in(written: str) -> tuple[int, ...]:
    """The numbers that `2-4, 7` stands for."""
    numbers: list[int] = []
    for part in written.split(","):
        first, *last = (int(n) for n in re.split(r"\s*[–-]\s*", part.strip()))
        numbers += range(first, max(last, default=first) + 1)
    return tuple(numbers)


def cited(text: str) -> list[tuple[re.Match[str], tuple[int, ...]]]:
    """Every citation in a piece of text."""
    return [(found, numbers_in(found[1])) for found in _CITATION.finditer(text)]


def citation_html(found: re.Match[str], place: str, known: frozenset[int]) -> str:
    """A citation as links into the list; numbers that are not in it stay plain."""

    def link(number: re.Match[str]) -> str:
        if int(number[0]) not in known:
            return number[0]
        return f'<a href="#ref-{int(number[0])}" aria-label="Reference {int(number[0])}">{number[0]}</a>'

    return f'<span class="citation" id="{place}">[{re.sub(r"[0-9]+", link, found[1])}]</span>'


def identifiers_linked(text: str) -> str:
    """The text of a reference as HTML, with its DOI and PMID as links."""
    parts: list[str] = []
    position = 0
    found = sorted([*_DOI.finditer(text), *_PMID.finditer(text)], key=lambda match: match.start())
    for match in found:
        url = f"https://doi.org/{match[1]}" if match.re is _DOI else f"https://pubmed.ncbi.nlm.nih.gov/{match[1]}/"
        parts += [escape(text[position : match.start()]), f'<a href="{escape(url)}">{escape(match[0])}</a>']
        position = match.end()
    return "".join([*parts, escape(text[position:])])


def back_links(citations: Sequence[Citation], number: int) -> str:
    """Links from a reference to every place that cites it."""
    places = [citation for citation in citations if number in citation.numbers]
    links = [
        f'<a class="back-link" href="#{place.id}" aria-label="Back to citation {i} of reference {number}">↩'
        + (f"<sup>{i}</sup>" if len(places) > 1 else "")
        + "</a>"
        for i, place in enumerate(places, start=1)
    ]
    return (' <span class="back-links">' + " ".join(links) + "</span>") if links else ""
