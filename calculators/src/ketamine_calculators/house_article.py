"""Passages of a house article, as a calculator declares that it rests on them.

The words of a passage are quoted; each number in it is the constant that the calculator uses. The check compares both with
the article, so neither can be changed alone: not the number in the article, and not the constant here.
"""

from dataclasses import dataclass

from .definition import ListItem, TableRow


@dataclass(frozen=True)
class HouseSection:
    """What stands under one heading of a house article."""

    article: str
    heading: str

    def row(self, name: str, text: str, *, says: str) -> TableRow:
        """A row of a table: its first cell, and its other cells joined by ` | `. `says` is what the calculator takes from it."""
        return TableRow(self.article, self.heading, name, text, says)

    def item(self, text: str, *, says: str) -> ListItem:
        """A list item, in its words without markup. `says` is what the calculator takes from it."""
        return ListItem(self.article, self.heading, text, says)


@dataclass(frozen=True)
class HouseArticle:
    """A house article, by the slug in its address."""

    slug: str

    def section(self, heading: str) -> HouseSection:
        """What stands under this heading, before the next one."""
        return HouseSection(self.slug, heading)


PROTOCOLS = HouseArticle("treatment-resistant-depression-protocols")
