"""The core: Pyodide's wasm and glue, as published or without what the calculators cannot need."""

from pathlib import Path

from .build_cache import Inputs, Step
from .commands import node
from .shared_inputs import code_of, node_programs, node_version, npm_versions, pyodide_files

WASM = "pyodide.asm.wasm"


def core_step(root: Path, *, pruned: bool, zeroed: bool) -> Step:
    """A folder with `pyodide.asm.wasm` and `pyodide.asm.mjs`, which belong together."""
    files = {
        **node_programs(root),
        **pyodide_files(root, "pyodide.asm.js", WASM, "pyodide.mjs"),
        **code_of("core"),
    }
    tools = {"npm": npm_versions(root, "acorn", "binaryen"), "node": node_version()}
    values = {"pruned": pruned, "zeroed": zeroed, **tools}
    return Step("core", Inputs(files, values), make_core, takes_long=pruned)


def make_core(inputs: Inputs, out: Path) -> None:
    node("core.mjs", inputs, out, doing="Making the core")
