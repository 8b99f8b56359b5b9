"""What changed since the last look, and how quickly it can be shown again."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

ONLY = "PRESS_ONLY"
"""The environment's word for the slug of the one article to preview."""
_CHANGES = frozenset({"modified", "created", "deleted", "moved", "closed"})


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
                    continue  # gone between the listing and the look
                if file.is_file() and "__pycache__" not in file.parts:
                    times[file] = (stat.st_mtime_ns, stat.st_size)
        return times

    def since_last_look(self) -> set[Path]:
        """Files that are new, changed or gone."""
        before, self._times = self._times, self._now()
        return {file for file in before.keys() | self._times.keys() if before.get(file) != self._times.get(file)}


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Reading a file is an event too; rebuilding because of it would never end.
        if not event.is_directory and event.event_type in _CHANGES:
            self._changed()


def watcher(places: Iterable[Path], changed: Callable[[], None]) -> BaseObserver | None:
    """Calls `changed`, once it is started, as soon as the system tells of a change; None where it cannot tell."""
    try:
        trial = _observer(places, changed)
        trial.start()
        trial.stop()
    except OSError:
        return None
    return _observer(places, changed)


def _observer(places: Iterable[Path], changed: Callable[[], None]) -> BaseObserver:
    observer = Observer()
    for place in places:
        observer.schedule(_Handler(changed), str(place), recursive=place.is_dir())
    return observer


def programs_are_sound() -> str:
    """What is wrong with the programs as they now are; empty when they can be loaded."""
    test = "from ketamine_calculators import every; every(); import press.mkdocs_plugin.plugin"
    run = subprocess.run([sys.executable, "-c", test], capture_output=True, text=True, check=False)
    return run.stderr.strip()


def start_again() -> NoReturn:
    """The same command from the beginning, with the programs as they now are."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # our own command line
