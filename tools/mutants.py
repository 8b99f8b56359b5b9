"""Would the tests notice a wrong number? Each calculator is changed in one place at a time and its own tests are run.

`python tools/mutants.py [id ...]` prints what survived, as file:line and the change, and how many of all were noticed.
Changed are numbers, comparisons, arithmetic, and/or/not, True and False, in code that a dose or a band may rest on:
words, and the places that a number is shown with, are for other tests.
"""

import ast
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "ketamine_calculators.catalogue"
CATALOGUE = ROOT / "calculators" / "src" / "ketamine_calculators" / "catalogue"
TESTS = ROOT / "tests" / "unit" / "calculators"
SECONDS = 120
# What the tests import and no mutant changes: loaded before the first fork, it is there after each.
LOADED_ONCE = ("bs4", "filelock", "hypothesis", "jsonschema", "playwright.sync_api")
WANTED = 0.95

# What stands in these arguments is said, cited or drawn, and changes no value.
SAID = {"places", "formula", "sources", "house", "differences", "synonyms", "version", "examples", "summary", "title"}
COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """A calculator's file with one thing changed."""

    calculator: str
    line: int
    change: str
    source: str


def mutants(calculator: str) -> Iterator[Mutant]:
    """Every mutant of one calculator, in the order of its lines."""
    tree = ast.parse((CATALOGUE / f"{calculator}.py").read_text(encoding="utf-8"))
    for node in _weighty(tree):
        for change in _changes(node):
            before = ast.unparse(node)
            undo = change()
            yield Mutant(calculator, node.lineno, f"{before}  ->  {ast.unparse(node)}", ast.unparse(tree))
            undo()


# Makes the change, and returns what takes it back.
type _Change = Callable[[], Callable[[], None]]


def _weighty(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions below a node that an answer may rest on."""
    decorators = getattr(node, "decorator_list", [])
    for child in ast.iter_child_nodes(node):
        # Inside f"…" stands what is shown.
        if child in decorators or isinstance(child, ast.JoinedStr):
            continue
        if isinstance(child, ast.keyword) and child.arg in SAID:
            continue
        if isinstance(child, ast.expr):
            yield child
        yield from _weighty(child)


def _changes(node: ast.expr) -> Iterator[_Change]:
    match node:
        case ast.Constant(value=bool(truth)):
            yield lambda: _set(node, "value", not truth)
        case ast.Constant(value=int() | float() as number):
            yield lambda: _set(node, "value", number + 1)
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                if other := COMPARED.get(type(op)):
                    yield partial(_set, node, "ops", [*ops[:place], other(), *ops[place + 1 :]])
        case ast.BinOp(op=op) if opposite := CALCULATED.get(type(op)):
            yield partial(_set, node, "op", opposite())
        case ast.BoolOp(op=op):
            yield lambda: _set(node, "op", ast.Or() if isinstance(op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.Not()):
            yield lambda: _set(node, "op", ast.UAdd())
        case ast.IfExp(test=test) if not isinstance(test, ast.Compare):
            yield lambda: _set(node, "test", ast.UnaryOp(ast.Not(), test))


def _set(node: ast.AST, name: str, value: object) -> Callable[[], None]:
    before = getattr(node, name)
    setattr(node, name, value)
    return lambda: setattr(node, name, before)


class _Changed(MetaPathFinder, Loader):
    """Imports the mutant where the calculator would have been."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != f"{PACKAGE}.{self.mutant.calculator}":
            return None
        return spec_from_loader(fullname, self, origin=str(CATALOGUE / f"{self.mutant.calculator}.py"))

    def create_module(self, spec: ModuleSpec) -> None:
        """A plain module."""

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(CATALOGUE / f"{self.mutant.calculator}.py")
        exec(compile(self.mutant.source, module.__file__, "exec"), module.__dict__)  # noqa: S102 - the point of it


def survivors(calculator: str, changed: Sequence[Mutant | None]) -> list[Mutant | None]:
    """Those with which the calculator's tests pass all the same. None stands for the calculator as it is."""
    survived: list[int] = []
    running: dict[int, int] = {}
    for place, mutant in enumerate(changed):
        if len(running) == os.cpu_count():
            _wait(running, survived)
        process = os.fork()
        if process == 0:
            _run_tests(mutant, calculator)
        running[process] = place
    while running:
        _wait(running, survived)
    return [changed[place] for place in sorted(survived)]


def _wait(running: dict[int, int], survived: list[int]) -> None:
    process, status = os.wait()
    place = running.pop(process)
    if status == 0:
        survived.append(place)


def _run_tests(mutant: Mutant | None, calculator: str) -> None:
    """Ends this process, with 0 when the tests passed. A mutant that never ends is noticed by its time."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    if mutant:
        sys.meta_path.insert(0, _Changed(mutant))
    own = TESTS / f"test_{calculator}.py"
    files = [str(TESTS / "test_every_calculator.py"), *([str(own)] if own.exists() else [])]
    options = ("-q", "-x", "-p", "no:cacheprovider", f"--rootdir={ROOT}", "-k", calculator)
    os._exit(int(pytest.main([*files, *options])))


def main(chosen: list[str]) -> int:
    """Print survivors and the share that was noticed. 1 when that is too few, or the tests fail as they are."""
    os.chdir(ROOT)
    for slow in LOADED_ONCE:
        import_module(slow)
    calculators = chosen or sorted(path.stem for path in CATALOGUE.glob("*.py") if path.stem != "__init__")
    noticed = made = 0
    for calculator in calculators:
        if not survivors(calculator, [None]):
            print(f"{calculator}: its tests fail as they are; mend that first.")
            return 1
        these = list(mutants(calculator))
        survived = survivors(calculator, these)
        for mutant in filter(None, survived):
            place = (CATALOGUE / f"{calculator}.py").relative_to(ROOT)
            print(f"{place}:{mutant.line}: {' '.join(mutant.change.split())}")
        made, noticed = made + len(these), noticed + len(these) - len(survived)
        print(f"{calculator}: {len(these) - len(survived)} of {len(these)} noticed", flush=True)
    print(f"All: {noticed} of {made} noticed, {noticed / made:.1%}; wanted are {WANTED:.0%}")
    return 0 if noticed >= WANTED * made else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
