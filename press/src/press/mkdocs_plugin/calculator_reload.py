"""Calculators and worksheets imported anew in a running preview.

It can be done for their modules alone: the registry finds them by their names, and nothing else of press or of the package
holds what they define from one build to the next.
"""

import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from ketamine_calculators import catalogue, every
from ketamine_calculators import worksheets as joined
from ketamine_calculators.registry import worksheets

_PACKAGES = (catalogue, joined)


def only_calculators(files: Iterable[Path]) -> bool:
    """Whether each file is the module of a calculator or worksheet that is loaded, and is still there."""
    loaded = {str(module.__file__) for module in _loaded().values()}
    return all(str(file) in loaded and file.is_file() for file in files)


def calculators_loaded_anew() -> str:
    """Import all of them as their files are now. Gives why that cannot be done, and then the old ones stay; else nothing."""
    old = _loaded()
    # Python takes what it compiled for a file's second and size; two saves may share both.
    writes_no_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        _forget(old)
        every()
        worksheets()
    except Exception:
        _forget(_loaded())
        sys.modules.update(old)
        return traceback.format_exc()
    finally:
        sys.dont_write_bytecode = writes_no_bytecode
    return ""


def _loaded() -> dict[str, ModuleType]:
    below = tuple(f"{package.__name__}." for package in _PACKAGES)
    return {name: module for name, module in sys.modules.items() if name.startswith(below)}


def _forget(modules: Iterable[str]) -> None:
    for name in modules:
        del sys.modules[name]
        parent, _, last = name.rpartition(".")
        if parent in sys.modules:
            # Or `from . import name` would still find it there.
            vars(sys.modules[parent]).pop(last, None)
