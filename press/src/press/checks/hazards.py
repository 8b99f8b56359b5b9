"""The hazard log against the tests and the calculators: what it names is there, and every rule that stops is in it."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from ..content.hazards import FILE, Hazard
from ..content.project import Project
from ..reading.digests import digest
from ..reading.problems import Problem
from ..reading.python_source import syntax_tree
from ..reading.source_file import SourceFile, read_source
from ..site.pages import Pages
from .notice_rules import PACKAGE, stop_rules


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/hazards.yml. A project without a log has nothing to answer for."""
    project = pages.site.project
    file = project.content / FILE
    if not file.is_file():
        return
    yield from pages.site.hazard_problems
    source = read_source(file, project.shown(file))
    hazards = pages.site.hazards.hazards
    # A copy of the articles alone has no tests to compare with.
    if (project.root / "tests").is_dir():
        for hazard in hazards:
            yield from _tests_that_are_not_there(hazard, project.root, source)
    for hazard in hazards:
        yield from _constants_that_are_not_there(hazard, source)
    yield from _stops_without_a_hazard({rule for hazard in hazards for rule in hazard.rules}, source)


def digest_of_files(project: Project) -> str:
    """Of all that the rule reads besides code: the log, and the tests that it may name."""
    log = project.content / FILE
    tests = sorted((project.root / "tests").rglob("*.py"))
    return digest(
        *(part for file in (log, *tests) if file.is_file() for part in (project.shown(file), file.read_bytes()))
    )


def _tests_that_are_not_there(hazard: Hazard, root: Path, source: SourceFile) -> Iterator[Problem]:
    for number, test in enumerate(hazard.tests):
        path, _, name = test.partition("::")
        if name not in test_functions(root / path):
            message = f'"{hazard.id}" names the test {test}, which does not exist.'
            yield _problem(hazard, "tests", number, message, "Correct the name, or write state: open.", source)


def test_functions(file: Path) -> set[str]:
    """The names of the tests in a file; none where there is no such file."""
    if not file.is_file():
        return set()
    return {
        node.name
        for node in syntax_tree(file).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _constants_that_are_not_there(hazard: Hazard, source: SourceFile) -> Iterator[Problem]:
    for number, constant in enumerate(hazard.constants):
        module, _, name = constant.rpartition(".")
        file = PACKAGE.joinpath(*module.split(".")).with_suffix(".py")
        if not file.is_file() or name not in _assigned(file):
            message = f'"{hazard.id}" names the constant {constant}, which does not exist.'
            yield _problem(hazard, "constants", number, message, "Write its module and its name.", source)


def _assigned(file: Path) -> set[str]:
    return {
        target.id
        for node in syntax_tree(file).body
        if isinstance(node, ast.Assign)
        for names in node.targets
        for target in ast.walk(names)
        if isinstance(target, ast.Name)
    }


def _stops_without_a_hazard(named: set[str], source: SourceFile) -> Iterator[Problem]:
    for rule in stop_rules():
        if not any(fnmatchcase(name, rule.id) for name in named if rule.id):
            what = f"The rule {rule.id}" if rule.id else "A notice without a rule"
            message = f"{what} ({rule.file}, line {rule.line}) stops, and no hazard names it."
            yield source.problem(1, 1, "hazards", message, "Name it under rules: of the hazard that it answers.")


def _problem(hazard: Hazard, line: str, item: int, message: str, fix: str, source: SourceFile) -> Problem:
    assert hazard.place
    place = dict(hazard.place.entries)[line].items[item]
    return source.problem(place.line, place.column, "hazards", message, fix)
