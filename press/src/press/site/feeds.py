"""Atom feeds: new and changed articles, and clinical changes alone."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from ..content.articles import newest_first
from ..content.project import Project

ARTICLES = "articles/feed.xml"
CLINICAL_CHANGES = "articles/clinical-changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_MOST = 50


@dataclass(frozen=True)
class _Entry:
    id: str
    url: str
    title: str
    summary: str
    author: str
    published: datetime.date
    updated: datetime.date


def feeds(project: Project, site_name: str, site_url: str) -> dict[str, Callable[[], bytes]]:
    """What makes each feed, by its address in the site."""
    return {
        ARTICLES: lambda: _feed(ARTICLES, site_name, site_name, site_url, _articles(project, site_url)),
        CLINICAL_CHANGES: lambda: _feed(
            CLINICAL_CHANGES,
            f"{site_name}: clinical changes",
            site_name,
            site_url,
            _clinical_changes(project, site_url),
        ),
    }


def _articles(project: Project, site_url: str) -> Iterable[_Entry]:
    for article in newest_first(project.listed_articles):
        assert article.published is not None  # listed articles have a date
        url = f"{site_url}{article.url}"
        yield _Entry(
            url,
            url,
            article.title,
            article.excerpt,
            article.author or "",
            article.published,
            article.last_change or article.published,
        )


def _clinical_changes(project: Project, site_url: str) -> Iterable[_Entry]:
    for article in project.listed_articles:
        url = f"{site_url}{article.url}"
        clinical = [change for change in article.changes if change.kind == "clinical" and change.date <= project.today]
        for number, change in enumerate(clinical):
            yield _Entry(
                f"{url}#change-{change.date.isoformat()}-{number}",
                f"{url}#changes",
                f"{article.title}: {change.date.isoformat()}",
                change.text,
                article.author or "",
                change.date,
                change.date,
            )


def _feed(address: str, title: str, author: str, site_url: str, entries: Iterable[_Entry]) -> bytes:
    newest = sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)[:_MOST]
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(_name("feed"))
    _add(feed, "id", f"{site_url}{address}")
    _add(feed, "title", title)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{address}")
    _add(feed, "link", rel="alternate", type="text/html", href=site_url)
    # Atom requires a date. An empty feed has none, and the day of the build would change the bytes of every build.
    _add(feed, "updated", _instant(newest[0].updated if newest else datetime.date(2026, 1, 1)))
    _add(_add(feed, "author"), "name", author)
    for entry in newest:
        element = _add(feed, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "link", rel="alternate", type="text/html", href=entry.url)
        _add(element, "published", _instant(entry.published))
        _add(element, "updated", _instant(entry.updated))
        _add(_add(element, "author"), "name", entry.author)
        _add(element, "summary", entry.summary)
    ElementTree.indent(feed)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _name(tag: str) -> str:
    return f"{{{_ATOM}}}{tag}"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, _name(tag), attributes)
    element.text = text
    return element


def _instant(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
