"""What MkDocs publishes is what press has made: its files, and pages filled through its public events."""

import datetime
import gzip
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from typing import IO, Any, cast

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from press.content.project import Project
from press.mkdocs_plugin import live_reload, plugin
from press.mkdocs_plugin.assets import Assets
from press.mkdocs_plugin.file_watching import system_observer
from press.mkdocs_plugin.live_reload import Preview
from press.mkdocs_plugin.one_page import written_again
from press.mkdocs_plugin.plugin import PressPlugin
from press.reading.errors import BuildError
from press.runtime.bundle import Bundle
from press.runtime.repository import Repository
from press.site.redirects import redirects
from press.site.site_map import site_map_of, whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

TEMPLATE = """<title>{{ page.meta.title or page.title }}</title>
<nav>{% for item in nav %}<a{% if item.active %} class="active"{% endif %}>{{ item.title }}</a>{% endfor %}</nav>
<ul>{% for entry in page.toc recursive %}<li>{{ entry.title }}{{ loop(entry.children) }}{% endfor %}</ul>
{{ page.content }}
"""
CONFIG = """site_name: Test
site_url: https://site.invalid/
theme: {name: null, custom_dir: theme}
plugins: [press]
hooks: [hook.py]
nav:
  - Home: index.md
  - All calculators: calculators/index.md
  - There: named-in-the-menu.md
"""
HOOK = """from mkdocs.structure.files import File
def on_files(files, *, config):
    files.append(File.generated(config, "foreign.md", content="# Foreign\\n\\n[dose](index.md#second)\\n"))
"""
PAGES = {
    "index.md": "# First\n\n## Second\n\nText.\n",
    "calculators/index.md": "# Calculators\n",
    "calculators/iv-dose.md": "---\ntitle: IV dose\ncalculator: iv_dose\nredirectFrom: [/dose/]\n---\n\n## When\n\nText.\n",
    "named-in-the-menu.md": "# A longer title\n",
    "without-a-name.md": "# Heading & title\n\n## Part\n\nText.\n",
    "overrides/left-out.md": "# No page\n",
    "assets/numbers with spaces.csv": "1\n",
}


class NoAssets:
    """In place of scripts and style sheets, whose making takes long."""

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        files.append(File.generated(config, "assets/app/main-1.js", content=""))

    def add_desk(self, write_project: Callable[[IO[bytes], str], None], config: MkDocsConfig) -> Mapping[str, bytes]:
        return {}

    def finish(self, config: MkDocsConfig, edition: datetime.date, digests: Mapping[str, bytes]) -> None:
        pass


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(plugin, "made_assets", lambda *_, **__: NoAssets())
    root = small_project(tmp_path / "project")
    for name, text in PAGES.items():
        (root / "docs" / name).parent.mkdir(exist_ok=True)
        (root / "docs" / name).write_text(text, "utf-8")
    moved = GOOD.replace('"case"', '"moved"\nredirectFrom: ["/articles/before/"]')
    (root / "content" / "articles" / "moved.md").write_text(f"{moved}Text.\n", "utf-8")
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text(TEMPLATE, "utf-8")
    (root / "theme" / "theme.css").write_text("", "utf-8")
    (root / "hook.py").write_text(HOOK, "utf-8")
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return root


