"""A number that an article calls our own value is one of our own values."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from ketamine_calculators.house_values import HOUSE_VALUES

from ..reading.problems import Problem
from .checked_page import CheckedPage

RULE = "own-value"
_SAYS_SO = re.compile(r"(?i)\bown values?\b")
# A source or our protocol that the same sentence names answers for its numbers.
_OTHER_ORIGIN = re.compile(r"(?i)\[[@\d]|\bour protocol\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NUMBER = r"\d+(?:\.\d+)?"
_NAMES = {
    "mmHg": ("mmHg",),
    "%": ("%",),
    "mg/kg": ("mg/kg", r"mg\s+(?:for|of)\s+each\s+kilogram"),
    "mg": ("mg",),
    "mL/h": ("mL/h",),
    "mL": ("mL",),
    "/min": ("/min",),
    "min": ("min", "minutes?"),
    "h": ("h", "hours?"),
    "days": ("days?",),
    "weeks": ("weeks?",),
    "months": ("months?",),
    "points": ("points?",),
}
"""Each unit, and how sentences write it; a longer one before one that begins it."""
_UNITS = "|".join(f"(?P<u{i}>{'|'.join(names)})" for i, names in enumerate(_NAMES.values()))
_NUMBERS = re.compile(
    rf"(?<![\w.@-])(?P<numbers>{_NUMBER}(?:\s*(?:,|/|[–-]|to|or|and)\s*(?:and\s+)?{_NUMBER})*)\s*(?:{_UNITS})(?![\w/])"
)
_IN_MINUTES = {"h": 60, "min": 1}
_IN_DAYS = {"days": 1, "weeks": 7}
_DAYS_OF_A_MONTH = Fraction(365, 12)


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article."""
    if page.article is None:
        return
    first = page.source.body_line
    for at, line in enumerate(page.source.body.split("\n")):
        if "own value" not in line.lower():
            continue
        for sentence in [line] if line.startswith("|") else _SENTENCE_END.split(line):
            if not _SAYS_SO.search(sentence) or _OTHER_ORIGIN.search(sentence):
                continue
            for number, unit in _numbers_in(sentence):
                if not _is_known(number, unit):
                    yield page.problem(
                        first + at,
                        line.index(sentence) + 1,
                        RULE,
                        f"{float(number):g} {unit} is called our own value, and none of our own values is that number.",
                        "Correct the number, see the page Our own values, or name the source of it in the sentence.",
                    )


def _numbers_in(sentence: str) -> Iterator[tuple[Fraction, str]]:
    for said in _NUMBERS.finditer(sentence):
        unit = next(unit for i, unit in enumerate(_NAMES) if said[f"u{i}"])
        for number in re.findall(_NUMBER, said["numbers"]):
            yield Fraction(number), unit


def _is_known(number: Fraction, unit: str) -> bool:
    if unit == "months":
        return any(
            value.unit == "days" and round(days / _DAYS_OF_A_MONTH) == number
            for value in HOUSE_VALUES.values()
            for days in value.numbers.values()
        )
    asked = _in_one_unit(number, unit)
    return asked in _house_values() or asked in _planned_minutes()


@cache
def _house_values() -> frozenset[tuple[Fraction, str]]:
    return frozenset(_in_one_unit(n, value.unit) for value in HOUSE_VALUES.values() for n in value.numbers.values())


@cache
def _planned_minutes() -> frozenset[tuple[Fraction, str]]:
    from ketamine_calculators.worksheets.session_vitals.planned import PLANNED  # few articles need its worksheet

    return frozenset((Fraction(minute), "min") for minutes in PLANNED.values() for minute in minutes)


def _in_one_unit(number: Fraction, unit: str) -> tuple[Fraction, str]:
    if unit in _IN_MINUTES:
        return number * _IN_MINUTES[unit], "min"
    if unit in _IN_DAYS:
        return number * _IN_DAYS[unit], "days"
    return number, unit
