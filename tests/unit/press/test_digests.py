"""A long file is compared in pieces of a megabyte, by the digest of their digests."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from press.runtime.digests import measured

MEGABYTE = 1_048_576


def _sri(content: bytes) -> str:
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"


def test_a_file_of_one_piece_has_the_digest_of_all_of_it(tmp_path: Path) -> None:
    file = tmp_path / "part.bin"
    for content in (b"", b"a", bytes(MEGABYTE)):
        file.write_bytes(content)
        assert measured(file).described("part-1.bin") == {
            "address": "part-1.bin",
            "size": len(content),
            "integrity": _sri(content),
        }


def test_a_longer_file_has_that_of_its_pieces_too(tmp_path: Path) -> None:
    first, second, last = b"a" * MEGABYTE, b"b" * MEGABYTE, b"c"
    file = tmp_path / "part.bin"
    file.write_bytes(first + second + last)
    assert measured(file).described("part-1.bin") == {
        "address": "part-1.bin",
        "size": 2_097_153,
        "integrity": _sri(first + second + last),
        "pieces": _sri(sha256(first).digest() + sha256(second).digest() + sha256(last).digest()),
    }
    file.write_bytes(first + second)
    assert measured(file).pieces == sha256(sha256(first).digest() + sha256(second).digest()).digest()
