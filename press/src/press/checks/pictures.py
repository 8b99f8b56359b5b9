"""Picture files: drawings that carry no program, that call nothing, and that say what they show."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..markdown.links import PICTURES
from ..reading.problems import Problem, Severity
from ..reading.source_file import read_source

_LARGEST = 500_000
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_DANGER = (
    (re.compile(r"(?i)<\s*(?:\w+:)?script\b"), "a script"),
    (re.compile(r"(?i)\son[a-z]+\s*="), "a script that runs on an event"),
    (re.compile(r"(?i)<\s*(?:\w+:)?(?:foreignObject|iframe|embed|object|audio|video)\b"), "foreign content"),
    (re.compile(r"(?i)javascript\s*:"), "a script address"),
    (re.compile(r"(?i)<!(?:DOCTYPE|ENTITY)\b"), "a document type, which can pull in other files"),
    (
        re.compile(r"(?i)(?:href|src)\s*=\s*[\"']\s*(?!#|data:image/(?:png|jpeg|webp);)[^\"'\s]"),
        "an address outside itself",
    ),
    (re.compile(r"(?i)(?:@import|url\(\s*[\"']?(?!#|data:))"), "an address outside itself"),
)


def problems(file: Path, shown: str) -> Iterator[Problem]:
    """The rules of one file below content/images."""

    def problem(line: int, message: str, fix: str, severity: Severity = "error") -> Problem:
        return Problem(shown, line, 1, "picture-file", message, fix, severity)

    if file.suffix.lower() not in PICTURES:
        yield problem(1, f"{file.name} is not a picture.", f"Only {', '.join(PICTURES)} belong in content/images.")
        return
    if not _NAME.fullmatch(file.name):
        yield problem(
            1, f'The name "{file.name}" cannot stand in an address.', "Use small letters, digits and hyphens."
        )
    size = file.stat().st_size
    if size > _LARGEST:
        yield problem(
            1, f"The picture weighs {size // 1000} kB.", f"Save it smaller than {_LARGEST // 1000} kB.", "warning"
        )
    if file.suffix.lower() != ".svg":
        return
    source = read_source(file, shown)
    yield from source.problems
    for line, what in _dangers(source.text):
        yield problem(line, f"The drawing holds {what}.", "Export it again as plain SVG.")
    if not re.search(r"<title[\s>]", source.text):
        yield problem(1, "The drawing does not say what it shows.", "Put <title>…</title> inside the <svg>.")


def _dangers(drawing: str) -> dict[tuple[int, str], None]:
    """The lines with something dangerous and what it is, each once however often it is there."""
    return {
        (drawing.count("\n", 0, found.start()) + 1, what): None
        for pattern, what in _DANGER
        for found in pattern.finditer(drawing)
    }
