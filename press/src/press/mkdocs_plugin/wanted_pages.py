"""The pages of articles and lists that a build has to make; all others are written as an earlier build has made them."""

from collections.abc import Iterator
from pathlib import Path

from ..content.listings import INDEX
from ..reading.kept_results import KEPT_PAGES, MOST_BYTES_OF_PAGES, KeptResults
from ..site.article_page import article_facts
from ..site.listing_page import row_of
from .build import Build
from .kept_pages import KeptPages, WantedPage, article_key, frame_digest, list_key, pages_of_nav
from .page_content import listing_head


def kept_pages(root: Path) -> KeptResults:
    """What builds of a project keep of pages."""
    return KeptResults(root / KEPT_PAGES, MOST_BYTES_OF_PAGES)


def unknown_pages(build: Build) -> set[str]:
    """Write the pages that are known; the source paths of the articles and lists that have to be made."""
    # The first page of all articles counts those of every other list.
    always = {INDEX, *pages_of_nav(build.config.nav)}
    kept = build.kept_pages = KeptPages(kept_pages(build.pages.site.project.root), build.written)
    wanted = [*_wanted(build)]
    known_to_mkdocs = always | (build.pages.site.articles.keys() - {one.page for one in wanted})
    return {*kept.unknown(one for one in wanted if one.page not in always)} | known_to_mkdocs


def _wanted(build: Build) -> Iterator[WantedPage]:
    site = build.pages.site
    # What only the desk's page prints changes with every text.
    extra = {name: value for name, value in build.config.extra.items() if name != "desk"}
    frame = frame_digest(build.config, site, extra, build.content)
    made = build.checks.made.made if build.checks and build.checks.made else {}
    for page, article in site.articles.items():
        if article.is_public(site.project.today):
            facts = article_facts(article, site, build.site_name)
            yield WantedPage(page, article.url, article_key(article, made.get(page), facts, frame))
    rows = {article.slug: row_of(article, site, "") for article in site.project.listed_articles}
    for page, listing in build.listings.items():
        yield WantedPage(page, listing.url, list_key(listing, rows, listing_head(listing), site, frame))
