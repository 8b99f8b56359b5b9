"""The files that a command changes: all of them or none, and to be taken back while they are as it left them."""

import base64
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import CommandRefused
from .file_text import as_bytes, as_text, write_bytes

FOLDER = ".cache/press/commands"
"""One record for the last command of each kind, below the root of the project."""
_RUNNING = "running.json"
_LATER = "Not every file could be put back. The next press command does it, as soon as files can be written."
_LONGEST_RUN = 5
"""Seconds after which a command that still seems to write has been cut off."""


@dataclass(frozen=True)
class FileChange:
    """One file before and after; None where there is no file."""

    path: str
    """From the root of the project."""
    before: bytes | None
    after: bytes | None


@dataclass
class FileChanges:
    """What a command is about to write. Nothing is written before `carry_out`."""

    root: Path
    _after: dict[Path, bytes | None] = field(default_factory=dict)

    def text(self, file: Path) -> str:
        """The file's text as the command will leave it."""
        data = self._after[file] if file in self._after else file.read_bytes()
        return as_text(data or b"")

    def set(self, file: Path, text: str) -> None:
        """Give a file this text; `carry_out` makes one that is not there."""
        self._after[file] = as_bytes(text)

    def remove(self, file: Path) -> None:
        """Leave no file there."""
        self._after[file] = None

    def files(self) -> tuple[FileChange, ...]:
        """Every file that is to be another than it is now."""
        changes = (
            FileChange(file.relative_to(self.root).as_posix(), _data(file), after)
            for file, after in self._after.items()
        )
        return tuple(change for change in changes if change.before != change.after)

    def carry_out(self, command: str, words: str) -> None:
        """Write all files, and keep what they were. Raises CommandRefused, with every file as it was."""
        record = _Record(command, words, time.time_ns(), self.files())
        _write_all(self.root, record)
        (_folder(self.root) / _RUNNING).replace(_folder(self.root) / f"{command}.json")


@dataclass(frozen=True)
class _Record:
    """What a command did, as it is kept."""

    command: str
    words: str
    moment: int
    changes: tuple[FileChange, ...]

    def as_json(self) -> str:
        changes = [
            {"path": one.path, "before": _as_base64(one.before), "after": _as_base64(one.after)} for one in self.changes
        ]
        return json.dumps(
            {"command": self.command, "words": self.words, "moment": self.moment, "changes": changes},
            ensure_ascii=False,
            indent=1,
        )

    def reversed(self) -> "_Record":
        changes = tuple(FileChange(one.path, one.after, one.before) for one in self.changes)
        return _Record("undo", self.words, self.moment, changes)


def finish_cut_off(root: Path) -> str:
    """Put back what a command that was cut off had written so far, and say so; empty when there was none."""
    running = _folder(root) / _RUNNING
    while running.exists() and abs(time.time() - running.stat().st_mtime) < _LONGEST_RUN:
        time.sleep(0.1)  # another command may be writing at this moment
    if not running.exists():
        return ""
    record = _read(running)
    kept = _put_back(root, record)
    running.unlink()
    said = f"press {record.command} was cut off before it was done. Its files are as they were before it. Run it again."
    return f"{said} Changed since, and left as they are: {', '.join(kept)}." if kept else said


def undone(root: Path, command: str = "") -> str:
    """Take back the last command, or the last of one kind; what was done, in words. Raises CommandRefused."""
    records = sorted(
        (_read(file) for file in _folder(root).glob("*.json") if file.name != _RUNNING), key=lambda one: one.moment
    )
    chosen = [record for record in records if command in ("", record.command)]
    if not chosen:
        raise CommandRefused(
            f"There is no press {command} to take back." if command else "There is nothing to take back."
        )
    record = chosen[-1]
    changed = [one.path for one in record.changes if _data(root / one.path) != one.after]
    if changed:
        raise CommandRefused(
            f"Nothing is taken back: since press {record.command} somebody has changed {', '.join(changed)}. "
            f"It had done this: {record.words} Change by hand what is not to stay."
        )
    _write_all(root, record.reversed())
    (_folder(root) / _RUNNING).unlink()
    (_folder(root) / f"{record.command}.json").unlink()
    lines = [f"  {'Removed' if one.before is None else 'As before'}: {one.path}" for one in record.changes]
    return "\n".join([f"Taken back: press {record.command}. It had done this: {record.words}", *lines])


def _write_all(root: Path, record: _Record) -> None:
    """Write the files of a record, which stays as the running one. Raises CommandRefused, with every file as it was."""
    running = _folder(root) / _RUNNING
    shown = f"{FOLDER}/{_RUNNING}"
    try:
        _put(running, as_bytes(record.as_json()))
        for change in record.changes:
            shown = change.path
            _put(root / shown, change.after)
    except OSError as error:
        said = f"{shown} could not be written: {error.strerror}."
        try:
            _cancel(root, record)
        except OSError as worse:
            raise CommandRefused(f"{said} {_LATER}") from worse
        raise CommandRefused(f"{said} Every file is as it was.") from error
    except BaseException:
        _cancel(root, record)
        raise


def _cancel(root: Path, record: _Record) -> None:
    """Put the files of the running record back; without one, nothing has been written."""
    running = _folder(root) / _RUNNING
    if running.exists():
        _put_back(root, record)
        running.unlink()


def _put_back(root: Path, record: _Record) -> list[str]:
    """Make every file of a record what it was before. The files that are neither old nor new are left, and named."""
    kept = []
    for change in record.changes:
        now = _data(root / change.path)
        if now == change.after:
            _put(root / change.path, change.before)
        elif now != change.before:
            kept.append(change.path)
    return kept


def _put(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(file, data)


def _data(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _folder(root: Path) -> Path:
    return root / FOLDER


def _read(file: Path) -> _Record:
    given: dict[str, Any] = json.loads(file.read_text("utf-8"))
    changes = tuple(
        FileChange(one["path"], _from_base64(one["before"]), _from_base64(one["after"])) for one in given["changes"]
    )
    return _Record(given["command"], given["words"], given["moment"], changes)


def _as_base64(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _from_base64(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
