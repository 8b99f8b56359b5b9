"""An answer in one line of at most 250 characters, for a field of a records system.

What does not fit is never left out in silence: the line says where it is. A stop is named in it, whatever else has to go.
"""

import re
from collections.abc import Iterator
from typing import Any

from .answer import echoed
from .evaluation import Evaluation
from .plain_text import ascii_text
from .wording import counted, in_sentence, sentence

LONGEST_LINE = 250
SEE_NOTE = "see note"
# What is enough of a single stop to know it by, where even that one is too long.
_CUT = "..."


def as_line(evaluation: Evaluation[Any, Any], day: str) -> str:
    """One line. day: ISO date of the calculation.

    Inputs go first, to the note; then the words of cautions, which are counted; then the rest of a long answer.
    """
    return next(line for line in _lines(evaluation, day) if fits(line))


def fits(line: str) -> bool:
    """Whether a line is short enough, in the characters of the page and in ASCII."""
    return max(len(line), len(ascii_text(line))) <= LONGEST_LINE


def _lines(evaluation: Evaluation[Any, Any], day: str) -> Iterator[str]:
    """The line with less and less in it."""
    calculator, headline = evaluation.calculator, evaluation.headline
    title = "" if headline.startswith(calculator.title) else f"{calculator.title}: "
    notices = list(evaluation.warnings)
    stops = [sentence(notice.in_record) for notice in notices if notice.kind == "stop"]
    # That the copy of the site is old bears on everything that it says, so this is told like a stop.
    page = " ".join(sentence(notice.in_record) for notice in evaluation.cautions)
    told = [
        sentence(notice.in_record)
        for notice in notices
        if notice.kind == "caution" and notice not in evaluation.cautions
    ]
    cautions = " ".join(told)
    count = f"{counted(len(told), 'caution')}: {SEE_NOTE}." if told else ""
    inputs = "; ".join(
        f"{in_sentence(entry['label'])} {entry['text']}" for entry in echoed(calculator.fields, evaluation.inputs)
    )
    end = f"({calculator.id} {calculator.version}, {day}. Check before use.)"
    answer = f"{title}{sentence(headline)}"
    elsewhere = f"Inputs: {SEE_NOTE}."
    yield _joined(answer, *stops, page, cautions, f"Inputs: {inputs}.", end)
    yield _joined(answer, *stops, page, cautions, elsewhere, end)
    yield _joined(answer, *stops, page, count, elsewhere, end)
    first = re.split(r"(?<=[.!?]) (?=[A-Z0-9])", headline)
    for size in range(len(first) - 1, 0, -1):
        begun = f"{title}{sentence(' '.join(first[:size]))}"
        yield _joined(begun, *stops, page, count, f"More, and inputs: {SEE_NOTE}.", end)
    nothing = f"Answer and inputs: {SEE_NOTE}."
    about = f"{calculator.title}:"
    for size in range(len(stops), 0, -1):
        more = f"{counted(len(stops) - size, 'more stop')}: {SEE_NOTE}." if size < len(stops) else ""
        yield _joined(about, *stops[:size], more, page, count, nothing, end)
    if not stops:
        yield _joined(about, page, count, nothing, end)
        return
    more = f"{counted(len(stops) - 1, 'more stop')}: {SEE_NOTE}." if len(stops) > 1 else ""
    # Its first words, a word at a time, down to none: a line of this length is always there.
    words = stops[0].split(" ")
    for size in range(len(words) - 1, -1, -1):
        yield _joined(about, " ".join(words[:size]) + _CUT, more, page, count, nothing, end)


def _joined(*parts: str) -> str:
    return " ".join(" ".join(part.split()) for part in parts if part)
