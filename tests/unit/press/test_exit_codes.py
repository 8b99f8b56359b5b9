"""The exit code tells a script who must act: 0 nobody, 1 what was checked or built is wrong, 2 nothing was done."""

from pathlib import Path

import pytest

from press.cli import exit_code, main
from press.reading.errors import (
    ArticleErrors,
    BuildError,
    CommandRefused,
    EditorError,
    MaintainerError,
    PressError,
    SetupError,
)
from support.small_project import small_project

CODES = {ArticleErrors: 1, BuildError: 1, CommandRefused: 2, SetupError: 2}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize("error", CODES, ids=lambda error: error.__name__)
def test_an_error_has_the_exit_code_of_its_class(error: type[PressError]) -> None:
    assert exit_code(error("said")) == CODES[error]


def test_every_error_says_by_its_class_who_must_act() -> None:
    assert set(PressError.__subclasses__()) == {EditorError, MaintainerError}
    assert {error for branch in (EditorError, MaintainerError) for error in branch.__subclasses__()} == set(CODES)


def test_articles_without_errors_give_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "content"]) == 0
    assert capsys.readouterr() == ("No errors, no warnings.\n", "")


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
def test_an_article_with_an_error_gives_1_and_the_error_goes_to_the_output(
    form: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "content" / "articles" / "there.md").open("a") as file:
        file.write("Give .5 mg.\n")
    assert main(["check", *form]) == 1
    said = capsys.readouterr()
    assert "naked-decimal" in said.out
    assert said.err == ""


def test_a_warning_alone_gives_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = project / "content" / "articles" / "there.md"
    article.rename(article.with_name("elsewhere.md"))
    assert main(["check", "content/articles/elsewhere.md"]) == 0
    assert capsys.readouterr().out.endswith("No errors, 1 warning.\n")


def test_files_that_are_not_there_give_2_and_each_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "gone.md", "content", "lost.md"]) == 2
    assert capsys.readouterr() == ("", "press: there is no file gone.md\npress: there is no file lost.md\n")


def test_a_command_that_is_refused_gives_2(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "there"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err[:35]) == ("", "press: there is published already, ")


def test_an_unknown_option_gives_2(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", "--nonsense"])
    assert left.value.code == 2
    assert "unrecognized arguments: --nonsense" in capsys.readouterr().err


def test_a_folder_that_is_no_checkout_gives_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr().err == (
        "press: this folder is no checkout of the site (there is no mkdocs.yml above it).\n"
    )
