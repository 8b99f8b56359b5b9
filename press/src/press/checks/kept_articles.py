"""Articles as a build makes them, kept on disk: their texts are many, and none of them is held."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..content.articles import Article
from ..reading.kept_results import KeptResults
from ..site.article_page import SiteName
from ..site.made_article import MadeBeside, MadePage, digest_of, made_beside, made_page
from ..site.pages import Pages


@dataclass(frozen=True)
class Made:
    """What was made of an article, by digests."""

    page: str
    beside: str


@dataclass(frozen=True)
class KeptArticles:
    """The articles of a site of this name."""

    kept: KeptResults
    name: SiteName
    made: dict[str, Made] = field(default_factory=dict)
    """By the source paths of their pages."""

    def make(self, article: Article, pages: Pages) -> Made:
        """Make an article of these pages, and keep it."""
        page, beside = made_page(article, pages), made_beside(article, pages, self.name)
        made = Made(digest_of(page), digest_of(beside))
        self.kept.keep({made.page: page, made.beside: beside})
        return made

    def page(self, article: Article, pages: Pages) -> MadePage:
        """Its page as it was made; made again from these pages if it was lost meanwhile."""
        known = self.made.get(article.page)
        found: Mapping[str, MadePage] = self.kept.found([known.page]) if known else {}
        return found[known.page] if known and known.page in found else made_page(article, pages)

    def beside(self, article: Article, pages: Pages) -> MadeBeside:
        """What stands beside it, alike."""
        known = self.made.get(article.page)
        found: Mapping[str, MadeBeside] = self.kept.found([known.beside]) if known else {}
        return found[known.beside] if known and known.beside in found else made_beside(article, pages, self.name)
