"""The life of an article by buttons: the desk writes what the command writes, refuses what it refuses, in words of the desk."""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from press.cli import main
from press.desk.article_life import command
from press.desk.one_title import set_fields
from press.desk.workspace import Workspace
from press.reading.errors import CommandRefused
from press.reading.file_text import file_text
from support.building import PROJECT
from support.small_project import small_project

TODAY = datetime.date(2026, 6, 1)
REVIEWER = "Ketamine Association Clinical Reviewer"
UNFINISHED = "content/articles/unfinished.md"

SAME = [
    ("new", {"title": "Spacing: 2 weeks", "category": "SAFETY"}, ["new", "Spacing: 2 weeks", "--category", "SAFETY"]),
    (
        "new",
        {"title": "A", "category": "SAFETY", "slug": "b", "author": "Ketamine Association Editorial Team"},
        ["new", "A", "--category", "SAFETY", "--slug", "b", "--author", "Ketamine Association Editorial Team"],
    ),
    ("publish", {"slug": "unfinished"}, ["publish", "unfinished"]),
    ("publish", {"slug": "unfinished", "on": "2026-07-01"}, ["publish", "unfinished", "--on", "2026-07-01"]),
    ("review", {"slug": "there", "by": REVIEWER}, ["review", "there", "--by", REVIEWER]),
    (
        "review",
        {"slug": "there", "by": REVIEWER, "due": "2026-12-01"},
        ["review", "there", "--by", REVIEWER, "--due", "2026-12-01"],
    ),
    ("rename", {"slug": "there", "new": "here"}, ["rename", "there", "here"]),
    ("withdraw", {"slug": "there", "reason": "Wrong dose."}, ["withdraw", "there", "--reason", "Wrong dose."]),
]
REFUSED = [
    ("new", {"title": "x", "category": "SAFTY"}, ["new", "x", "--category", "SAFTY"]),
    ("new", {"title": "There", "category": "SAFETY"}, ["new", "There", "--category", "SAFETY"]),
    ("publish", {"slug": "there"}, ["publish", "there"]),
    ("publish", {"slug": "unfinishd"}, ["publish", "unfinishd"]),
    ("review", {"slug": "there", "by": "Nobody"}, ["review", "there", "--by", "Nobody"]),
    (
        "review",
        {"slug": "there", "by": REVIEWER, "due": "2026-01-01"},
        ["review", "there", "--by", REVIEWER, "--due", "2026-01-01"],
    ),
    ("rename", {"slug": "there", "new": "unfinished"}, ["rename", "there", "unfinished"]),
    ("rename", {"slug": "there", "new": "a b"}, ["rename", "there", "a b"]),
    ("withdraw", {"slug": "there", "reason": " "}, ["withdraw", "there", "--reason", " "]),
]


def texts(root: Path) -> dict[str, str]:
    files = (file for folder in ("content", "docs") for file in (root / folder).rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file_text(file) for file in files}


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


def at_the_command_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main([*words, "--as-of", TODAY.isoformat()])
    said = capsys.readouterr()
    return status, said.out + said.err


@pytest.mark.parametrize(
    ("name", "arguments", "words"), SAME, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_desk_writes_what_the_command_does_and_says_it_in_words_of_the_desk(
    name: str, arguments: dict[str, str], words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(project, project.parent / "desk")
    before = texts(project)
    desk = Workspace(project.parent / "desk", TODAY)
    done = command(desk, name, arguments)
    assert at_the_command_line(words, capsys)[0] == 0
    said = " ".join([done["words"], *done["steps"]])
    assert terminal_words(said) == []
    assert "and it in" in said or name == "new"
    after = texts(project)
    assert texts(desk.root) == after
    assert desk.changed == {file["path"]: file["text"] for file in done["files"]}
    for file in done["files"]:
        assert (file["before"], file["text"]) == (before.get(file["path"]), after.get(file["path"]))


def terminal_words(said: str) -> list[str]:
    """Commands, options, paths, names in addresses and days in figures: an editor at the desk meets none of them."""
    return re.findall(
        r"press \w+|--\w+|\w+\.(?:md|yml)|content/|/articles/|unfinished|slug|\d{4}-\d\d-\d\d|build",
        said,
    )


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("new", {"title": "Spacing", "category": "SAFETY"}, "“Spacing” is begun, as a draft that readers do not see."),
        (
            "publish",
            {"slug": "unfinished"},
            "It is marked as published from 1 June 2026 on. Now hand it in: readers see it when it has been taken in.",
        ),
        (
            "publish",
            {"slug": "unfinished", "on": "2026-07-01"},
            "It is marked as published from 1 July 2026 on. Now hand it in: readers see it from that day on, once it has "
            "been taken in.",
        ),
    ],
)
def test_the_words_of_the_desk_say_what_is_left_to_do(
    name: str, arguments: dict[str, str], said: str, project: Path
) -> None:
    done = command(Workspace(project, TODAY), name, arguments)
    assert (done["words"], done["steps"]) == (said, [])