def built(project: Path, **settings: Any) -> PressPlugin:
    """The plugin after a build below `site`."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"), **settings)
    press = config.plugins["press"]
    assert isinstance(press, PressPlugin)
    build(config)
    return press


def page(project: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((project / "site" / address / "index.html").read_text("utf-8"), "html.parser")


def text(soup: BeautifulSoup, selector: str) -> list[str]:
    return [element.get_text() for element in soup.select(selector)]


def test_mkdocs_publishes_the_files_of_the_map_and_what_is_never_linked_to(project: Path) -> None:
    files = built(project).build.files
    published = {file.src_uri: file.url for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
    # Markdown that is no page is written when MkDocs has done its part.
    known = {source: url for source, url in site_map_of(Project(project)).files.items() if not url.endswith(".md")}
    leading_on = redirects(whole_site(Project(project)), "https://site.invalid/")
    assert list(leading_on) == ["articles/before/index.html", "dose/index.html"]
    assert b'content="0; url=../calculators/iv-dose/"' in leading_on["dose/index.html"]
    # By this the service worker knows a page of this site.
    assert [page for page in leading_on.values() if b'<meta name="kept-copy-days" content="' not in page] == []
    assert published.keys() - known.keys() == {
        *leading_on, ".well-known/security.txt", "assets/app/main-1.js", "theme.css", "foreign.md",
    }  # fmt: skip
    assert {source: url for source, url in published.items() if source in known} == known
    assert known["assets/numbers with spaces.csv"] == "assets/numbers%20with%20spaces.csv"


def test_a_drawing_is_published_without_what_no_drawing_may_hold(project: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg">{}<title>A curve</title></svg>\n'
    file = project / "content" / "images" / "articles" / "curve.svg"
    file.write_text(drawing.format("<!-- x --><script>x()</script><metadata>y</metadata>"), "utf-8")
    (file.parent / "photo.png").write_bytes(b"\x89PNG")
    told = built(project).build.problems
    assert [problem.message for problem in told if problem.path.endswith(".svg")] == [
        "The drawing holds a script (<script>)."
    ]
    images = project / "site" / "images" / "articles"
    # In no color of the site: it stands on white.
    assert (images / "curve.svg").read_text("utf-8") == drawing.format("<style>svg{background:#ffffff}</style>")
    assert (images / "photo.png").read_bytes() == b"\x89PNG"


def test_a_picture_of_a_draft_alone_is_kept_back_until_an_article_shows_it(project: Path) -> None:
    articles, images = project / "content" / "articles", project / "content" / "images" / "articles"
    for name in ("unfinished", "later", "inside", "both", "unused"):
        (images / f"{name}.svg").write_text((images / "curve.svg").read_text("utf-8"), "utf-8")
    draft = (articles / "unfinished.md").read_text("utf-8").replace("curve.svg", "both.svg")
    (articles / "unfinished.md").write_text(f"{draft}\n![A curve](/images/articles/inside.svg)\n", "utf-8")
    later = GOOD.replace('"case"', '"next-year"').replace("curve.svg", "later.svg").replace("2026-01-08", "2999-01-08")
    (articles / "next-year.md").write_text(f"{later}Text.\n", "utf-8")
    with (articles / "there.md").open("a", encoding="utf-8") as file:
        file.write("\n![A curve](/images/articles/both.svg)\n")
    press = built(project)
    published = {file.name for file in (project / "site" / "images" / "articles").iterdir()}
    assert published == {"curve.svg", "both.svg", "unused.svg"}
    in_preview_alone = {file.src_uri for file in press.build.files if file.inclusion is InclusionLevel.DRAFT}
    assert {f"images/articles/{name}.svg" for name in ("unfinished", "later", "inside")} <= in_preview_alone


@pytest.mark.parametrize("articles", [[], ["unfinished.md"]], ids=["no article", "a draft alone"])
def test_a_site_without_a_public_article_is_built(articles: list[str], project: Path) -> None:
    (project / "hook.py").write_text("", "utf-8")
    for file in (project / "content" / "articles").iterdir():
        if file.name not in articles:
            file.unlink()
    press = built(project)
    # The calculators rest on an article of the real site, and say so in any other.
    assert [problem.words() for problem in press.build.problems if problem.rule != "protocol"] == []
    assert text(page(project, ""), "h2 + p") == ["Text."]
    assert b"https://site.invalid/calculators/" in gzip.decompress((project / "site" / "sitemap.xml.gz").read_bytes())
    assert "lastmod" not in (project / "site" / "sitemap.xml").read_text("utf-8")


def test_a_page_has_its_html_and_its_table_of_contents_from_press(project: Path) -> None:
    files = built(project).build.files
    first = page(project, "")
    assert [heading["id"] for heading in first.select("h1, h2")] == ["first", "second"]
    assert text(first, "li")[-1] == "Second"
    markdown = {file.src_uri: file.page.markdown for file in files.documentation_pages() if file.page}
    assert {source for source, seen in markdown.items() if seen} == {"foreign.md"}


def test_a_title_is_that_of_the_menu_or_of_the_front_matter_or_the_heading(project: Path) -> None:
    built(project)
    assert text(page(project, "named-in-the-menu"), "title") == ["There"]
    assert text(page(project, "calculators/iv-dose"), "title") == ["IV dose"]
    assert text(page(project, "without-a-name"), "title") == ["Heading & title"]


@pytest.mark.parametrize(
    ("address", "lit"),
    [
        ("", ["Home"]),
        ("calculators", ["All calculators"]),
        ("calculators/iv-dose", ["All calculators"]),
        ("without-a-name", []),
        ("articles/there", []),
    ],
)
def test_the_menu_marks_what_a_page_lies_below(address: str, lit: list[str], project: Path) -> None:
    built(project)
    assert text(page(project, address), "a.active") == lit


def test_a_page_of_another_plugin_stays_with_mkdocs_and_may_link_to_ours(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    built(project)
    assert text(page(project, "foreign"), "h1") == ["Foreign"]
    assert [record.getMessage() for record in caplog.records if "foreign.md" in record.getMessage()] == []


def test_a_page_that_is_not_utf_8_is_told_of_and_shown(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "docs" / "without-a-name.md").write_bytes(b"# Title\n\nGr\xf6\xdfe\n")
    built(project)
    assert "docs/without-a-name.md:3:3: encoding The byte 0xf6 is not UTF-8" in caplog.text
    assert text(page(project, "without-a-name"), "p") == ["Gr��e"]


def test_everything_wrong_is_told_once(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    (project / "docs" / "without-a-name.md").write_text(
        "---\nshows: NOTHING.md\n---\n\n# Title\n\n```calculator\nid: nothing\n```\n\n[x](nowhere.md) .5\n", "utf-8"
    )
    built(project)
    told = [line for line in caplog.text.splitlines() if "docs/without-a-name.md:" in line]
    assert [line.split(" press: ")[-1].split(" ")[:2] for line in told] == [
        ["docs/without-a-name.md:1:1:", "shows"],
        ["docs/without-a-name.md:8:5:", "calculator"],
        ["docs/without-a-name.md:11:1:", "link"],
        ["docs/without-a-name.md:11:17:", "naked-decimal"],
    ]


def test_a_page_written_again_is_what_a_whole_build_writes(project: Path) -> None:
    press = built(project)
    file = project / "content" / "articles" / "there.md"
    written = project / "site" / "articles" / "there" / "index.html"
    file.write_text(file.read_text("utf-8").replace("Text.", "Other words."), "utf-8")
    article = press.build.pages.site.project.article(file)
    press.build.renew(article)
    assert written_again(article.page, press.build, hidden=False)
    again = written.read_bytes()
    assert b"Other words." in again
    built(project)
    assert written.read_bytes() == again


def test_a_theme_without_its_script_stops_the_build_with_a_sentence(tmp_path: Path) -> None:
    nothing = cast(Bundle, SimpleNamespace(files=()))
    with pytest.raises(BuildError, match=r"The theme has 0 files assets/javascripts/bundle\.\*\.min\.js"):
        Assets(tmp_path, nothing, {}, joins=False, desk=None, repository=Repository()).add_to(Files([]), MkDocsConfig())


# The preview


@pytest.fixture
def whole_builds() -> list[str]:
    """Filled with a word for each time that the preview asks for the whole site, or for the looks of all pages."""
    return []


@pytest.fixture
def preview(project: Path, whole_builds: list[str]) -> Preview:
    press = built(project)
    return Preview(
        [project / "content", project / "docs"],
        [project / "docs" / "overrides"],
        lambda: press.build,
        lambda: whole_builds.append("whole"),
        lambda: whole_builds.append("looks"),
    )


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_article_whose_text_has_changed_is_written_alone(
    project: Path, preview: Preview, whole_builds: list[str]
) -> None:
    change(project / "content" / "articles" / "there.md", "Text.", "Other words.")
    preview.rebuild()
    assert "Other words." in text(page(project, "articles/there"), "p")
    assert whole_builds == []


def test_a_second_change_of_an_article_is_written_too_with_what_is_wrong_with_it(
    project: Path, preview: Preview, caplog: pytest.LogCaptureFixture
) -> None:
    file = project / "content" / "articles" / "there.md"
    change(file, "Text.", "Give .5 mg.")
    preview.rebuild()
    assert "naked-decimal" in caplog.text
    assert [problem.rule for problem in preview.last_build().problems if problem.path.endswith("there.md")] == [
        "naked-decimal"
    ]
    change(file, ".5", "0.5")
    preview.rebuild()
    assert text(page(project, "articles/there"), "p") == ["Give 0.5 mg."]
    assert [problem.rule for problem in preview.last_build().problems if problem.path.endswith("there.md")] == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/articles/there.md", "What it answers.", "Something else."),
        ("docs/index.md", "Text.", "Other words."),
        ("content/people.yml", "name", "nome"),
    ],
)
def test_what_shows_on_other_pages_too_needs_the_whole_site(
    file: str, old: str, new: str, project: Path, preview: Preview, whole_builds: list[str]
) -> None:
    change(project / file, old, new)
    preview.rebuild()
    assert whole_builds == ["whole"]


def test_what_a_failed_build_has_not_made_needs_the_whole_site(
    project: Path, preview: Preview, whole_builds: list[str]
) -> None:
    preview.last_build().env = None
    change(project / "content" / "articles" / "there.md", "Text.", "Other words.")
    preview.rebuild()
    assert whole_builds == ["whole"]


def test_an_article_that_is_gone_needs_the_whole_site(project: Path, preview: Preview, whole_builds: list[str]) -> None:
    (project / "content" / "articles" / "there.md").unlink()
    preview.rebuild()
    assert whole_builds == ["whole"]


def test_looks_alone_are_built_from_the_text_of_the_last_build(
    project: Path, preview: Preview, whole_builds: list[str]
) -> None:
    change(project / "docs" / "overrides" / "left-out.md", "No page", "Still no page")
    preview.rebuild()
    assert whole_builds == ["looks"]


def test_looks_that_change_with_a_page_need_the_whole_site(
    project: Path, preview: Preview, whole_builds: list[str]
) -> None:
    change(project / "docs" / "overrides" / "left-out.md", "No page", "Still no page")
    change(project / "docs" / "index.md", "Text.", "Other words.")
    preview.rebuild()
    assert whole_builds == ["whole"]


def test_a_build_of_looks_has_the_new_template_and_finds_nothing_twice(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs" / "without-a-name.md").write_text("# Title\n\nGive .5 mg.\n", "utf-8")
    press = built(project)
    assert "naked-decimal" in caplog.text
    found = press.build.problems
    caplog.clear()
    change(project / "theme" / "main.html", "<title>", "<title>New: ")

    def again() -> None:
        assert built(project) is press  # MkDocs keeps a plugin for as long as it serves

    press.build_looks(again)
    assert text(page(project, "without-a-name"), "title") == ["New: Title"]
    assert press.build.problems == found != []
    assert "naked-decimal" not in caplog.text
    assert press.same_text is None


@pytest.mark.parametrize(("wrong", "started"), [("", ["again"]), ("SyntaxError", [])])
def test_changed_programs_start_the_preview_again_if_they_can_be_loaded(
    wrong: str, started: list[str], project: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[str] = []
    monkeypatch.setattr(live_reload, "code_error", lambda: wrong)
    monkeypatch.setattr(live_reload, "restart", lambda: starts.append("again"))
    (project / "docs" / "program.py").write_text("x = 1\n", "utf-8")
    preview.rebuild()
    assert starts == started


class Noted(FileSystemEventHandler):
    def __init__(self, events: SimpleQueue[FileSystemEvent]) -> None:
        self._events = events

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._events.put(event)


def test_a_file_that_is_read_is_no_change(tmp_path: Path) -> None:
    read, written = tmp_path / "read.md", tmp_path / "written.md"
    for file in (read, written):
        file.write_text("a", "utf-8")
    events: SimpleQueue[FileSystemEvent] = SimpleQueue()
    observer = system_observer([tmp_path])
    assert observer is not None
    observer.schedule(Noted(events), str(tmp_path), recursive=True)
    observer.start()
    try:
        read.read_text("utf-8")
        written.write_text("b", "utf-8")
        assert Path(str(events.get(timeout=10).src_path)) == written
    finally:
        observer.stop()
        observer.join()
