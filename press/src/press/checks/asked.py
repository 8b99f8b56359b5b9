"""What one page asks of the site around it, each question with its answer: so a later run knows whether they still hold."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ketamine_calculators.definition import HousePassage

from ..content.articles import Article
from ..markdown.links import SiteMap, Target
from ..reading.digests import digest
from ..site.pages import Pages
from ..site.site import Site
from .watched_day import COMPARISONS


@dataclass
class Asked:
    """What was asked of the site around a page, each question with its answer."""

    addresses: str = ""
    """The digest of all addresses. While they are the same, so are the answers to what was asked of them."""
    targets: dict[tuple[str, bool], Target] = field(default_factory=dict)
    """Links and pictures, as they are written."""
    urls: dict[str, str] = field(default_factory=dict)
    """Pages by their source paths."""
    pages: dict[str, bool] = field(default_factory=dict)
    """Whether it is known what can be linked to on a page."""
    places: dict[tuple[str, str], bool] = field(default_factory=dict)
    """Whether a page has a place that can be linked to."""
    ids: dict[str, str] = field(default_factory=dict)
    """The digest of all such places of a page, where they were looked through."""
    hidden: dict[str, str | None] = field(default_factory=dict)
    """Why an article is hidden from readers, by its page; None where there is no such article."""
    unseen: dict[str, str] = field(default_factory=dict)
    """Why readers do not see the text of an article, by its page."""
    placed_in: dict[str, str] = field(default_factory=dict)
    """The digest of the articles that place a calculator, by its id."""
    passages: dict[HousePassage, str | None] = field(default_factory=dict)
    """The addresses of passages that calculators rest on."""
    sizes: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    """The sizes of pictures, by their source paths."""
    recommended: str | None = None
    """The digest of all recommendations, where they were looked through."""
    days: dict[tuple[str, datetime.date], bool] = field(default_factory=dict)
    """How today compares with days."""
    today: datetime.date | None = None
    """The day itself, where more was asked than comparisons."""
    is_all: bool = True
    """Whether nothing else was asked."""

    def holds(self, page: str, pages: Pages, addresses: str) -> bool:
        """Whether the site of these pages answers every question of `page` as it did. `addresses` is the digest of its own."""
        site, today = pages.site, pages.site.project.today
        return (
            (self.addresses == addresses or self._leads_where_it_did(page, site))
            and self.today in (None, today)
            and all(COMPARISONS[sign](today, day) == answer for (sign, day), answer in self.days.items())
            and all(places_digest(site.placed_in.get(id, ())) == known for id, known in self.placed_in.items())
            and all(site.passage_url(passage, page) == url for passage, url in self.passages.items())
            and all(why_hidden(other, site) == why for other, why in self.hidden.items())
            and all(site.articles[other].why_unseen(today) == why for other, why in self.unseen.items())
            and all(site.size_of_picture(source) == size for source, size in self.sizes.items())
            and (self.recommended is None or self.recommended == recommended_digest(site))
            and all((pages.ids(other) is not None) is known for other, known in self.pages.items())
            and all((place in (pages.ids(other) or ())) is there for (other, place), there in self.places.items())
            and all(ids_digest(pages.ids(other) or ()) == ids for other, ids in self.ids.items())
        )

    def _leads_where_it_did(self, page: str, site: Site) -> bool:
        return all(site.addresses.url_of(source, page) == url for source, url in self.urls.items()) and all(
            site.addresses.target(written, page, picture=picture) == target
            for (written, picture), target in self.targets.items()
        )


def addresses_digest(addresses: SiteMap) -> str:
    """Of all that the answers to questions about addresses depend on."""
    return digest(repr(addresses.files), repr(addresses.aliases))


def why_hidden(page: str, site: Site) -> str | None:
    """Why readers do not see an article, by its page; None where there is none."""
    article = site.articles.get(page)
    return article.why_hidden(site.project.today) if article else None


def places_digest(places: Sequence[tuple[Article, int]]) -> str:
    """Of what the page of a calculator says of the articles that place it."""
    return digest(*((article.page, article.title, number) for article, number in places))


def recommended_digest(site: Site) -> str:
    """Of what the page of all recommendations says of articles."""
    return digest(*((article.slug, article.title, article.url, found) for article, found in site.recommended))


def ids_digest(ids: Collection[str]) -> str:
    """Of all that can be linked to on a page."""
    return digest("\n".join(sorted(ids)))
