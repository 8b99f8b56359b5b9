"""Earlier addresses of articles and pages: a small page at each that leads on, without a server's help."""

from collections.abc import Iterator
from html import escape

from ..markdown.links import relative_url
from ..runtime.policy import page_policy
from .site import Site

# By this the service worker knows a page of this site: a kept article gives way to the page that leads on.
_MARK = '<meta name="kept-copy-days" content="0">'


def redirects(site: Site, site_url: str) -> dict[str, bytes]:
    """Each page by its file in the site."""
    taken = set(site.addresses.files.values())
    found = ((f"{old.strip('/')}/", title, url) for old, title, url in _leading_on(site))
    return {
        f"{old}index.html": _page(title, relative_url(url, old), site_url + url).encode()
        for old, title, url in found
        if old not in taken  # the check says that it is
    }


def _leading_on(site: Site) -> Iterator[tuple[str, str, str]]:
    """Each earlier address with the title and the address of what stands elsewhere now."""
    for article in site.project.public_articles:
        for old in article.redirect_from:
            yield old, article.title, article.url
    for old, page in site.earlier_docs.items():
        if docs := site.docs_page(page):
            yield old, str(docs.fields["title"]), site.addresses.files[page]


def _page(title: str, relative: str, canonical: str) -> str:
    return (
        "<!doctype html>\n"
        '<html lang="en">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}">\n'
        '<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n"
        f'<link rel="canonical" href="{escape(canonical)}">\n'
        f"{_MARK}\n"
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(relative)}">\n'
        f'<main><h1>This page has moved</h1>\n<p><a href="{escape(relative)}">{escape(title)}</a></p></main>\n'
        "</html>\n"
    )
