"""Files changed by a command: whatever it does not change stays byte for byte, even what is not UTF-8."""

import os
import shutil
from pathlib import Path


def file_text(file: Path) -> str:
    """The file's text. A byte that is not UTF-8 becomes a lone surrogate, which `write_text` turns back into that byte."""
    return file.read_bytes().decode("utf-8", "surrogateescape")


def write_text(file: Path, text: str) -> None:
    """Write what `file_text` read, line ends as they are. The file is the old or the new one, whole, whatever happens."""
    target = file.resolve()  # a link stays a link
    new = target.with_name(f".{target.name}.new")
    try:
        with new.open("wb") as writing:
            writing.write(text.encode("utf-8", "surrogateescape"))
            writing.flush()
            os.fsync(writing.fileno())
        shutil.copymode(target, new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
