"""The passages of house articles that calculators rest on, found by their exact words."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from ketamine_calculators.definition import Calculator, HousePassage, TableRow

from ..markdown.parsed_page import ParsedPage
from ..markdown.passages import ArticlePassage


def found(declared: HousePassage, page: ParsedPage) -> ArticlePassage | None:
    """The passage of the article with exactly the declared words."""
    return next(iter(_near(declared, page.passages_by_text.get(declared.text, ()))), None)


def resting(
    calculators: Iterable[Calculator[Any, Any]], article: str, page: ParsedPage
) -> dict[str, list[Calculator[Any, Any]]]:
    """The calculators that rest on each passage of an article, by the passage's id; `article` is its slug."""
    resting_on: dict[str, list[Calculator[Any, Any]]] = {}
    for calculator in calculators:
        for declared in calculator.house:
            there = found(declared, page) if declared.article == article else None
            if there is not None and calculator not in resting_on.setdefault(there.id, []):
                resting_on[there.id].append(calculator)
    return resting_on


def closest(declared: HousePassage, passages: Sequence[ArticlePassage]) -> ArticlePassage | None:
    """The passage of the article that most likely replaces one that has changed; None when none is like it."""
    near = _near(declared, passages)
    if isinstance(declared, TableRow):
        return near[0] if near else None
    best = max(near, key=lambda passage: _likeness(declared.text, passage.text), default=None)
    return best if best is not None and _likeness(declared.text, best.text) > 0.5 else None


def _near(declared: HousePassage, passages: Sequence[ArticlePassage]) -> list[ArticlePassage]:
    """Rows of the same name, or items, under the same heading."""
    here = [passage for passage in passages if passage.section == declared.section]
    if isinstance(declared, TableRow):
        return [passage for passage in here if passage.is_row and passage.cells[0] == declared.row]
    return [passage for passage in here if not passage.is_row]


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
