"""The pieces of an article that a calculator can rest on: table rows and list items."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ArticlePassage:
    """One row of a table or one item of a list, with its address and its line."""

    id: str
    section: str
    """The words of the heading above it."""
    text: str
    """Its words without markup: a whole list item, or a row's cells behind the first, joined by ` | `."""
    line: int
    cells: tuple[str, ...] = ()
    """The cells of a row; empty for a list item."""

    @property
    def is_row(self) -> bool:
        return bool(self.cells)
