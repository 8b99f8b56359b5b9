"""Where each piece of a paragraph stands in the file.

The parser keeps lines for blocks but nothing for the pieces inside one; they come in order, so
they can be found again by reading the source beside them.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.entities import html5
from itertools import islice

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

# A piece that is not found at once (it was written with an entity or an escape) is looked for
# only nearby: a far match would be some other word, and long searches make hostile input slow.
_NEAR = 2000
_CODE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]*);")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_WRITTEN = re.compile(f"{_CODE.pattern}|{_ESCAPE.pattern}")
_MAY_DIFFER = re.compile(r"[\\&]")
_MOST_TRIED = 30
_ADDRESS = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|(?:[^\s()]|\([^\s()]*\))*)"""
    r"""(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?\s*\)"""
)
"""The address of a link, with its title."""
_LABEL = re.compile(r"\[([^\[\]]*)\]")

Stretch = tuple[int, int]
"""Where a stretch begins in the words, and where in the source."""


def stretches(words: str, source: str, start: int) -> tuple[list[Stretch], int] | None:
    """The stretches of words that the source has from `start` on, sign by sign, and where they end.

    An escape or a code of web pages is longer in the source, and a stretch by itself; None where the source has other words.
    """
    if source.startswith(words, start) and not _MAY_DIFFER.search(words):
        return [(0, start)], start + len(words)
    found: list[Stretch] = []
    at, position, goes_on = 0, start, False
    while at < len(words):
        sign = source[position : position + 1]
        escape = _ESCAPE.match(source, position) if sign == "\\" else None
        code = _CODE.match(source, position) if sign == "&" else None
        meant = unescape(code[0]) if code else ""
        if escape and escape[0][1] == words[at]:
            found.append((at, position))
            at, position, goes_on = at + 1, position + 2, False
        elif code and meant != code[0] and words.startswith(meant, at):
            found.append((at, position))
            at, position, goes_on = at + len(meant), code.end(), False
        elif sign == words[at]:
            if not goes_on:
                found.append((at, position))
            at, position, goes_on = at + 1, position + 1, True
        else:
            return None
    return found, position


def decoded(source: str) -> str:
    """The words that are shown for a piece of source: each escape and each code as the signs it stands for."""
    return _WRITTEN.sub(_meant, source) if _MAY_DIFFER.search(source) else source


def sign_end(source: str, start: int) -> int:
    """Where the sign ends that begins here: behind all of an escape or a code."""
    written = _WRITTEN.match(source, start)
    return written.end() if written and _meant(written) != written[0] else start + 1


def _meant(written: re.Match[str]) -> str:
    text = written[0]
    if text.startswith("\\"):
        return text[1:]
    return unescape(text) if "#" in text else html5.get(text[1:], text)


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

    def pass_words(self, words: str) -> int:
        """Move to words that begin here or nearby, whichever way their signs are written. Returns where they end."""
        if not _MAY_DIFFER.search(words):
            plain = self._text.find(words, self._position, self._position + len(words) + _NEAR)
            if plain >= 0 and not _MAY_DIFFER.search(self._text, self._position, plain):
                self.go(plain)
                return plain + len(words)
        for start in self._places(words):
            if found := stretches(words, self._text, start):
                self.go(start)
                return found[1]
        return self._position

    def _places(self, words: str) -> Iterator[int]:
        """Where words may begin: here, behind the signs that begin a line, or where they stand as they are."""
        if self._text.startswith(words[0], self._position) or _MAY_DIFFER.match(self._text, self._position):
            yield self._position
        end = self._position + len(words) + _NEAR
        plain = self._text.find(words, self._position, end)
        if plain < 0 or _MAY_DIFFER.search(self._text, self._position, plain):
            begin = re.compile(rf"[\\\\&]|{re.escape(words[0])}")
            for found in islice(begin.finditer(self._text, self._position, end), _MOST_TRIED):
                yield found.start()
        if plain >= 0:
            yield plain

    def pass_address(self, label: str | None) -> None:
        """Move behind the address of a link that ends here, or behind its label: their signs are no words of the paragraph."""
        found = (_ADDRESS if label is None else _LABEL).match(self._text, self._position)
        if found and (label is None or not found[1].strip() or normalizeReference(found[1]) == label):
            self.go(found.end())

    def next_line(self) -> None:
        self.skip("\n")


def positions(children: Sequence[Token], cursor: Cursor) -> Iterator[tuple[Token, int, int]]:
    """Each piece of a paragraph with its line and column."""
    label: str | None = None
    for child in children:
        kind = child.type
        if kind == "text" and child.content:
            end = cursor.pass_words(child.content)
            yield child, cursor.line, cursor.column
            cursor.go(end)
            continue
        cursor.seek(_begins(child))
        yield child, cursor.line, cursor.column
        match kind:
            case "softbreak" | "hardbreak":
                cursor.next_line()
            case "link_open":
                label = child.meta.get("label")
                cursor.skip("<" if child.markup == "autolink" else "[")
            case "link_close" if child.markup == "autolink":
                cursor.skip(">")
            case "link_close":
                cursor.skip("]")
                cursor.pass_address(label)
            case "image":
                cursor.skip("![")
                cursor.skip(child.content)
                cursor.skip("]")
                cursor.pass_address(child.meta.get("label"))
            case "footnote_ref":
                cursor.skip("]")
            case "code_inline":
                cursor.skip(child.markup)
                # A line break inside code has become a space.
                for word in re.split(r"\s+", child.content):
                    cursor.skip(word)
                cursor.skip(child.markup)
            case _:
                cursor.skip(child.content or child.markup)


def _begins(child: Token) -> str:
    """What a piece begins with in the source; nothing where it has no sign of its own."""
    match child.type:
        case "softbreak" | "hardbreak" | "link_close":
            return ""
        case "link_open":
            return "<" if child.markup == "autolink" else "["
        case "image":
            return "!["
        case "footnote_ref":
            return "[^"
        case "code_inline":
            return child.markup
        case _:
            return child.content or child.markup


def start_of_cell(row: str, index: int) -> int:
    """Where cell `index` of a table row begins in its line."""
    position = 0
    while row[position : position + 1] in (" ", ">", "\t"):
        position += 1
    if row[position : position + 1] == "|":
        position += 1
    if "\\" not in row:
        for _ in range(index):
            position = row.find("|", position) + 1 or len(row) + 1
        return min(position, len(row))
    for _ in range(index):
        while position < len(row) and row[position] != "|":
            position += 2 if row[position] == "\\" else 1
        position += 1
    return min(position, len(row))
