"""The collection of the benchmark is the same for the same number, and right by the check."""

import datetime
from pathlib import Path

import pytest

from bench.collection import make_collection
from press.checks.run import some
from press.content.project import Project
from press.reading.problems import has_errors
from press.site.site_map import whole_site


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("collection")
    make_collection(folder, 60)
    return folder


def test_the_same_number_makes_the_same_articles(collection: Path, tmp_path: Path) -> None:
    make_collection(tmp_path, 60)
    files = sorted(file.relative_to(tmp_path) for file in (tmp_path / "content" / "articles").iterdir())
    assert len(files) == 60
    assert all((tmp_path / file).read_bytes() == (collection / file).read_bytes() for file in files)


def test_its_articles_are_right_and_differ_from_each_other(collection: Path) -> None:
    articles = sorted((collection / "content" / "articles").glob("collection-*.md"))
    chosen = articles[:: len(articles) // 4]
    found = some(chosen, whole_site(Project(collection, datetime.date(2026, 11, 30))))
    assert not has_errors(found), [problem.words() for problem in found if problem.severity == "error"]
    words = [set(file.read_text("utf-8").split()) for file in articles]
    same_model = words[0] & words[14]
    assert len(words[0] - same_model) > 50
    assert len(same_model) > 500
