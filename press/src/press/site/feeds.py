"""Atom feeds: new and changed articles, and clinical changes alone.

A feed stays short. What it no longer shows stands in archives, each of the same number of entries, as RFC 5005 has them.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree

from ..content.articles import newest_first
from ..content.project import Project

ARTICLES = "articles/feed.xml"
CLINICAL_CHANGES = "articles/clinical-changes.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
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
    named = (
        (ARTICLES, site_name, list(_articles(project, site_url))),
        (CLINICAL_CHANGES, f"{site_name}: clinical changes", list(_clinical_changes(project, site_url))),
    )
    return {
        place: made
        for address, title, entries in named
        for place, made in _with_archives(address, title, site_name, site_url, entries)
    }


def archive_address(address: str, number: int) -> str:
    """The address of an archive of a feed, counted from 1, the oldest first."""
    return f"{address.removesuffix('.xml')}-archive-{number}.xml"


def _with_archives(
    address: str, title: str, author: str, site_url: str, entries: Sequence[_Entry]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The feed, then its archives. An archive is full and never loses an entry: the oldest stay where they are."""
    by_age = sorted(entries, key=lambda entry: (entry.published, entry.id))
    full = (len(by_age) - 1) // _MOST if by_age else 0
    archived, rest = by_age[: full * _MOST], by_age[full * _MOST :]
    lately_changed = sorted(archived, key=lambda entry: (entry.updated, entry.id), reverse=True)[: _MOST - len(rest)]
    newest = sorted([*rest, *lately_changed], key=lambda entry: (entry.updated, entry.id), reverse=True)
    before = {"prev-archive": archive_address(address, full)} if full else {}
    yield address, partial(_feed, address, title, author, site_url, newest, before)
    for number in range(1, full + 1):
        links = {"current": address}
        if number > 1:
            links["prev-archive"] = archive_address(address, number - 1)
        if number < full:
            links["next-archive"] = archive_address(address, number + 1)
        place = archive_address(address, number)
        shown = archived[(number - 1) * _MOST : number * _MOST]
        yield place, partial(_feed, place, title, author, site_url, shown, links)


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


def _feed(
    address: str, title: str, author: str, site_url: str, entries: Sequence[_Entry], links: Mapping[str, str]
) -> bytes:
    ElementTree.register_namespace("", _ATOM)
    ElementTree.register_namespace("fh", _HISTORY)
    feed = ElementTree.Element(_name("feed"))
    _add(feed, "id", f"{site_url}{address}")
    _add(feed, "title", title)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{address}")
    _add(feed, "link", rel="alternate", type="text/html", href=site_url)
    if "current" in links:
        ElementTree.SubElement(feed, f"{{{_HISTORY}}}archive")
    for relation, place in links.items():
        _add(feed, "link", rel=relation, type="application/atom+xml", href=f"{site_url}{place}")
    # Atom requires a date. An empty feed has none, and the day of the build would change the bytes of every build.
    _add(feed, "updated", _instant(max((entry.updated for entry in entries), default=datetime.date(2026, 1, 1))))
    _add(_add(feed, "author"), "name", author)
    for entry in entries:
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
