"""Lists of articles: all of them, and by category, tag, audience and author."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..reading.ids import slug
from .articles import Article, newest_first
from .project import Project

ROOT = "articles/"
INDEX = "articles/index.md"


@dataclass(frozen=True)
class Listing:
    """One page that lists articles, newest first."""

    page: str
    """Its source path in the site, such as `articles/tags/trd.md`."""
    title: str
    about: str
    articles: tuple[Article, ...]

    @property
    def url(self) -> str:
        """Its address in the site."""
        return ROOT if self.page == INDEX else self.page.removesuffix(".md") + "/"


@dataclass(frozen=True)
class _Kind:
    """One way of sorting articles into lists."""

    folder: str
    title: str
    keys: Callable[[Article], tuple[str, ...]]
    words: Callable[[Project, str], str]


def _one(key: str | None) -> tuple[str, ...]:
    return (key,) if key else ()


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
)


def listings(project: Project) -> list[Listing]:
    """Every list with at least one article that readers may see."""
    listed = newest_first(project.listed_articles)
    everything = Listing(INDEX, "Guidance", "Everything published, newest first.", tuple(listed))
    return [everything, *_sorted(project, listed)] if listed else []


def _sorted(project: Project, listed: list[Article]) -> Iterator[Listing]:
    for kind in _KINDS:
        by_key: dict[str, list[Article]] = {}
        for article in listed:
            for key in kind.keys(article):
                by_key.setdefault(key, []).append(article)
        for key, articles in sorted(by_key.items(), key=lambda found: kind.words(project, found[0]).casefold()):
            words = kind.words(project, key)
            if words:
                about = project.lists.people[key].about if kind.folder == "authors" else ""
                yield Listing(page_of(kind.folder, key), kind.title.format(words), about, tuple(articles))


def page_of(folder: str, key: str) -> str:
    """The source path of the list of `key`: `("tags", "TRD")` is `articles/tags/trd.md`."""
    return f"articles/{folder}/{slug(key.replace('_', '-'))}.md"
