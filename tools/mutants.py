"""Would the tests notice a wrong number? Each calculator is changed in one place at a time and its own tests are run.

`python tools/mutants.py [name ...]` prints what survived, as file:line and the change, and how many of all were noticed. A
name is a calculator's id, a module that several share, or `hazards`: the constants of the hazard log, each of which has to
make one of the tests fail that its hazard names.
Changed are numbers, comparisons, arithmetic, and/or/not, True and False, in code that a dose or a band may rest on:
words, and the places that a number is shown with, are for other tests.
"""

import ast
import os
import re
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
import yaml

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "ketamine_calculators"
SOURCES = ROOT / "calculators" / "src" / PACKAGE
# What several calculators share. Its tests are those of whoever uses it.
SHARED = (
    "antidepressants",
    "blood_pressure",
    "pressure_notices",
    "drugs.*",
    "esketamine_label",
    "esketamine_notices",
    "house_protocol",
    "house_values.*",
    "infusion_limits",
    "medicine_pairs",
    "other_medicines",
    "quantities",
    "route_limits",
    "scales",
    "screen_findings",
    "timeline",
    "titration_table",
    "two_totals",
    "worksheets.*.*",
)
TESTS = ROOT / "tests" / "unit" / "calculators"
SECONDS = 120
# Rules that several calculators share have tests that bear no calculator's name. They are asked about what survives its own.
SHARED_TESTS = (
    "calculators/test_dangers_travel.py",
    "calculators/test_dose_and_pressure_rules.py",
    "calculators/test_drugs_as_people_write_them.py",
    "calculators/test_medicine_pairs.py",
    "calculators/test_notices.py",
    "calculators/test_one_patient_one_answer.py",
    "calculators/test_rules_of_follow_up.py",
    "calculators/test_scales_as_printed.py",
    "calculators/test_worksheet_course.py",
    "calculators/test_worksheet_infusion.py",
    "calculators/test_worksheet_treatment_history.py",
    "calculators/test_house_values.py",
    "press/test_house_binding.py",
)
# What the tests import and no mutant changes: loaded before the first fork, it is there after each.
LOADED_ONCE = ("bs4", "filelock", "hypothesis", "jsonschema", "playwright.sync_api")
WANTED = 0.98

# What stands in these arguments is said, cited or drawn, and changes no value; `strict` only refuses a mistake in the code.
SAID = {
    *("places", "formula", "sources", "house", "differences", "synonyms", "version", "summary", "title"),
    *("examples", "example", "strict"),
}
HAZARDS = "hazards"
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
    """A module of the package with one thing changed."""

    module: str
    line: int
    change: str
    source: str


def file_of(module: str) -> Path:
    """The file of a module of the package: `catalogue.iv_dose`."""
    return SOURCES.joinpath(*module.split(".")).with_suffix(".py")


def mutants(module: str, name: str = "") -> Iterator[Mutant]:
    """Every mutant of one module, in the order of its lines; with a name, those of the statement that gives it its value."""
    tree = ast.parse(file_of(module).read_text(encoding="utf-8"))
    for part in (statement for statement in tree.body if not name or _assigns(statement, name)):
        for node in _weighty(part):
            for change in _changes(node):
                before = ast.unparse(node)
                undo = change()
                yield Mutant(module, node.lineno, f"{before}  ->  {ast.unparse(node)}", ast.unparse(tree))
                undo()


