"""What a build makes of pages, kept on disk: the texts are many, and none of them is held."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..content.articles import Article
from ..reading.digests import digest
from ..reading.kept_results import KeptResults
from ..site.article_markdown import article_markdown
from ..site.article_page import SiteName
from ..site.docs_page import DocsPage
from ..site.made_page import MadeArticle, MadeDocs, made_article, made_docs, made_searched
from ..site.pages import Pages
from ..site.search_page import SearchRecord


@dataclass(frozen=True)
class Made:
    """What was made of a page, by digests: the same for the same, whenever it was made."""

    page: str
    markdown: str = ""
    """Of an article, the file beside its page, for programs that read text."""
    searched: str = ""
    """Of an article, what the search has of it."""


@dataclass(frozen=True)
class MadePages:
    """What is made of the pages of a site of this name."""

    kept: KeptResults
    name: SiteName
    made: dict[str, Made] = field(default_factory=dict)
    """By the source paths of pages."""

    def make_article(self, article: Article, pages: Pages) -> Made:
        """Make an article of these pages, and keep it."""
        page, searched = made_article(article, pages), made_searched(article, pages)
        markdown = article_markdown(article, pages.site, self.name)
        made = Made(digest(page), digest(markdown), digest(searched))
        self.kept.keep({made.page: page, made.markdown: markdown, made.searched: searched})
        return made

    def make_docs(self, docs: DocsPage, pages: Pages) -> Made:
        """Make a page of docs/, and keep it."""
        page = made_docs(docs, pages)
        made = Made(digest(page))
        self.kept.keep({made.page: page})
        return made

    def article(self, article: Article, pages: Pages) -> MadeArticle:
        """An article as it was made; made again from these pages if it was lost meanwhile."""
        known = self.made.get(article.page)
        found: MadeArticle | None = self._found(known.page) if known else None
        return found or made_article(article, pages)

    def markdown(self, article: Article, pages: Pages) -> str:
        """The file beside the page of an article, alike."""
        known = self.made.get(article.page)
        found: str | None = self._found(known.markdown) if known else None
        return found or article_markdown(article, pages.site, self.name)

    def searched(self, article: Article, pages: Pages) -> SearchRecord:
        """What the search has of an article, alike."""
        known = self.made.get(article.page)
        found = self.earlier_searched(known.searched) if known else None
        return found or made_searched(article, pages)

    def earlier_searched(self, key: str) -> SearchRecord | None:
        """What the search had of a page, by the digest of what was made; None when that is lost."""
        found = self._found(key)
        return found.searched if isinstance(found, MadeDocs) else found

    def docs(self, page: str, pages: Pages) -> MadeDocs | None:
        """A page of docs/ by its source path, alike; None for whatever is not written in Markdown there."""
        known = self.made.get(page)
        found: MadeDocs | None = self._found(known.page) if known else None
        if found:
            return found
        docs = pages.site.docs_page(page)
        return made_docs(docs, pages) if docs else None

    def _found(self, key: str) -> Any:
        found: Mapping[str, Any] = self.kept.found([key])
        return found.get(key)
