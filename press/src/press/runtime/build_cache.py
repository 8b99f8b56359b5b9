"""Steps of a build that are done again only when what they are made from has changed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from ..reading.errors import BuildError

try:
    import fcntl
except ImportError:  # on Windows two builds at once make the same twice
    fcntl = None  # type: ignore[assignment]

# Zip members, wheels and bytecode take this as their date, so that the same input gives the same bytes.
SOURCE_DATE_EPOCH = "315532800"
_KEPT_RESULTS = 3


class BundleError(BuildError):
    """The browser's Python could not be made. The words are one plain sentence."""


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """A short digest of the content of files, with their names, and of further words."""
    digest = sha256()
    for path in sorted(paths):
        digest.update(f"{path.name}\0".encode() + sha256(path.read_bytes()).digest())
    digest.update("\0".join(words).encode())
    return digest.hexdigest()[:16]


def step(cache: Path, name: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills, taken from the cache when it was made from the same key before."""
    folder = cache / f"{name}-{key}"
    if folder.exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with _alone(cache / f"{name}.lock"):
        if folder.exists():
            return folder
        making = Path(mkdtemp(prefix=f"{name}.", dir=cache))
        try:
            make(making)
            _place(making, folder)
        finally:
            shutil.rmtree(making, ignore_errors=True)
        _forget_old(cache, name)
    return folder


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process at a time make a step; the others then find it made."""
    with lock.open("w") as held:
        if fcntl:
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _place(made: Path, folder: Path) -> None:
    try:
        made.rename(folder)
    except OSError:
        if not folder.exists():  # else another build has made the same in the meantime
            raise


def _forget_old(cache: Path, name: str) -> None:
    results = sorted(cache.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for folder in results[_KEPT_RESULTS:]:
        shutil.rmtree(folder, ignore_errors=True)


def run(command: list[str | Path], doing: str, **environment: str) -> str:
    """What a command prints. Raises BundleError with the end of its complaint."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH, "PYTHONHASHSEED": "0", **environment}
    try:
        done = subprocess.run(
            [str(word) for word in command], env=surroundings, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as missing:
        raise BundleError(f"{doing}: {missing.filename} is not installed.") from None
    if done.returncode:
        said = "\n".join((done.stderr or done.stdout).strip().splitlines()[-12:])
        raise BundleError(f"{doing} failed:\n{said}")
    return done.stdout


def python(module: str, *words: str | Path, doing: str, **environment: str) -> str:
    """Run a module with this Python, in a process of its own: one that serves the site holds older code."""
    return run([sys.executable, "-m", module, *words], doing, **environment)


def node(script: Path, *words: str | Path, doing: str) -> str:
    return run(["node", script, *words], doing)
