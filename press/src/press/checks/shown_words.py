"""The words of a page as a reader sees them in a row, bold and italic pieces joined, with the place of each in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from ..markdown.citations import without_keys
from ..markdown.parsed_page import Block, RunningText
from ..markdown.source_positions import Stretch, decoded, sign_end, stretches
from .blocks import cells
from .checked_page import CheckedPage

_ALT = re.compile(r"!\[([^\]]*)\]")
_MARKS = "*_"
_BARE_NUMBERS = re.compile(r"[\d.,<>~–-][\d.,<>~ –-]*")
_UNIT_OF_COLUMN = re.compile(
    r"(?:[(,]\s*|\bin |^\s*)((?:mg|mcg|g|mL|kg|units|min|h|minutes|hours)(?:/(?:kg|mL|min|h))*)\)?\s*$"
)


@dataclass(frozen=True)
class ShownWords:
    """Words of one line. A number alone in its cell has the unit of its column behind it."""

    words: str
    pieces: tuple[RunningText, ...]
    source: str
    """The line of the file."""

    @property
    def line(self) -> int:
        """The number of the line."""
        return self.pieces[0].line

    @property
    def certain(self) -> bool:
        """Whether it is known where each piece stands; codes and escapes are longer in the file than on the page."""
        return all(_stretches(piece, self.source) is not None for piece in self.pieces)

    def column(self, start: int) -> int:
        """Where in the file's line these words stand; an escape or a code with its first sign."""
        piece = bisect_right(self._stretches, start, key=itemgetter(0)) - 1
        at, column = self._stretches[piece]
        return column + start - at + 1

    def end_column(self, end: int, line: str) -> int:
        """Where in the file's line words end that end here; an escape or a code is within them as a whole."""
        return sign_end(line, self.column(end - 1) - 1) + 1

    @cached_property
    def _stretches(self) -> tuple[Stretch, ...]:
        """Each stretch of all pieces. Few words have anything wrong in them, of which the place is asked for."""
        found: list[Stretch] = []
        length = 0
        for piece in self.pieces:
            found += ((length + at, start) for at, start in _stretches(piece, self.source) or [(0, piece.column - 1)])
            length += len(piece.words)
        return tuple(found)


def shown_words(page: CheckedPage) -> Iterator[ShownWords]:
    """Running text, tables, and the words of pictures; not code, not addresses, not the list of references."""
    for link in page.parsed.links:
        alt = _ALT.match(page.source.line(link.line), link.column - 1) if link.picture else None
        if alt:
            text = RunningText(decoded(alt[1]), link.line, alt.start(1) + 1)
            yield _joined([text], page, [])
    tables = [block for block in page.parsed.blocks if block.kind == "table"]
    row: list[RunningText] = []
    for text in page.parsed.texts:
        if row and not _goes_on(row[-1], text, page):
            yield _joined(row, page, tables)
            row = []
        if not text.in_references:
            row.append(text)
    if row:
        yield _joined(row, page, tables)


def _goes_on(before: RunningText, text: RunningText, page: CheckedPage) -> bool:
    """Whether nothing but marks of emphasis stands between the two."""
    if text.line != before.line or text.in_references:
        return False
    between = page.source.line(text.line)[before.column - 1 + len(before.words) : text.column - 1]
    return not between.strip(_MARKS)


def _joined(row: list[RunningText], page: CheckedPage, tables: list[Block]) -> ShownWords:
    first = row[0]
    words = "".join(text.words for text in row)
    if _BARE_NUMBERS.fullmatch(words):
        table = next((table for table in tables if table.line < first.line < table.end), None)
        words += _unit_of_column(first, page, table) if table else ""
    return ShownWords(words, tuple(row), page.source.line(first.line))


def _stretches(text: RunningText, line: str) -> list[Stretch] | None:
    """Where its words stand in the line; citations by key are blank in them."""
    start = text.column - 1
    found = stretches(text.words, line, start) or stretches(text.words, without_keys(line, " "), start)
    return found[0] if found else None


def _unit_of_column(text: RunningText, page: CheckedPage, table: Block) -> str:
    """The unit that the head of the table gives for a cell, as in "Dose (mg)"."""
    line = page.source.line(text.line)
    index = len(cells(line[: text.column - 1] + "x")) - 1
    heads = cells(page.source.line(table.line))
    found = _UNIT_OF_COLUMN.search(heads[index].strip(" *")) if index < len(heads) else None
    return f" {found[1]}" if found else ""
