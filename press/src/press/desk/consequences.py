"""What follows when a row or item changes that a calculator rests on: which calculator, and what happens next."""

from collections.abc import Iterator
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator, HousePassage, TableRow

from ..checks.quantity import Quantity, quantities_in
from ..checks.where import lines_of_page
from ..content.articles import Article, article_of
from ..markdown.parser import parse
from ..markdown.passages import ArticlePassage
from ..reading.file_text import as_bytes
from ..reading.source_file import source_of
from ..site.house_passages import closest, found
from .workspace import Workspace

_MOST_MENTIONS = 40


def consequences(workspace: Workspace, path: str, text: str) -> list[dict[str, Any]]:
    """Every row and item of this article that a calculator quotes and that this text no longer has with the same words."""
    article = _article(workspace, path, text)
    if article is None:
        return []
    page = parse(
        article.source,
        addresses=workspace.site.addresses,
        page=article.page,
        passages=True,
        works=workspace.site.references.works,
    )
    seen: set[tuple[str, str, str, str]] = set()
    mentions: dict[Quantity | None, list[dict[str, Any]]] = {None: []}
    changed = []
    for calculator, declared in _resting(article):
        one = (calculator.id, declared.section, getattr(declared, "row", ""), declared.text)
        if one not in seen and not found(declared, page):
            seen.add(one)
            now = closest(declared, page.passages)
            gone = _gone(declared.text, now.text if now else "")
            if gone is not None and gone not in mentions:
                mentions[gone] = _mentions(gone, article, workspace)
            changed.append({**_consequence(calculator, declared, now), "mentions": mentions[gone]})
    return changed


def _article(workspace: Workspace, path: str, text: str) -> Article | None:
    file = workspace.file(path)
    if not file.is_relative_to(workspace.project.articles_folder) or file.suffix != ".md":
        return None
    return article_of(source_of(as_bytes(text), path), file, workspace.project.lists)


def _resting(article: Article) -> Iterator[tuple[Calculator[Any, Any], HousePassage]]:
    for calculator in every():
        yield from ((calculator, declared) for declared in calculator.house if declared.article == article.slug)


def _consequence(
    calculator: Calculator[Any, Any], declared: HousePassage, now: ArticlePassage | None
) -> dict[str, Any]:
    after = now.text if now else ""
    return {
        "calculator": calculator.id,
        "title": calculator.title,
        "address": f"/{calculator.folder}/{calculator.slug}/",
        "section": declared.section,
        "row": declared.row if isinstance(declared, TableRow) else "",
        "says": declared.says,
        "line": now.line if now else None,
        "before": declared.text,
        "after": after,
        "next": _next(calculator, declared, after),
    }


def _gone(before: str, after: str) -> Quantity | None:
    """The first number with a unit that is no longer there."""
    kept = set(quantities_in(after))
    return next((quantity for quantity in quantities_in(before) if quantity not in kept), None)


def _next(calculator: Calculator[Any, Any], declared: HousePassage, after: str) -> str:
    what = "row" if isinstance(declared, TableRow) else "item"
    changed = f"The {what} says “{after}” now" if after else f"The {what} is gone"
    return (
        f"{changed}, and the calculator {calculator.title} goes on with “{declared.text}”. The check stops this article until "
        f"both say the same, so that readers never get two answers. If the change is meant, hand it in and say there that "
        f"{calculator.title} has to be reviewed and changed with it: a maintainer changes the calculator, and both reach "
        f"readers together. If it is not meant, restore the {what}."
    )


def _mentions(quantity: Quantity, article: Article, workspace: Workspace) -> list[dict[str, Any]]:
    """The lines of other articles that say the old number, and may have to follow."""
    places = [
        {"path": place.path, "line": place.line, "text": place.text}
        for other in workspace.project.articles
        if other.file != article.file
        for place in lines_of_page(quantity, other.file, workspace.project)
    ]
    return places[:_MOST_MENTIONS]
