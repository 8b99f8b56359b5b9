"""The site as an earlier build of this checkout has written it: files that would be the same again are put back.

MkDocs empties the folder of the site. What lies in it is set aside before, and what was not put back goes at the end. A file is
put back only while nobody has touched it since that build: its size, its times and its number in the file system are as they were
noted. The time of the last change to the file itself cannot be set by hand. Everything else is written anew.
"""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from ..reading.digests import digest
from ..reading.kept_results import KEPT, KeptResults

State = tuple[int, int, int, int]
"""Size, time of the last writing, time of the last change to the file itself, and number in the file system."""


@dataclass(frozen=True)
class WrittenFile:
    """A file as a build has left it."""

    made_of: str
    """The digest of all that it depends on."""
    sha256: bytes
    state: State


@dataclass
class WrittenSite:
    """The files that one build writes to the folder of a site. Addresses are relative to that."""

    folder: Path
    aside: Path | None = None
    """Where the files of the build before lie now; None where nothing is put back, and nothing noted."""
    kept: KeptResults | None = None
    known: Mapping[str, WrittenFile] = field(default_factory=dict)
    written: dict[str, WrittenFile] = field(default_factory=dict)
    read: dict[str, bytes] = field(default_factory=dict)
    """The SHA-256 of files that somebody else writes and has read, by their addresses."""
    _promised: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def put_back(self, address: str, made_of: str) -> bool:
        """Put a file back that was made of the same; whether that could be done."""
        known = self.known.get(address)
        if known is None or self.aside is None or known.made_of != made_of:
            return False
        place = self.folder / address
        try:
            if _state(self.aside / address) != known.state:
                return False
            place.parent.mkdir(parents=True, exist_ok=True)
            os.rename(self.aside / address, place)
            self.written[address] = WrittenFile(made_of, known.sha256, _state(place))
        except OSError:
            return False
        return True

    def write(self, address: str, content: bytes, made_of: str) -> None:
        """Write a file that is made of what has this digest."""
        place = self.folder / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        if self.kept:
            self.written[address] = WrittenFile(made_of, sha256(content).digest(), _state(place))

    def promise(self, address: str, content: bytes, made_of: str) -> None:
        """Note a file that MkDocs is about to write."""
        self._promised[address] = (made_of, sha256(content).digest())

    @property
    def digests(self) -> dict[str, bytes]:
        """The SHA-256 of each file for which it is known, by its address."""
        return {**self.read, **{address: file.sha256 for address, file in self.written.items()}}

    def finish(self) -> None:
        """Note what was written, for the next build, and remove what was set aside."""
        if self.kept is None:
            return
        for address, (made_of, expected) in self._promised.items():
            with suppress(OSError):
                state = _state(self.folder / address)
                if sha256((self.folder / address).read_bytes()).digest() == expected:
                    self.written[address] = WrittenFile(made_of, expected, state)
        self.kept.keep({_key(self.folder): self.written})
        self.discard()

    def discard(self) -> None:
        """Remove what was set aside."""
        if self.aside:
            shutil.rmtree(self.aside, ignore_errors=True)


def set_aside(root: Path, folder: Path) -> WrittenSite:
    """Set aside what a build of the project below `root` has left in the folder of the site, as far as MkDocs would remove it."""
    kept = KeptResults(root / KEPT)
    key = _key(folder)
    known: Mapping[str, WrittenFile] = kept.found([key]).get(key, {})
    aside = (root / KEPT).parent / f"site-{digest(folder)[:12]}"
    shutil.rmtree(aside, ignore_errors=True)
    if known and folder.is_dir():
        # Where it is another file system, nothing can be moved there, and MkDocs removes it.
        with suppress(OSError):
            aside.mkdir(parents=True)
            for entry in os.listdir(folder):
                if not entry.startswith("."):
                    os.rename(folder / entry, aside / entry)
    return WrittenSite(folder, aside, kept, known)


def _key(folder: Path) -> str:
    return digest("written site", folder)


def _state(file: Path) -> State:
    stat = os.lstat(file)
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
