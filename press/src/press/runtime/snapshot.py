"""The snapshot: Python's memory with all that many tools need, from which a visit resumes in place of starting Python.

The rest comes with the tool that is asked, in a part of its own: tool_parts.py.
"""

import json
from pathlib import Path

from .agreement import agreement
from .build_cache import Inputs, Step, Tree
from .commands import node, python
from .library import LIBRARY, MODULES
from .shared_inputs import code_of, node_python_files, node_version
from .tool_modules import PACKAGE
from .tool_parts import write_parts
from .wheel import wheel_in

SNAPSHOT, LAYOUT, PARTS = "snapshot.bin", "layout.json", "parts"


def snapshot_step(root: Path, wheel: Path, core: Path, library: Path) -> Step:
    """A folder with `snapshot.bin` and `layout.json`, without which it cannot be used, and the folder `parts`.

    All of it together is proven to give CPython's replies.
    """
    files = {
        "wheel": Tree(wheel),
        "library_folder": Tree(library),
        "snapshot_entry": Path(__file__).parent / "snapshot_entry.py",
        **node_python_files(root, core),
        **code_of("snapshot"),
    }
    return Step("snapshot", Inputs(files, {"node": node_version()}), make_snapshot, takes_long=True)


def make_snapshot(inputs: Inputs, out: Path) -> None:
    made = inputs.path("library_folder")
    library, modules = made / LIBRARY, out / MODULES
    wheel = str(wheel_in(inputs.path("wheel")))
    divided = json.loads(python("press.runtime.tool_modules", doing="Dividing the modules", PYTHONPATH=wheel))
    write_parts(library, divided["parts"], out / PARTS)
    of_python = [name for name in json.loads((made / MODULES).read_text("utf-8")) if name.split(".")[0] != PACKAGE]
    modules.write_text(json.dumps({"held": [*of_python, *divided["held"]], "titles": divided["titles"]}), "utf-8")
    node("snapshot.mjs", inputs, out, doing="Making the snapshot of Python's memory", library=library, modules=modules)
    modules.unlink()
    agreement(inputs, out, snapshot=out)
