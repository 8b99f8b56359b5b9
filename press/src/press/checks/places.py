"""Places in files, by the kind of what is to be done there, and how a command prints them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ..content.project import Project
from .quantity import Quantity

_LONGEST = 160


@dataclass(frozen=True)
class Place:
    """A line, and what is to be known of it."""

    path: str
    line: int
    text: str


@dataclass(frozen=True)
class Part:
    """Places of one kind, with what is to be done there."""

    title: str
    places: tuple[Place, ...]


def lines_that(says: Callable[[str], object], files: Iterable[Path], project: Project) -> Iterator[Place]:
    """Every line of the files of which this is true."""
    for file in sorted(files):
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1):
            if says(line):
                yield Place(project.shown(file), number, line.strip())


def as_text(quantity: Quantity, parts: Iterable[Part]) -> str:
    """The parts as the command prints them: several lines of one file stand below its name."""
    kept = [part for part in parts if part.places]
    if not kept:
        return f"{quantity} stands nowhere.\n"
    return "\n".join("\n".join([f"{part.title} ({len(part.places)}):", *_told(quantity, part), ""]) for part in kept)


def _told(quantity: Quantity, part: Part) -> Iterator[str]:
    for path, group in groupby(part.places, key=lambda place: place.path):
        places = list(group)
        if len(places) > 1:
            yield path
            yield from (f"  {place.line}: {_short(place.text, quantity)}" for place in places)
        else:
            yield f"{path}:{places[0].line}: {_short(places[0].text, quantity)}"


def _short(text: str, quantity: Quantity) -> str:
    """A long line, cut to what stands around the quantity."""
    if len(text) <= _LONGEST:
        return text
    start = max(0, min((quantity.place_in(text) or 0) - _LONGEST // 2, len(text) - _LONGEST))
    end = start + _LONGEST
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
