"""What CHANGELOG.md says of each calculator and version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = "CHANGELOG.md"
_CLINICAL = "Clinical changes"
_NAMED = re.compile(r"`(\w+)`(?: (\d+\.\d+))?")
_EVERY = "Every calculator"


@dataclass(frozen=True)
class ChangeEntry:
    """An item under "Clinical changes", in plain words, with the calculators that it names and their new versions.

    A version is empty where none stands beside the name; an item on every calculator names `*`.
    """

    text: str
    calculators: tuple[tuple[str, str], ...]


def change_entries(root: Path) -> list[ChangeEntry]:
    """Every item that names what it is about, in the order of the file."""
    file = root / FILE
    return list(_entries(file.read_text("utf-8"))) if file.is_file() else []


def _entries(text: str) -> Iterator[ChangeEntry]:
    part = ""
    for block in re.split(r"\n(?=- |#)|\n\n", text):
        if block.startswith("#"):
            part = block.lstrip("# ").strip()
        elif block.startswith("- ") and part == _CLINICAL:
            # What is named before the first full stop is what the item is about.
            lead = re.split(r"\. |: ", block[2:], maxsplit=1)[0]
            named = tuple(_NAMED.findall(lead)) or ((("*", ""),) if lead.startswith(_EVERY) else ())
            if named:
                yield ChangeEntry(_plain(block[2:]), named)


def _plain(markdown: str) -> str:
    return " ".join(markdown.replace("`", "").replace("**", "").split())
