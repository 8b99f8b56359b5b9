"""What can be linked to on pages, known without parsing them."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from ..content.articles import Article
from ..site.pages import Pages


class TrustedIds(Collection[str]):
    """What can be linked to on a page that is read in this run, maybe by another process: every place that somebody names."""

    def __init__(self, looked_up: Callable[[], Collection[str]]) -> None:
        self._looked_up = looked_up

    def __contains__(self, place: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self._looked_up())

    def __len__(self) -> int:
        return len(self._looked_up())


@dataclass(frozen=True)
class PagesWithKeptIds(Pages):
    """Pages that need not parse an article to know what can be linked to on it."""

    kept_ids: Callable[[Article], Collection[str]] = field(kw_only=True)
    trusted: set[str] = field(default_factory=set, init=False, repr=False)
    """Articles by their page that are about to be read."""
    known_ids: dict[str, Collection[str]] = field(default_factory=dict, init=False, repr=False)
    """What can be linked to on pages that are checked."""
    _ids: dict[str, Collection[str] | None] = field(default_factory=dict, init=False, repr=False)

    def ids(self, page: str) -> Collection[str] | None:
        """As of pages."""
        if page in self.trusted and page not in self.site.memo.articles:
            return TrustedIds(lambda: self.ids_of(self.site.articles[page]))
        if page in self.known_ids:
            return self.known_ids[page]
        if page not in self._ids:
            article = self.site.articles.get(page)
            self._ids[page] = self.kept_ids(article) if article else super().ids(page)
        return self._ids[page]
