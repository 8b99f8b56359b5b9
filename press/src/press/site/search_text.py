"""HTML that press has made itself, as the search reads it: headings and paragraphs, each item and each row a line of its own.

Articles are read from what their Markdown was parsed to, in search_article.py. This is for pages that are put together from
templates: those of calculators, sheets and tables.
"""

import re
from html.parser import HTMLParser

from .search_lines import SearchedSection, SectionsBeingRead

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEFT_OUT = frozenset(("button", "clinical-calculator", "form", "nav", "script", "style", "svg", "template"))
_OF_A_ROW = frozenset(("tr", "dl", "caption", "figcaption", "legend", "summary"))
"""Elements without a paragraph inside that readers see as a line of their own."""
_CELLS = {"td": "; ", "th": "; ", "dt": ". ", "dd": ": "}
"""What stands before a cell that follows another one."""
_APART = frozenset(
    (
        "article",
        "blockquote",
        "details",
        "div",
        "fieldset",
        "figure",
        "label",
        "li",
        "ol",
        "p",
        "pre",
        "section",
        "table",
    )
) | {"ul"}
_CALCULATOR = re.compile(r"<clinical-calculator\b.*?</clinical-calculator>", re.DOTALL)
"""Of a page with forms they are nine parts in ten, so they go before it is read. None stands inside another."""


def searched_sections(html: str) -> tuple[SearchedSection, ...]:
    """The sections of a page with nothing but what is searched."""
    reader = _Reader()
    reader.feed(_CALCULATOR.sub("", html))
    reader.close()
    reader.end_line()
    return reader.sections.finished()


class _Reader(HTMLParser):
    """Gathers words until a line ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = SectionsBeingRead()
        self._words = ""
        self._heading: str | None = None
        """The id of the heading that is open."""
        self._left_out: list[str] = []
        """The open elements of a part that is left out, outermost first."""
        self._row = ""
        """The element whose cells are gathered into one line."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _VOID:
            self.handle_data(" ")
        elif self._left_out or _is_left_out(tag, given):
            self._left_out.append(tag)
        elif self._row:
            self._words += _between(self._words, tag)
        elif tag in _OF_A_ROW:
            self.end_line()
            self._row = tag
        elif tag in _HEADINGS:
            self.end_line()
            self._heading = "" if tag == "h1" else given.get("id") or ""
        elif tag in _APART:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._left_out:
            self._left_out.pop()
        elif self._row:
            if tag == self._row:
                self.sections.add_row(self._words.replace(" ;", ";").replace(" :", ":"))
                self._row = self._words = ""
        elif tag in _HEADINGS and self._heading is not None:
            self.sections.begin(self._heading, self._words)
            self._heading, self._words = None, ""
        elif tag in _APART:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._words += data

    def end_line(self) -> None:
        """What has been gathered is a paragraph, unless a heading is open."""
        if self._heading is None:
            self.sections.add(self._words)
            self._words = ""


def _is_left_out(tag: str, given: dict[str, str | None]) -> bool:
    classes = (given.get("class") or "").split()
    return tag in _LEFT_OUT or "data-search-exclude" in given or "headerlink" in classes


def _between(line: str, tag: str) -> str:
    """What keeps the words of an element within a row from those before it."""
    before = line.rstrip()
    if tag in _CELLS and before:
        mark = _CELLS[tag]
        return mark.strip() + " " if not before.endswith((".", ":", ";", "?")) else " "
    return " " if tag in _APART else ""
