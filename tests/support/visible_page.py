"""What a reader sees of a page's HTML, as lines of plain text, read without any part of press.

A line for each block: items with their bullet or number, cells divided by " | ", struck out words between two tildes.
"""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    ("p", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "div", "dt", "dd")
)
_LEFT_OUT = frozenset({"clinical-calculator", "script", "style", "template"})
_OURS = frozenset({"headerlink", "footnote-backref", "back-links"})
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})


def visible_lines(html: str) -> list[str]:
    """The lines of the page in their order, each with single spaces."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [line for line in (" ".join(part.split()) for part in "".join(reader.parts).split("\0")) if line]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._lists: list[int | None] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _EMPTY:
            self._empty(tag, given)
        elif self._hidden or tag in _LEFT_OUT or given.get("class") in _OURS:
            self._hidden.append(tag)
        else:
            self._open(tag, given)

    def _empty(self, tag: str, given: dict[str, str | None]) -> None:
        if self._hidden:
            return
        if tag == "img":
            self.parts.append(f" {given.get('alt') or ''} ")
        elif tag == "input":
            self.parts.append("[x] " if "checked" in given else "[ ] ")
        elif tag != "wbr":
            self.parts.append("\0" + ("---\0" if tag == "hr" else ""))

    def _open(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in _BLOCKS and not self._at_item():
            self.parts.append("\0")
        if tag in ("ul", "ol"):
            self._lists.append(int(given.get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            self.parts.append("• " if number is None else f"{number}. ")
            if number is not None:
                self._lists[-1] = number + 1
        elif tag == "s":
            self.parts.append("~~")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden.pop()
            return
        if tag in ("ul", "ol"):
            self._lists.pop()
        if tag == "s":
            self.parts.append("~~")
        elif tag in ("td", "th"):
            self.parts.append(" | ")
        elif tag in _BLOCKS:
            self.parts.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)

    def _at_item(self) -> bool:
        """Whether only the sign of an item stands before: a paragraph in it goes on in its line."""
        for part in reversed(self.parts):
            if part.strip():
                return part.startswith("• ") or part.rstrip().rstrip(".").isdigit()
        return False
