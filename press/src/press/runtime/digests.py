"""What the scripts compare a file with before they use it, in the form of web/engine/files.js."""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_PIECE = 2**20


@dataclass(frozen=True)
class Measured:
    """The size of a file in bytes, its SHA-256, and that of the digests of its pieces, for a file of more than one."""

    size: int
    sha256: bytes
    pieces: bytes | None

    def described(self, address: str) -> dict[str, str | int]:
        """What the scripts know of the file at this address."""
        whole: dict[str, str | int] = {"address": address, "size": self.size, "integrity": integrity_of(self.sha256)}
        return whole if self.pieces is None else {**whole, "pieces": integrity_of(self.pieces)}


def measured(file: Path) -> Measured:
    """Read a file, which may be long."""
    size, whole, pieces = 0, sha256(), sha256()
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            size += len(piece)
            whole.update(piece)
            pieces.update(sha256(piece).digest())
    return Measured(size, whole.digest(), pieces.digest() if size > _PIECE else None)


def integrity_of(digest: bytes) -> str:
    """A SHA-256 in the form that a browser takes for a fetch."""
    return f"sha256-{b64encode(digest).decode()}"
