"""Our protocol binds calculators: when a passage one rests on changes, somebody must look at both."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import Calculator, HousePassage, TableRow

from ..content.articles import Article
from ..reading.problems import Problem
from ..site.house_passages import closest, found
from ..site.pages import Pages
from ..site.site import Site
from .passage_source import declared_at
from .quantity import quantities_in

_ASK = "Tell whoever looks after the calculators:"


def problems(pages: Pages, slugs: Collection[str] | None = None) -> Iterator[Problem]:
    """Every passage of every calculator, compared with the articles as they are; or those of some articles."""
    site = pages.site
    for calculator in every():
        gone: set[str] = set()
        for declared in calculator.house:
            if (slugs is None or declared.article in slugs) and declared.article not in gone:
                article = site.articles.get(f"articles/{declared.article}.md")
                if article is None or article.withdrawn or article.draft:
                    gone.add(declared.article)
                if article is not None and article.withdrawn:
                    yield _withdrawn(calculator, declared, article, site)
                elif article is not None and article.draft:
                    yield _draft(calculator, declared, article, site)
                else:
                    yield from _one(calculator, declared, site)


def articles() -> frozenset[str]:
    """The slugs of all articles that calculators rest on."""
    return frozenset(declared.article for calculator in every() for declared in calculator.house)


def _withdrawn(calculator: Calculator[Any, Any], declared: HousePassage, article: Article, site: Site) -> Problem:
    """No error: the article must go at once, and the calculator says so to readers. Reported once for each calculator."""
    place = _place(calculator, declared, site)
    return article.source.problem(
        *article.front_matter.place("withdrawnAt"),
        "protocol",
        f'The calculator "{calculator.title}" takes numbers from this article, and it is withdrawn: '
        f"its form tells readers so ({place}).",
        f"{_ASK} it needs a review, and may no longer quote what stands here.",
        "warning",
    )


def _draft(calculator: Calculator[Any, Any], declared: HousePassage, article: Article, site: Site) -> Problem:
    """The passage may still be in the file, but no reader can find it: reported once for each calculator."""
    place = _place(calculator, declared, site)
    return article.source.problem(
        *article.front_matter.place("draft"),
        "protocol",
        f'The calculator "{calculator.title}" rests on this article, and it is a draft: '
        f"readers could not find its source ({place}).",
        "Publish it. To take the article from readers, and tell those of the calculator as well, "
        f"choose Withdraw at the desk (press withdraw {article.slug} --reason …).",
    )


def _place(calculator: Calculator[Any, Any], declared: HousePassage, site: Site) -> str:
    """The file and line in which a calculator declares a passage."""
    file, line = declared_at(calculator, declared)
    return f"{site.project.shown(file)}, line {line}"


def _one(calculator: Calculator[Any, Any], declared: HousePassage, site: Site) -> Iterator[Problem]:
    article = site.articles.get(f"articles/{declared.article}.md")
    if article is not None and found(declared, site.parsed(article)):
        return
    file, line = declared_at(calculator, declared)
    place = _place(calculator, declared, site)
    if article is None:
        yield Problem(
            site.project.shown(file),
            line,
            1,
            "protocol",
            f'The calculator "{calculator.title}" rests on the article "{declared.article}", and there is no such article.',
            "Correct the name in the calculator, or bring the article back.",
        )
        return
    now = closest(declared, site.parsed(article).passages)
    what = f'row "{declared.row}"' if isinstance(declared, TableRow) else "list item"
    if now is None:
        if not _is_first(declared, calculator):
            return
        heading = next((h for h in site.parsed(article).headings if h.text == declared.section), None)
        yield article.source.problem(
            heading.line if heading else article.source.body_line,
            1,
            "protocol",
            f'The {what} under "{declared.section}" is gone, and the calculator "{calculator.title}" rests on it. '
            f'It said: "{declared.text}" ({place}).',
            f"Put it back. If it is to go, {_ASK.lower()} it needs a review, and must rest on something else.",
        )
        return
    yield article.source.problem(
        now.line,
        1,
        "protocol",
        f'The {what} and the calculator "{calculator.title}" differ on {declared.says}: the article says '
        f'"{now.text}", the calculator rests on "{declared.text}" ({place}).',
        f"If the article is right, {_ASK.lower()} it needs a review, and must say the same{_search(declared.text, now.text)}. "
        "If not, restore the text here.",
    )


def _search(before: str, now: str) -> str:
    """How to find the first number that the calculator has and the article has no longer; empty where words have changed."""
    kept = set(quantities_in(now))
    gone = next((quantity for quantity in quantities_in(before) if quantity not in kept), None)
    return f' (press where "{gone}" names every place of the old number)' if gone else ""


def _is_first(declared: HousePassage, calculator: Calculator[Any, Any]) -> bool:
    """Whether no earlier passage of the calculator has the same words; it may rest on one for two reasons."""
    words = replace(declared, says="")
    return next(passage for passage in calculator.house if replace(passage, says="") == words) is declared
