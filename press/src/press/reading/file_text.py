"""Files changed by a command: whatever it does not change stays byte for byte, even what is not UTF-8."""

import os
import shutil
from pathlib import Path


def as_text(data: bytes) -> str:
    """The text of these bytes. One that is not UTF-8 becomes a lone surrogate, which `as_bytes` turns back into it."""
    return data.decode("utf-8", "surrogateescape")


def as_bytes(text: str) -> bytes:
    """The bytes that `as_text` read, line ends as they are."""
    return text.encode("utf-8", "surrogateescape")


def file_text(file: Path) -> str:
    """The file's text, as `as_text` reads it."""
    return as_text(file.read_bytes())


def write_bytes(file: Path, data: bytes) -> None:
    """Write a file. It is the old or the new one, whole, whatever happens."""
    target = file.resolve()  # a link stays a link
    new = target.with_name(f".{target.name}.new")
    try:
        with new.open("wb") as writing:
            writing.write(data)
            writing.flush()
            os.fsync(writing.fileno())
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
