"""Steps of a build that are done again only when something they read has changed.

A step is given its inputs by name, and its maker is given the same inputs and a folder to write to, so that what is
hashed is what is read. tests/build/test_cache_keys.py proves it: for the programs, from what they import.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from ..reading.errors import BuildError

try:
    import fcntl
except ImportError:  # on Windows two builds at once make the same twice
    fcntl = None  # type: ignore[assignment]

_KEPT_RESULTS = 6


class BundleError(BuildError):
    """The browser's Python could not be made. The message is for whoever builds the site."""


class NotMade(Exception):
    """A step that takes long has not been made from these inputs."""


@dataclass(frozen=True)
class Tree:
    """The files of a folder whose names match, at any depth."""

    folder: Path
    pattern: str = "*"

    def files(self) -> Iterator[tuple[str, Path]]:
        """Each with its place in the folder."""
        for path in sorted(self.folder.rglob(self.pattern)):
            if path.is_file() and path.suffix != ".pyc":
                yield path.relative_to(self.folder).as_posix(), path


@dataclass(frozen=True)
class Inputs:
    """All that a step reads: files and folders by name, and values that JSON can hold."""

    files: Mapping[str, Path | Tree]
    values: Mapping[str, object] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """The file or folder of that name."""
        found = self.files[name]
        return found.folder if isinstance(found, Tree) else found

    def each_file(self) -> Iterator[tuple[str, Path]]:
        """Every file that is hashed, with the name it is hashed under. Where a folder lies does not matter."""
        for name, found in sorted(self.files.items()):
            if isinstance(found, Tree):
                for place, path in found.files():
                    yield f"{name}/{place}", path
            else:
                yield name, found

    def key(self) -> str:
        """The digest of all of it."""
        digest = sha256()
        for name, path in self.each_file():
            digest.update(f"{name}\0".encode() + sha256(path.read_bytes()).digest())
        digest.update(json.dumps(self.values, sort_keys=True).encode())
        return digest.hexdigest()[:16]

    def plan(self) -> dict[str, Any]:
        """As a program in another language is told it, in JSON."""
        return {
            "files": {name: str(self.path(name)) for name in self.files},
            "hashed": [str(path.resolve()) for _, path in self.each_file()],
            "values": self.values,
        }


@dataclass(frozen=True)
class Step:
    """What `make` writes into a folder from its inputs, and from nothing else."""

    name: str
    inputs: Inputs
    make: Callable[[Inputs, Path], None]
    takes_long: bool = False


@dataclass(frozen=True)
class Cache:
    """Where the results of steps are kept. One that does not wait raises NotMade for a step that takes long."""

    folder: Path
    waits: bool = True

    def result(self, step: Step) -> Path:
        """The folder that the step's maker filled, now or in an earlier build."""
        folder = self.folder / f"{step.name}-{step.inputs.key()}"
        if not folder.exists():
            if step.takes_long and not self.waits:
                raise NotMade(step.name)
            self._make(step, folder)
        os.utime(folder)  # the results that have not been used for longest are removed first
        return folder

    def _make(self, step: Step, folder: Path) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with _locked(self.folder / f"{step.name}.lock"):
            if folder.exists():
                return
            unfinished = Path(mkdtemp(prefix=f"{step.name}.", dir=self.folder))
            try:
                step.make(step.inputs, unfinished)
                _rename(unfinished, folder)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
            self._remove_old(step.name)

    def _remove_old(self, name: str) -> None:
        results = self.folder.glob(f"{name}-{'[0-9a-f]' * 16}")
        for folder in sorted(results, key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT_RESULTS:]:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    """Let one process at a time make a step; the others then find it made."""
    with lock.open("w") as held:
        if fcntl:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _rename(made: Path, folder: Path) -> None:
    try:
        made.rename(folder)
    except OSError:
        if not folder.exists():  # else another build has made the same in the meantime
            raise
