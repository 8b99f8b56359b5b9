"""Articles as a build makes them, kept on disk: their texts are many, and none of them is held."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..content.articles import Article
from ..reading.kept_results import KeptResults
from ..site.article_page import SiteName
from ..site.made_article import MadeArticle, made_article
from ..site.pages import Pages


@dataclass(frozen=True)
class KeptArticles:
    """The articles of a site of this name, each by the digest of what was made of it."""

    kept: KeptResults
    name: SiteName
    digests: dict[str, str] = field(default_factory=dict)
    """By the source paths of their pages."""

    def make(self, article: Article, pages: Pages) -> str:
        """Make an article of these pages, and keep it; its digest."""
        made = made_article(article, pages, self.name)
        self.kept.keep({made.digest: made})
        return made.digest

    def of(self, article: Article, pages: Pages) -> MadeArticle:
        """An article as it was made; made again from these pages if it was lost meanwhile."""
        known = self.digests.get(article.page, "")
        found: Mapping[str, MadeArticle] = self.kept.found([known]) if known else {}
        return found.get(known) or made_article(article, pages, self.name)
