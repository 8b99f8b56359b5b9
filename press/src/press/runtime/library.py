"""What the browser's Python starts with: the library, the image, and the core that goes with the image.

The library is what the calculators import, and the calculators, as bytecode. Members are stored, not deflated: transfer
compression then sees what they have in common, and nothing is inflated inside the browser's Python. The image is Python's
memory when all of that is imported, and goes with a core that holds only what the calculators use of it. A visit goes on
from the image; the library is for a clean start, in the whole core, where the image is in any doubt.
"""

import importlib.util
import json
import marshal
import shutil
import sys
from pathlib import Path
from types import CodeType
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from .build_cache import BundleError, node, python
from .stdlib_stubs import lean

HERE = Path(__file__).parent
# Their tables are not in the core: see core.mjs.
_WITHOUT_TABLES = ("unicodedata", "_codecs_", "_multibytecodec")
# The bytes before the code in a .pyc: magic number, flags, and a date or a digest.
_PYC_HEADER = 16
_DATE = (1980, 1, 1, 0, 0, 0)


def make_library(calculators: Path, pyodide: Path, core: Path, out: Path) -> None:
    """Write `library.zip`, `image.bin`, `image.json` (where what is in it), `rehearsed.wasm` (its core) and `known.json`.

    They are made from the calculators' folder, Pyodide's package and the whole core.
    """
    _same_python(pyodide)
    wheel = _bytecode_wheel(calculators, out)
    package = _members(wheel)
    # From the wheel: while somebody writes, the sources may already be newer.
    rehearsed = json.loads(
        python("press.runtime.reference_answers", doing="Working the examples", PYTHONPATH=str(wheel))
    )

    # First with the whole library, to see what is imported; then with what is left of it, to see that it is enough.
    stdlib = lean(_members(pyodide / "python_stdlib.zip"))
    whole = out / "whole.zip"
    _write(whole, stdlib | package)
    imported = _started(core, whole, rehearsed, out)
    library = out / "library.zip"
    _write(library, _without_lines(_trimmed(stdlib, set(imported), out) | package))
    _started(core, library, rehearsed, out)
    _image(core, library, imported, rehearsed["questions"], out)
    _rehearsed_core(core, library, wheel, out)
    _agreeing(out / "rehearsed.wasm", out, rehearsed, out)

    (out / "known.json").write_text(json.dumps(rehearsed["known"], ensure_ascii=False, separators=(",", ":")), "utf-8")
    whole.unlink()


def _same_python(pyodide: Path) -> None:
    target = json.loads((pyodide / "pyodide-lock.json").read_text())["info"]["python"]
    here = ".".join(map(str, sys.version_info[:2]))
    if target.rpartition(".")[0] != here:
        raise BundleError(f"Pyodide holds Python {target}, so its bytecode cannot be made with Python {here}.")


def _bytecode_wheel(calculators: Path, out: Path) -> Path:
    """The calculators' wheel by the standard tools; its asserts stay."""
    dist = out / "dist"
    python("build", "--wheel", "--no-isolation", "--outdir", dist, calculators, doing="Building the calculators' wheel")
    python("pyodide_cli", "py-compile", "--silent", dist, doing="Compiling the calculators", PYTHONOPTIMIZE="")
    return next(dist.glob("*-cp*.whl"))


def _trimmed(stdlib: dict[str, bytes], imported: set[str], out: Path) -> dict[str, bytes]:
    """The imported modules of the standard library, without docstrings and asserts."""
    sources = {
        name: data
        for name, data in stdlib.items()
        if name.removesuffix(".py").replace("/", ".").removesuffix(".__init__") in imported
    }
    folder = out / "stdlib"
    folder.mkdir()
    _write(folder / "stdlib.zip", sources)
    python("pyodide_cli", "py-compile", "--silent", folder, doing="Compiling the library", PYTHONOPTIMIZE="2")
    members = _members(folder / "stdlib.zip")
    shutil.rmtree(folder)
    return members


def _without_lines(members: dict[str, bytes]) -> dict[str, bytes]:
    """Bytecode that no longer knows which line of which source it came from: no reader sees a traceback."""
    return {name: _bare(data) if name.endswith(".pyc") else data for name, data in members.items()}


def _bare(compiled: bytes) -> bytes:
    code = marshal.loads(compiled[_PYC_HEADER:])  # noqa: S302 (compiled here, a moment ago)
    return compiled[:_PYC_HEADER] + marshal.dumps(_bare_code(code))


def _bare_code(code: CodeType) -> CodeType:
    constants = (_bare_code(const) if isinstance(const, CodeType) else const for const in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(constants))


def _image(core: Path, library: Path, modules: list[str], questions: list[str], out: Path) -> None:
    plan = out / "plan.json"
    plan.write_text(json.dumps({"modules": modules, "questions": questions}))
    node(HERE / "snapshot.mjs", core, library, plan, out, doing="Making the image of Python's memory")
    plan.unlink()


def _rehearsed_core(core: Path, library: Path, wheel: Path, out: Path) -> None:
    questions, target = out / "practice.json", out / "rehearsed.wasm"
    questions.write_text(
        python("press.runtime.coverage_inputs", doing="Finding questions", PYTHONPATH=str(wheel)), "utf-8"
    )
    node(HERE / "slim_core.mjs", core, library, out, questions, target, doing="Finding what is used of the core")
    questions.unlink()


def _started(core: Path, library: Path, rehearsed: dict[str, Any], out: Path) -> list[str]:
    """The modules that a clean start from this library has taken from it."""
    found = _agreeing(core, library, rehearsed, out)
    if found["magic"] != importlib.util.MAGIC_NUMBER.hex():
        raise BundleError("The browser's Python and this machine's do not read each other's bytecode.")
    if bare := [name for name in found["modules"] if name.startswith(_WITHOUT_TABLES)]:
        raise BundleError(f"The calculators import {bare[0]}, whose tables the browser's Python is without.")
    return list(found["from_library"])


def _agreeing(core: Path, start: Path, rehearsed: dict[str, Any], out: Path) -> dict[str, Any]:
    questions, result = out / "questions.json", out / "result.json"
    questions.write_text(json.dumps(rehearsed["questions"]))
    node(HERE / "replay.mjs", core, start, questions, result, doing="Rehearsing the browser's Python")
    found: dict[str, Any] = json.loads(result.read_text("utf-8"))
    questions.unlink()
    result.unlink()
    for question, here, there in zip(rehearsed["questions"], rehearsed["replies"], found["replies"], strict=True):
        if here != there:
            raise BundleError(f"The browser's Python answers {question} otherwise than this one:\n{there}\n{here}")
    return found


def _members(archive: Path) -> dict[str, bytes]:
    """What a zip or wheel holds, without folders and the wheel's own papers."""
    with ZipFile(archive) as opened:
        return {
            name: opened.read(name)
            for name in opened.namelist()
            if not name.endswith("/") and ".dist-info/" not in name
        }


def _write(path: Path, members: dict[str, bytes]) -> None:
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(ZipInfo(name, _DATE), members[name])
