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
    "dataclass_methods.py",
    "inspect.py",
    "pyodide/_package_loader.py",
    "pyodide/code.py",
    "pyodide/webloop.py",
    "traceback.py",
)

# Lines that are replaced. A version that changes one of them must be looked at.
_REPLACED: dict[str, tuple[tuple[str, str], ...]] = {
    # Base classes without behavior; their module brings resources, temporary files and archives with it.
    "_pyodide/_importhook.py": (
        ("from importlib.abc import Loader, MetaPathFinder\n", "Loader = MetaPathFinder = object\n"),
    ),
    "dataclasses.py": (
        # A docstring for each dataclass, from a signature that is made for it alone.
        ("    if not getattr(cls, '__doc__'):\n", "    if False:\n"),
        # Each dataclass gets up to five functions of its own that say the same of other fields. One of each is enough.
        (
            "        if locals is not None:\n",
            "        from dataclass_methods import SHARED\n"
            "        if name in SHARED:\n"
            "            self.unconditional_adds[name] = SHARED[name]\n"
            "            return\n"
            "        if locals is not None:\n",
        ),
        (
            "        # Now that we've generated the functions, assign them into cls.\n",
            "        for name, shared in self.unconditional_adds.items():\n"
            "            if name == '__hash__' or name not in cls.__dict__:\n"
            "                setattr(cls, name, shared)\n",
        ),
        # Nobody asks for the types of what a dataclass is made from.
        ("    return f'{f.name}:__dataclass_type_{f.name}__{default}'\n", "    return f'{f.name}{default}'\n"),
        ("                        return_type=None)\n", "                        )\n"),
    ),
}


def with_stubs(library: dict[str, bytes]) -> dict[str, bytes]:
    """The sources of a library with the stubs in it. Raises BundleError when a line that is replaced is not there once."""
    changed = {name: data for name, data in library.items() if not name.startswith("asyncio/")}
    for name in _STUBS:
        changed[name] = (_FOLDER / name).read_bytes()
    for name, lines in _REPLACED.items():
        source = library[name].decode("utf-8")
        for line, instead in lines:
            if source.count(line) != 1:
                raise BundleError(
                    f"{name} of Pyodide no longer holds the line “{line.strip()}” once: see stdlib_stubs."
                )
            source = source.replace(line, instead)
        changed[name] = source.encode("utf-8")
    return changed
