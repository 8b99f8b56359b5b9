"""The references of a page: the numbered list that is written under "References", and identifiers as links."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markdown_it.token import Token

from ..content.references import Work
from ..reading.ids import slug

_DOI = re.compile(r"(?i)\bdoi:\s*(10\.\d{4,9}/[^\s\"<>]*[^\s\"<>.,;:)\]])")
_PMID = re.compile(r"\bPMID:?\s*(\d{1,8})\b(?![-–., ]?\d)")
_PMCID = re.compile(r"(?<![\w/])PMC\d{1,9}\b")
_URL = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:)\]]")
_REMEMBERED = 1024
"""So many texts of references; the longest article has some hundred."""
_ADDRESSES = {
    _DOI: "https://doi.org/{}",
    _PMID: "https://pubmed.ncbi.nlm.nih.gov/{}/",
    _PMCID: "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    _URL: "{}",
}


@dataclass(frozen=True)
class NumberedReference:
    """One entry of the list."""

    number: int
    text: str
    line: int
    """Where it is written; for a list that is made, where it is first cited."""
    work: Work | None = None
    """The work, if it is cited by its key."""

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


@lru_cache(maxsize=_REMEMBERED)
def identifiers_linked(text: str) -> str:
    """The text of a reference as HTML, with its identifiers and addresses as links.

    Whoever writes asks again and again for the same references.
    """
    parts: list[str] = []
    position = 0
    for one, url in _identifiers(text):
        parts += [escape(text[position : one.start()]), f'<a href="{escape(url)}">{escape(one[0])}</a>']
        position = one.end()
    return "".join([*parts, escape(text[position:])])


def addresses_in(text: str) -> list[str]:
    """The addresses to which the identifiers of a reference lead."""
    return [url for _, url in _identifiers(text)]


def _identifiers(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each identifier and address of a reference, with the address that it leads to."""
    position = 0
    found = [(one, address) for pattern, address in _ADDRESSES.items() for one in pattern.finditer(text)]
    for one, address in sorted(found, key=lambda pair: pair[0].start()):
        if one.start() >= position:  # otherwise a DOI within an address
            yield one, address.format(one[one.lastindex or 0])
            position = one.end()
