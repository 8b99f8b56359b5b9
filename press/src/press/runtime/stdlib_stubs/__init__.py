"""Modules that stand in for those of Pyodide's library which the calculators cannot need.

They leave out the event loop, the package loader, the reading of sources and what these import: more than a third of a
start, and of what an image of the memory holds.
"""

from pathlib import Path

_FOLDER = Path(__file__).parent
_INSTEAD = (
    "_pyodide/_base.py",
    "asyncio/__init__.py",
    "inspect.py",
    "pyodide/_package_loader.py",
    "pyodide/code.py",
    "pyodide/webloop.py",
    "traceback.py",
)

# Lines that go, so that nothing is imported for their sake. An upgrade that changes one of them must be looked at.
_WITHOUT = {
    # Base classes without behaviour; their module brings resources, temporary files and archives with it.
    "_pyodide/_importhook.py": (
        "from importlib.abc import Loader, MetaPathFinder\n",
        "Loader = MetaPathFinder = object\n",
    ),
    # A docstring for each dataclass, from a signature that is made for it alone.
    "dataclasses.py": ("    if not getattr(cls, '__doc__'):\n", "    if False:\n"),
}


def lean(library: dict[str, bytes]) -> dict[str, bytes]:
    """The sources of a library, with what stands in for some of them. Raises KeyError when one is not as expected."""
    changed = {name: data for name, data in library.items() if not name.startswith("asyncio/")}
    for name in _INSTEAD:
        changed[name] = (_FOLDER / name).read_bytes()
    for name, (line, instead) in _WITHOUT.items():
        source = library[name].decode("utf-8")
        if source.count(line) != 1:
            raise KeyError(f"{name} no longer holds the line “{line.strip()}” once.")
        changed[name] = source.replace(line, instead).encode("utf-8")
    return changed
