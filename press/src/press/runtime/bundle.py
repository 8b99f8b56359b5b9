"""Everything that makes Python run in a reader's browser, and the scripts of the pages, as files named by their content.

`build_bundle` is pure from the outside: the same sources give the same files, and what has not changed since the last
time is taken from a cache. `finish_site` does what can only be done once all pages are written.
"""

import json
import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from .build_cache import BundleError, fingerprint, node, step
from .library import make_library
from .offline_manifest import write_offline_manifest

__all__ = ["Bundle", "BundleError", "build_bundle", "finish_site"]

ROOT = Path(__file__).parents[4]
RUNTIME = Path(__file__).parent
FOLDER = "assets/app"
# The scripts of pages; each brings what it imports, except what stands before it here. The last is on every page.
ENTRY_POINTS = ("calculator/chart-view.js", "main.js")


@dataclass(frozen=True)
class Bundle:
    """Files below `folder`, laid out as in the site. Addresses are relative to the site."""

    folder: Path
    sizes: MappingProxyType[str, int]
    worker_script: str
    head_script: str
    page_script: str
    service_worker: Path
    # What the runtime was made in: `image.json` tells what has to be known of the image.
    library: Path

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(self.sizes)


def build_bundle(cache_dir: Path, out_dir: Path, *, root: Path = ROOT, offline: bool = True) -> Bundle:
    """Make the bundle below `out_dir`. Raises BundleError with one sentence.

    `offline` is False while the site is being written: then no service worker stands between the writer and a change.
    """
    pyodide = root / "node_modules" / "pyodide"
    if not pyodide.is_dir():
        raise BundleError("Pyodide is not installed: run npm ci.")
    version = json.loads((pyodide / "package.json").read_text("utf-8"))["version"]
    core = _core(cache_dir, root, version)
    library = _library(cache_dir, root, version, core)
    scripts = _scripts(cache_dir, root, version, core, library, offline)
    return _laid_out(out_dir, core, library, scripts)


def finish_site(bundle: Bundle, site_dir: Path, cache_dir: Path, *, base_path: str = "/") -> None:
    """Complete a site whose pages are all written: what it keeps offline, `_headers`, brotli and gzip siblings."""
    write_offline_manifest(site_dir, bundle.service_worker, cache_dir / "siblings", base_path)


def _tools(root: Path, *names: str) -> list[str]:
    """The versions of npm packages that a step is made with."""
    packages = (root / "node_modules" / name / "package.json" for name in names)
    return [f"{path.parent.name} {json.loads(path.read_text('utf-8'))['version']}" for path in packages]


def _core(cache: Path, root: Path, version: str) -> Path:
    made_by = [RUNTIME / name for name in ("core.mjs", "prune_glue.mjs", "wasm.mjs")]
    key = fingerprint(made_by, version, *_tools(root, "acorn", "binaryen"))
    return step(cache, "core", key, lambda out: _made(node(RUNTIME / "core.mjs", out, doing="Making the core")))


def _made(said: str) -> None:
    """What a tool said when it succeeded is of no interest."""


def _library(cache: Path, root: Path, version: str, core: Path) -> Path:
    calculators = root / "calculators"
    sources = [path for path in (calculators / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    made_by = [
        RUNTIME / name for name in ("library.py", "reference_answers.py", "coverage_inputs.py", "entry_point.py")
    ]
    made_by += (
        RUNTIME / name for name in ("replay.mjs", "snapshot.mjs", "slim_core.mjs", "wasm.mjs", "node_python.mjs")
    )
    made_by += (root / "web" / "engine" / name for name in ("snapshot-packing.js", "snapshot.js"))
    made_by += [RUNTIME.parent / "forms" / "prefill.py"]
    made_by += (RUNTIME / "stdlib_stubs").rglob("*.py")
    key = fingerprint([*sources, calculators / "pyproject.toml", *made_by], version, core.name)
    pyodide = root / "node_modules" / "pyodide"
    return step(cache, "library", key, lambda out: make_library(calculators, pyodide, core, out))


def _scripts(cache: Path, root: Path, version: str, core: Path, library: Path, offline: bool) -> Path:
    sources = root / "web"
    scripts = sorted(sources.rglob("*.js"))
    made_by = [RUNTIME / "scripts.mjs", RUNTIME / "entry_point.py"]
    files = {
        "core": _file(core / "pyodide.asm.wasm", "core"),
        "rehearsed": _file(library / "rehearsed.wasm", "rehearsed"),
        "library": _file(library / "library.zip", "library"),
        "image": _image_file(library),
        "offline": "service-worker.js" if offline else None,
    }
    plan = {
        "entries": ENTRY_POINTS,
        "sources": str(sources),
        "core": str(core),
        "known": str(library / "known.json"),
        "opening": str(RUNTIME / "entry_point.py"),
        "pyodide": str(root / "node_modules" / "pyodide"),
        "version": version,
        "files": files,
    }
    key = fingerprint([*scripts, *made_by], json.dumps(files), *_tools(root, "esbuild", "workbox-core"))

    def make(out: Path) -> None:
        (out / "plan.json").write_text(json.dumps({**plan, "out": str(out)}), "utf-8")
        node(RUNTIME / "scripts.mjs", out / "plan.json", doing="Bundling the scripts")
        (out / "plan.json").unlink()

    return step(cache, "scripts", key, make)


def _file(path: Path, name: str) -> dict[str, str | int]:
    return {"address": _named(path, name), "size": path.stat().st_size}


def _image_file(library: Path) -> dict[str, Any]:
    """With what must be known to use it, and how it must arrive."""
    image = library / "image.bin"
    layout = json.loads((library / "image.json").read_text("utf-8"))
    return {**_file(image, "image"), **layout, "digest": sha256(image.read_bytes()).hexdigest()}


def _named(path: Path, name: str) -> str:
    return f"{name}-{sha256(path.read_bytes()).hexdigest()[:12]}{path.suffix}"


def _laid_out(out: Path, core: Path, library: Path, scripts: Path) -> Bundle:
    names: dict[str, str] = json.loads((scripts / "scripts.json").read_text("utf-8"))
    # The service worker is placed when the pages that it keeps are written.
    placed = {name: scripts / name for entry, name in names.items() if entry != "offline/service-worker.js"}
    parts = {
        "core": core / "pyodide.asm.wasm",
        "library": library / "library.zip",
        "rehearsed": library / "rehearsed.wasm",
        "image": library / "image.bin",
    }
    for name, path in parts.items():
        placed[_named(path, name)] = path

    def place(folder: Path) -> None:
        (folder / FOLDER).mkdir(parents=True)
        for name, path in placed.items():
            shutil.copyfile(path, folder / FOLDER / name)

    return Bundle(
        # A folder for each content: another build may still be copying from an older one.
        folder=step(out, "files", fingerprint([], *sorted(placed)), place),
        sizes=MappingProxyType({f"{FOLDER}/{name}": path.stat().st_size for name, path in sorted(placed.items())}),
        worker_script=f"{FOLDER}/{names['engine/worker.js']}",
        head_script=f"{FOLDER}/{names['engine/engine.js']}",
        page_script=f"{FOLDER}/{names['main.js']}",
        service_worker=scripts / names["offline/service-worker.js"],
        library=library,
    )
