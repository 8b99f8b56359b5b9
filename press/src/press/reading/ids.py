"""Names of places in a page: headings, table rows and list items.

One function for the renderer and for the calculators' binding to the article, so that a link
made from a calculator always lands on the row it names.
"""

import re
import unicodedata
from functools import lru_cache

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What may stand in an address that an editor chooses."""
_DROPPED = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")
_WORDS_OF_AN_ITEM = 6
_REMEMBERED = 4096
"""Of so many texts the ids are remembered; the longest article has some seven hundred."""


@lru_cache(maxsize=_REMEMBERED)
def slug(text: str) -> str:
    """Words made into an id: lower case, hyphens, letters of any language kept.

    Whoever writes asks again and again for all rows and items but one.
    """
    kept = _DROPPED.sub("", unicodedata.normalize("NFKC", text)).strip().lower()
    return _GAPS.sub("-", kept).strip("-")


def heading_id(text: str) -> str:
    """The id of a heading; one without letters and figures is called `section`."""
    return slug(text) or "section"


def row_id(section: str, first_cell: str) -> str:
    """The id of a table row: its section's id and its first cell."""
    return "-".join(filter(None, ("row", section, slug(first_cell))))


def item_id(section: str, text: str) -> str:
    """The id of a list item: its section's id and its first words."""
    return "-".join(filter(None, ("item", section, *slug(text).split("-")[:_WORDS_OF_AN_ITEM])))


class Ids:
    """The ids of one page. A second use of an id gets -1, a third -2."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}

    def take(self, wanted: str, line: int) -> str:
        """`wanted`, or its first free variant; remembered with its line."""
        given, number = wanted, 0
        while given in self.lines:
            number += 1
            given = f"{wanted}-{number}"
        self.lines[given] = line
        return given
