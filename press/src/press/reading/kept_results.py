"""Results of earlier runs, kept on disk by the digest of all that they depend on.

Only what is made again alike from the same is kept here, so all of it may be lost at any time: what cannot be read counts as
absent, and a disk that cannot be written to makes a run slower and nothing else.
"""

import pickle
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from zlib import compress, decompress

from .digests import digest

KEPT = Path(".cache") / "press" / "kept.sqlite"
"""The file in which a checkout keeps what was read and found."""
KEPT_PAGES = Path(".cache") / "press" / "pages.sqlite"
"""The file in which it keeps what was made: much more."""
MOST_BYTES_OF_PAGES = 4_000_000_000
_MOST_BYTES = 400_000_000
"""Beyond this the quarter goes that was not asked for longest."""
_SECONDS_OF_A_DAY = 86_400
_SECONDS_TO_WAIT = 2
_AT_ONCE = 500
_TABLE = (
    "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, result BLOB, digest TEXT, used INTEGER)",
    "CREATE INDEX IF NOT EXISTS kept_used ON kept (used)",
)


class KeptResults:
    """What is kept in one file. Several programs may use it at once."""

    def __init__(self, file: Path, most_bytes: int = _MOST_BYTES) -> None:
        """The file and its folder are made when something is to be kept."""
        self._file = file
        self._most_bytes = most_bytes
        self._today = int(time.time()) // _SECONDS_OF_A_DAY

    def found(self, keys: Iterable[str]) -> dict[str, Any]:
        """The results that are there, by their keys."""
        wanted = list(dict.fromkeys(keys))
        results: dict[str, Any] = {}
        if wanted and self._file.is_file():
            self._use(lambda kept: results.update(self._read(kept, wanted)))
        return results

    def keep(self, results: Mapping[str, Any]) -> None:
        """Keep results by their keys: all of them or none."""
        packed = {key: compress(pickle.dumps(result, pickle.HIGHEST_PROTOCOL), 1) for key, result in results.items()}
        if packed:
            self._use(lambda kept: self._write(kept, packed))

    def _use(self, use: Callable[[sqlite3.Connection], None]) -> None:
        """Do all of it with the file, or none. What is wrong with the file ends it, and is no fault."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=_SECONDS_TO_WAIT)) as kept, kept:
                kept.execute("PRAGMA synchronous = OFF")
                for statement in _TABLE:
                    kept.execute(statement)
                use(kept)
        except (sqlite3.OperationalError, OSError):
            return  # another program writes for long, or the disk is full or must not be written to
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)  # damaged: it begins anew

    def _read(self, kept: sqlite3.Connection, wanted: Sequence[str]) -> Iterator[tuple[str, Any]]:
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            # Nothing but question marks is put into the text of the question.
            rows = kept.execute(f"SELECT key, result, digest, used FROM kept WHERE key IN ({marks})", some).fetchall()  # noqa: S608
            for key, data, known, _ in rows:
                if isinstance(data, bytes) and digest(data) == known:
                    yield key, pickle.loads(decompress(data))  # noqa: S301  # this program has written it
            unmarked = [(self._today, key) for key, _, _, used in rows if used != self._today]
            kept.executemany("UPDATE kept SET used = ? WHERE key = ?", unmarked)

    def _write(self, kept: sqlite3.Connection, packed: Mapping[str, bytes]) -> None:
        rows = ((key, data, digest(data), self._today) for key, data in packed.items())
        kept.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
        if _bytes_in(kept) > self._most_bytes:
            (count,) = kept.execute("SELECT count(*) FROM kept").fetchone()
            # Both parts are written here; the number is given apart.
            oldest = "SELECT rowid FROM kept ORDER BY used, rowid LIMIT ?"
            kept.execute(f"DELETE FROM kept WHERE rowid IN ({oldest})", (count // 4 + 1,))  # noqa: S608


def _bytes_in(kept: sqlite3.Connection) -> int:
    pages, free, size = (
        kept.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int(pages - free) * int(size)
