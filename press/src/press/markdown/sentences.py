"""The sentences of a paragraph, an item or a cell, with the marks and citations that stand in each."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from markdown_it.token import Token

from .citations import Citation
from .recommendations import Mark

_MARK, _CITATION = "\ue000", "\ue001"
"""Stand for a mark and for a citation while the sentences are told apart."""
_END = re.compile(rf"[.!?][”\"'’)\]]*(?:\s*[{_MARK}{_CITATION}])*\s+(?=[^\sa-z])")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|vs|cf|al|approx|No|Nos|Dr|St|Fig|sect)|(?<![\w.])[A-Z])\.\s+$")
_BEFORE_POINT = re.compile(r"\s+(?=[.,;:!?])")
_LEFT_COMMAS = re.compile(r",+(?=[.:;!?]|$)|(?<=,),+")
"""What is left of `[1], [2].` without the citations."""
_REMEMBERED = 4096
"""Of so many paragraphs the sentences are remembered; the longest article has some six hundred, cells included."""


class Piece(NamedTuple):
    """A piece of an inline token: words, a mark or a citation, and where it begins."""

    words: str
    line: int
    column: int
    mark: Mark | None = None
    citation: Citation | None = None
    token: Token | None = None
    """What is printed for the mark."""


class FoundSentence(NamedTuple):
    """One sentence, without its marks and citations, and where it begins."""

    text: str
    line: int
    column: int
    pieces: tuple[Piece, ...]

    @property
    def marks(self) -> list[Piece]:
        """The marks in it, in their order."""
        return [piece for piece in self.pieces if piece.mark]

    @property
    def citations(self) -> tuple[str, ...]:
        """The ids of the citations in it."""
        return tuple(piece.citation.id for piece in self.pieces if piece.citation)


def sentences(pieces: Sequence[Piece]) -> Iterator[FoundSentence]:
    """The sentences that the pieces make."""
    if len(pieces) == 1 and not (pieces[0].mark or pieces[0].citation):
        for begin, _, text in _texts(pieces[0].words):
            if text:
                yield FoundSentence(text, pieces[0].line, pieces[0].column + begin, tuple(pieces))
        return
    signs = [_MARK if piece.mark else _CITATION if piece.citation else piece.words for piece in pieces]
    spans: list[tuple[int, int, Piece]] = []
    start = 0
    for sign, piece in zip(signs, pieces, strict=True):
        spans.append((start, start + len(sign), piece))
        start += len(sign)
    for begin, end, text in _texts("".join(signs)):
        inside = [(start, piece) for start, behind, piece in spans if start < end and behind > begin]
        if inside and (text or any(piece.mark for _, piece in inside)):
            start, first = inside[0]
            yield FoundSentence(text, first.line, first.column + max(0, begin - start), tuple(p for _, p in inside))


@lru_cache(maxsize=_REMEMBERED)
def _texts(whole: str) -> tuple[tuple[int, int, str], ...]:
    """Begin, end and words of each sentence. Whoever writes asks again and again of all paragraphs but one."""
    ends = [found.end() for found in _END.finditer(whole) if not _NO_END.search(whole, 0, found.end())]
    return tuple((begin, end, _text(whole[begin:end])) for begin, end in pairwise((0, *ends, len(whole))))


def _text(part: str) -> str:
    words = " ".join(part.replace(_MARK, "").replace(_CITATION, "").split())
    words = _BEFORE_POINT.sub("", words)
    return _LEFT_COMMAS.sub("", words) if "," in words else words
