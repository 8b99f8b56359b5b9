"""Commands as programs of their own: what make offers, and what press does where another program reads or answers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from press.cli import main
from support.building import PROJECT
from support.small_project import small_project

LINT = ("ruff check", "ruff format --check", "mypy", "lint-imports", "tsc", "npm run --silent lint")


def said_by(*command: str) -> str:
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout


def would_run(target: str) -> list[str]:
    """The commands of a target and of what it needs, none of which is run."""
    return said_by("make", "--dry-run", target).splitlines()


def test_make_help_lists_every_target_that_a_person_may_call() -> None:
    listed = dict(re.findall(r"^make (\S+) +(\S.*)$", said_by("make", "help"), re.MULTILINE))
    targets = set(re.findall(r"^([a-z0-9-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    # Parts of the others.
    assert targets - listed.keys() == {"setup", "browsers", "lint-types", "lint-others"}
    assert listed.keys() <= targets


@pytest.mark.parametrize("target", ["lint", "check", "test"])
def test_lint_is_part_of_what_a_change_has_to_pass(target: str) -> None:
    run = "\n".join(would_run(target))
    assert [command for command in LINT if command not in run] == []


@pytest.mark.parametrize("kind", ["unit", "build", "e2e"])
def test_each_kind_of_test_has_a_command(kind: str) -> None:
    target = {"build": "build-tests"}.get(kind, kind)
    assert any(command.endswith(f"tests/{kind}") for command in would_run(target))
    assert (PROJECT / "tests" / kind).is_dir()


def test_unit_tests_wait_for_no_browser() -> None:
    assert not any("browsers" in command for command in would_run("unit"))
    assert any("browsers" in command for command in would_run("e2e"))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(("words", "code"), [(("iv_dose",), 0), (("nonsense",), 2)], ids=["known", "unknown"])
def test_the_exit_code_of_another_program_is_handed_on(words: tuple[str, ...], code: int, project: Path) -> None:
    assert main(["calculators", *words]) == code


def test_an_output_that_nobody_reads_is_no_fault(project: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "press.cli", "schema"], stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")
