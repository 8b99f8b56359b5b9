"""The cases of a unit test run as one test: all are asked, and each that fails is named with what it failed on."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
CONFTEST = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from support.cases_together import OPTION, CasesTogether

def pytest_addoption(parser):
    parser.addoption(OPTION, action="store_true")

def pytest_configure(config):
    if config.getoption(OPTION):
        config.pluginmanager.register(CasesTogether(Path(__file__).parent / "unit"))
"""
TESTS = """
import pytest

@pytest.fixture(scope="module")
def limit():
    return 10

@pytest.fixture
def folder():
    return []

@pytest.mark.parametrize("weight", [1, 20, 3, 40], ids=["light", "heavy", "small", "huge"])
@pytest.mark.parametrize("height, width", [(1, 2), (30, 2)])
def test_everything_is_small(limit, weight, height, width):
    assert weight < limit, f"{weight} kg"
    assert height < limit, "too high"

@pytest.mark.parametrize("weight", [1, 2])
def test_what_is_made_anew(weight, folder):
    folder.append(weight)
    assert folder == [weight]

@pytest.mark.parametrize("weight", [1, pytest.param(2, marks=pytest.mark.xfail(strict=True))])
def test_a_mark_of_one_case(weight):
    assert weight == 1

@pytest.mark.parametrize("limit", [1, 2], indirect=True)
def test_given_to_a_fixture(limit):
    assert limit == 10

@pytest.mark.parametrize("weight", [1, 2])
def test_a_case_that_is_skipped(weight):
    if weight == 2:
        pytest.skip("no scales")

@pytest.mark.parametrize("weight", range(500))
def test_all_is_well(weight):
    assert weight >= 0
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the same tests as unit tests and as others."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n", "utf-8")
    for kind in ("unit", "other"):
        (folder / "tests" / kind).mkdir(parents=True)
        (folder / "tests" / kind / "test_sizes.py").write_text(TESTS, "utf-8")
    (folder / "tests" / "conftest.py").write_text(CONFTEST.format(tests=str(PROJECT / "tests")), "utf-8")
    return folder


def said(project: Path, *asked: str) -> str:
    """What pytest says of a run."""
    command = (sys.executable, "-m", "pytest", *asked, "-q", "-p", "no:cacheprovider")
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False).stdout


def test_every_case_that_fails_is_named_with_what_it_failed_on(project: Path) -> None:
    words = said(project, "tests/unit", "--cases-together")
    # Two weights of four with both sizes, and the two others with the second size.
    assert "6 of 8 cases failed" in words
    for case, reason in {
        "1-2-heavy": "20 kg",
        "1-2-huge": "40 kg",
        "30-2-light": "too high",
        "30-2-heavy": "20 kg",
        "30-2-small": "too high",
        "30-2-huge": "40 kg",
    }.items():
        assert f"\n[{case}] AssertionError: {reason}" in words
        assert f"_____ [{case}] _____" in words
    # Where it failed, and what stood on both sides.
    assert 'assert weight < limit, f"{weight} kg"' in words
    assert "assert 20 < 10" in words


def test_each_case_that_was_named_runs_alone(project: Path) -> None:
    words = said(project, "tests/unit/test_sizes.py::test_everything_is_small[30-2-light]")
    assert "1 failed" in words
    assert "too high" in words


def test_a_case_that_is_skipped_fails_by_its_name(project: Path) -> None:
    assert "1 of 2 cases failed" in (words := said(project, "tests/unit", "--cases-together", "-k", "skipped"))
    assert "[2] Skipped: no scales" in words


def test_only_cases_that_differ_in_nothing_but_their_values_run_together(project: Path) -> None:
    together = said(project, "tests/unit", "--cases-together", "--collect-only").splitlines()
    place = "tests/unit/test_sizes.py::"
    assert [line.removeprefix(place) for line in together if line.startswith(place)] == [
        "test_everything_is_small",
        "test_what_is_made_anew[1]",
        "test_what_is_made_anew[2]",
        "test_a_mark_of_one_case[1]",
        "test_a_mark_of_one_case[2]",
        "test_given_to_a_fixture[1]",
        "test_given_to_a_fixture[2]",
        "test_a_case_that_is_skipped",
        "test_all_is_well",
    ]


@pytest.mark.parametrize("asked", [("tests/other", "--cases-together"), ("tests/unit",)])
def test_elsewhere_and_when_nobody_asks_each_case_is_a_test(project: Path, asked: tuple[str, ...]) -> None:
    assert said(project, *asked, "--collect-only").count("::test_all_is_well[") == 500
