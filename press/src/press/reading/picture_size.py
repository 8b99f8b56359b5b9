"""How wide and high a picture is, from the first bytes of its file."""

from pathlib import Path

_BEGINNING = 30


def picture_size(file: Path) -> tuple[int, int] | None:
    """Width and height of a PNG or WebP in pixels; None for every other file."""
    with file.open("rb") as opened:
        first = opened.read(_BEGINNING)
    if first[:8] == b"\x89PNG\r\n\x1a\n" and first[12:16] == b"IHDR":
        return int.from_bytes(first[16:20]), int.from_bytes(first[20:24])
    if first[:4] != b"RIFF" or first[8:12] != b"WEBP" or len(first) < _BEGINNING:
        return None
    if first[12:16] == b"VP8 ":
        # The two highest bits of each say how to scale it, which no browser does.
        return _little(first[26:28]) & 0x3FFF, _little(first[28:30]) & 0x3FFF
    if first[12:16] == b"VP8L":
        bits = _little(first[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return (_little(first[24:27]) + 1, _little(first[27:30]) + 1) if first[12:16] == b"VP8X" else None


def _little(part: bytes) -> int:
    return int.from_bytes(part, "little")
