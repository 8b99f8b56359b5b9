"""What stands around an article's text: who, when, for whom, and its picture."""

import datetime
import re
from dataclasses import dataclass
from html import unescape

from .articles import Article
from .edition import Edition
from .rendered import Rendered

_WORDS_A_MINUTE = 200
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True)
class Named:
    """Words with the address behind them; no address, no link."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Picture:
    """The article's picture: its address in the site and its words."""

    address: str
    words: str


@dataclass(frozen=True)
class ArticleFacts:
    """Everything the article's template prints besides the text."""

    article: Article
    author: Named
    category: Named
    audience: Named
    tags: tuple[Named, ...]
    crumbs: tuple[Named, ...]
    """The way from the home page to the article's category."""
    picture: Picture | None
    reading_minutes: int
    is_overdue: bool
    is_hidden: bool
    """A draft or an article of the future, seen only in the preview."""


def day(date: datetime.date) -> str:
    """A date as readers see it, the same in every language setting of the machine: 8 January 2026."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def article_facts(article: Article, edition: Edition) -> ArticleFacts:
    """The facts of one article."""
    taxonomy = edition.project.lists.taxonomy
    today = edition.project.today
    category = Named(taxonomy.categories.get(article.category or "", ""))
    return ArticleFacts(
        article=article,
        author=Named(article.author or ""),
        category=category,
        crumbs=(Named("Home", "."), category),
        audience=Named(taxonomy.audiences.get(article.audience or "", "")),
        tags=tuple(Named(taxonomy.tags[tag]) for tag in article.tags if tag in taxonomy.tags),
        picture=_picture(article, edition),
        reading_minutes=reading_minutes(edition.read(article)),
        is_overdue=article.is_overdue(today),
        is_hidden=not article.is_public(today),
    )


def reading_minutes(rendered: Rendered) -> int:
    """How long the text takes to read, at 200 words a minute, at least one."""
    words = sum(len(token.content.split()) for token in rendered.tokens if token.type == "inline")
    return max(1, round(words / _WORDS_A_MINUTE))


def _picture(article: Article, edition: Edition) -> Picture | None:
    if article.picture is None:
        return None
    address = article.picture.lstrip("/")
    file = edition.project.content / address
    if address not in edition.site.files or not file.is_file():
        return None
    return Picture(
        edition.site.files[address], svg_title(file.read_text("utf-8", "replace")) if file.suffix == ".svg" else ""
    )


def svg_title(svg: str) -> str:
    """What a drawing says it shows."""
    found = _TITLE.search(svg)
    return unescape(found[1]).strip() if found else ""
