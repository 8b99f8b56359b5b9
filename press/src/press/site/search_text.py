"""A finished page as the search reads it: headings and paragraphs, each item of a list and each row of a table one of its own.

The theme's search takes the words of a page as they follow each other, so that the cells of a table run together; what it is
to leave out ends for it at the first inner element of the same kind; and it shows a whole list for one word in it.
"""

import re
from html import escape
from html.parser import HTMLParser

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PARAGRAPHS = frozenset(("p", "li"))
_KEPT = frozenset((*_HEADINGS, "pre", "code", "sub", "sup"))
_LEFT_OUT = frozenset(("button", "clinical-calculator", "form", "nav", "script", "style", "svg", "template"))
_OF_A_ROW = frozenset(("tr", "dl", "caption", "figcaption", "legend", "summary"))
"""Elements without a paragraph inside that readers see as a line of their own."""
_CELLS = {"td": "; ", "th": "; ", "dt": ". ", "dd": ": "}
"""What stands before a cell that follows another one."""
_BETWEEN_SENTENCES = re.compile(r"(?<=[a-z0-9%)\]][.?!])\s+(?=[A-Z])")
"""What is found is shown with the sentence that has it."""
_LONG_ROW = 200
"""Letters. A row with a list of many options is shown by the one that was found."""
_BETWEEN_OPTIONS = re.compile(r"(?<=;)\s+")
_APART = frozenset(
    ("article", "blockquote", "details", "div", "fieldset", "figure", "label", "ol", "section", "table", "ul")
)
_NOTHING = re.compile(r"<p>\s*</p>")
_CALCULATOR = re.compile(r"<clinical-calculator\b.*?</clinical-calculator>", re.DOTALL)
"""Of a page with forms they are nine parts in ten, so they go before it is read. None stands inside another."""


def search_text(html: str, about: str = "") -> str:
    """The page with nothing but what is searched. `about` says in a sentence what it is for."""
    reader = _Reader()
    reader.feed(_CALCULATOR.sub("", html))
    reader.close()
    read = "".join((f"<p>{escape(about, quote=False)}</p>" if about else "", *reader.written))
    return _NOTHING.sub("", read)


class _Reader(HTMLParser):
    """Writes the kept elements without attributes but the ids of headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self._open: list[str] = []
        """The kept elements that are open, outermost first."""
        self._is_paragraph = False
        self._left_out: list[str] = []
        """The open elements of a part that is left out, outermost first."""
        self._row = ""
        """The element whose cells are gathered into one paragraph."""
        self._cells = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _VOID:
            self._words(" ")
        elif self._left_out or _is_left_out(tag, given):
            self._left_out.append(tag)
        elif self._row:
            self._cells += _between(self._cells, tag)
        elif tag in _OF_A_ROW:
            self._end_paragraph()
            self._row, self._cells = tag, ""
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
            self._is_paragraph = True
            self.written.append("<p>")
        elif tag in _HEADINGS:
            self._end_paragraph()
            id = given.get("id")
            self._open.append(tag)
            self.written.append(f'<{tag} id="{escape(id)}">' if id else f"<{tag}>")
        elif tag in _KEPT:
            self._open.append(tag)
            self.written.append(f"<{tag}>")
        elif tag in _APART:
            self._end_paragraph()
            self._words(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._left_out:
            self._left_out.pop()
        elif tag == self._row:
            self._end_row()
        elif self._row:
            return
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
        elif tag in _KEPT:
            self._open.pop()
            self.written.append(f"</{tag}>")
        elif tag in _APART:
            self._words(" ")

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._words(data)

    def _words(self, words: str) -> None:
        if self._left_out:
            return
        if self._row:
            self._cells += words
            return
        written = escape(words, quote=False)
        if self._is_paragraph and not self._open:
            written = _BETWEEN_SENTENCES.sub("</p><p>", written)
        self.written.append(written)

    def _end_paragraph(self) -> None:
        if self._is_paragraph:
            self.written.append("</p>")
        self._is_paragraph = False

    def _end_row(self) -> None:
        line = " ".join(self._cells.split()).replace(" ;", ";").replace(" :", ":").strip("; ")
        if line:
            whole = line if line.endswith((".", "?", "!")) else f"{line}."
            parts = [
                part
                for sentence in _BETWEEN_SENTENCES.split(whole)
                for part in (_BETWEEN_OPTIONS.split(sentence) if len(sentence) > _LONG_ROW else (sentence,))
            ]
            self.written += (f"<p>{escape(part, quote=False)}</p>" for part in parts)
        self._row = ""


def _is_left_out(tag: str, given: dict[str, str | None]) -> bool:
    classes = (given.get("class") or "").split()
    return tag in _LEFT_OUT or "data-search-exclude" in given or "headerlink" in classes


def _between(line: str, tag: str) -> str:
    """What keeps the words of an element within a row from those before it."""
    before = line.rstrip()
    if tag in _CELLS and before:
        mark = _CELLS[tag]
        return mark.strip() + " " if not before.endswith((".", ":", ";", "?")) else " "
    return " " if tag in (_APART | {"p", "li", "ul", "ol"}) else ""
