"""A build that goes on from what earlier ones have kept writes what a build from nothing writes, whatever has changed."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from press.markdown import parser
from support.kept_builds import FewAssets, built_project, differing, files_of, site_of, with_few_assets
from support.lively_project import CHANGES, DAY, Change, file_gone, file_with, in_file, written


@pytest.fixture(autouse=True)
def few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    with_few_assets(monkeypatch)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_project(tmp_path_factory.mktemp("built") / "project")


def another_asset(_: Path) -> None:
    FewAssets.address = "assets/app/main-2.js"


REVIEW = "iv_dose:\n  version: 1.0.0\n  on: 2026-06-01\n  by: Ketamine Association Clinical Reviewer\n"
OF_BUILDS = (
    Change("a template", in_file("theme/main.html", "<title>", "<title>New ")),
    Change("the name of the site", in_file("mkdocs.yml", "site_name: Test", "site_name: Other")),
    Change("the address of the site", in_file("mkdocs.yml", "site.invalid", "other.invalid")),
    Change("a word of the menu", in_file("mkdocs.yml", "Home:", "Start:")),
    Change("the title of a page in the menu", in_file("docs/about.md", "title: About", "title: Of us")),
    Change("a setting of the theme", in_file("mkdocs.yml", "size: large", "size: small")),
    Change("an own setting", in_file("mkdocs.yml", "kept_copy_days: 90", "kept_copy_days: 30")),
    Change("the address of a script", another_asset),
    Change("a review of a calculator", file_with("content/calculator-reviews.yml", REVIEW)),
    Change("the page of a calculator goes", file_gone("docs/calculators/iv-dose.md")),
    Change(
        "another article places a calculator",
        in_file("content/articles/lonely.md", "Please", "```calculator\nid: iv_dose\n```\n\nPlease"),
    ),
)


@pytest.mark.parametrize("change", [pytest.param(change, id=change.what) for change in (*CHANGES, *OF_BUILDS)])
def test_what_is_kept_gives_the_site_of_a_build_from_nothing(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    monkeypatch.setattr(FewAssets, "address", FewAssets.address)
    site_of(root, DAY, monkeypatch)  # a file is put back only where it was written
    change.make(root)
    quick = site_of(root, change.day, monkeypatch)
    if change in OF_BUILDS:
        assert differing(quick, files_of(built / "site")), "nothing in the site shows the change"
    again = site_of(root, change.day, monkeypatch)
    shutil.rmtree(root / ".cache")
    from_nothing = site_of(root, change.day, monkeypatch)
    assert differing(quick, from_nothing) == []
    assert differing(again, from_nothing) == [], "what is kept now is another site"


@pytest.mark.parametrize(
    ("change", "parsed"),
    [
        ("nothing", set()),
        ("a word of the text", {"content/articles/hub.md"}),
        ("an article comes that nothing waits for", {"content/articles/new.md"}),
        ("a template", set()),
        ("the day of a review comes", {"content/articles/spoke.md"}),
    ],
)
def test_only_what_depends_on_a_change_is_parsed_again(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, parsed: set[str]
) -> None:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    made = next(one for one in (*CHANGES, *OF_BUILDS) if one.what == change)
    made.make(root)
    seen: set[str] = set()
    parse = parser.parse

    def noted(source: Any, **more: Any) -> Any:
        seen.add(source.path)
        return parse(source, **more)

    monkeypatch.setattr("press.site.site.parse", noted)
    site_of(root, made.day, monkeypatch)
    assert seen == parsed


def test_a_page_that_was_damaged_on_disk_is_made_again(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    before = site_of(root, DAY, monkeypatch)
    (root / ".cache" / "press" / "pages.sqlite").write_bytes(b"no database at all" * 1000)
    assert differing(site_of(root, DAY, monkeypatch), before) == []


def test_a_draft_is_on_no_page_though_its_page_is_kept(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    shutil.copytree(built, root)
    (root / "content" / "articles" / "new.md").write_text(written("new", "Words of a draft.\n"), "utf-8")
    assert b"Words of a draft." in site_of(root, DAY, monkeypatch)["articles/new/index.html"]
    in_file("content/articles/new.md", "audience:", "draft: true\naudience:")(root)
    assert [name for name, content in site_of(root, DAY, monkeypatch).items() if b"Words of a draft." in content] == []
