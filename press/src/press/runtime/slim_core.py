"""The slim core: for the snapshot, a core with only those functions that a long list of questions calls.

A question that calls any other ends the worker, and is asked again in a clean start with the whole core. So what the list
forgets costs a reader seconds, not an answer.
"""

from pathlib import Path

from .agreement import agreement
from .build_cache import Inputs, Step, Tree
from .commands import node, python
from .library import LIBRARY
from .shared_inputs import code_of, node_python_files, node_version
from .wheel import wheel_in

SLIM_CORE = "slim-core.wasm"


def slim_core_step(root: Path, wheel: Path, core: Path, library: Path, snapshot: Path, expected: Path) -> Step:
    """A folder with `slim-core.wasm`, proven with the snapshot to give CPython's replies. `expected` has every edge."""
    files = {
        "wheel": Tree(wheel),
        "library_folder": Tree(library),
        "snapshot": Tree(snapshot),
        "expected": Tree(expected, "*.json"),
        **node_python_files(root, core),
        **code_of("slim_core", "coverage_inputs"),
    }
    return Step("slim-core", Inputs(files, {"node": node_version()}), make_slim_core, takes_long=True)


def make_slim_core(inputs: Inputs, out: Path) -> None:
    questions, slim_core = out / "questions.json", out / SLIM_CORE
    wheel = str(wheel_in(inputs.path("wheel")))
    module, edges = "press.runtime.coverage_inputs", inputs.path("expected")
    asked = python(module, edges, doing="Making the coverage inputs", PYTHONPATH=wheel)
    questions.write_text(asked, "utf-8")
    library = inputs.path("library_folder") / LIBRARY
    node("slim-core.mjs", inputs, out, doing="Finding what is used of the core", library=library, coverage=questions)
    questions.unlink()
    agreement(inputs, out, slim_core=slim_core)
