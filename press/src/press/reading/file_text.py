"""Files changed by a command: whatever it does not change stays byte for byte, even what is not UTF-8."""

from pathlib import Path


def file_text(file: Path) -> str:
    """The file's text. A byte that is not UTF-8 becomes a lone surrogate, which `write_text` turns back into that byte."""
    return file.read_bytes().decode("utf-8", "surrogateescape")


def write_text(file: Path, text: str) -> None:
    """Write what `file_text` read, line ends as they are."""
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