@pytest.mark.parametrize(
    ("name", "arguments", "words"), REFUSED, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_desk_refuses_what_the_command_refuses_and_changes_nothing(
    name: str, arguments: dict[str, str], words: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = texts(project)
    with pytest.raises(CommandRefused) as refused:
        command(Workspace(project, TODAY), name, arguments)
    assert at_the_command_line(words, capsys)[0] == 2
    assert terminal_words(str(refused.value)) == []
    assert texts(project) == before


@pytest.mark.parametrize("name", ["publish", "review"])
def test_an_article_with_an_error_is_refused_with_all_that_is_wrong(name: str, project: Path) -> None:
    file = project / UNFINISHED
    file.write_text(f"{file_text(file)}\nGive .5 mg.\n", "utf-8")
    with pytest.raises(CommandRefused) as refused:
        command(Workspace(project, TODAY), name, {"slug": "unfinished", "by": REVIEWER})
    assert str(refused.value).startswith("“A good article” is not ")
    assert 'Line 6: ".5" has no zero before its point' in str(refused.value)
    assert terminal_words(str(refused.value)) == []


def test_what_was_typed_at_the_desk_is_what_is_published(project: Path) -> None:
    desk = Workspace(project, TODAY)
    text = f"{desk.text(UNFINISHED)}\nTyped just now.\n"
    desk.keep(UNFINISHED, text)
    (file,) = command(desk, "publish", {"slug": "unfinished"})["files"]
    assert file["before"] == text
    assert str(file["text"]).endswith("Typed just now.\n")
    assert "draft" not in str(file["text"])


def test_what_a_command_needs_is_asked_for(project: Path) -> None:
    desk = Workspace(project, TODAY)
    for name, arguments, said in (
        ("new", {"title": "x"}, "Say the category first."),
        ("publish", {"slug": "unfinished", "on": "1 July"}, '"1 July" is not a day; write it as 2026-06-30.'),
        ("unpublish", {"slug": "there"}, 'There is no command "unpublish". Did you mean "publish"?'),
    ):
        with pytest.raises(CommandRefused) as refused:
            command(desk, name, arguments)
        assert str(refused.value).startswith(said)


def test_withdrawing_our_protocol_names_the_calculators_that_rest_on_it(tmp_path: Path) -> None:
    for folder in ("content", "docs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    desk = Workspace(tmp_path, datetime.date(2026, 12, 1))
    done = command(desk, "withdraw", {"slug": "treatment-resistant-depression-protocols", "reason": "Wrong dose."})
    assert any("IV ketamine dose" in step and step.startswith("Calculators that rest on it") for step in done["steps"])
    assert any(step.startswith("Articles that link to it") for step in done["steps"])


def test_a_draft_that_nobody_has_seen_is_named_after_its_new_title_as_if_it_had_been_begun_with_it(
    tmp_path: Path,
) -> None:
    desk = Workspace(small_project(tmp_path / "one"), TODAY)
    command(desk, "new", {"title": "Draft", "category": "SAFETY"})
    text = set_fields(desk, desk.text("content/articles/draft.md"), {"title": "Blood pressure & nurses"})["text"]
    desk.keep("content/articles/draft.md", text)
    done = command(desk, "readdress", {"slug": "draft"})
    assert done["words"] == "The address of the page is now articles/blood-pressure-nurses."
    begun = Workspace(small_project(tmp_path / "two"), TODAY)
    command(begun, "new", {"title": "Blood pressure & nurses", "category": "SAFETY"})
    assert desk.changed == begun.changed


def test_a_picture_of_the_editors_stays_where_it_is_when_a_draft_is_named_anew(tmp_path: Path) -> None:
    desk = Workspace(small_project(tmp_path), TODAY)
    command(desk, "new", {"title": "Draft", "category": "SAFETY"})
    desk.keep("content/images/articles/draft.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    desk.keep("content/articles/draft.md", desk.text("content/articles/draft.md").replace("Draft", "Pressure"))
    command(desk, "readdress", {"slug": "draft"})
    assert "/images/articles/draft.svg" in desk.text("content/articles/pressure.md")
    assert sorted(desk.changed) == ["content/articles/pressure.md", "content/images/articles/draft.svg"]


def test_what_is_published_and_a_taken_address_are_refused(tmp_path: Path) -> None:
    desk = Workspace(small_project(tmp_path), TODAY)
    with pytest.raises(CommandRefused, match="is no draft"):
        command(desk, "readdress", {"slug": "there"})
    command(desk, "new", {"title": "Draft", "category": "SAFETY"})
    desk.keep("content/articles/draft.md", desk.text("content/articles/draft.md").replace("Draft", "There"))
    with pytest.raises(CommandRefused, match="Another article has the address there"):
        command(desk, "readdress", {"slug": "draft"})
