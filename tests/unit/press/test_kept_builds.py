"""A build that goes on from what earlier ones have kept writes what a build from nothing writes, whatever has changed."""

import datetime
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from time import mktime
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from press.markdown import parser
from press.mkdocs_plugin import plugin
from support.lively_project import CHANGES, DAY, Change, file_gone, file_with, in_file, lively_project, written

CONFIG = """site_name: Test
site_url: https://site.invalid/
site_description: A site.
theme: {name: null, custom_dir: theme, size: large}
plugins: [press]
nav: [Home: index.md, about.md, Guidance: articles/index.md]
extra: {kept_copy_days: 90}
"""
TEMPLATE = """<title>{{ page.meta.title or page.title }} | {{ config.site_name }} {{ config.extra.kept_copy_days }}</title>
<nav>{% for item in nav %}<a{% if item.active %} class="active"{% endif %}>{{ item.title }}</a>{% endfor %}</nav>
<p class="{{ config.theme.size }}">{{ page.canonical_url }} {{ config.extra.asset }}</p>
<ul>{% for entry in page.toc recursive %}<li>{{ entry.title }}{{ loop(entry.children) }}{% endfor %}</ul>
{% if article %}<p>{{ article.excerpt }} {{ article.reviewed }} {{ article.is_changed_since_review }} {{ facts.is_overdue }}
{{ facts.category }} {{ facts.tags }} {{ facts.author }} {{ facts.picture }} {{ facts.calculators }} {{ facts.reading_minutes }}
{% for other in facts.related %}{{ other.title }}: {{ other.excerpt }}{% endfor %} {{ json_ld }}</p>{% endif %}
{{ page.content }}
"""
SITEMAP = (Path(__file__).parents[3] / "docs" / "overrides" / "sitemap.xml").read_text("utf-8")
CALCULATOR_PAGE = "---\ntitle: IV dose\ncalculator: iv_dose\n---\n\nWhen to use it.\n"


class FewAssets:
    """In place of scripts and style sheets, whose making takes long: one, by an address that a test may change."""

    address = "assets/app/main-1.js"

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        config.extra["asset"] = self.address
        files.append(File.generated(config, self.address, content=""))

    def add_desk(self, project: Callable[[str], bytes], files: Files, config: MkDocsConfig) -> None:
        files.append(File.generated(config, "assets/desk/project.zip", content=project("project")))

    def finish(self, config: MkDocsConfig, edition: datetime.date, digests: Mapping[str, bytes]) -> None:
        """Nothing is named by the content of the site."""


@pytest.fixture(autouse=True)
def few_assets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin, "made_assets", lambda *_, **__: FewAssets())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once, with what was kept of that."""
    root = lively_project(tmp_path_factory.mktemp("built") / "project")
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    files = {"theme/main.html": TEMPLATE, "theme/sitemap.xml": SITEMAP, "docs/calculators/iv-dose.md": CALCULATOR_PAGE}
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin, "made_assets", lambda *_, **__: FewAssets())
        site_of(root, DAY, patch)
    return root


def site_of(root: Path, day: str, patch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Every file of the site as it is built on a day."""
    noon = datetime.datetime.fromisoformat(f"{day}T12:00:00")
    patch.setenv("SOURCE_DATE_EPOCH", str(int(mktime(noon.timetuple()))))
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    return files_of(root / "site")


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


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
    change.make(root)
    quick = site_of(root, change.day, monkeypatch)
    if change in OF_BUILDS:
        assert differing(quick, files_of(built / "site")), "nothing in the site shows the change"
    again = site_of(root, change.day, monkeypatch)
    shutil.rmtree(root / ".cache")
    from_nothing = site_of(root, change.day, monkeypatch)
    assert differing(quick, from_nothing) == []
    assert differing(again, from_nothing) == [], "what is kept now is another site"


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


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
