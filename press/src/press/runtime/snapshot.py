"""The snapshot: Python's memory when everything is imported, from which a visit resumes in place of starting Python."""

from pathlib import Path

from .agreement import agreement
from .build_cache import Inputs, Step, Tree
from .commands import node
from .library import LIBRARY, MODULES
from .shared_inputs import code_of, node_python_files, node_version
from .wheel import ANSWERS

SNAPSHOT, LAYOUT = "snapshot.bin", "layout.json"


def snapshot_step(root: Path, wheel: Path, core: Path, library: Path) -> Step:
    """A folder with `snapshot.bin`, proven to give CPython's replies, and `layout.json`, without which it cannot be used."""
    files = {
        "wheel": Tree(wheel),
        "library_folder": Tree(library),
        **node_python_files(root, core),
        **code_of("snapshot"),
    }
    return Step("snapshot", Inputs(files, {"node": node_version()}), make_snapshot, takes_long=True)


def make_snapshot(inputs: Inputs, out: Path) -> None:
    made = inputs.path("library_folder")
    questions = inputs.path("wheel") / ANSWERS
    node(
        "snapshot.mjs",
        inputs,
        out,
        doing="Making the snapshot of Python's memory",
        library=made / LIBRARY,
        modules=made / MODULES,
        questions=questions,
    )
    agreement(inputs, out, snapshot=out)
