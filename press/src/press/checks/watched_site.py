"""A site that notes what one page asks of it, so that a later run can tell whether the answers are still the same.

What is neither noted here nor among what every page depends on makes the findings unfit to be kept: a rule that begins to
ask for more is slower, never wrong.
"""

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from ketamine_calculators.definition import HousePassage

from ..content.articles import Article
from ..content.project import Project
from ..markdown.links import SiteMap, Target
from ..markdown.parsed_page import ParsedPage
from ..markdown.recommendations import Recommendation
from ..reading.style_rule import StyleRule
from ..site.docs_page import DocsPage
from ..site.pages import Pages
from ..site.rendered_page import RenderedPage
from ..site.site import Site
from .asked import Asked, addresses_digest, ids_digest, places_digest, recommended_digest, why_hidden
from .watched_day import watched_day


class WatchedAddresses(SiteMap):
    """The addresses of the site, with what each page asks of them."""

    def __init__(self, addresses: SiteMap) -> None:
        super().__init__(addresses.files, addresses.aliases)
        self.asked: dict[str, Asked] = {}
        self.digest = addresses_digest(addresses)

    def of(self, page: str) -> Asked:
        """What a page asks, from now on."""
        return self.asked.setdefault(page, Asked(self.digest))

    def url_of(self, source: str, from_page: str) -> str:
        """As in a site map."""
        url = super().url_of(source, from_page)
        self.of(from_page).urls[source] = url
        return url

    def target(self, written: str, from_page: str, *, picture: bool = False) -> Target:
        """As in a site map."""
        target = super().target(written, from_page, picture=picture)
        self.of(from_page).targets[written, picture] = target
        return target


class WatchedProject:
    """A project as one page sees it."""

    def __init__(self, project: Project, asked: Asked) -> None:
        self._project = project
        self._asked = asked
        self.today = watched_day(project.today, asked)
        self.style: tuple[StyleRule, ...] = project.style

    def __getattr__(self, name: str) -> Any:
        self._asked.is_all = False
        return getattr(self._project, name)


class WatchedArticle:
    """Another article as one page sees it: whether readers see it, and why not."""

    def __init__(self, article: Article, site: Site, asked: Asked) -> None:
        self._article = article
        self._site = site
        self._asked = asked

    def why_hidden(self, today: datetime.date) -> str:
        """As of an article; `today` is that of the project."""
        why = self._asked.hidden[self._article.page] = why_hidden(self._article.page, self._site)
        return why or ""

    def why_unseen(self, today: datetime.date) -> str:
        """As of an article, alike."""
        why = self._asked.unseen[self._article.page] = self._article.why_unseen(self._site.project.today)
        return why

    def __getattr__(self, name: str) -> Any:
        self._asked.is_all = False
        return getattr(self._article, name)


class WatchedArticles:
    """All articles by the source path of their page, as one page sees them."""

    def __init__(self, site: Site, asked: Asked) -> None:
        self._site = site
        self._asked = asked

    def __contains__(self, page: object) -> bool:
        self._asked.hidden[str(page)] = why = why_hidden(str(page), self._site)
        return why is not None

    def __getitem__(self, page: str) -> Article:
        self._asked.is_all = False
        return self._site.articles[page]

    def get(self, page: str) -> WatchedArticle | None:
        """As of a mapping."""
        article = self._site.articles.get(page)
        self._asked.hidden[page] = why_hidden(page, self._site)
        return WatchedArticle(article, self._site, self._asked) if article else None

    def __getattr__(self, name: str) -> Any:
        self._asked.is_all = False
        return getattr(self._site.articles, name)


class WatchedPlaces:
    """For each calculator the articles that place it, as one page sees them."""

    def __init__(self, site: Site, asked: Asked) -> None:
        self._site = site
        self._asked = asked

    def get(self, calculator: str, default: Sequence[tuple[Article, int]]) -> Sequence[tuple[Article, int]]:
        """As of a mapping."""
        places = self._site.placed_in.get(calculator, default)
        self._asked.placed_in[calculator] = places_digest(places)
        return places


