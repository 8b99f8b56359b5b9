"""Recommendations as readers see them together: at the end of an article, and all of them on a page of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..content.articles import Article
from ..forms.form import markup
from ..markdown.links import relative_url
from ..markdown.parsed_page import Heading
from ..markdown.recommendations import CERTAINTIES, ORIGINS, STRENGTHS, Recommendation
from .site import Site

LIST_ID = "recommendations-in-this-article"
LIST_TITLE = "Recommendations in this article"
PAGE = "recommendations.md"


@dataclass(frozen=True)
class Group:
    """The recommendations of one article, whose address is as seen from the page that lists them."""

    article: Article
    url: str
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True)
class Choice:
    """A field of the filter: its name in the page, its label and its options by value."""

    name: str
    label: str
    options: dict[str, str]


def list_html(recommendations: Sequence[Recommendation]) -> str:
    """The list at the end of an article; nothing without a recommendation."""
    if not recommendations:
        return ""
    return str(markup("recommendations-of-article.html", id=LIST_ID, title=LIST_TITLE, recommendations=recommendations))


def all_html(site: Site, from_page: str) -> str:
    """All recommendations by article, with a filter."""
    groups = groups_of(site, site.addresses.files.get(from_page, ""))
    found = [recommendation for group in groups for recommendation in group.recommendations]
    given = {origin for recommendation in found for origin in recommendation.mark.origins}
    choices = [
        Choice("strength", "Strength", _used(STRENGTHS, {one.mark.strength for one in found})),
        Choice("certainty", "Certainty", _used(CERTAINTIES, {one.mark.certainty for one in found})),
        Choice("origin", "Origin", _used(ORIGINS, given)),
        Choice("article", "Article", {group.article.slug: group.article.title for group in groups}),
    ]
    return str(markup("recommendations.html", groups=groups, choices=choices, count=len(found)))


def groups_of(site: Site, from_url: str) -> list[Group]:
    """Every article with recommendations, by title."""
    return [Group(article, relative_url(article.url, from_url), found) for article, found in site.recommended]


def recommendation_headings(site: Site) -> list[Heading]:
    """The headings of the page of all recommendations, for its contents."""
    return [Heading(2, group.article.slug, group.article.title, 0) for group in groups_of(site, "")]


def _used(known: Sequence[str], used: set[str]) -> dict[str, str]:
    return {word: word[0].upper() + word[1:] for word in known if word in used}
