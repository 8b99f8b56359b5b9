"""What is kept of a check is never another answer than a check from nothing, whatever has changed."""

import datetime
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from press.check_commands import problems_of
from press.checks import run
from press.checks.checked_page import CheckedPage, PageRule
from press.checks.kept_checks import KeptChecks
from press.checks.rules import ARTICLE_RULES
from press.checks.run import everything, some
from press.content.kept_content import read_with
from press.content.project import Project
from press.markdown.parsed_page import ParsedPage
from press.markdown.parser import parse
from press.reading.kept_results import KEPT, KeptResults
from press.reading.problems import Problem
from press.reading.source_file import SourceFile
from press.site.rendered_page import RenderedPage
from press.site.site_map import whole_site
from support.lively_project import CHANGES, DAY, Change, lively_project


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose check is kept."""
    root = lively_project(tmp_path_factory.mktemp("kept") / "project")
    with_kept(root, DAY)
    return root


@pytest.fixture(scope="module")
def said_before(checked: Path) -> list[Problem]:
    return from_nothing(checked, DAY)


def project_of(root: Path, day: str) -> Project:
    return Project(root, datetime.date.fromisoformat(day))


def with_kept(root: Path, day: str, *files: Path) -> list[Problem]:
    kept = KeptResults(root / KEPT)
    return problems_of(files, read_with(kept, project_of(root, day)), kept)


def from_nothing(root: Path, day: str, *files: Path) -> list[Problem]:
    site = whole_site(project_of(root, day))
    return some(files, site) if files else everything(site)


@pytest.mark.parametrize("change", [pytest.param(change, id=change.what) for change in CHANGES])
def test_a_check_after_a_change_says_what_a_check_from_nothing_says(
    checked: Path, said_before: list[Problem], tmp_path: Path, change: Change
) -> None:
    root = tmp_path / "project"
    shutil.copytree(checked, root)
    change.make(root)
    after = from_nothing(root, change.day)
    assert with_kept(root, change.day) == after
    assert with_kept(root, change.day) == after, "what is kept now is another answer"
    assert (after != said_before) is change.is_said
    hub = root / "content" / "articles" / "hub.md"
    assert with_kept(root, change.day, hub) == from_nothing(root, change.day, hub)


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("what", ["a link", "a heading that others lead to", "a heading that is linked to goes"])
def test_a_place_that_is_not_there_is_found_while_all_pages_are_read_at_once(
    checked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, processes: int
) -> None:
    root = tmp_path / "project"
    shutil.copytree(checked, root, ignore=shutil.ignore_patterns(".cache"))
    next(one for one in CHANGES if one.what == what).make(root)
    monkeypatch.setattr("press.checks.processes.FEW", 1)
    monkeypatch.setattr("press.checks.processes._SHARE", 1)
    monkeypatch.setattr("os.process_cpu_count", lambda: processes)
    found = with_kept(root, DAY)
    assert found == from_nothing(root, DAY)
    assert any(problem.rule == "link-place" for problem in found)
    assert with_kept(root, DAY) == found


@pytest.mark.parametrize("what", ["a link", "a heading that others lead to", "a heading that is linked to goes"])
def test_a_check_that_was_cut_off_leaves_no_page_that_is_trusted_wrongly(
    checked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    root = tmp_path / "project"
    shutil.copytree(checked, root, ignore=shutil.ignore_patterns(".cache"))
    next(one for one in CHANGES if one.what == what).make(root)
    read = KeptChecks._judged

    def cut_off(checks: KeptChecks, subjects: Sequence[Any]) -> Any:
        yield from read(checks, subjects)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(KeptChecks, "_judged", cut_off)
        with pytest.raises(KeyboardInterrupt):
            with_kept(root, DAY)
    found = with_kept(root, DAY)
    assert found == from_nothing(root, DAY)
    assert any(problem.rule == "link-place" for problem in found)


def pages_read(monkeypatch: pytest.MonkeyPatch, root: Path, day: str = DAY) -> Counter[str]:
    """How often each page is read by the rules in a check."""
    read: Counter[str] = Counter()
    by_rules = run._page_problems

    def counted(page: CheckedPage, rules: Sequence[PageRule], rendered: RenderedPage | None) -> Iterator[Problem]:
        read[page.source.path] += 1
        return by_rules(page, rules, rendered)

    monkeypatch.setattr(run, "_page_problems", counted)
    with_kept(root, day)
    return read


@pytest.mark.parametrize(
    ("change", "read"),
    [
        ("nothing", set()),
        ("a word of the text", {"content/articles/hub.md"}),
        ("a heading that others lead to", {"content/articles/hub.md", "content/articles/spoke.md", "docs/about.md"}),
        ("an article comes that nothing waits for", {"content/articles/new.md"}),
        ("an article comes that was missed", {"content/articles/never.md", "content/articles/spoke.md"}),
        ("the title of a work", {"content/articles/hub.md"}),
        ("a work that nobody cites", set()),
        ("all works move by a line", set()),
        ("a picture goes", {f"content/articles/{slug}.md" for slug in ("hub", "later", "lonely", "spoke")}),
        ("the day before that of a review", set()),
        ("the day of a review comes", {"content/articles/spoke.md"}),
        ("a file that a page shows", {"docs/change-log.md"}),
    ],
)
def test_only_what_depends_on_a_change_is_read_again(
    checked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, read: set[str]
) -> None:
    root = tmp_path / "project"
    shutil.copytree(checked, root)
    made = next(one for one in CHANGES if one.what == change)
    made.make(root)
    assert set(pages_read(monkeypatch, root, made.day)) == read


def test_what_is_asked_of_the_site_beside_what_is_noted_is_not_kept(
    checked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    shutil.copytree(checked, root)
    monkeypatch.setattr(run, "ARTICLE_RULES", (*ARTICLE_RULES, lambda page: iter(page.site.hazards.hazards and ())))
    shutil.rmtree(root / ".cache")
    with_kept(root, DAY)
    articles = {f"content/articles/{slug}.md" for slug in ("hub", "later", "lonely", "spoke")}
    assert set(pages_read(monkeypatch, root)) == articles


def test_an_article_that_is_linked_to_is_parsed_once_for_its_places(
    checked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    shutil.copytree(checked, root, ignore=shutil.ignore_patterns(".cache"))
    hub, spoke = (root / "content" / "articles" / f"{slug}.md" for slug in ("hub", "spoke"))
    parsed: list[str] = []

    def noted(source: SourceFile, **given: Any) -> ParsedPage:
        parsed.append(source.path)
        return parse(source, **given)

    monkeypatch.setattr("press.site.site.parse", noted)
    assert with_kept(root, DAY, hub) == from_nothing(root, DAY, hub)
    assert "content/articles/spoke.md" in parsed
    hub.write_text(hub.read_text("utf-8").replace("#waiting", "#resting", 1), "utf-8")
    parsed.clear()
    found = with_kept(root, DAY, hub)
    assert "content/articles/hub.md" in parsed
    assert "content/articles/spoke.md" not in parsed
    assert [problem.rule for problem in found if "resting" in problem.message] == ["link-place"]
    spoke.write_text(spoke.read_text("utf-8").replace("#waiting", "#resting", 1), "utf-8")
    assert not any("resting" in problem.message for problem in with_kept(root, DAY, hub))
