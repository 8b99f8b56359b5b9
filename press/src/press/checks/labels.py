"""Footnotes and labels of links: each called has its line, and each line is called."""

import re
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE_DEFINED = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_LABEL = re.compile(r"\]\[([^\]\n]*)\]")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Footnotes first, then the addresses of links."""
    yield from _notes_called(page)
    yield from _notes_written(page)
    yield from _addresses(page)
    yield from _labels(page)


def _notes_called(page: CheckedPage) -> Iterator[Problem]:
    for text in page.parsed.texts:
        for found in _NOTE.finditer(text.words) if "[^" in text.words else ():
            yield page.problem(
                text.line,
                text.column + found.start(),
                "footnote",
                f"There is no footnote {found[1]}.",
                f"Add a line [^{found[1]}]: and the words of the note, with an empty line above it.",
            )


def _notes_written(page: CheckedPage) -> Iterator[Problem]:
    notes = page.parsed.footnotes
    seen: set[str] = set()
    for number, line in page.body_lines():
        defined = _NOTE_DEFINED.match(line)
        if defined is None or defined[1] not in notes:
            continue
        if defined[1] in seen:
            yield page.problem(
                number,
                1,
                "footnote",
                f"Footnote {defined[1]} is written twice; one of the two is lost.",
                "Give one of them another name.",
            )
        elif not notes[defined[1]]:
            yield page.problem(
                number,
                1,
                "footnote",
                f"Footnote {defined[1]} is never called, so its words are not shown.",
                f"Write [^{defined[1]}] in the text, or remove the note.",
            )
        seen.add(defined[1])


def _addresses(page: CheckedPage) -> Iterator[Problem]:
    for address in page.parsed.addresses:
        if not address.used:
            yield page.problem(
                address.line,
                1,
                "link-label",
                "This line is taken for the address of a link that nobody uses, so it is not shown.",
                "If it is text, write a \\ in front of the [. If not, remove it.",
            )
    for address in page.parsed.repeated_addresses:
        yield page.problem(
            address.line,
            1,
            "link-label",
            f"The address of [{address.label.lower()}] is given twice; this one is lost.",
            "Keep one of the two.",
        )


def _labels(page: CheckedPage) -> Iterator[Problem]:
    for text in page.parsed.texts:
        for found in _LABEL.finditer(text.words) if "][" in text.words else ():
            yield page.problem(
                text.line,
                text.column + found.start() + 1,
                "link-label",
                f"There is no address for the link [{found[1]}].",
                "Write the address in round brackets: [words](address).",
            )
