"""Stubs for modules of Pyodide's library that its own start imports and the calculators do not need.

They leave out the event loop, the package loader, the reading of sources and what these import: more than a third of a
clean start, and of what a snapshot holds.
"""

from pathlib import Path

from ..build_cache import BundleError

_FOLDER = Path(__file__).parent
_STUBS = (
    "_pyodide/_base.py",
    "asyncio/__init__.py",
    "inspect.py",
    "pyodide/_package_loader.py",
    "pyodide/code.py",
    "pyodide/webloop.py",
    "traceback.py",
)

# Lines that are replaced, so that nothing is imported for their sake. A version that changes one of them must be looked at.
_REPLACED = {
    # Base classes without behavior; their module brings resources, temporary files and archives with it.
    "_pyodide/_importhook.py": (
        "from importlib.abc import Loader, MetaPathFinder\n",
        "Loader = MetaPathFinder = object\n",
    ),
    # A docstring for each dataclass, from a signature that is made for it alone.
    "dataclasses.py": ("    if not getattr(cls, '__doc__'):\n", "    if False:\n"),
}


def with_stubs(library: dict[str, bytes]) -> dict[str, bytes]:
    """The sources of a library with the stubs in it. Raises BundleError when a line that is replaced is not there once."""
    changed = {name: data for name, data in library.items() if not name.startswith("asyncio/")}
    for name in _STUBS:
        changed[name] = (_FOLDER / name).read_bytes()
    for name, (line, instead) in _REPLACED.items():
        source = library[name].decode("utf-8")
        if source.count(line) != 1:
            raise BundleError(f"{name} of Pyodide no longer holds the line “{line.strip()}” once: see stdlib_stubs.")
        changed[name] = source.replace(line, instead).encode("utf-8")
    return changed
