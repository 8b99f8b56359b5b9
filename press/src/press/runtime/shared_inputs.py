"""Inputs that several steps share, found from what they are used for and not from a list kept by hand."""

import ast
import json
import os
from collections.abc import Iterator
from functools import cache
from importlib.util import resolve_name
from pathlib import Path

from ..reading.python_source import imports, once_per_change
from .build_cache import Tree
from .commands import run

Files = dict[str, Path | Tree]

_SOURCES = Path(__file__).parents[2]


def code_of(*modules: str) -> Files:
    """The files of this package that modules of this room run: themselves, and each that they import, directly or not."""
    return code_of_press(*(f"press.runtime.{module}" for module in modules))


def code_of_press(*modules: str) -> Files:
    """The same of any modules of press, by their full names."""
    found: Files = {}
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        file = _file_of(module)
        if file is None or module in found:
            continue
        found[module] = file
        waiting += [module.rpartition(".")[0], *_imported(module, file)]
    return found


def _file_of(module: str) -> Path | None:
    """The file of a module of press; None for a name inside one, and for modules of others."""
    # Most names are none of press, and a Path for each takes longer than to look for the file.
    path = os.path.join(_SOURCES, *module.split("."))
    found = (file for file in (os.path.join(path, "__init__.py"), f"{path}.py") if os.path.isfile(file))
    return next(map(Path, found), None)


def _imported(module: str, file: Path) -> Iterator[str]:
    package = module if file.name == "__init__.py" else module.rpartition(".")[0]
    for dots, name in _names_imported(file):
        yield resolve_name(dots + name, package) if dots else name


@once_per_change
def _names_imported(file: Path) -> tuple[tuple[str, str], ...]:
    """What may be a module, as the file writes it: its dots and its name. The file as it was parsed is large, and not held."""
    found: list[tuple[str, str]] = []
    for node in imports(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += (("", name.name) for name in node.names)
        else:
            dots, source = "." * node.level, node.module or ""
            found += [(dots, source), *((dots, f"{source}.{name.name}".lstrip(".")) for name in node.names)]
    return tuple(found)


def npm_versions(root: Path, *packages: str) -> dict[str, str]:
    """The installed versions of npm packages."""
    found = (root / "node_modules" / name / "package.json" for name in packages)
    return dict(zip(packages, (json.loads(path.read_text("utf-8"))["version"] for path in found), strict=True))


@cache
def node_version() -> str:
    """The version of Node, whose WebAssembly the programs of web/build/runtime run Python in."""
    return run(["node", "--version"], doing="Looking for Node").strip()


def pyodide_files(root: Path, *names: str) -> Files:
    """Files of the npm package pyodide."""
    return {name: root / "node_modules" / "pyodide" / name for name in names}


def node_programs(root: Path) -> Files:
    """The programs that make the runtime; each may import any other."""
    return {"programs": Tree(root / "web" / "build" / "runtime", "*.mjs")}


def node_python_files(root: Path, core: Path) -> Files:
    """What it takes to run the browser's Python in Node."""
    return {
        **node_programs(root),
        "core": Tree(core),
        "entry_point": Path(__file__).parent / "entry_point.py",
        "web/engine/snapshot.js": root / "web" / "engine" / "snapshot.js",
        **pyodide_files(root, "pyodide.mjs", "pyodide-lock.json"),
    }
