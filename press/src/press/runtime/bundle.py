"""The bundle: everything that makes Python run in a reader's browser, and the scripts of the pages, as files of the site.

The same sources give the same files, and what has not changed since an earlier build is taken from a cache. README.md has a
picture of the steps.
"""

import datetime
import json
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..reading.errors import SetupError
from .build_cache import BundleError, Cache, Inputs, NotMade, Step
from .core import WASM, core_step
from .digests import measured
from .edition import write_edition
from .expected_answers import expected_step
from .file_manifest import remove_file_manifest, write_file_manifest
from .layers import FULL, OF_PYTHON, Layer, Layers, layers_of
from .library import LIBRARY, library_step
from .offline_manifest import write_offline_manifest
from .plain import plain_parts
from .scripts import scripts_step
from .site_files import SiteFiles
from .slim_core import SLIM_CORE, slim_core_step
from .snapshot import LAYOUT, PARTS, SNAPSHOT, snapshot_step
from .wheel import wheel_in, wheel_step

__all__ = ["Bundle", "BundleError", "build_bundle", "finish_site"]

FOLDER = "assets/app"
ARRIVAL = "assets/page-arrival.js"
"""The one script whose address never changes: pages of an earlier edition find it where their other scripts are gone."""
# Seconds without progress. As published, Pyodide compiles its library at every start, which takes a phone long.
_START_TIMEOUT, _PLAIN_START_TIMEOUT = 12, 60


@dataclass(frozen=True)
class Bundle:
    """Files below `folder`, laid out as in the site. Addresses are relative to the site."""

    folder: Path
    sizes: MappingProxyType[str, int]
    layers: Layers
    worker_script: str
    head_script: str
    """The first script of each page, which waits for it."""
    engine_script: str
    page_script: str
    self_test_script: str
    arrival_script: Path
    """For `ARRIVAL`."""
    service_worker: Path
    results: MappingProxyType[str, Path]
    """The folders in which the runtime's parts were made, by the names of their steps."""

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(self.sizes)


@dataclass(frozen=True)
class Runtime:
    """What Python is made of: files by their addresses, and what the scripts must know of them."""

    placed: dict[str, Path]
    clean_parts: dict[str, dict[str, Any]]
    snapshot: dict[str, Any] | None
    results: dict[str, Path]
    """The folders of the steps that made it, by their names. There is no `core` where Pyodide is as published."""


def build_bundle(cache_dir: Path, out_dir: Path, *, root: Path, runtime: str = FULL, serving: bool = False) -> Bundle:
    """Make the bundle below `out_dir`. `runtime` is the setting of layers.py. Raises BundleError or SetupError.

    While the site is being served to its writer no service worker stands between the writer and a change, and layers that
    take long to make are left out until a build has made them.
    """
    layers = layers_of(runtime)
    if not (root / "node_modules" / "pyodide").is_dir():
        raise SetupError("Pyodide is not installed: run npm ci.")
    cache = Cache(cache_dir, waits=not serving)
    wheel = cache.result(wheel_step(root))
    try:
        made = _runtime(cache, root, wheel, layers)
    except NotMade:
        layers -= OF_PYTHON
        made = _runtime(cache, root, wheel, layers)
    questions = _questions(cache, root, wheel)
    files = _known_files(made, layers, serving=serving)
    files["verification"] = _verification(made, questions, wheel)
    scripts = cache.result(scripts_step(root, wheel, made.results.get("core"), files))
    made.placed.update(questions.values())
    return _laid_out(out_dir, made, scripts, layers)


def finish_site(
    bundle: Bundle,
    site: SiteFiles,
    cache_dir: Path,
    edition: datetime.date,
    *,
    address: str = "",
    base_path: str = "/",
    repository: str = "",
) -> None:
    """Complete a site whose pages are all written: what it keeps offline, `_headers`, precompressed files, the manifest.

    `edition` is the day of the edition, `address` the one that the site is made for, `base_path` its path,
    `repository` the host that the editors' desk reaches.
    """
    write_edition(site, edition)
    precompressed = cache_dir / "precompressed" if Layer.PRECOMPRESSED in bundle.layers else None
    remove_file_manifest(site.folder)
    manifest = write_offline_manifest(site, bundle.service_worker, precompressed, base_path, edition, repository)
    write_file_manifest(site, app=address, version=manifest.version, base=base_path)