def _assigns(statement: ast.stmt, name: str) -> bool:
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    return any(isinstance(node, ast.Name) and node.id == name for target in targets for node in ast.walk(target))


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
    """Imports the mutant where the module would have been."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, path: object = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname != f"{PACKAGE}.{self.mutant.module}":
            return None
        return spec_from_loader(fullname, self, origin=str(file_of(self.mutant.module)))

    def create_module(self, spec: ModuleSpec) -> None:
        """A plain module."""

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(file_of(self.mutant.module))
        exec(compile(self.mutant.source, module.__file__, "exec"), module.__dict__)  # noqa: S102 - the point of it


def survivors(tests: Sequence[str], changed: Sequence[Mutant | None]) -> list[Mutant | None]:
    """Those with which these tests pass all the same. None stands for the package as it is."""
    survived: list[int] = []
    running: dict[int, int] = {}
    for place, mutant in enumerate(changed):
        if len(running) == os.cpu_count():
            _wait(running, survived)
        process = os.fork()
        if process == 0:
            _run_tests(mutant, tests)
        running[process] = place
    while running:
        _wait(running, survived)
    return [changed[place] for place in sorted(survived)]


def _wait(running: dict[int, int], survived: list[int]) -> None:
    process, status = os.wait()
    place = running.pop(process)
    if status == 0:
        survived.append(place)


def _run_tests(mutant: Mutant | None, tests: Sequence[str]) -> None:
    """Ends this process, with 0 when the tests passed. A mutant that never ends is noticed by its time."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    if mutant:
        sys.meta_path.insert(0, _Changed(mutant))
    os._exit(int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", f"--rootdir={ROOT}", *tests])))


def tests_of(module: str) -> list[str]:
    """What pytest is asked for a module: the files, and for a calculator only what is about it."""
    folder, _, name = module.rpartition(".")
    shared = str(TESTS / "test_every_calculator.py")
    if folder == "catalogue":
        own = TESTS / f"test_{name}.py"
        return [shared, *([str(own)] if own.exists() else []), "-k", name]
    if module.startswith("worksheets."):
        users = {TESTS / "test_every_worksheet.py", TESTS / f"test_worksheet_{folder.rpartition('.')[2]}.py"}
    else:
        users = {TESTS / f"test_{kind}{card}.py" for kind, card in _cards_using(module.partition(".")[0])}
    users.add(TESTS / f"test_{name}.py")
    return [shared, *(str(file) for file in sorted(users) if file.exists())]


def _cards_using(name: str) -> Iterator[tuple[str, str]]:
    """The cards that import a module, themselves or through another shared one: how their tests' names begin, and their ids."""
    files = {file: file.read_text(encoding="utf-8") for file in SOURCES.rglob("*.py")}
    wanted, asked = [name], set[str]()
    while wanted:
        asked.add(imported := wanted.pop())
        for file, source in files.items():
            if not re.search(rf"^from \.+{imported}(?:\.\w+)* import", source, re.MULTILINE):
                continue
            folder, *inside = file.relative_to(SOURCES).with_suffix("").parts
            if folder == "catalogue":
                yield "", inside[0]
            elif folder == "worksheets":
                yield "worksheet_", inside[0]
            elif folder not in asked:
                wanted.append(folder)


def modules(chosen: Sequence[str]) -> list[str]:
    """The modules to change: those named, or every calculator and what they share."""
    calculators = {path.stem: f"catalogue.{path.stem}" for path in sorted((SOURCES / "catalogue").glob("[!_]*.py"))}
    shared = [
        path.relative_to(SOURCES).with_suffix("").as_posix().replace("/", ".")
        for pattern in SHARED
        for path in sorted(SOURCES.glob(f"{pattern.replace('.', '/')}.py"))
        if path.stem != "__init__"
    ]
    return [calculators.get(name, name) for name in chosen] or [*calculators.values(), *shared]


def unproven() -> list[str]:
    """Each constant of the hazard log that can be changed without one of the tests of its hazard failing."""
    log = yaml.safe_load((ROOT / "content" / "hazards.yml").read_text(encoding="utf-8"))["hazards"]
    found = []
    for id, hazard in log.items():
        for constant in hazard.get("constants", []):
            changed = list(mutants(*constant.rpartition(".")[::2]))
            survived = survivors(hazard["tests"], changed)
            found += [f"{id}: {constant}, {' '.join(mutant.change.split())}" for mutant in survived if mutant]
            if not changed:
                found.append(f"{id}: {constant} holds no number")
    return found


def main(chosen: list[str]) -> int:
    """Print survivors and the share that was noticed. 1 when that is too few, or the tests fail as they are."""
    os.chdir(ROOT)
    for slow in LOADED_ONCE:
        import_module(slow)
    unnoticed = unproven() if not chosen or HAZARDS in chosen else []
    for line in unnoticed:
        print(line)
    if chosen == [HAZARDS]:
        print(f"Hazards: {len(unnoticed)} changes of a constant that no test of its hazard notices")
        return bool(unnoticed)
    noticed = made = 0
    shared_tests = [str(TESTS.parent / name) for name in SHARED_TESTS]
    for module in modules([name for name in chosen if name != HAZARDS]):
        tests = tests_of(module)
        if not survivors(tests, [None]):
            print(f"{module}: its tests fail as they are; mend that first.")
            return 1
        these = list(mutants(module))
        survived = survivors(shared_tests, survivors(tests, these))
        for mutant in filter(None, survived):
            print(f"{file_of(module).relative_to(ROOT)}:{mutant.line}: {' '.join(mutant.change.split())}")
        made, noticed = made + len(these), noticed + len(these) - len(survived)
        print(f"{module}: {len(these) - len(survived)} of {len(these)} noticed", flush=True)
    print(f"All: {noticed} of {made} noticed, {noticed / made:.1%}; wanted are {WANTED:.0%}")
    return 0 if noticed >= WANTED * made and not unnoticed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
