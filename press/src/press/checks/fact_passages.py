"""The passages of the site in which facts are looked for: pages, what stands above an article's text, and lists of ours."""

import re
from collections.abc import Iterator, Sequence

from ..reading.source_file import SourceFile
from ..reading.yaml_words import yaml_words
from .checked_page import CheckedPage
from .fact_sentences import Passage

_HEADING = re.compile(r"(?:>\s*)*#{1,6}\s+(?P<words>.*?)\s*(?:\{#[^}]*\})?\s*$")
_BEGINS = re.compile(r"\s*(?:>\s*)*(?:[-*+]\s|\d+[.)]\s|\||\[!|:::|```|!\[)|\s*>")
"""What begins a block of its own, where the line above is none that it goes on."""
_FIELD = re.compile(r"(?P<name>\w+):")
_HISTORY = frozenset({"changes", "redirectFrom", "slug"})
"""Fields of an article that may say what was so once, or nothing that is read."""
HISTORY_PAGES = frozenset({"change-log.md"})


def passages(page: CheckedPage) -> Iterator[Passage]:
    """What an article or a page says, in paragraphs, items and rows; not code, not comments, not the history of changes."""
    if page.source.front_matter is not None:
        yield from _above_the_text(page.source)
    if page.address in HISTORY_PAGES:
        return
    references = min((one.line for one in page.parsed.written_references), default=None)
    yield from _of_lines([one for one in page.prose if references is None or one[0] < references])


def _above_the_text(source: SourceFile) -> Iterator[Passage]:
    field = ""
    for number, line in yaml_words(source, 2, source.body_line - 1):
        found = _FIELD.match(source.line(number))
        field = found["name"] if found else field
        if field not in _HISTORY:
            yield Passage(line, number)


def _of_lines(lines: Sequence[tuple[int, str]]) -> Iterator[Passage]:
    gathered: list[str] = []
    first = 0
    for number, line in lines:
        found = _HEADING.match(line) if "#" in line else None
        if gathered and (found or not line.strip(" >") or _BEGINS.match(line)):
            yield _joined(gathered, first)
            gathered = []
        if found:
            yield Passage(found["words"], number, found.start("words") + 1, is_heading=True)
        elif line.strip(" >"):
            first = first if gathered else number
            gathered.append(line)
    if gathered:
        yield _joined(gathered, first)


def _joined(lines: Sequence[str], first: int) -> Passage:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return Passage("\n".join(lines), first, line_starts=tuple(starts))


def list_passages(source: SourceFile) -> Iterator[Passage]:
    """What a file of lists says. A sentence that goes on in the next line with the same indent is one passage."""
    gathered: list[str] = []
    first = 0
    for number, line in yaml_words(source, 1, len(source.lines) + 1):
        goes_on = (
            gathered and not re.match(r"\s*(?:- |[\w-]+:)", source.line(number)) and number == first + len(gathered)
        )
        if gathered and not goes_on:
            yield _joined(gathered, first)
            gathered = []
        first = first if gathered else number
        gathered.append(line)
    if gathered:
        yield _joined(gathered, first)
