"""All that a build writes of a page's own text. What stands around the text on the page depends on the rest of the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..content.articles import Article
from .docs_page import DocsPage
from .json_ld import citation
from .pages import Pages
from .rendered_page import RenderedPage
from .search_page import SearchRecord, search_record
from .search_pages import searched_article_page, searched_docs_page


@dataclass(frozen=True)
class MadeArticle:
    """What of an article's page is its own."""

    rendered: RenderedPage
    citations: tuple[dict[str, Any], ...]
    """The works of its list of references, as search engines are told of them."""


@dataclass(frozen=True)
class MadeDocs:
    """A page of docs/."""

    rendered: RenderedPage
    fields: Mapping[str, Any]
    """Its front matter."""
    searched: SearchRecord | None
    """None where the search leaves it out."""


def made_article(article: Article, pages: Pages) -> MadeArticle:
    """Make what is an article's own of its page."""
    return MadeArticle(pages.article(article), tuple(map(citation, pages.site.parsed(article).references)))


def made_searched(article: Article, pages: Pages) -> SearchRecord:
    """Make what the search has of an article."""
    return search_record(searched_article_page(article, pages.site))


def made_docs(docs: DocsPage, pages: Pages) -> MadeDocs:
    """Make a page of docs/."""
    searched = searched_docs_page(docs, pages)
    return MadeDocs(pages.docs(docs), docs.fields, search_record(searched) if searched else None)
