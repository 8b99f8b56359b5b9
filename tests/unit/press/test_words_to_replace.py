"""What a new article begins with is never published: not by a command, not by the desk, not by taking the line away by hand."""

import datetime
import re
from pathlib import Path

import pytest

from press.checks.run import some
from press.cli import main
from press.content.new_article import article_text, words_to_replace
from press.content.project import Project
from press.content.taxonomy import read_taxonomy
from press.desk.article_life import command
from press.desk.workspace import Workspace
from press.reading.errors import CommandRefused
from press.reading.problems import Problem
from press.site.site_map import whole_site
from support.building import PROJECT
from support.small_project import small_project

TODAY = datetime.date(2026, 6, 1)
TITLE, SLUG = "Spacing treatments", "spacing-treatments"
PATH = f"content/articles/{SLUG}.md"
TAXONOMY = read_taxonomy(PROJECT / "content", "content/taxonomy.yml")[0]
STAYING = {f"# {TITLE}", "## Key points {#key-points}"}


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


def begun(root: Path, category: str, audience: str = "") -> str:
    text = article_text(TITLE, SLUG, category, "Ketamine Association Editorial Team", Project(root, TODAY).lists, TODAY)
    text = text.replace(f"/images/articles/{SLUG}.svg", "/images/articles/curve.svg")
    return re.sub(r"(?m)^audience: .*$", f'audience: "{audience}"', text) if audience else text


def left_in(text: str) -> list[str]:
    """Every line that a reader must not see, the one of the front matter among them."""
    head, body = text.split("\n---\n", 1)
    lines = [line for line in body.splitlines() if line and line not in STAYING]
    return [*(line for line in head.splitlines() if line.startswith("excerpt:")), *lines]


def with_one_left(text: str, line: str) -> str:
    """The article written, but for one line."""
    for other in left_in(text):
        if other != line:
            mark = re.match(r"excerpt: |#+ |- |", other)
            assert mark
            text = text.replace(other, f"{mark[0]}Written {len(other)}")
    return text


def problems_of(root: Path, text: str) -> list[Problem]:
    (root / PATH).write_text(text, "utf-8")
    return [one for one in some([root / PATH], whole_site(Project(root, TODAY))) if one.rule == "unwritten"]


@pytest.mark.parametrize("audience", TAXONOMY.audiences)
@pytest.mark.parametrize("category", TAXONOMY.categories)
def test_every_line_of_a_new_article_is_one_to_be_replaced(category: str, audience: str, project: Path) -> None:
    text = begun(project, category, audience)
    assert len(left_in(text)) == len(words_to_replace(text)) == 6
    for line in left_in(text):
        assert len(words_to_replace(with_one_left(text, line))) == 1, line
    assert words_to_replace(with_one_left(text, "")) == []


def test_one_line_that_is_left_in_is_refused_by_command_and_desk_and_is_an_error_without_the_draft(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = begun(project, "SAFETY")
    for line in left_in(text):
        one = with_one_left(text, line)
        (problem,) = problems_of(project, one)
        assert (problem.severity, one.splitlines()[problem.line - 1]) == ("warning", line)
        assert main(["publish", SLUG, "--as-of", TODAY.isoformat()]) == 2
        assert "words that are to be replaced" in capsys.readouterr().err
        with pytest.raises(CommandRefused, match="words that are to be replaced"):
            command(Workspace(project, TODAY), "publish", {"slug": SLUG})
        shown = one.replace("draft: true\n", "")
        (problem,) = problems_of(project, shown)
        assert (problem.severity, shown.splitlines()[problem.line - 1]) == ("error", line)
    (project / PATH).write_text(with_one_left(text, ""), "utf-8")
    assert main(["publish", SLUG, "--as-of", TODAY.isoformat()]) == 0


@pytest.mark.parametrize(
    "written",
    [
        "* (write here: what is done first)",
        "1. (Write here: what is done first).",
        "**(write here: what is done first)**",
        "> - (write here: what is done first)",
        "### (write here: the heading of the first\n  section) {#first}",
        "One says: (write\nhere: the one thing\nto remember). So it is.",
        "- (write here: a finding)",
    ],
)
def test_words_to_be_replaced_are_found_in_another_list_in_bold_and_across_lines(written: str) -> None:
    assert len(words_to_replace(f"Text.\n\n{written}\n\nText.\n")) == 1


@pytest.mark.parametrize(
    "written",
    [
        "## What is done first",
        "- What is done next.",
        "Never driving the same day is the one thing to remember.",
        "Say in the form (write here or there) what is meant.",
    ],
)
def test_what_an_editor_may_write_is_not_taken_for_them(written: str) -> None:
    assert words_to_replace(f"Text.\n\n{written}\n") == []


def test_none_of_our_articles_holds_them() -> None:
    texts = {file.name: file.read_text("utf-8") for file in (PROJECT / "content" / "articles").glob("*.md")}
    assert {name: words for name, text in texts.items() if (words := words_to_replace(text))} == {}
