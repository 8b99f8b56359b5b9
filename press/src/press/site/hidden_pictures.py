"""Pictures that belong to articles which readers may not see yet: they are kept back with them."""

from collections.abc import Iterator

from ..content.articles import Article
from .site import Site
from .site_map import picture_source


def hidden_pictures(site: Site) -> frozenset[str]:
    """The source paths of pictures that only hidden articles show, or that are named as one. A page may show them anew."""
    today = site.project.today
    hidden = [article for article in site.project.articles if not article.is_public(today)]
    slugs = {article.slug for article in hidden}
    theirs = {picture for article in hidden for picture in _shown_by(article, site)}
    for file in site.project.pictures():
        if file.stem in slugs:
            theirs.add(picture_source(file, site.project))
    return frozenset(theirs - set(_shown_to_readers(site))) if theirs else frozenset()


def _shown_by(article: Article, site: Site) -> Iterator[str]:
    if article.picture:
        yield article.picture.lstrip("/")
    if article.withdrawn is None:
        yield from site.outline(article).linked_pages


def _shown_to_readers(site: Site) -> Iterator[str]:
    for article in site.project.public_articles:
        yield from _shown_by(article, site)
    for page in site.addresses.files:
        if docs := site.docs_page(page):
            yield from (link.target.page for link in docs.parsed.links if link.target.page)
