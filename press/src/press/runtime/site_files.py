"""The files of a finished site by their addresses. Each is read once, however many lists it stands in."""

import os
from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path

PACKED = (".br", ".gz")


class SiteFiles:
    """The files below the folder of a site, as whoever holds this leaves them: what it writes, it writes by way of this."""

    def __init__(self, folder: Path, digests: Mapping[str, bytes] | None = None) -> None:
        """`digests` has the SHA-256 of files for which it is known, by their addresses."""
        self.folder = folder
        self._digests = dict(digests or {})

    def addresses(self) -> list[str]:
        """Every file, in the order of folders and names."""
        found = []
        for above, _, names in os.walk(self.folder):
            inside = os.path.relpath(above, self.folder).replace(os.sep, "/")
            found += names if inside == "." else [f"{inside}/{name}" for name in names]
        return sorted(found, key=lambda address: address.split("/"))

    def path(self, address: str) -> Path:
        """Where a file lies."""
        return self.folder / address

    def digest(self, address: str) -> bytes:
        """The SHA-256 of a file."""
        if address not in self._digests:
            with self.path(address).open("rb") as file:
                self._digests[address] = file_digest(file, "sha256").digest()
        return self._digests[address]

    def size_on_the_line(self, address: str) -> int:
        """Bytes of a file as a host sends it that has its compressed form."""
        compressed = self.path(f"{address}.br")
        return (compressed if compressed.exists() else self.path(address)).stat().st_size

    def compress(self, addresses: Iterable[str], cache: Path) -> None:
        """Write the compressed forms of files beside them, as the cache has them or will have them."""
        # A browser, which reads this module too, has nothing to compress with.
        from .precompress import write_precompressed

        write_precompressed(map(self.path, addresses), cache)
        # MkDocs has packed the map of the site at the same place.
        self._digests = {name: digest for name, digest in self._digests.items() if not name.endswith(PACKED)}

    def write(self, address: str, content: bytes) -> None:
        """Write a file whole."""
        place = self.path(address)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        self._digests.pop(address, None)
