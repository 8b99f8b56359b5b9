"""The page that introduces the package is right: its examples give what they say, its commands run, its files exist."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from ketamine_calculators.__main__ import main

PACKAGE = Path(__file__).parents[3] / "calculators"
README = PACKAGE / "README.md"
TEXT = README.read_text("utf-8")
COMMANDS = [shlex.split(line)[2:] for line in TEXT.splitlines() if line.startswith("$ ")]


def test_the_examples_in_python_give_what_they_say() -> None:
    done = doctest.testfile(str(README), module_relative=False)
    assert done.attempted > 3
    assert done.failed == 0


@pytest.mark.parametrize("command", [pytest.param(command, id=" ".join(command)) for command in COMMANDS])
def test_a_command_runs(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(command) == 0
    assert capsys.readouterr().out


def test_every_command_is_shown() -> None:
    assert {command[0] for command in COMMANDS} == {"list", "describe", "run"}


@pytest.mark.parametrize("name", re.findall(r"`([a-z_/]+(?:\.py|\.txt|/))`", TEXT))
def test_a_file_that_is_named_exists(name: str) -> None:
    root = PACKAGE.parent if name.startswith(("docs/", "tests/")) else PACKAGE / "src" / "ketamine_calculators"
    assert (root / name).exists() or any(root.glob(f"worksheets/*/{name}"))


def test_it_fits_on_one_screen() -> None:
    assert len(TEXT.splitlines()) <= 60
