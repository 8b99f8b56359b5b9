"""Wherever a page lists the symptoms of a crisis, it lists those of the tools."""

from pathlib import Path

import pytest

from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.source_file import source_of
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

WHOLE = (
    "Chest pain, breathlessness, sudden or severe headache, headache with a change of vision, change of vision, weakness, "
    "trouble with speech, confusion, seizure: emergency care at once."
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


def said(root: Path, text: str) -> list[str]:
    site = whole_site(Project(root))
    source = source_of(f"{GOOD}{text}\n".encode(), "content/articles/case.md")
    found = article_problems(article_of(source, root / "content/articles/case.md", site.project.lists), site)
    return [problem.message for problem in found if problem.rule == "crisis-symptoms"]


def test_a_list_that_names_all_of_them_passes(root: Path) -> None:
    assert said(root, WHOLE) == []


def test_one_of_them_alone_is_no_list(root: Path) -> None:
    assert said(root, "Chest pain is an emergency. Ask about breathlessness too.") == []


@pytest.mark.parametrize("absent", ["seizure", "confusion", "weakness"])
def test_what_a_list_leaves_out_is_named(root: Path, absent: str) -> None:
    shorter = WHOLE.replace(f", {absent}", "")
    assert said(root, shorter) == [f"The list of symptoms of a crisis lacks {absent}."]
