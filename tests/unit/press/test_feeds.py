"""Feeds: the newest entries, and archives of all others."""

import datetime
from pathlib import Path
from xml.etree import ElementTree

from press.content.project import Project
from press.site.feeds import ARTICLES, archive_address, feeds
from support.broken_articles import GOOD
from support.small_project import small_project

_ATOM = "{http://www.w3.org/2005/Atom}"
_SITE = "https://x.example/"


def _feeds_of(root: Path, count: int) -> dict[str, ElementTree.Element]:
    project = small_project(root)
    for number in range(count):
        day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number)
        article = GOOD.replace("2026-01-08", day.isoformat()).replace('"case"', f'"number-{number:03}"')
        (project / "content" / "articles" / f"number-{number:03}.md").write_text(article, "utf-8")
    made = feeds(Project(project), "Test", _SITE)
    return {address: ElementTree.fromstring(make()) for address, make in made.items()}


def _articles_of(feed: ElementTree.Element) -> list[str]:
    return [str(entry.findtext(f"{_ATOM}id")).split("/")[-2] for entry in feed.findall(f"{_ATOM}entry")]


def _link(feed: ElementTree.Element, relation: str) -> str | None:
    found = [link.get("href") for link in feed.findall(f"{_ATOM}link") if link.get("rel") == relation]
    return found[0] if found else None


def test_a_short_feed_has_no_archive(tmp_path: Path) -> None:
    made = _feeds_of(tmp_path / "project", 49)
    assert set(made) == {ARTICLES, "articles/clinical-changes.xml"}
    assert _link(made[ARTICLES], "prev-archive") is None


def test_a_reader_who_follows_the_archives_finds_every_article(tmp_path: Path) -> None:
    made = _feeds_of(tmp_path / "project", 130)  # and the one of the small project: 131
    found = set(_articles_of(made[ARTICLES]))
    assert len(made[ARTICLES].findall(f"{_ATOM}entry")) == 50
    address = _link(made[ARTICLES], "prev-archive")
    followed = []
    while address is not None:
        followed.append(address)
        archive = made[address.removeprefix(_SITE)]
        found |= set(_articles_of(archive))
        address = _link(archive, "prev-archive")
    assert followed == [_SITE + archive_address(ARTICLES, number) for number in (2, 1)]
    assert {f"number-{number:03}" for number in range(130)} < found
    assert len(found) == 131


def test_an_archive_says_that_it_is_one_and_leads_to_the_feed_that_goes_on(tmp_path: Path) -> None:
    made = _feeds_of(tmp_path / "project", 130)
    first, second = (made[archive_address(ARTICLES, number)] for number in (1, 2))
    assert first.find("{http://purl.org/syndication/history/1.0}archive") is not None
    assert _link(first, "current") == _SITE + ARTICLES
    assert _link(first, "next-archive") == _SITE + archive_address(ARTICLES, 2)
    assert _link(first, "prev-archive") is None
    assert _link(second, "next-archive") is None


def test_an_archive_does_not_change_when_another_article_is_published(tmp_path: Path) -> None:
    before, after = (_feeds_of(tmp_path / str(count), count) for count in (130, 131))
    old = archive_address(ARTICLES, 1)
    assert ElementTree.tostring(before[old]) == ElementTree.tostring(after[old])
