"""All that a build writes of an article's own text. What stands around the text on its page depends on the rest of the site."""

from dataclasses import dataclass
from typing import Any

from ..content.articles import Article
from ..reading.digests import digest
from .article_markdown import article_markdown
from .article_page import SiteName
from .json_ld import citation
from .pages import Pages
from .rendered_page import RenderedPage
from .search_page import SearchRecord, search_record
from .search_pages import searched_article_page


@dataclass(frozen=True)
class MadePage:
    """What of an article's page is its own."""

    rendered: RenderedPage
    citations: tuple[dict[str, Any], ...]
    """The works of its list of references, as search engines are told of them."""


@dataclass(frozen=True)
class MadeBeside:
    """What is made of an article besides its page."""

    markdown: str
    """The file beside its page, for programs that read text."""
    searched: SearchRecord


def made_page(article: Article, pages: Pages) -> MadePage:
    """Make what is an article's own of its page."""
    return MadePage(pages.article(article), tuple(map(citation, pages.site.parsed(article).references)))


def made_beside(article: Article, pages: Pages, name: SiteName) -> MadeBeside:
    """Make what stands beside the page, in a site of this name."""
    return MadeBeside(
        article_markdown(article, pages.site, name), search_record(searched_article_page(article, pages.site))
    )


def digest_of(made: MadePage | MadeBeside) -> str:
    """The same for the same, whenever it was made."""
    return digest(made)
