"""The library: the standard library and the calculators, as the browser's Python imports them from one zip.

Members are stored, not deflated: transfer compression then sees what they have in common, and nothing has to be inflated
inside the browser's Python.
"""

import importlib.util
import json
import marshal
import platform
import shutil
import sys
from pathlib import Path
from types import CodeType
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from .agreement import agreement
from .build_cache import BundleError, Inputs, Step, Tree
from .commands import python
from .lean_source import lean
from .shared_inputs import code_of, node_python_files, node_version, pyodide_files
from .stdlib_stubs import with_stubs
from .wheel import wheel_in

LIBRARY, MODULES = "library.zip", "modules.json"
# Modules whose tables the core is without: see UNREAD in web/build/runtime/core.mjs.
_WITHOUT_TABLES = ("unicodedata", "_codecs_", "_multibytecodec")
# The bytes before the code in a .pyc: magic number, flags, and a date or a digest.
_PYC_HEADER = 16
_DATE = (1980, 1, 1, 0, 0, 0)

Members = dict[str, bytes]


def library_step(root: Path, wheel: Path, core: Path, *, trimmed: bool, bytecode: bool, zeroed: bool) -> Step:
    """A folder with `library.zip`, proven to give CPython's replies, and `modules.json`, the modules that are imported."""
    files = {
        "wheel": Tree(wheel),
        # The versions of the tools.
        "requirements": root / "requirements.txt",
        "stubs": Tree(Path(__file__).parent / "stdlib_stubs", "*.py"),
        **pyodide_files(root, "python_stdlib.zip"),
        **node_python_files(root, core),
        **code_of("library"),
    }
    values = {"trimmed": trimmed, "bytecode": bytecode, "zeroed": zeroed}
    tools = {"python": platform.python_version(), "node": node_version()}
    return Step("library", Inputs(files, {**values, **tools}), make_library, takes_long=True)


def make_library(inputs: Inputs, out: Path) -> None:
    trimmed, bytecode = inputs.values["trimmed"], inputs.values["bytecode"]
    if bytecode:
        same_python(inputs.path("pyodide-lock.json"))
    stdlib = _members(inputs.path("python_stdlib.zip"))
    package = _members(wheel_in(inputs.path("wheel")))
    if trimmed:
        stdlib = with_stubs(stdlib)
    if bytecode:
        package = _compiled(_lean(package), out, asserts=True)  # a calculator must never lose its asserts

    # With everything in it, to see what is imported.
    everything = out / "everything.zip"
    _write(everything, stdlib | package)
    imported = _started(inputs, everything, out)["from_library"]
    everything.unlink()
    if trimmed:
        stdlib = {name: data for name, data in stdlib.items() if _module(name) in imported}
    if bytecode:
        stdlib = _compiled(stdlib, out, asserts=False)
    # With what is left, to see that it is enough.
    _write(out / LIBRARY, stdlib | package)
    _started(inputs, out / LIBRARY, out)
    (out / MODULES).write_text(json.dumps(imported), "utf-8")


def same_python(lock: Path) -> None:
    """Raises BundleError where this Python cannot compile for the one that the lock of Pyodide names."""
    target = json.loads(lock.read_text("utf-8"))["info"]["python"]
    here = ".".join(map(str, sys.version_info[:2]))
    if target.rpartition(".")[0] != here:
        raise BundleError(f"Pyodide holds Python {target}, so its bytecode cannot be made with Python {here}.")


def _started(inputs: Inputs, library: Path, out: Path) -> dict[str, Any]:
    """What a clean start from the library found, when it agrees and is one that the core can serve."""
    found = agreement(inputs, out, library=library)
    if inputs.values["bytecode"] and found["magic"] != importlib.util.MAGIC_NUMBER.hex():
        raise BundleError("The browser's Python and this machine's do not read each other's bytecode.")
    without = [name for name in found["imported"] if name.startswith(_WITHOUT_TABLES)]
    if inputs.values["zeroed"] and without:
        raise BundleError(f"The calculators import {without[0]}, whose tables the browser's Python is without.")
    return found


def _module(member: str) -> str:
    return member.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def _lean(sources: Members) -> Members:
    return {
        name: lean(data.decode("utf-8")).encode("utf-8") if name.endswith(".py") else data
        for name, data in sources.items()
    }


def _compiled(sources: Members, out: Path, *, asserts: bool) -> Members:
    """Bytecode of sources, without line numbers; without asserts it is without docstrings as well."""
    folder = out / "compiling"
    folder.mkdir()
    _write(folder / "sources.zip", sources)
    optimize = "" if asserts else "2"
    python("pyodide_cli", "py-compile", "--silent", folder, doing="Compiling the library", PYTHONOPTIMIZE=optimize)
    members = _members(folder / "sources.zip")
    shutil.rmtree(folder)
    return {name: _without_lines(data) if name.endswith(".pyc") else data for name, data in members.items()}


def _without_lines(compiled: bytes) -> bytes:
    """Bytecode that knows neither the lines of its source nor in which class a function stands: no reader sees a traceback."""
    code = marshal.loads(compiled[_PYC_HEADER:])  # noqa: S302 (compiled here, a moment ago)
    return compiled[:_PYC_HEADER] + marshal.dumps(_code_without_lines(code))


def _code_without_lines(code: CodeType) -> CodeType:
    constants = (_code_without_lines(const) if isinstance(const, CodeType) else const for const in code.co_consts)
    return code.replace(co_linetable=b"", co_qualname=code.co_name, co_consts=tuple(constants))


def _members(archive: Path) -> Members:
    """What a zip or wheel holds, without folders and the wheel's metadata."""
    with ZipFile(archive) as opened:
        return {
            name: opened.read(name)
            for name in opened.namelist()
            if not name.endswith("/") and ".dist-info/" not in name
        }


def _write(path: Path, members: Members) -> None:
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(ZipInfo(name, _DATE), members[name])
