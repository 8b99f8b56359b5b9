"""The corpus of written lines: `written_lines.yml` read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("written_lines.yml")


@dataclass(frozen=True)
class Written:
    """A piece of an article's text, and its right outcome."""

    name: str
    text: str
    shows: str | None
    """The lines that readers see. None where the check stops it, and it does not matter what they would see."""
    mended: str | None
    """The text as `press check --fix` writes it, where that is another."""
    says: tuple[str, ...]
    """Problems that the check must name, as "line rule"; with none of them, it must say nothing at all."""


def _written(kind: str, place: int, entry: str | dict[str, Any]) -> Written:
    given: dict[str, Any] = {"text": entry} if isinstance(entry, str) else entry
    assert given.keys() <= {"text", "shows", "mended", "says"}, entry
    named: str | list[str] = given.get("says", [])
    says = (named,) if isinstance(named, str) else tuple(named)
    shows = given.get("shows", None if says else given["text"])
    return Written(f"{kind} {place}", given["text"], shows, given.get("mended"), says)


WRITTEN = tuple(
    _written(kind, place, entry)
    for kind, entries in yaml.safe_load(FILE.read_text("utf-8")).items()
    for place, entry in enumerate(entries, start=1)
)
