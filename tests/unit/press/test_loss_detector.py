"""The loss detector notices what a page does not show, whatever made it vanish."""

import html
from pathlib import Path

import pytest

from press.checks import run
from press.checks.lost_text import lost
from press.content.project import Project
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.problems import Severity
from press.reading.source_file import SourceFile, source_of
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[3]
PAGES = sorted([*(PROJECT / "content" / "articles").glob("*.md"), *(PROJECT / "docs").rglob("*.md")])
TEXT = """# Title

A sentence with a number, 0.75 mg/kg.

- [ ] First item
1. Second item

| Drug | Hold |
|---|---|
| Naltrexone | 72 hours |
"""


def html_of(source: SourceFile) -> str:
    return str(page_html(parse(source, addresses=SiteMap(), page="articles/x.md")))


def said(page: str) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.rule, problem.message) for problem in lost(SourceFile("x.md", TEXT), page)]


def test_a_page_that_shows_everything_loses_nothing() -> None:
    assert said(html_of(SourceFile("x.md", TEXT))) == []


@pytest.mark.parametrize(
    ("gone", "instead", "line", "words"),
    [
        ("0.75", "0.5", 3, "75"),
        ("Second item", "", 6, "Second item"),
        ("72 hours", "", 10, "72 hours"),
        ("<h1", "<template><h1", 1, "Title"),
    ],
)
def test_words_that_vanish_are_named_with_their_line(gone: str, instead: str, line: int, words: str) -> None:
    html = html_of(SourceFile("x.md", TEXT))
    assert gone in html
    found = said(html.replace(gone, instead, 1))
    assert (line, "lost-text", f"The page does not show: {words}") in found


def test_a_word_written_twice_and_shown_once_is_missed() -> None:
    source = SourceFile("x.md", "dose dose\n")
    assert [problem.line for problem in lost(source, "<p>dose</p>")] == [1]
    assert list(lost(source, "<p>dose dose</p>")) == []


def test_a_list_that_comes_out_as_running_text_is_missed_though_its_words_are_there() -> None:
    found = list(lost(SourceFile("x.md", "Words:\n- one\n- two\n"), "<p>Words: - one - two</p>"))
    assert [(problem.line, problem.rule) for problem in found] == [(2, "lost-structure")]


def test_a_calculator_does_not_lend_its_words_to_the_article() -> None:
    html = "<clinical-calculator><p>Naltrexone</p></clinical-calculator>"
    assert [problem.line for problem in lost(SourceFile("x.md", "Naltrexone\n"), html)] == [1]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_no_page_of_the_site_is_accused_falsely(page: Path) -> None:
    source = source_of(page.read_bytes(), page.name)
    assert [problem.words() for problem in lost(source, html_of(source))] == []


@pytest.mark.parametrize(
    ("written", "shown", "lost_signs"),
    [
        ("Stop at > 160 mmHg", "Stop at 160 mmHg", ">"),
        ("- > 160 mmHg", "160 mmHg", ">"),
        ("Age >= 18 years", "Age 18 years", "> ="),
        ("About ~35 mg", "About 35 mg", "~"),
        ("A change of -3.2 points", "A change of 3.2 points", "-"),
        ("A change of +0.5 points", "A change of 0.5 points", "+"),
        ("0.5*70", "0.5 70", "*"),
        ("10^9 cells", "109 cells", "10 ^ 9"),
    ],
)
def test_a_sign_that_vanishes_is_named_as_a_word_is(written: str, shown: str, lost_signs: str) -> None:
    found = list(lost(SourceFile("x.md", f"{written}\n"), f"<ul><li>{html.escape(shown)}</li></ul>"))
    assert [problem.message for problem in found] == [f"The page does not show: {lost_signs}"]


@pytest.mark.parametrize(
    "written",
    ["> The label says so.\n> 84 mg at most.", "> > inside\n", "~~1 mg~~", "- 5 mg", "+ item", "**a** *b* _c_"],
)
def test_signs_that_are_markup_are_not_missed(written: str) -> None:
    source = SourceFile("x.md", f"{written}\n")
    assert list(lost(source, html_of(source))) == []


# What the check makes of a loss, whatever the renderer did to cause it.


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Give 1000 mg.", ["lost-text", "thousands-mark"]),
        ("Wait 10min.", ["lost-text", "no-space"]),
        ("Give .5 mg.", ["lost-text", "naked-decimal"]),
        ("Give 5 mg⁢.", ["character"]),
    ],
    ids=[
        "a warning hides no loss",
        "nor does another",
        "nor does a number to be written otherwise",
        "an error explains it",
    ],
)
def test_a_loss_is_named_beside_a_warning_of_its_line(
    text: str, rules: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "articles" / "case.md").write_text(f"{GOOD}{text}\n", "utf-8")
    monkeypatch.setattr(run, "lost", lambda source, html: [source.problem(15, 1, "lost-text", "Lost.", "Look.")])
    project = Project(root)
    (article,) = (article for article in project.articles if article.slug == "case")
    assert sorted(problem.rule for problem in run.article_problems(article, whole_site(project))) == rules


@pytest.mark.parametrize(("severity", "is_named"), [("warning", True), ("advice", True), ("error", False)])
def test_only_an_error_of_structure_explains_a_list_that_is_lost(
    severity: Severity, is_named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = small_project(tmp_path / "project")
    (root / "content" / "articles" / "case.md").write_text(f"{GOOD}- one\n- two\n", "utf-8")
    monkeypatch.setattr(run, "lost", lambda source, html: [source.problem(15, 1, "lost-structure", "Lost.", "Look.")])
    monkeypatch.setattr(
        run, "ARTICLE_RULES", [lambda page: [page.problem(16, 1, "list-indent", "Far in.", "Move it.", severity)]]
    )
    project = Project(root)
    (article,) = (article for article in project.articles if article.slug == "case")
    found = {problem.rule for problem in run.article_problems(article, whole_site(project))}
    assert ("lost-structure" in found) is is_named
