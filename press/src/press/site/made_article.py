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
class MadeArticle:
    """An article, made once."""

    rendered: RenderedPage
    citations: tuple[dict[str, Any], ...]
    """The works of its list of references, as search engines are told of them."""
    markdown: str
    """The file beside its page, for programs that read text."""
    searched: SearchRecord

    @property
    def digest(self) -> str:
        """The same for the same article, whenever it was made."""
        return digest(self.rendered, self.citations, self.markdown, self.searched)


def made_article(article: Article, pages: Pages, name: SiteName) -> MadeArticle:
    """Make an article of these pages, in a site of this name."""
    return MadeArticle(
        pages.article(article),
        tuple(map(citation, pages.site.parsed(article).references)),
        article_markdown(article, pages.site, name),
        search_record(searched_article_page(article, pages.site)),
    )
