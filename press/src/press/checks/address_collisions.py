"""Addresses that collide: of articles, of lists and feeds, and earlier ones."""

from collections.abc import Iterator

from ..content.articles import Article
from ..reading.problems import Problem
from ..site.pages import Pages
from ..site.site import Site

# Addresses below /articles/ that listings and feeds take.
RESERVED = frozenset({"index", "authors", "audiences", "categories", "feed", "page", "tags", "years", "all"})

# The first part of addresses that the site itself needs, and for what. Folders, and files without their ending: many hosts
# answer /service-worker/ and /service-worker.js from the same place.
NEEDED = {
    "404": "the page that hosts show for an unknown address",
    "assets": "scripts and style sheets",
    "favicon": "the site's own sign",
    "feed": "feeds",
    "headers": "what hosts are told",
    "images": "pictures",
    "manifest": "what keeps the site offline",
    "offline": "what keeps the site offline",
    "robots": "what search engines are told",
    "schemas": "the fields of an article",
    "search": "the search",
    "service-worker": "what keeps the site offline",
    "sitemap": "the map of the site",
    "well-known": "what hosts and browsers are told",
}


def problems(pages: Pages) -> Iterator[Problem]:
    """Slugs that are taken or reserved, then earlier addresses that are taken."""
    site = pages.site
    by_slug: dict[str, list[Article]] = {}
    for article in site.project.articles:
        by_slug.setdefault(article.slug, []).append(article)
    for slug, articles in by_slug.items():
        for article in articles:
            line, column = article.front_matter.place("slug")
            if slug in RESERVED:
                message = f'"{slug}" is the address of a list of articles.'
                yield article.source.problem(line, column, "address", message, "Choose another slug.")
            for other in articles:
                if other is not article:
                    message = f'The slug "{slug}" is taken by {other.source.path}.'
                    yield article.source.problem(line, column, "address", message, "Choose another slug.")
    yield from _redirects(site)


def _redirects(site: Site) -> Iterator[Problem]:
    taken = {"/" + url.strip("/") + "/": source for source, url in site.addresses.files.items()}
    # Pages of docs/ lead from their earlier addresses too.
    taken |= site.earlier_docs
    claimed: dict[str, Article] = {}
    for article in site.project.articles:
        for old in article.redirect_from:
            line, column = article.front_matter.place("redirectFrom")
            if old in taken:
                yield article.source.problem(
                    line,
                    column,
                    "address",
                    f"{old} is the address of a page that exists.",
                    "Remove it from redirectFrom.",
                )
            elif needed := _needed(old):
                yield article.source.problem(
                    line, column, "address", f"{old} is kept for {needed}.", "Remove it from redirectFrom."
                )
            elif old in claimed:
                yield article.source.problem(
                    line,
                    column,
                    "address",
                    f"{old} leads to {claimed[old].source.path} already.",
                    "Keep it in one of the two.",
                )
            claimed[old] = article


def _needed(address: str) -> str:
    """What the site itself needs an address for; empty when it is free."""
    first, *below = address.strip("/").split("/")
    if first == "articles":
        return "lists of articles and feeds" if below and below[0] in RESERVED else ""
    return NEEDED.get(first, "")
