"""Plain mode: Pyodide's files as published and the calculators' wheel, without any layer.

It is what a site is made with when something else of the runtime does not work, with the next Pyodide for example, and what
`make serve` shows until the layers are made.
"""

from hashlib import sha256
from pathlib import Path

from .build_cache import Inputs
from .shared_inputs import pyodide_files
from .wheel import wheel_in

_PUBLISHED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")


def plain_parts(root: Path, wheel: Path) -> dict[str, tuple[str, Path]]:
    """What a plain start fetches: by the name that it knows, the address and the file.

    Pyodide asks for its files by name in one folder, so the folder is named by their content.
    """
    published = pyodide_files(root, *_PUBLISHED)
    digest = Inputs(published).key()[:12]
    parts = {name: (f"pyodide-{digest}/{name}", root / "node_modules" / "pyodide" / name) for name in _PUBLISHED}
    file = wheel_in(wheel)
    named = f"calculators-{sha256(file.read_bytes()).hexdigest()[:12]}.whl"
    return {**parts, "wheel": (named, file)}
