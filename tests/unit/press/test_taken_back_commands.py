"""A command writes all of its files or none, and the last one of each kind can be taken back."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from press.cli import main
from press.reading import file_changes
from press.reading.file_changes import FOLDER, FileChanges
from support.small_project import small_project

REVIEWER = "Ketamine Association Clinical Reviewer"
RUNNING = f"{FOLDER}/running.json"
COMMANDS = {
    "new": ("new", "Spacing treatments", "--category", "CLINICAL_PRACTICE"),
    "publish": ("publish", "unfinished"),
    "review": ("review", "there", "--by", REVIEWER),
    "rename": ("rename", "there", "elsewhere"),
    "withdraw": ("withdraw", "there", "--reason", "Wrong dose."),
    "fix": ("check", "--fix", "--yes"),
}
"""Each kind of command that changes files; `new`, `rename` and `fix` change several."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    articles = root / "content" / "articles"
    for number in (1, 2):
        text = (articles / "there.md").read_text("utf-8").replace('slug: "there"', f'slug: "more-{number}"')
        (articles / f"more-{number}.md").write_text(f"{text}\nSee [that](there.md). Take .5 mg.\n", "utf-8")
    return root


def files(root: Path) -> dict[str, bytes]:
    """Every file of the project that editors know."""
    found = [file for file in root.rglob("*") if file.is_file() and not file.is_relative_to(root / ".cache")]
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in found}


@pytest.mark.parametrize("kind", COMMANDS)
def test_each_command_is_taken_back_to_the_byte(kind: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(root)
    main(COMMANDS[kind])
    after = files(root)
    assert after != before
    capsys.readouterr()
    assert main(["undo", kind]) == 0
    assert files(root) == before
    said = capsys.readouterr().out
    assert said.startswith(f"Taken back: press {kind}. It had done this: ")
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    assert {line.partition(": ")[2] for line in said.splitlines()[1:]} == changed


def test_without_a_kind_the_last_command_is_taken_back_then_the_one_before(root: Path) -> None:
    first = files(root)
    main(COMMANDS["publish"])
    second = files(root)
    main(COMMANDS["withdraw"])
    assert main(["undo"]) == 0
    assert files(root) == second
    assert main(["undo"]) == 0
    assert files(root) == first


def test_what_was_changed_since_is_not_overwritten(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(COMMANDS["rename"])
    article = root / "content" / "articles" / "more-2.md"
    article.write_text(f"{article.read_text('utf-8')}\nWritten since.\n", "utf-8")
    before = files(root)
    assert main(["undo"]) == 2
    assert files(root) == before
    assert "since press rename somebody has changed content/articles/more-2.md." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"), [(["undo"], "There is nothing"), (["undo", "review"], "There is no press review")]
)
def test_nothing_to_take_back_is_said(
    words: list[str], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert f"{said} to take back." in capsys.readouterr().err


def test_a_command_is_taken_back_once(root: Path) -> None:
    main(COMMANDS["withdraw"])
    assert main(["undo"]) == 0
    assert main(["undo"]) == 2


def fault_at(number: int, fault: BaseException, last: int | None = None) -> Callable[..., None]:
    """In place of os.fsync, which each write calls once: a fault from one write to another, or at one alone."""
    written = 0

    def fsync(_: int) -> None:
        nonlocal written
        written += 1
        if number <= written <= (last or number):
            raise fault

    return fsync


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize("kind", ["new", "rename", "fix"])
def test_a_write_that_fails_leaves_every_file_as_it_was(
    kind: str, number: int, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fault_at(number, OSError(28, "No space left on device")))
        status = main(COMMANDS[kind])
    if status == 2:
        assert files(root) == before
        assert "could not be written: No space left on device. Every file is as it was." in capsys.readouterr().err
    else:
        # It has fewer files than that.
        assert files(root) != before
    assert not (root / RUNNING).exists()


class PowerCut(BaseException):
    """The computer goes off."""


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize("kind", ["new", "rename", "fix"])
def test_after_a_crash_at_any_write_the_next_command_leaves_the_old_state(
    kind: str, number: int, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fault_at(number, PowerCut()))
        patched.setattr(file_changes, "_cancel", lambda root, record: None)  # a computer that is off puts nothing back
        try:
            main(COMMANDS[kind])
            cut = False
        except PowerCut:
            cut = True
    after = files(root)
    an_hour_ago = time.time() - 3600
    if (root / RUNNING).exists():
        os.utime(root / RUNNING, (an_hour_ago, an_hour_ago))
    capsys.readouterr()
    main(["check"])
    assert files(root) == (before if cut else after)
    assert ("was cut off before it was done" in capsys.readouterr().err) == (cut and number > 1)


def test_what_an_editor_wrote_after_a_crash_is_kept_and_named(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fault_at(3, PowerCut()))
        patched.setattr(file_changes, "_cancel", lambda root, record: None)
        with pytest.raises(PowerCut):
            main(COMMANDS["rename"])
    article = root / "content" / "articles" / "more-1.md"
    article.write_text("Mine.\n", "utf-8")
    os.utime(root / RUNNING, (0, 0))
    main(["check"])
    assert article.read_text("utf-8") == "Mine.\n"
    assert "Changed since, and left as they are: content/articles/more-1.md." in capsys.readouterr().err


def test_a_disk_that_lets_nothing_be_put_back_is_told_and_mended_later(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fault_at(3, OSError(5, "Input/output error"), last=99))
        assert main(COMMANDS["rename"]) == 2
    assert "Not every file could be put back. The next press command does it" in capsys.readouterr().err
    os.utime(root / RUNNING, (0, 0))
    main(["check"])
    assert files(root) == before


def test_a_command_waits_while_another_one_writes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / FOLDER).mkdir(parents=True)
    (root / RUNNING).write_text("{}", "utf-8")
    monkeypatch.setattr(time, "sleep", lambda _: (root / RUNNING).unlink())
    assert file_changes.finish_cut_off(root) == ""


def test_bytes_that_are_no_text_and_the_rights_of_a_file_are_kept(root: Path) -> None:
    file = root / "content" / "x.md"
    file.write_bytes(b"\xff\r\n")
    file.chmod(0o640)
    changes = FileChanges(root)
    changes.set(file, changes.text(file) + "more")
    changes.carry_out("fix", "Changed.")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"\xff\r\nmore", 0o640)
    assert main(["undo"]) == 0
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"\xff\r\n", 0o640)
