"""Digests of texts, and of press itself: what tells whether something is still the same."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import yaml

import ketamine_calculators


def digest(*parts: object) -> str:
    """The digest of texts and bytes, and of whatever else is the same when its `repr` is."""
    found = blake2b(digest_size=20)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data) + data)
    return found.hexdigest()


def file_digest(file: Path) -> str:
    """Of a file that may be absent."""
    return digest(file.read_bytes()) if file.is_file() else ""


@cache
def code_digest() -> str:
    """Of press and the calculators, and of the versions of Python and of what is installed beside them."""
    packages = (Path(__file__).parents[1], Path(ketamine_calculators.__file__).parent)
    installed = sorted(name for name in os.listdir(Path(yaml.__file__).parents[1]) if name.endswith(".dist-info"))
    return digest(sys.version, *installed, *(part for package in packages for part in _files_below(package)))


def _files_below(folder: Path) -> Iterator[str | bytes]:
    """The name and the bytes of every file but compiled ones."""
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(above, name)  # a Path for each of many files takes ten times as long
            yield os.path.relpath(path, folder)
            yield Path(path).read_bytes()
