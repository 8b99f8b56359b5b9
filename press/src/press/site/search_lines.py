"""What the search shows of a page: lines, each a sentence, an item or a row of a table, below the heading that they belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_BETWEEN_SENTENCES = re.compile(r"(?<=[a-z0-9%)\]][.?!])\s+(?=[A-Z])")
"""What is found is shown with the sentence that has it."""
_BEFORE_POINT = re.compile(r"\s+(?=[.,;:!?])")
_LONG_ROW = 200
"""Letters. A row with a list of many options is shown by the one that was found."""
_BETWEEN_OPTIONS = re.compile(r"(?<=;)\s+")


@dataclass(frozen=True)
class SearchedSection:
    """A heading of a page and the lines below it."""

    id: str
    """Empty for what stands above the first heading, and for the page's own title."""
    title: str
    lines: tuple[str, ...]


@dataclass
class SectionsBeingRead:
    """The sections of a page while it is read from top to bottom."""

    _sections: list[tuple[str, str, list[str]]] = field(default_factory=lambda: [("", "", [])])

    def begin(self, id: str, title: str) -> None:
        """A heading."""
        self._sections.append((id, _one_line(title), []))

    def add(self, paragraph: str) -> None:
        """A paragraph or an item."""
        self._sections[-1][2].extend(_BETWEEN_SENTENCES.split(line) if (line := _one_line(paragraph)) else ())

    def add_row(self, row: str) -> None:
        """A row of a table, its cells apart by semicolons."""
        self._sections[-1][2].extend(_row_lines(row))

    def finished(self) -> tuple[SearchedSection, ...]:
        """All that say something."""
        return tuple(
            SearchedSection(id, title, tuple(lines)) for id, title, lines in self._sections if id or title or lines
        )


def row_of(cells: Sequence[str]) -> str:
    """Cells as one line."""
    said = [cell for cell in map(_one_line, cells) if cell]
    return "".join(f"{cell} " if cell.endswith((".", ":", ";", "?")) else f"{cell}; " for cell in said).strip("; ")


def _row_lines(row: str) -> Iterator[str]:
    line = _one_line(row).strip("; ")
    if not line:
        return
    whole = line if line.endswith((".", "?", "!")) else f"{line}."
    for sentence in _BETWEEN_SENTENCES.split(whole):
        yield from _BETWEEN_OPTIONS.split(sentence) if len(sentence) > _LONG_ROW else (sentence,)


def _one_line(text: str) -> str:
    return _BEFORE_POINT.sub("", " ".join(text.split()))
