"""What has changed: files compared with the last look, events of the system, and Python code that must be loaded anew."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from watchdog.events import (
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

ONLY = "PRESS_ONLY"
"""The environment variable with the slug of the one article to preview."""
_CHANGES: tuple[type[FileSystemEvent], ...] = (
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
)


class Changes:
    """The files of some folders as they were at the last look."""

    def __init__(self, places: Iterable[Path]) -> None:
        self._places = tuple(places)
        self._times = self._now()

    def _now(self) -> dict[Path, tuple[int, int]]:
        times: dict[Path, tuple[int, int]] = {}
        for place in self._places:
            for file in place.rglob("*") if place.is_dir() else [place]:
                try:
                    stat = file.stat()
                except OSError:
                    continue  # deleted after it was listed
                if file.is_file() and "__pycache__" not in file.parts:
                    times[file] = (stat.st_mtime_ns, stat.st_size)
        return times

    def since_last_look(self) -> set[Path]:
        """Files that are new, changed or gone."""
        before, self._times = self._times, self._now()
        return {file for file in before.keys() | self._times.keys() if before.get(file) != self._times.get(file)}


class SystemObserver:
    """Learns of changes from the system, and of nothing else: reading a file is an event too, and a rebuild reads."""

    def __init__(self) -> None:
        self._observer = Observer()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> ObservedWatch:
        return self._observer.schedule(
            handler, path, recursive=recursive and Path(path).is_dir(), event_filter=list(_CHANGES)
        )

    def unschedule(self, watch: ObservedWatch) -> None:
        self._observer.unschedule(watch)

    def start(self) -> None:
        self._observer.start()

    def stop(self) -> None:
        self._observer.stop()

    def join(self) -> None:
        self._observer.join()


def system_observer(places: Iterable[Path]) -> SystemObserver | None:
    """An observer for these places, not yet started; None where the system cannot tell of changes in all of them."""
    trial = SystemObserver()
    try:
        for place in places:
            trial.schedule(FileSystemEventHandler(), str(place), recursive=True)
        trial.start()
        trial.stop()
    except OSError:
        return None
    return SystemObserver()


def code_error() -> str:
    """Why the Python code cannot be imported as it is now; empty when it can."""
    test = "from ketamine_calculators import every; every(); import press.mkdocs_plugin.plugin"
    run = subprocess.run([sys.executable, "-c", test], capture_output=True, text=True, check=False)
    return run.stderr.strip()


def restart() -> NoReturn:
    """Run the same command from the beginning, with the code as it is now."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # our own command line
