"""A page as a reader sees it, block by block: each paragraph, item, row and heading with its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from ..markdown.page_html import page_html
from ..markdown.parsed_page import ParsedPage, PlacedCalculator

_KINDS = {
    "p": "paragraph", "li": "item", "tr": "row", "pre": "code", "dt": "item", "dd": "paragraph", "blockquote": "paragraph",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}  # fmt: skip
_NOT_SHOWN = frozenset({"headerlink", "footnote-backref", "back-link", "back-links"})
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr", "col"})
_NUMBER_OF_REFERENCE = re.compile(r"#ref-(\d+)")
_LEAD_WORDS = 6


@dataclass(frozen=True)
class ShownBlock:
    """One block of a page."""

    kind: str
    """heading, paragraph, item, step (an item with a number), row, code, calculator, reference, or field."""
    words: str
    """What is read there; of a row the cells with a bar between them, of a citation the keys of its works."""
    section: str
    """The words of the heading above it."""
    marks: str = ""
    """What readers do not see as words: tags and addresses."""

    @property
    def place(self) -> str:
        """Where it is, in words."""
        if self.kind == "heading":
            return f"heading “{self.words}”"
        lead = self.words.split(" | ")[0] if self.kind == "row" else " ".join(self.words.split()[:_LEAD_WORDS])
        return " › ".join(filter(None, (self.section, f"{self.kind} “{lead}”")))


def shown_blocks(page: ParsedPage) -> list[ShownBlock]:
    """The blocks of a page in their order. A list of references that is made of cited works is left out."""
    reader = _Reader({reference.number: reference.work.key for reference in page.references if reference.work})
    reader.feed(str(page_html(page, form=_form)))
    reader.close()
    reader.end_block()
    return reader.blocks


def _form(placed: PlacedCalculator) -> str:
    """A calculator as one line: which, and what its form opens with."""
    values = ", ".join(f"{name}: {value}" for name, value in placed.block.values.items())
    return f'<p data-kind="calculator">{_escaped(" ".join(filter(None, ("Calculator", placed.block.id, values))))}</p>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Reader(HTMLParser):
    def __init__(self, keys: Mapping[int, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[ShownBlock] = []
        self._keys = keys
        self._words: list[str] = []
        self._marks: list[str] = []
        self._kind = "paragraph"
        self._section = ""
        self._lists: list[str] = []
        self._hidden: list[str] = []
        self._is_in_references = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _EMPTY:
            self._empty(tag, given)
        elif self._hidden or given.get("class") in (*_NOT_SHOWN, "made-references"):
            self._hidden.append(tag)
        else:
            self._open(tag, given)

    def _empty(self, tag: str, given: Mapping[str, str]) -> None:
        if self._hidden:
            return
        if tag == "img":
            self._words.append(f" [Picture: {given.get('alt', '')}] ")
            self._marks.append(given.get("src", ""))
        elif tag == "input":
            self._words.append("[x] " if "checked" in given else "[ ] ")
        elif tag == "br":
            self._words.append(" ")

    def _open(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in ("ul", "ol"):
            self.end_block()
            self._lists.append("step" if tag == "ol" else "item")
        elif tag in _KINDS:
            # A paragraph that begins an item is the item.
            if not (tag == "p" and self._kind in ("item", "step") and not self._is_begun()):
                self.end_block()
                self._kind = given.get("data-kind") or (self._lists[-1:] or ["item"])[0] if tag == "li" else _KINDS[tag]
            if "data-kind" in given:
                self._kind = given["data-kind"]
        elif tag in ("td", "th") and self._is_begun():
            self._words.append(" | ")
        elif (
            tag == "a"
            and (number := _NUMBER_OF_REFERENCE.fullmatch(given.get("href", "")))
            and int(number[1]) in self._keys
        ):
            self._words.append(f"@{self._keys[int(number[1])]}")
            self._hidden.append(tag)
        elif tag in ("a", "strong", "em", "code", "s"):
            self._marks.append(f"{tag} {given.get('href', '')}")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden.pop()
        elif tag in ("ul", "ol"):
            self.end_block()
            self._lists.pop()
        elif tag in _KINDS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def _is_begun(self) -> bool:
        return any(part.strip() for part in self._words)

    def end_block(self) -> None:
        """Keep what was read since the last one."""
        words = " ".join("".join(self._words).split())
        kind = "reference" if self._is_in_references and self._kind == "step" else self._kind
        if words:
            self.blocks.append(ShownBlock(kind, words, self._section, " ".join(self._marks)))
            if kind == "heading":
                self._section = words
                self._is_in_references = words.casefold() == "references"
        self._words, self._marks = [], []
        self._kind = "paragraph"
