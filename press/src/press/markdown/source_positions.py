"""Where each piece of a paragraph stands in the file.

The parser keeps lines for blocks but nothing for the pieces inside one; they come in order, so
they can be found again by reading the source beside them.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

# A piece that is not found at once (it was written with an entity or an escape) is looked for
# only nearby: a far match would be some other word, and long searches make hostile input slow.
_NEAR = 2000


class Cursor:
    """A position in the lines of one block; it only moves forward."""

    def __init__(self, text: str, line: int, start: int = 0) -> None:
        self._text = text
        self._position = start
        self._line = line
        self._line_start = text.rfind("\n", 0, start) + 1

    @property
    def line(self) -> int:
        return self._line

    @property
    def column(self) -> int:
        return self._position - self._line_start + 1

    def go(self, position: int) -> None:
        """Move forward; never back."""
        if position <= self._position:
            return
        breaks = self._text.count("\n", self._position, position)
        if breaks:
            self._line += breaks
            self._line_start = self._text.rfind("\n", 0, position) + 1
        self._position = position

    def seek(self, piece: str) -> bool:
        """Move to the next `piece`; False when it is not near."""
        found = self._text.find(piece, self._position, self._position + len(piece) + _NEAR)
        if found >= 0:
            self.go(found)
        return found >= 0

    def skip(self, piece: str) -> None:
        """Move behind the next `piece`, if it is near."""
        if self.seek(piece):
            self.go(self._position + len(piece))

    def next_line(self) -> None:
        self.skip("\n")


def positions(children: Sequence[Token], cursor: Cursor) -> Iterator[tuple[Token, int, int]]:
    """Each piece of a paragraph with its line and column."""
    for child in children:
        kind = child.type
        if kind in ("softbreak", "hardbreak"):
            yield child, cursor.line, cursor.column
            cursor.next_line()
            continue
        if kind == "link_open":
            cursor.seek("<" if child.markup == "autolink" else "[")
        elif kind == "image":
            cursor.seek("![")
        elif kind == "footnote_ref":
            cursor.seek("[^")
        elif kind == "code_inline":
            # A line break inside code has become a space; the first word is enough.
            cursor.seek(child.markup)
        elif child.content:
            cursor.seek(child.content)
        elif child.markup:
            cursor.seek(child.markup)
        yield child, cursor.line, cursor.column
        if kind == "link_close":
            cursor.skip(">" if child.markup == "autolink" else "]")
        elif kind == "image":
            cursor.skip("](" if "](" in (child.content or "](") else "]")
            cursor.skip(")")
        elif kind == "link_open":
            cursor.skip("<" if child.markup == "autolink" else "[")
        elif kind == "code_inline":
            cursor.skip(child.markup)
            for word in re.split(r"\s+", child.content):
                cursor.skip(word)
            cursor.skip(child.markup)
        elif child.content:
            cursor.skip(child.content)
        elif child.markup:
            cursor.skip(child.markup)


def start_of_cell(row: str, index: int) -> int:
    """Where cell `index` of a table row begins in its line."""
    position = 0
    while row[position : position + 1] in (" ", ">", "\t"):
        position += 1
    if row[position : position + 1] == "|":
        position += 1
    for _ in range(index):
        while position < len(row) and row[position] != "|":
            position += 2 if row[position] == "\\" else 1
        position += 1
    return min(position, len(row))
