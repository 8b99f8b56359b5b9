"""Which articles a reader of this one may want next: those that speak of the same things.

What two articles share is found by way of the things themselves, never by comparing each article with all others.
"""

import math
from heapq import nsmallest

from ..content.articles import Article
from .site import Site

_MOST = 3
_COMMON = 100
"""A thing of which more articles speak says nothing about two of them."""
_SAME_CATEGORY = 1.25


def related(article: Article, site: Site) -> list[Article]:
    """Up to three listed articles that share most with this one; what few articles speak of weighs more."""
    shared: dict[str, float] = {}
    for subject in site.subjects(article):
        sharing = site.slugs_by_subject.get(subject, ())
        if not 0 < len(sharing) <= _COMMON:
            continue
        share = 1 / len(sharing)
        for slug in sharing:
            shared[slug] = shared.get(slug, 0) + share
    shared.pop(article.slug, None)
    farness = ((-_nearness(article, site.listed[slug], worth, site), slug) for slug, worth in shared.items())
    return [site.listed[slug] for _, slug in nsmallest(_MOST, farness)]


def _nearness(article: Article, other: Article, shared: float, site: Site) -> float:
    """How near another article is by what it shares. A long one speaks of much, and would stand under every other."""
    nearness = shared / math.sqrt(len(site.subjects(other)))
    return nearness * _SAME_CATEGORY if other.category == article.category else nearness
