"""The files of the editors' desk: its scripts, Pyodide as published, and press for the browser. No other page fetches them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .build_cache import Cache, Inputs, NotMade, Step, Tree
from .commands import node
from .desk_library import LIBRARY, desk_library_step
from .desk_snapshot import SNAPSHOT, UNLOADED, desk_snapshot_step
from .digests import Measured, measured
from .plain import published_parts
from .scripts import script_files
from .shared_inputs import code_of

FOLDER = "assets/desk"
_SHEET, _PAGE = "css/desk.css", "desk/desk.js"
_EARLY, _WORKER = "desk/early-start.js", "desk/python-worker.js"


@dataclass(frozen=True)
class DeskFiles:
    """Files by their addresses in the site, and what the page has to know of them."""

    files: Mapping[str, Path]
    script: str
    early_script: str
    """Starts Python while the page is still arriving."""
    style_sheet: str
    python: Mapping[str, Any]
    """For the page's settings: addresses relative to the folder, with sizes and digests."""
    digests: Mapping[str, bytes]
    """The SHA-256 of the large files."""

    def settings(self, project: "DeskPart") -> dict[str, Any]:
        """What the page has to know of Python, with the file of the project."""
        return {**self.python, "project": project.described()}


@dataclass(frozen=True)
class DeskPart:
    """One file that the desk's Python starts from."""

    address: str
    content: Measured

    def described(self) -> dict[str, str | int]:
        """Where it is, as the scripts beside it see it, and what it must be."""
        return self.content.described(self.address.removeprefix(f"{FOLDER}/"))


def desk_part(name: str, file: Path) -> DeskPart:
    """A part named by its content: `project.zip` becomes `assets/desk/project-<digest>.zip`."""
    stem, point, ending = name.rpartition(".")
    content = measured(file)
    return DeskPart(f"{FOLDER}/{stem}-{content.sha256.hex()[:12]}{point}{ending}", content)


def desk_files(cache_dir: Path, root: Path, *, snapshot: bool, serving: bool) -> DeskFiles:
    """Make them, with a `snapshot` of Python's memory; while the site is served to its writer only where one was made already.

    Raises BundleError or SetupError.
    """
    cache = Cache(cache_dir, waits=not serving)
    made = cache.result(desk_library_step(root))
    library = made / LIBRARY
    bundled = cache.result(desk_scripts_step(root))
    names: dict[str, str] = json.loads((bundled / "desk.json").read_text("utf-8"))
    files = {f"{FOLDER}/{file.name}": file for file in sorted(bundled.iterdir()) if file.name != "desk.json"}
    packed = desk_part(LIBRARY, library)
    files[packed.address] = library
    parts = {}
    for name, (address, file) in published_parts(root).items():
        files[f"{FOLDER}/{address}"] = file
        parts[name] = DeskPart(f"{FOLDER}/{address}", measured(file))
    resumed = _snapshot(cache, root, made) if snapshot else {}
    all_parts = (packed, *parts.values(), *(part for part, _ in resumed.values()))
    files |= {part.address: file for part, file in resumed.values()}
    return DeskFiles(
        MappingProxyType(files),
        f"{FOLDER}/{names[_PAGE]}",
        f"{FOLDER}/{names[_EARLY]}",
        f"{FOLDER}/{names[_SHEET]}",
        {
            "worker": names[_WORKER],
            "pyodide": {name: part.described() for name, part in parts.items()},
            "library": packed.described(),
            "resumed": {name: part.described() for name, (part, _) in resumed.items()} or None,
        },
        {part.address: part.content.sha256 for part in all_parts},
    )


def _snapshot(cache: Cache, root: Path, library: Path) -> dict[str, tuple[DeskPart, Path]]:
    """The snapshot and what it needs of the library, each with its file; nothing where it takes too long to make now."""
    try:
        made = cache.result(desk_snapshot_step(root, library))
    except NotMade:
        return {}
    files = {"snapshot": made / SNAPSHOT, "unloaded": made / UNLOADED}
    return {name: (desk_part(file.name, file), file) for name, file in files.items()}


def desk_scripts_step(root: Path) -> Step:
    """A folder with the desk's scripts and its style sheet, and `desk.json`, their names by entry point."""
    inputs = {"sheets": Tree(root / "web" / "css", "*.css"), **script_files(root), **code_of("desk")}
    return Step("desk-scripts", Inputs(inputs, {"npm": _packages(root)}), make_desk_scripts)


def make_desk_scripts(inputs: Inputs, out: Path) -> None:
    node("desk.mjs", inputs, out, doing="Bundling the desk's scripts")


def _packages(root: Path) -> dict[str, str]:
    """Every npm package with its version: the desk brings what its parts import, and what that imports."""
    packages: dict[str, Any] = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    return {place.rpartition("node_modules/")[2]: found["version"] for place, found in packages.items() if place}
