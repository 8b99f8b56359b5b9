"""Lists of articles: all of them, and by category, tag, audience, author and year. A long list has several pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..reading.ids import slug
from .articles import Article, newest_first
from .project import Project

ROOT = "articles/"
INDEX = "articles/index.md"
ARTICLES_ON_A_PAGE = 24


@dataclass(frozen=True)
class Listing:
    """One page of a list of articles, newest first."""

    list_page: str
    """The source path of the first page of its list, such as `articles/tags/trd.md`."""
    title: str
    about: str
    articles: tuple[Article, ...]
    """Those that this page shows."""
    number: int
    """Which page of the list this is, counted from 1."""
    pages: int
    total: int
    """How many articles the whole list has."""

    @property
    def page(self) -> str:
        """Its source path in the site."""
        return self.page_numbered(self.number)

    @property
    def url(self) -> str:
        """Its address in the site."""
        return self.url_numbered(self.number)

    def page_numbered(self, number: int) -> str:
        """The source path of a page of the same list."""
        return self.list_page if number == 1 else f"{_folder_of(self.list_page)}page/{number}.md"

    def url_numbered(self, number: int) -> str:
        """The address of a page of the same list."""
        folder = _folder_of(self.list_page)
        return folder if number == 1 else f"{folder}page/{number}/"


def _folder_of(page: str) -> str:
    return ROOT if page == INDEX else page.removesuffix(".md") + "/"


@dataclass(frozen=True)
class _Kind:
    """One way of sorting articles into lists."""

    folder: str
    title: str
    keys: Callable[[Article], tuple[str, ...]]
    words: Callable[[Project, str], str]


def _one(key: str | None) -> tuple[str, ...]:
    return (key,) if key else ()


def _year(article: Article) -> tuple[str, ...]:
    return (str(article.published.year),) if article.published else ()


_KINDS = (
    _Kind("categories", "{}", lambda a: _one(a.category), lambda p, key: p.lists.taxonomy.categories.get(key, "")),
    _Kind("tags", "Tag: {}", lambda a: a.tags, lambda p, key: p.lists.taxonomy.tags.get(key, "")),
    _Kind(
        "audiences",
        "For {}",
        lambda a: _one(a.audience),
        lambda p, key: p.lists.taxonomy.audiences.get(key, "").lower(),
    ),
    _Kind("authors", "{}", lambda a: _one(a.author), lambda p, key: key if key in p.lists.people else ""),
    _Kind("years", "Published in {}", _year, lambda p, key: key),
)


def listings(project: Project) -> list[Listing]:
    """Every page of every list with at least one article that readers may see."""
    listed = newest_first(project.listed_articles)
    if not listed:
        return []
    return [*_paged(INDEX, "Guidance", "Everything published, newest first.", listed), *_sorted(project, listed)]


def _paged(page: str, title: str, about: str, articles: Sequence[Article]) -> Iterator[Listing]:
    starts = range(0, len(articles), ARTICLES_ON_A_PAGE)
    for number, start in enumerate(starts, start=1):
        shown = tuple(articles[start : start + ARTICLES_ON_A_PAGE])
        yield Listing(page, title, about, shown, number, len(starts), len(articles))


def _sorted(project: Project, listed: list[Article]) -> Iterator[Listing]:
    for kind in _KINDS:
        by_key: dict[str, list[Article]] = {}
        for article in listed:
            for key in kind.keys(article):
                by_key.setdefault(key, []).append(article)
        if kind.folder == "years" and len(by_key) == 1:
            # It would be the list of everything once more.
            continue
        by_words = sorted(by_key.items(), key=lambda found: kind.words(project, found[0]).casefold())
        for key, articles in reversed(by_words) if kind.folder == "years" else by_words:
            words = kind.words(project, key)
            if words:
                about = project.lists.people[key].about if kind.folder == "authors" else ""
                yield from _paged(page_of(kind.folder, key), kind.title.format(words), about, articles)


def page_of(folder: str, key: str) -> str:
    """The source path of the list of `key`: `("tags", "TRD")` is `articles/tags/trd.md`."""
    return f"articles/{folder}/{slug(key.replace('_', '-'))}.md"
