"""The numbered list under "References", and the way back from it to the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markdown_it.token import Token

from ..reading.ids import slug
from .citations import Citation

_DOI = re.compile(r"(?i)\bdoi:\s*(10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]])")
_PMID = re.compile(r"\bPMID:?\s*(\d{1,8})\b")


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