class WatchedIds(Collection[str]):
    """What can be linked to on a page, as another page sees it."""

    def __init__(self, page: str, ids: Collection[str], asked: Asked) -> None:
        self._page = page
        self._ids = ids
        self._asked = asked

    def __contains__(self, place: object) -> bool:
        there = self._asked.places[self._page, str(place)] = place in self._ids
        return there

    def __iter__(self) -> Iterator[str]:
        self._asked.ids[self._page] = ids_digest(self._ids)
        return iter(self._ids)

    def __len__(self) -> int:
        self._asked.ids[self._page] = ids_digest(self._ids)
        return len(self._ids)


_OF_EVERY_PAGE = frozenset({"facts", "references", "glossary"})
"""What of a site is among what every page depends on."""
_OF_EVERY_MADE_PAGE = frozenset(
    {"recalls", "withdrawn_sources", "calculator_reviews", "hazards", "changes", "house_value_users", "retired_ids"}
)
"""What besides is among what every page depends on that is made, and not only checked."""
_BY_ADDRESSES = frozenset({"glossary_links", "calculator_url"})
"""What asks of a site nothing but addresses, which note that themselves, and what every page depends on."""


class WatchedSite:
    """A site as one page sees it."""

    def __init__(self, site: Site, asked: Asked, own: str, *, made: bool) -> None:
        """`made` says that the page is made as well as checked."""
        self._site = site
        self._asked = asked
        self._own = own
        self._free = _OF_EVERY_PAGE | (_OF_EVERY_MADE_PAGE | _BY_ADDRESSES if made else frozenset())
        self.project = WatchedProject(site.project, asked)
        self.articles = WatchedArticles(site, asked)
        self.addresses: SiteMap = site.addresses
        self.placed_in = WatchedPlaces(site, asked)

    def parsed(self, article: Article) -> ParsedPage:
        """As of a site. Of another page than its own too much could be asked to be noted."""
        self._asked.is_all = self._asked.is_all and article.page == self._own
        return self._site.parsed(article)

    def passage_url(self, passage: HousePassage, page: str) -> str | None:
        """As of a site."""
        url = self._site.passage_url(passage, page)
        self._asked.is_all = self._asked.is_all and page == self._own
        self._asked.passages[passage] = url
        return url

    def size_of_picture(self, source: str) -> tuple[int, int] | None:
        """As of a site."""
        size = self._asked.sizes[source] = self._site.size_of_picture(source)
        return size

    @property
    def recommended(self) -> Sequence[tuple[Article, tuple[Recommendation, ...]]]:
        """As of a site."""
        self._asked.recommended = recommended_digest(self._site)
        return self._site.recommended

    def docs_page(self, page: str) -> DocsPage | None:
        """As of a site, and noted alike."""
        self._asked.is_all = self._asked.is_all and page == self._own
        return self._site.docs_page(page)

    def __getattr__(self, name: str) -> Any:
        self._asked.is_all = self._asked.is_all and name in self._free
        return getattr(self._site, name)


@dataclass(frozen=True)
class _Rendering(Pages):
    """Makes pages of a watched site, and asks for what can be linked to on others by a way that is noted."""

    ids_of_pages: Callable[[str], Collection[str] | None] = field(kw_only=True)

    def ids(self, page: str) -> Collection[str] | None:
        """As of pages."""
        return self.ids_of_pages(page)


class WatchedPages:
    """The pages of a site as one page sees them."""

    def __init__(self, pages: Pages, asked: Asked, own: str, *, made: bool) -> None:
        self._pages = pages
        self._asked = asked
        self.site = WatchedSite(pages.site, asked, own, made=made)
        self._rendering = _Rendering(cast(Site, self.site), pages.forms, ids_of_pages=self.ids)

    def ids(self, page: str) -> Collection[str] | None:
        """As of pages."""
        ids = self._pages.ids(page)
        self._asked.pages[page] = ids is not None
        return None if ids is None else WatchedIds(page, ids, self._asked)

    def article(self, article: Article) -> RenderedPage:
        """As of pages."""
        return self._rendering.article(article)

    def docs(self, docs: DocsPage) -> RenderedPage:
        """As of pages."""
        return self._rendering.docs(docs)

    def __getattr__(self, name: str) -> Any:
        self._asked.is_all = False
        return getattr(self._pages, name)


def watched(pages: Pages, asked: Asked, own: str, *, made: bool) -> Pages:
    """The pages, with what the page `own` asks of them and of their site noted. The site's addresses note by themselves.

    `made` says that `own` is made as well as checked: then it depends on more in any case.
    """
    return cast(Pages, WatchedPages(pages, asked, own, made=made))
