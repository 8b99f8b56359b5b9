"""A run of all tests fails when a test that the hazard log or the security page names was not among those that passed.

Only a whole run is judged, and of it only what it was asked to run: who runs one file or one test is not told of others.
With several workers the reports come together in the one that started them, and it judges.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pytest

from press.content.hazards import Hazard, read_hazards

SECURITY_PAGE = Path("docs") / "security.md"
_TEST = re.compile(r"`(tests/[\w/]+\.py::test_\w+)`")
_NARROWING = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "ff", "collectonly", "maxfail")
"""Options with which a run leaves tests out on purpose."""


def named_tests(root: Path) -> dict[str, list[str]]:
    """Each test that the log or the page names, with the hazards and the questions that name it."""
    hazards: Iterable[Hazard] = read_hazards(root / "content", "content/hazards.yml")[0].hazards
    found: dict[str, list[str]] = {}
    for hazard in hazards:
        for test in hazard.tests:
            found.setdefault(test, []).append(hazard.id)
    page = root / SECURITY_PAGE
    for question, tests in (questions(page.read_text("utf-8")) if page.is_file() else {}).items():
        for test in tests:
            found.setdefault(test, []).append(f"security page, {question}")
    return found


def questions(page: str) -> dict[str, list[str]]:
    """The questions of the security page by their anchors, with the tests that show each answer."""
    parts = re.split(r"^## .*\{#([a-z-]+)\}$", page, flags=re.MULTILINE)[1:]
    return {anchor: _TEST.findall(text) for anchor, text in zip(parts[::2], parts[1::2], strict=True)}


def named_by(node_id: str) -> str:
    """The test behind a report: without its parameters and without the group that a worker was given it in."""
    return node_id.partition("[")[0].partition("@")[0]


def folders_asked(config: pytest.Config) -> list[str]:
    """The folders that this run goes through as a whole, from the root of the project; none when it leaves tests out."""
    if any(config.getoption(name, None) for name in _NARROWING):
        return []
    asked = [Path(config.invocation_params.dir, argument).resolve() for argument in config.args]
    return [folder.relative_to(config.rootpath).as_posix() for folder in asked if folder.is_dir()]


def not_run(named: Iterable[str], passed: Collection[str], folders: Iterable[str]) -> Iterator[str]:
    """Those of the named tests that were asked for and did not pass."""
    inside = tuple("" if folder == "." else f"{folder}/" for folder in folders)
    return (test for test in named if test.startswith(inside) and test not in passed)


class HazardRun:
    """Gathers what passed, and judges at the end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.passed: set[str] = set()
        self.missing: dict[str, list[str]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that passed, with any of its parameters."""
        if report.when == "call" and report.passed:
            self.passed.add(named_by(report.nodeid))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run that passed without a test that a hazard rests on."""
        folders = folders_asked(self.config)
        named = named_tests(self.config.rootpath) if folders else {}
        self.missing = {test: named[test] for test in not_run(named, self.passed, folders)}
        if self.missing and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which tests, and which hazards stand without their proof."""
        if self.missing:
            terminalreporter.section("hazards or answers without their proof", red=True)
            for test, hazards in self.missing.items():
                terminalreporter.line(f"{test} did not pass in this run: {', '.join(hazards)}")
