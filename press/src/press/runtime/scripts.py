"""The scripts of the pages, bundled; each brings what it imports, except what stands before it among the entry points."""

from collections.abc import Mapping
from pathlib import Path

from .build_cache import Inputs, Step, Tree
from .commands import node
from .shared_inputs import Files, code_of, npm_versions, pyodide_files
from .wheel import ANSWERS

ENTRY_POINTS = (
    "calculator/chart-view.js",
    "calculator/qr-view.js",
    "session/session.js",
    "verify/verify.js",
    "check/check.js",
    "keys/shortcut-list.js",
    "search/search-dialog.js",
    "report/report.js",
    "self-test/self-test.js",
    "main.js",
)
"""The last is on every page."""
# What the scripts import of others; web/build/hashed.mjs refuses any other package.
_PACKAGES = ("esbuild", "uplot", "uqr", "workbox-core", "workbox-precaching", "workbox-routing", "workbox-strategies")


def scripts_step(root: Path, wheel: Path, core: Path | None, files: Mapping[str, object]) -> Step:
    """A folder with the scripts, each named by its content, and `scripts.json`, their names by entry point.

    `files` is what they must know of the runtime's files; `core` is None where Pyodide is as published.
    """
    inputs: Files = {
        "answers": wheel / ANSWERS,
        "entry_point": Path(__file__).parent / "entry_point.py",
        **script_files(root),
        **pyodide_files(root, "pyodide.mjs", "pyodide-lock.json"),
        **code_of("scripts"),
    }
    if core:
        inputs["glue"] = core / "pyodide.asm.mjs"
    values = {
        "entries": ENTRY_POINTS,
        "files": files,
        "plain": core is None,
        "npm": npm_versions(root, *_PACKAGES, "workbox-window"),
        "pyodide": npm_versions(root, "pyodide")["pyodide"],
    }
    return Step("scripts", Inputs(inputs, values), make_scripts)


def make_scripts(inputs: Inputs, out: Path) -> None:
    node("scripts.mjs", inputs, out, doing="Bundling the scripts")


def script_files(root: Path) -> Files:
    """The programs that bundle, and every script of web/ by its own name: bundles are checked against these."""
    web = root / "web"
    scripts = {f"web/{place}": path for place, path in Tree(web, "*.js").files()}
    return {"programs": Tree(web / "build", "*.mjs"), **scripts}
