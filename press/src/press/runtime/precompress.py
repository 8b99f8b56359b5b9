"""Precompressed files: beside each file its brotli and gzip form, for hosts that send those in its place."""

import gzip
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path

import brotli

# What is compressed already gains nothing.
_COMPRESSIBLE = frozenset(
    {".bin", ".css", ".html", ".js", ".json", ".mjs", ".py", ".svg", ".txt", ".wasm", ".xml", ".zip"}
)
_WORTH_IT = 256
_MANY = frozenset({".html", ".txt", ".xml"})
_BEST, _OF_MANY = 11, 10
"""Qualities of brotli. There are as many pages as articles: the second takes a third of the time for 2% more bytes."""
# The largest window that every browser accepts: the core and the library repeat themselves over long distances.
_WINDOW = 24


def write_precompressed(files: Iterable[Path], cache: Path | None = None) -> None:
    """Write `name.br` and `name.gz` beside each file that gains by it. In the cache lies what was compressed before."""
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(lambda path: _write(path, cache), sorted(files)):
            pass


def _write(path: Path, cache: Path | None) -> None:
    if path.suffix not in _COMPRESSIBLE or path.stat().st_size < _WORTH_IT:
        return
    data = path.read_bytes()
    quality = _OF_MANY if path.suffix in _MANY else _BEST
    for suffix, smaller in ((".br", partial(_brotli, quality=quality)), (".gz", _gzip)):
        kept = cache / f"{sha256(data).hexdigest()[:32]}-{quality}{suffix}" if cache else None
        if kept and kept.exists():
            packed = kept.read_bytes()
        else:
            packed = smaller(data)
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(packed)
        if len(packed) < len(data):
            path.with_name(path.name + suffix).write_bytes(packed)


def _brotli(data: bytes, quality: int) -> bytes:
    packed: bytes = brotli.compress(data, quality=quality, lgwin=_WINDOW)
    return packed


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)
