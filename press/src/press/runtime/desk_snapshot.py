"""The memory of the desk's Python after its start, from which an editor's visit resumes: seconds sooner than from a start.

Pyodide makes and loads it by itself. Beside it the files of the library are laid out, but for those that its memory has already.
What the check makes when it is first asked is made before, by a rehearsal on a small project. Where a visit cannot resume,
Python is started as published, with the whole library.
"""

import json
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from .build_cache import Inputs, Step, Tree
from .commands import node
from .desk_library import LIBRARY, MODULES
from .plain import published_files
from .shared_inputs import Files, code_of, node_programs, node_version

SNAPSHOT = "snapshot.bin"
UNLOADED = "unloaded.zip"
_LEXERS = f"{MODULES}/pygments/lexers/"
"""The rehearsal has code in every language that is highlighted."""
REHEARSAL = Path(__file__).parent / "desk_rehearsal"


def desk_snapshot_step(root: Path, library: Path) -> Step:
    """A folder with `snapshot.bin`, made with the library that lies in a folder, and `unloaded.zip`, what that has besides."""
    files: Files = {
        "library": library / LIBRARY,
        "rehearsal": Tree(REHEARSAL),
        "web/desk/stored-zip.js": root / "web" / "desk" / "stored-zip.js",
        "web/desk/lay-out.js": root / "web" / "desk" / "lay-out.js",
        "web/desk/packed-snapshot.js": root / "web" / "desk" / "packed-snapshot.js",
        "web/engine/snapshot.js": root / "web" / "engine" / "snapshot.js",
        **node_programs(root),
        **published_files(root),
        **code_of("desk_snapshot"),
    }
    return Step("desk-snapshot", Inputs(files, {"node": node_version()}), make_desk_snapshot, takes_long=True)


def make_desk_snapshot(inputs: Inputs, out: Path) -> None:
    node("desk-snapshot.mjs", inputs, out, doing="Making the snapshot of the desk's Python")
    told = out / "loaded.json"
    loaded = {place.lstrip("/") for place in json.loads(told.read_text("utf-8"))}
    with ZipFile(inputs.path("library")) as whole, ZipFile(out / UNLOADED, "w", ZIP_STORED) as rest:
        for member in whole.infolist():
            if member.filename not in loaded and not member.filename.startswith(_LEXERS):
                rest.writestr(member, whole.read(member))
    told.unlink()
