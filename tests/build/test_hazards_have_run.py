"""A run of all tests fails when a test that the hazard log names did not pass in it."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LOG = """groups: {dose: The dose}
hazards:
  pounds:
    group: dose
    hazard: Pounds are typed as kilograms.
    harm: More than twice the dose.
    cause: Both are asked for.
    control: The unit is chosen.
    tests: ["tests/unit/test_there.py::test_it_is_there", "tests/unit/test_there.py::test_another"]
    before: [4, 3]
    after: [4, 1]
    state: controlled
"""
CONFTEST = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from support.hazard_run import HazardRun

def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(HazardRun(config))
"""
TESTS = """
import pytest

@pytest.mark.parametrize("value", ["a@b", "c"])
def test_it_is_there(value):
    assert value

def test_another():
    pytest.{ends}
"""


@pytest.mark.parametrize(
    ("ends", "asked", "workers", "status"),
    [
        ("importorskip('sys')", ["tests"], "0", 0),
        ("skip('no browser')", ["tests/unit"], "0", 1),
        ("skip('no browser')", ["tests"], "2", 1),
        ("skip('no browser')", ["tests", "-k", "there"], "0", 0),
        ("skip('no browser')", ["tests/unit/test_there.py"], "0", 0),
    ],
)
def test_a_whole_run_without_a_named_test_fails(
    tmp_path: Path, ends: str, asked: list[str], workers: str, status: int
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n", "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "hazards.yml").write_text(LOG, "utf-8")
    folder = tmp_path / "tests" / "unit"
    folder.mkdir(parents=True)
    (tmp_path / "tests" / "conftest.py").write_text(CONFTEST.format(tests=str(PROJECT / "tests")), "utf-8")
    (folder / "test_there.py").write_text(TESTS.format(ends=ends), "utf-8")
    command = (
        sys.executable,
        "-m",
        "pytest",
        *asked,
        "-q",
        "-n",
        workers,
        "--dist",
        "loadgroup",
        "-p",
        "no:cacheprovider",
    )
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout
    said = "tests/unit/test_there.py::test_another did not pass in this run: pounds" in done.stdout
    assert said == (status == 1)
