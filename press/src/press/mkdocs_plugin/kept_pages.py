"""Finished pages of articles and lists, kept from build to build.

A page is the same while what it holds, what stands around that, and the frame that the theme puts around all pages are the same.
Then MkDocs is not told of the page, and it is written as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import batched
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from ..checks.made_pages import Made
from ..content.articles import Article
from ..content.listings import INDEX, Listing
from ..content.people import FILE as PEOPLE
from ..content.taxonomy import FILE as TAXONOMY
from ..reading.digests import code_digest, digest, file_digest
from ..reading.kept_results import KeptResults
from ..site.article_page import ArticleFacts
from ..site.listing_page import Row
from ..site.recommendations_page import PAGE as RECOMMENDATIONS
from ..site.site import Site
from .page_content import PageContent, PageHead
from .written_site import WrittenSite

_AT_ONCE = 50
"""So many pages are held at once."""
_SETTINGS = (
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri",
    "extra_css", "extra_javascript", "use_directory_urls",
)  # fmt: skip
"""What the theme prints of mkdocs.yml besides `extra`, `nav` and its own."""


@dataclass(frozen=True)
class WantedPage:
    """A page of this build: its source path, its address, and the digest of all that it depends on."""

    page: str
    url: str
    key: str

    @property
    def address(self) -> str:
        """That of its file."""
        return f"{self.url}index.html"


@dataclass(frozen=True)
class KeptPages:
    """The finished pages of earlier builds."""

    kept: KeptResults
    written: WrittenSite
    _wanted: dict[str, WantedPage] = field(default_factory=dict)
    """The pages that are not known."""

    def unknown(self, wanted: Iterable[WantedPage]) -> Iterator[str]:
        """Put the pages that are known into the site; the source paths of those that are not."""
        missing = (one for one in wanted if not self.written.put_back(one.address, one.key))
        for some in batched(missing, _AT_ONCE, strict=False):
            found = self.kept.found(one.key for one in some)
            for one in some:
                if one.key in found:
                    self.written.write(one.address, found[one.key].encode(), one.key)
                else:
                    self._wanted[one.page] = one
                    yield one.page

    def keep(self, page: str, html: str) -> None:
        """Keep a page that was made, if it was one of those that were not known."""
        wanted = self._wanted.get(page)
        if wanted:
            self.kept.keep({wanted.key: html})
            self.written.promise(wanted.address, html.encode(), wanted.key)


def article_key(article: Article, made: Made | None, facts: ArticleFacts, frame: str) -> str:
    """Of the page of an article with these facts around what was made of it."""
    around = [getattr(facts, name) for name in facts.__dataclass_fields__ if name != "related"]
    # Of other articles what the page prints; the rest of them is nothing to it.
    related = [(other.url, other.title, other.excerpt) for other in facts.related]
    own = (article.source.path, article.source.data, made and made.page)
    return digest("article", frame, *own, around, related)


def list_key(listing: Listing, rows: Mapping[str, Row], head: PageHead, site: Site, frame: str) -> str:
    """Of one page of a list. `rows` has what is said of articles, by their slugs, with addresses as seen from the home page."""
    own = (listing.page, listing.list_page, listing.title, listing.about, listing.number, listing.pages, listing.total)
    others = (site.addresses.files.get(page, "") for page in (INDEX, RECOMMENDATIONS))
    return digest("list", frame, *own, *others, head, *(rows[article.slug] for article in listing.articles))


def frame_digest(
    config: MkDocsConfig, site: Site, extra: dict[str, Any], content_of: Callable[[str], PageContent | None]
) -> str:
    """Of all that the theme puts around a page, with what mkdocs.yml says under `extra` and what was added to it.

    `content_of` has pages by their source paths: their titles stand in the menu.
    """
    # The rest of the theme is installed, as its version says.
    own = Path(config.theme.custom_dir or config.docs_dir)
    templates = sorted(file for file in own.rglob("*") if file.is_file()) if config.theme.custom_dir else []
    content = site.project.content
    return digest(
        code_digest(),
        file_digest(Path(config.config_file_path or "")),
        *(repr(config.get(name)) for name in _SETTINGS),
        repr(sorted(extra.items())),
        repr(config.nav),
        repr(sorted((name, repr(value)) for name, value in config.theme.items())),
        *((page, _title(content_of(page))) for page in pages_of_nav(config.nav)),
        *(file_digest(content / name) for name in (PEOPLE, TAXONOMY)),
        *(part for file in templates for part in (file.relative_to(own).as_posix(), file_digest(file))),
    )


def pages_of_nav(nav: object) -> list[str]:
    """The source paths that the menu names."""
    match nav:
        case str():
            return [nav]
        case dict():
            return [page for below in nav.values() for page in pages_of_nav(below)]
        case list():
            return [page for below in nav for page in pages_of_nav(below)]
    return []


def _title(content: PageContent | None) -> object:
    return content and (content.head.meta.get("title"), content.rendered.title)
