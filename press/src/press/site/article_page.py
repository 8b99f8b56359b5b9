"""What an article's page shows around the text: who, when, for whom, its picture, and where to go from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ketamine_calculators import find
from ketamine_calculators.errors import UnknownCalculator

from ..content.articles import Article
from ..content.listings import INDEX, page_of
from .citation_export import CitedArticle, cited_article
from .json_ld import medical_web_page, script_text
from .related import related
from .site import CALCULATOR_PAGES, Site

_WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class Named:
    """Words with the address behind them, as seen from the root of the site; no address, no link."""

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
    calculators: tuple[Named, ...]
    related: tuple[Article, ...]
    citation: CitedArticle | None


@dataclass(frozen=True)
class SiteName:
    """The site's name and its address, which ends in a slash."""

    words: str
    url: str


def article_facts(article: Article, site: Site, name: SiteName) -> ArticleFacts:
    """The facts of one article."""
    project = site.project
    taxonomy = project.lists.taxonomy

    def listed(words: str, folder: str, key: str | None) -> Named:
        return Named(words, site.addresses.files.get(page_of(folder, key), "") if key else "")

    category = listed(taxonomy.categories.get(article.category or "", ""), "categories", article.category)
    outline = site.outline(article)
    return ArticleFacts(
        author=listed(article.author or "", "authors", article.author),
        category=category,
        audience=listed(taxonomy.audiences.get(article.audience or "", ""), "audiences", article.audience),
        tags=tuple(listed(taxonomy.tags[tag], "tags", tag) for tag in article.tags if tag in taxonomy.tags),
        crumbs=(Named("Home", "."), Named("Guidance", site.addresses.files.get(INDEX, "")), category),
        picture=picture_of(article, site),
        reading_minutes=reading_minutes(outline.word_count),
        is_overdue=article.is_overdue(project.today),
        is_hidden=not article.is_public(project.today),
        calculators=_calculators(outline.calculators, site),
        related=tuple(related(article, site)),
        citation=None if article.is_for_patients else cited_article(article, name.words, name.url),
    )


def article_json_ld(article: Article, site: Site, name: SiteName, citations: Sequence[Mapping[str, Any]]) -> str:
    """What search engines are told of an article with these works in its list, as text of a script element."""
    return script_text(medical_web_page(article, site.project.lists.taxonomy, citations, name.words, name.url))


def _calculators(ids: Iterable[str], site: Site) -> tuple[Named, ...]:
    """The calculators set into the text, each once, in their order."""
    found: dict[str, Named] = {}
    for id in ids:
        try:
            calculator = find(id)
        except UnknownCalculator:
            continue  # the check reports it
        page = f"{CALCULATOR_PAGES}{calculator.slug}.md"
        found[calculator.id] = Named(calculator.title, site.addresses.files.get(page, ""))
    return tuple(found.values())


def reading_minutes(word_count: int) -> int:
    """How long so many words take to read, at 200 a minute, at least one."""
    return max(1, round(word_count / _WORDS_A_MINUTE))


def picture_of(article: Article, site: Site) -> Picture | None:
    """The article's picture, if the file is there."""
    if article.picture is None:
        return None
    address = article.picture.lstrip("/")
    file = site.project.content / address
    if address not in site.addresses.files or not file.is_file():
        return None
    return Picture(site.addresses.files[address], site.words_of_drawing(address) if file.suffix == ".svg" else "")
