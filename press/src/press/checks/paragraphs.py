"""The paragraphs, headings and cells of a page as a reader reads them, with the place of each word in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ..markdown.parsed_page import ParsedPage, RunningText
from ..reading.source_file import SourceFile

_QUOTED = re.compile(r"<!-- vale off -->.*?(?:<!-- vale on -->|\Z)", re.DOTALL)
"""Another's words, between the comments that Vale reads, too."""
_CODE = "Code"
"""What stands for a piece of code in a sentence: one word that no rule knows."""


class Paragraph(NamedTuple):
    """The words of one paragraph, heading or cell without marks, with the place of each in the file."""

    words: str
    in_heading: bool
    offsets: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def place(self, start: int) -> tuple[int, int]:
        """Line and column of the file where these words stand."""
        piece = bisect_right(self.offsets, start) - 1
        line, column = self.places[piece]
        return line, column + start - self.offsets[piece]


def paragraphs_of(parsed: ParsedPage) -> Iterator[Paragraph]:
    """Running text, headings and tables; not code, not addresses, not another's words, not the list of references."""
    quoted = set(_quoted_lines(parsed.source))
    for _, pieces in groupby(parsed.texts, key=lambda text: text.paragraph):
        texts = list(pieces)
        if not texts[0].in_references and texts[0].line not in quoted:
            yield _joined(texts, parsed.source)


def _quoted_lines(source: SourceFile) -> Iterator[int]:
    for quoted in _QUOTED.finditer(source.body):
        first, last = (source.body_line + source.body.count("\n", 0, end) for end in quoted.span())
        yield from range(first, last + 1)


def _joined(texts: list[RunningText], source: SourceFile) -> Paragraph:
    words, offsets = "", []
    before: RunningText | None = None
    for text in texts:
        if before is not None:
            words += _between(before, text, source)
        offsets.append(len(words))
        words += text.words
        before = text
    places = tuple((text.line, text.column) for text in texts)
    return Paragraph(words, texts[0].in_heading, tuple(offsets), places)


def _between(before: RunningText, text: RunningText, source: SourceFile) -> str:
    """What a reader sees between two pieces: nothing where only marks stand there."""
    if text.line != before.line:
        return " "
    marks = source.line(text.line)[before.column - 1 + len(before.words) : text.column - 1]
    return _CODE if "`" in marks else " " if "<br" in marks else ""
