"""Picture files: drawings that carry no program, that call nothing, and that say what they show."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..markdown.links import PICTURES
from ..reading.characters import suspects
from ..reading.drawing import read_drawing
from ..reading.problems import Problem, Severity
from ..reading.source_file import read_source
from .dose_notation import notation_findings

_LARGEST = 500_000
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_TITLE = "Put <title>…</title> directly inside the <svg>; in Inkscape it is the title under File, Document Properties, Metadata."


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
    drawing = read_drawing(source)
    yield from drawing.problems
    if drawing.root is None:
        return
    if not drawing.title:
        yield problem(1, "The drawing does not say what it shows.", _TITLE)
    for element in drawing.texts:
        words = " ".join(element.words.split())
        for found in (*suspects(words), *notation_findings(words)):
            yield source.problem(element.line, element.column, found.rule, found.message, found.fix, found.severity)
