"""Where the source of the calculators quotes a passage of the house article, and which constants are its numbers."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ketamine_calculators
from ketamine_calculators.definition import Calculator, HousePassage, TableRow
from ketamine_calculators.worksheet import Worksheet

from ..reading.python_source import once_per_change, relative_imports, syntax_tree

PACKAGE = Path(ketamine_calculators.__file__).parent
_QUOTING = ("row", "item")


def card_file(card: Calculator[Any, Any]) -> Path:
    """The file that holds the card: its own, or `card.py` in the folder of a worksheet."""
    if isinstance(card, Worksheet):
        return PACKAGE / "worksheets" / card.id / "card.py"
    return PACKAGE / "catalogue" / f"{card.id}.py"


@dataclass(frozen=True)
class Quotation:
    """A text of a module: its place, a pattern of what it says, and the constants that it is put together from.

    row     the same of the name of a table's row; empty for anything else
    letters how much of the pattern is written there, and not put in
    """

    file: Path
    line: int
    text: re.Pattern[str]
    row: str
    constants: tuple[str, ...]
    letters: int

    def says(self, declared: HousePassage) -> bool:
        """Whether the passage can be the one that is quoted here."""
        row = declared.row if isinstance(declared, TableRow) else ""
        return bool(self.text.fullmatch(declared.text) and (not self.row or re.fullmatch(self.row, row)))


@dataclass(frozen=True)
class Constant:
    """A constant of the calculators, where it gets its value."""

    name: str
    file: Path
    line: int
    text: str


def quotation_of(calculator: Calculator[Any, Any], declared: HousePassage) -> Quotation | None:
    """The quotation of a passage: the call that declares it, or else the text in a table of the module."""
    own = Path(inspect.getfile(calculator.compute))
    files = [own, *_imported_files(own)]
    for kind in (_calls, _texts):
        found = [one for file in files for one in kind(file) if one.letters and one.says(declared)]
        if found:
            return max(found, key=lambda one: one.letters)
    return None


def declared_at(calculator: Calculator[Any, Any], declared: HousePassage) -> tuple[Path, int]:
    """The file and the line of the passage in the source of a calculator."""
    quoted = quotation_of(calculator, declared)
    return (quoted.file, quoted.line) if quoted else (Path(inspect.getfile(calculator.compute)), 1)


def constants_of(quoted: Quotation) -> list[Constant]:
    """The constants of a quotation, each where it gets its value."""
    return [found for name in quoted.constants if (found := constant_at(quoted.file, name))]


def constant_at(file: Path, name: str, seen: frozenset[Path] = frozenset()) -> Constant | None:
    """The constant that a module knows by this name, where it is assigned; through imports where they lead to it."""
    assigned = _assignments(file).get(name)
    if assigned is not None:
        return Constant(name, file, assigned, file.read_text("utf-8").splitlines()[assigned - 1].strip())
    for node in relative_imports(file):
        for imported in node.names:
            if name == (imported.asname or imported.name):
                for other in _files_of(file, node, imported.name):
                    if other not in seen:
                        return constant_at(other, imported.name, seen | {file})
    return None


def module_of(file: Path) -> str:
    """The full name of the module that a file of the calculators is."""
    names = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def used_at(constant: Constant) -> Iterator[tuple[Path, int]]:
    """The lines of the calculators' source that say or use a constant; they follow when it changes."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if constant_at(file, constant.name) == constant:
            lines = {
                node.lineno
                for node in ast.walk(syntax_tree(file))
                if isinstance(node, ast.Name) and node.id == constant.name and isinstance(node.ctx, ast.Load)
            }
            yield from ((file, line) for line in sorted(lines))


@once_per_change
def _assignments(file: Path) -> dict[str, int]:
    return {
        target.id: node.lineno
        for node in syntax_tree(file).body
        if isinstance(node, ast.Assign)
        for part in node.targets
        for target in ast.walk(part)
        if isinstance(target, ast.Name)
    }


def _imported_files(file: Path) -> list[Path]:
    return [other for other in _places_of_imports(file) if other.is_file()]


@once_per_change
def _places_of_imports(file: Path) -> tuple[Path, ...]:
    """Wherever the files may be that a module imports from, each place once."""
    found = (
        place for node in relative_imports(file) for name in node.names for place in _places(file, node, name.name)
    )
    return tuple(dict.fromkeys(found))


def _files_of(file: Path, node: ast.ImportFrom, name: str) -> list[Path]:
    """The files that `from …module import name` may take the name from."""
    return [other for other in _places(file, node, name) if other.is_file()]


def _places(file: Path, node: ast.ImportFrom, name: str) -> tuple[Path, ...]:
    folder = file.parents[node.level - 1].joinpath(*(node.module or "").split("."))
    return folder.with_suffix(".py"), folder / "__init__.py", folder / f"{name}.py"


@once_per_change
def _calls(file: Path) -> tuple[Quotation, ...]:
    """What the module declares by `section.row(…)` and `section.item(…)`."""
    return tuple(
        _quotation(file, node.args[-1], node.args[0] if node.func.attr == "row" else None)
        for node in ast.walk(syntax_tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _QUOTING
        and node.args
    )


@once_per_change
def _texts(file: Path) -> tuple[Quotation, ...]:
    """Every text of the module; a passage may be put together from a table."""
    return tuple(
        _quotation(file, node, None)
        for node in ast.walk(syntax_tree(file))
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
    )


def _quotation(file: Path, text: ast.expr, row: ast.expr | None) -> Quotation:
    pattern, letters, names = _pattern(text)
    row_pattern, row_letters, row_names = _pattern(row) if row else ("", 0, ())
    constants = tuple(dict.fromkeys((*row_names, *names)))
    return Quotation(file, text.lineno, re.compile(pattern), row_pattern, constants, letters + row_letters)


def _pattern(node: ast.expr) -> tuple[str, int, tuple[str, ...]]:
    """A pattern of what an expression says, how many letters of it are written there, and the names that it puts in."""
    match node:
        case ast.Constant(value=str(text)):
            return re.escape(text), len(text), ()
        case ast.JoinedStr(values=parts):
            found = [_pattern(part) for part in parts]
            return (
                "".join(one[0] for one in found),
                sum(one[1] for one in found),
                tuple(n for one in found for n in one[2]),
            )
        case ast.FormattedValue(value=value):
            called = {id(call.func) for call in ast.walk(value) if isinstance(call, ast.Call)}
            names = (name for name in ast.walk(value) if isinstance(name, ast.Name) and id(name) not in called)
            return ".+", 0, tuple(name.id for name in names)
        case _:
            return ".*", 0, ()
