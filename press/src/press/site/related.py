"""Which articles a reader of this one may want next: those that speak of the same things.

What two articles share is found by way of the things themselves, never by comparing each article with all others.
"""

import math

from ..content.articles import Article
from .site import Site

_MOST = 3
_COMMON = 100
"""A thing of which more articles speak says nothing about two of them."""
_SAME_CATEGORY = 1.25


def related(article: Article, site: Site) -> list[Article]:
    """Up to three listed articles that share most with this one; what few articles speak of weighs more."""
    nearness: dict[str, float] = {}
    others: dict[str, Article] = {}
    for subject in sorted(site.subjects(article)):
        sharing = site.articles_by_subject.get(subject, ())
        if len(sharing) > _COMMON:
            continue
        for other in sharing:
            if other.slug != article.slug:
                others[other.slug] = other
                nearness[other.slug] = nearness.get(other.slug, 0) + 1 / len(sharing)
    for slug, other in others.items():
        # A long article speaks of much, and would stand under every other.
        nearness[slug] /= math.sqrt(len(site.subjects(other)))
        nearness[slug] *= _SAME_CATEGORY if other.category == article.category else 1
    return sorted(others.values(), key=lambda other: (-nearness[other.slug], other.slug))[:_MOST]
