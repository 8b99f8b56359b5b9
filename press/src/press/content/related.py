"""Which articles a reader of this one may want next."""

from .articles import Article
from .project import Project

_MOST = 3


def related(article: Article, project: Project) -> list[Article]:
    """Up to three listed articles that share most with this one; rare tags weigh more than common ones."""
    listed = project.listed_articles
    count = {tag: sum(tag in other.tags for other in listed) for tag in article.tags}

    def nearness(other: Article) -> float:
        shared = sum(1 / count[tag] for tag in set(article.tags) & set(other.tags) if count[tag])
        return shared + 0.25 * (other.category == article.category)

    others = [other for other in listed if other.slug != article.slug and nearness(other) > 0]
    return sorted(others, key=lambda other: (-nearness(other), other.slug))[:_MOST]
