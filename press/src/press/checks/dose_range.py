"""A dose for each kilogram that is ten times one of our protocol, or far above all of them, and no source beside it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ketamine_calculators.display import plain
from ketamine_calculators.house_protocol import FIRST_STEP, HIGHEST_DOSE, REDUCED_DOSE, SECOND_STEP, THIRD_STEP

from ..reading.problems import Problem
from .checked_page import CheckedPage

_STEPS = (REDUCED_DOSE, FIRST_STEP, SECOND_STEP, THIRD_STEP, HIGHEST_DOSE)
_FAR = 2
"""So many times the highest dose of our protocol is a dose of something else."""
_DOSE = re.compile(r"(?<![\w.,–−-])(\d+(?:\.\d+)?)[ \u00a0]?mg/kg(?![\w/])(?! ?(?:per|a|each|every|/) ?(?:min|h|day))")
_HAS_ITS_OWN_SOURCE = re.compile(
    r"\[[@\d]|\b(?:label|anesthe\w+|induction of|by mouth|oral\w*|sublingual\w*|rectal\w*|intramuscular\w*|misuse|recreational"
    r"|overdose|rats?|mice|mouse|animals?|children|lithium|valproate|propofol|acetaminophen|paracetamol|not|never|above|below"
    r"|read as|in place of|instead of|lost|too much|times)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\d\s*[.,·٫]?\s*$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article. A sentence that names another route or use, or cites a source, answers for its number."""
    if page.article is None or "mg/kg" not in page.source.body:
        return
    for number, line in page.prose:
        if "mg/kg" not in line:
            continue
        column = 0
        for sentence in [line] if line.startswith("|") else _SENTENCE_END.split(line):
            column = line.find(sentence, column)
            if not _HAS_ITS_OWN_SOURCE.search(sentence):
                yield from _of_sentence(sentence, number, column, page, is_sourced="[@" in line)
            column += len(sentence)


def _of_sentence(sentence: str, line: int, column: int, page: CheckedPage, *, is_sourced: bool) -> Iterator[Problem]:
    for found in _DOSE.finditer(sentence):
        if _SPLIT.search(page.source.line(line)[: column + found.start()]):
            continue  # half of a number, which another rule names
        dose = Fraction(found[1])
        tenth = next((step for step in _STEPS if dose == 10 * step), None)
        if tenth is None and (is_sourced or dose < _FAR * HIGHEST_DOSE):
            continue
        said = (
            f"ten times the {plain(tenth)} mg/kg of our protocol"
            if tenth is not None
            else f"far above the {plain(HIGHEST_DOSE)} mg/kg that is the highest dose of our protocol"
        )
        yield page.problem(
            line,
            column + found.start() + 1,
            "dose-range",
            f"{found[0]} is {said}: a point may have been lost.",
            "Look at the source. If the dose is meant, say for what it is, and cite where it stands.",
            "warning",
        )
