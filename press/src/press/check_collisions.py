"""Two things that want the same address."""

from collections.abc import Iterator

from .articles import Article
from .edition import Edition
from .problems import Problem

# Addresses below /articles/ that listings and feeds take.
RESERVED = frozenset({"index", "authors", "audiences", "categories", "feed", "tags", "all"})


def problems(edition: Edition) -> Iterator[Problem]:
    """Slugs, earlier addresses and pages that stand in each other's way."""
    first: dict[str, Article] = {}
    for article in edition.project.articles:
        line, column = article.front_matter.place("slug")
        if article.slug in RESERVED:
            yield article.source.problem(
                line,
                column,
                "address",
                f'"{article.slug}" is the address of a list of articles.',
                "Choose another slug.",
            )
        elif article.slug in first:
            yield article.source.problem(
                line,
                column,
                "address",
                f'The slug "{article.slug}" is taken by {first[article.slug].source.path}.',
                "Choose another slug.",
            )
        else:
            first[article.slug] = article
    yield from _redirects(edition)


def _redirects(edition: Edition) -> Iterator[Problem]:
    taken = {"/" + url.strip("/") + "/": source for source, url in edition.site.files.items()}
    claimed: dict[str, Article] = {}
    for article in edition.project.articles:
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
            elif old in claimed:
                yield article.source.problem(
                    line,
                    column,
                    "address",
                    f"{old} leads to {claimed[old].source.path} already.",
                    "Keep it in one of the two.",
                )
            claimed[old] = article
