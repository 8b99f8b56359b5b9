"""Plain mode: Pyodide's files as published and the calculators' wheel, without any layer.

It is what a site is made with when something else of the runtime does not work, with the next Pyodide for example, and what
`make serve` shows until the layers are made.
"""

from hashlib import sha256
from pathlib import Path

from .build_cache import Inputs
from .wheel import wheel_in

# What a browser fetches of the npm package; the glue's suffix is .js or .mjs by the version.
_PUBLISHED = ("pyodide.mjs", "pyodide.asm.*", "pyodide-lock.json", "python_stdlib.zip")


def plain_parts(root: Path, wheel: Path) -> dict[str, tuple[str, Path]]:
    """What a plain start fetches: by the name that it knows, the address and the file."""
    file = wheel_in(wheel)
    named = f"calculators-{sha256(file.read_bytes()).hexdigest()[:12]}.whl"
    return {**published_parts(root), "wheel": (named, file)}


def published_parts(root: Path) -> dict[str, tuple[str, Path]]:
    """Of these, Pyodide's own. It asks for its files by name in one folder, so the folder is named by their content."""
    published = published_files(root)
    digest = Inputs(published).key()[:12]
    return {name: (f"pyodide-{digest}/{name}", file) for name, file in published.items()}


def published_files(root: Path) -> dict[str, Path]:
    """Pyodide's own files by their names."""
    package = root / "node_modules" / "pyodide"
    return {file.name: file for pattern in _PUBLISHED for file in sorted(package.glob(pattern))}