def _runtime(cache: Cache, root: Path, wheel: Path, layers: Layers) -> Runtime:
    if not layers & OF_PYTHON:
        return _plain(root, wheel)
    zeroed = Layer.ZEROED_TABLES in layers
    core = cache.result(core_step(root, pruned=Layer.PRUNED_CORE in layers, zeroed=zeroed))
    trimmed, bytecode = Layer.TRIMMED_LIBRARY in layers, Layer.BYTECODE in layers
    library = cache.result(library_step(root, wheel, core, trimmed=trimmed, bytecode=bytecode, zeroed=zeroed))
    results = {"core": core, "library": library}
    parts = {"core": _placed(core / WASM, "core"), "library": _placed(library / LIBRARY, "library")}
    snapshot = None
    if Layer.SNAPSHOT in layers:
        taken = results["snapshot"] = cache.result(snapshot_step(root, wheel, core, library))
        parts["memory"] = _placed(taken / SNAPSHOT, "snapshot")
        of_tools = {file.stem: _placed(file, f"tool-{file.stem}") for file in sorted((taken / PARTS).iterdir())}
        if Layer.SLIM_CORE in layers:
            expected = cache.result(expected_step(root, wheel))
            slim = results["slim-core"] = cache.result(slim_core_step(root, wheel, core, library, taken, expected))
            parts["slim core"] = _placed(slim / SLIM_CORE, "slim-core")
        snapshot = {
            "core": _part(*parts.get("slim core", parts["core"])),
            "memory": _part(*parts["memory"]),
            "tools": {tool: _part(*part) for tool, part in of_tools.items()},
            "layout": json.loads((taken / LAYOUT).read_text("utf-8")),
        }
        parts |= of_tools
    clean = {name: _part(*parts[name]) for name in ("core", "library")}
    return Runtime(dict(parts.values()), clean, snapshot, results)


def _plain(root: Path, wheel: Path) -> Runtime:
    parts = plain_parts(root, wheel)
    clean = {name: _part(*part) for name, part in parts.items()}
    return Runtime(dict(parts.values()), clean, snapshot=None, results={})


def _placed(file: Path, name: str) -> tuple[str, Path]:
    """The address that a file gets by its content."""
    return f"{name}-{sha256(file.read_bytes()).hexdigest()[:12]}{file.suffix}", file


def _part(address: str, file: Path) -> dict[str, Any]:
    return measured(file).described(address)


def _known_files(made: Runtime, layers: Layers, *, serving: bool) -> dict[str, Any]:
    """The modules `bundle:files` and `bundle:runtime` of the scripts, as far as they are known before these are bundled: see
    web/bundle-modules.d.ts."""
    prefetched = [made.snapshot["core"], made.snapshot["memory"]] if made.snapshot else made.clean_parts.values()
    return {
        "clean": {"parts": made.clean_parts},
        "snapshot": made.snapshot,
        "prefetch": [part["address"] for part in prefetched] if Layer.PREFETCH in layers else [],
        "startTimeout": _START_TIMEOUT if made.results else _PLAIN_START_TIMEOUT,
        "offline": None if serving else "service-worker.js",
    }


def _questions(cache: Cache, root: Path, wheel: Path) -> dict[str, tuple[str, Path]]:
    """What a check in the reader's browser asks: address and file of each calculator. A preview waits for none."""
    try:
        made = cache.result(expected_step(root, wheel))
    except NotMade:
        return {}
    return {file.stem: _placed(file, f"expected-{file.stem}") for file in sorted(made.glob("*.json"))}


def _verification(made: Runtime, questions: dict[str, tuple[str, Path]], wheel: Path) -> dict[str, Any]:
    """The module `bundle:verification` of the scripts."""
    resumed = [made.snapshot["core"], made.snapshot["memory"]] if made.snapshot else []
    of_tools = made.snapshot["tools"] if made.snapshot else {}
    return {
        "questions": {id: _part(*question) for id, question in questions.items()},
        "release": wheel_in(wheel).name.split("-")[1],
        "parts": [_named(part) for part in (*resumed, *made.clean_parts.values())],
        "tools": {tool: _named(part) for tool, part in of_tools.items()},
    }


def _named(part: dict[str, Any]) -> list[str]:
    return [part["address"], part["integrity"]]


def _laid_out(out: Path, made: Runtime, scripts: Path, layers: Layers) -> Bundle:
    names: dict[str, str] = json.loads((scripts / "scripts.json").read_text("utf-8"))
    # The service worker is placed when the pages that it keeps are written; the other has an address of its own.
    elsewhere = {"offline/service-worker.js", "head/page-arrival.js"}
    placed = {name: scripts / name for entry, name in names.items() if entry not in elsewhere}
    placed |= made.placed
    return Bundle(
        # A folder for each content: another build may still be copying from an older one.
        folder=Cache(out).result(Step("files", Inputs(placed), _place)),
        sizes=MappingProxyType({f"{FOLDER}/{name}": path.stat().st_size for name, path in sorted(placed.items())}),
        layers=layers,
        worker_script=f"{FOLDER}/{names['engine/worker.js']}",
        head_script=f"{FOLDER}/{names['head/head.js']}",
        engine_script=f"{FOLDER}/{names['engine/engine.js']}",
        page_script=f"{FOLDER}/{names['main.js']}",
        self_test_script=f"{FOLDER}/{names['self-test/self-test.js']}",
        arrival_script=scripts / names["head/page-arrival.js"],
        service_worker=scripts / names["offline/service-worker.js"],
        results=MappingProxyType(made.results),
    )


def _place(files: Inputs, folder: Path) -> None:
    for address, file in files.each_file():
        place = folder / FOLDER / address
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
