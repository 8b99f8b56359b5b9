"""What a page of MkDocs gets from press: its front matter, its HTML and its table of contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from mkdocs.structure.toc import TableOfContents, get_toc

from ..content.articles import Article
from ..content.listings import Listing
from ..markdown.parsed_page import Heading
from ..site.listing_page import listing_html
from ..site.made_page import MadeDocs
from ..site.rendered_page import RenderedPage
from ..site.site import Site


@dataclass(frozen=True)
class PageHead:
    """What MkDocs and the template are told of a page before its text is wanted."""

    meta: dict[str, Any]
    updated: str = ""
    """The day of the last change; the day of the build says nothing about a page."""


@dataclass(frozen=True)
class PageContent:
    """A page as press makes it."""

    rendered: RenderedPage
    head: PageHead
    json_ld: str = ""
    """What search engines are told of an article, as text of a script element."""

    @property
    def toc(self) -> TableOfContents:
        return get_toc(_nested(self.rendered.headings))


def listing_head(listing: Listing) -> PageHead:
    """Of a page of a list of articles."""
    days = [article.last_change for article in listing.articles if article.last_change]
    title = listing.title if listing.number == 1 else f"{listing.title}, page {listing.number}"
    meta = {"title": escape(title), "search": {"exclude": True}, "hide": ["navigation", "toc"]}
    return PageHead(meta, max(days).isoformat())


def listing_content(listing: Listing, site: Site) -> PageContent:
    """A page of a list of articles."""
    return PageContent(RenderedPage(listing_html(listing, site)), listing_head(listing))


def article_head(article: Article, calculators: Sequence[str]) -> PageHead:
    """Of an article that has these calculators in its text."""
    # The theme prints these as they are.
    meta: dict[str, Any] = {"title": escape(article.title), "description": escape(article.excerpt)}
    if article.author:
        meta["author"] = escape(article.author)
    if article.withdrawn is not None:
        meta["search"] = {"exclude": True}
    meta["calculators"] = () if article.withdrawn else tuple(calculators)
    return PageHead(meta, article.last_change.isoformat() if article.last_change else "")


def docs_content(docs: MadeDocs) -> PageContent:
    """A page of docs/."""
    meta = dict(docs.fields)
    if meta.get("calculator") or meta.get("worksheet"):
        meta.setdefault("hide", ["navigation"])  # the form needs the room
    meta["calculators"] = docs.rendered.calculators
    return PageContent(docs.rendered, PageHead(meta))


def _nested(headings: Sequence[Heading]) -> list[Any]:
    """Headings as the tree that MkDocs makes its table of contents from. Names are HTML there."""
    top: list[Any] = []
    open_above: list[tuple[int, list[Any]]] = [(0, top)]
    for heading in headings:
        while open_above[-1][0] >= heading.level:
            open_above.pop()
        below: list[Any] = []
        open_above[-1][1].append(
            {"level": heading.level, "id": heading.id, "name": escape(heading.text), "children": below}
        )
        open_above.append((heading.level, below))
    return top
