"""Articles that were read in an earlier run are the same as when they are read anew."""

import datetime
from pathlib import Path

import pytest

from press.content.articles import Article
from press.content.kept_content import read_with
from press.content.project import Project
from press.reading.kept_results import KeptResults
from support.broken_articles import GOOD
from support.small_project import small_project

DAY = datetime.date(2026, 7, 1)
FILES = {
    "plain text": GOOD.encode(),
    "signs of no Western language": GOOD.replace("Text.", "Κεταμίνη – 0.5 mg/kg ≥ 40 min.").encode(),
    "a byte order mark": GOOD.encode("utf-8-sig"),
    "line ends of Windows": GOOD.replace("\n", "\r\n").encode(),
    "line ends of an old Macintosh": GOOD.replace("\n", "\r").encode(),
    "bytes that are no UTF-8": GOOD.encode() + b"\xff\xfe",
    "UTF-16": GOOD.encode("utf-16"),
    "a picture": b"\x89PNG" + b"\0" * 40,
    "null characters": GOOD.replace("Text.", "Te\0xt.").encode(),
    "nothing": b"",
}


def read(root: Path) -> list[Article]:
    return read_with(KeptResults(root / "kept.sqlite"), Project(root, DAY)).articles


@pytest.mark.parametrize("data", [pytest.param(data, id=what) for what, data in FILES.items()])
def test_an_article_that_is_kept_is_as_it_was_read(data: bytes, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    (root / "content" / "articles" / "one.md").write_bytes(data)
    anew = Project(root, DAY).articles
    assert read(root) == anew
    again = read(root)
    assert again == anew
    assert [one.source.text for one in again] == [one.source.text for one in anew]
    assert [one.source.lines for one in again] == [one.source.lines for one in anew]
    assert [one.source.body for one in again] == [one.source.body for one in anew]


def test_a_file_is_called_as_the_place_that_a_link_leads_to(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    articles, elsewhere = root / "content" / "articles", tmp_path / "elsewhere"
    elsewhere.mkdir()
    for folder in (articles / "below", elsewhere):
        folder.mkdir(exist_ok=True)
        (folder / "own.md").write_text(GOOD, "utf-8")
    (articles / "linked.md").symlink_to(articles / "below" / "own.md")
    (articles / "outside.md").symlink_to(elsewhere / "own.md")
    (tmp_path / "again").symlink_to(root)
    for project in (Project(root, DAY), Project(tmp_path / "again", DAY)):
        files = project.article_files()
        assert len(files) > 3
        assert [project.shown_as_found(file) for file in files] == [project.shown(file) for file in files]


def test_hidden_files_and_folders_have_no_articles(tmp_path: Path) -> None:
    root = small_project(tmp_path / ".hidden" / "project")
    articles = root / "content" / "articles"
    before = Project(root, DAY).article_files()
    assert before
    (articles / ".drafts").mkdir()
    for name in (".one.md", ".drafts/two.md"):
        (articles / name).write_text(GOOD, "utf-8")
    assert Project(root, DAY).article_files() == before
