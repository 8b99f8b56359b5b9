"""Abbreviations and signs that are misread in an order: how often, by which route, which drug, more or less.

U, IU, QD, QOD, MS, MSO4 and MgSO4 are on the Joint Commission's list, and > and < on its additional one. The others are
the notation of this site.
"""

import re

from .notation import Notation
from .units import BEFORE_DOSE, DOSE, SPACE

_START = r"(?<![\w-])"
_END = r"(?![\w-])"
_BEHIND_DOSE = rf"\d{SPACE}?{DOSE}(?:/\w+)*,?\s+(?:(?:PO|IV|IM|SL|SC|orally|by mouth)\s+)?"
_OFTEN = {
    "QD": "daily",
    "QOD": "every other day",
    "BID": "twice daily",
    "TID": "three times daily",
    "QID": "four times daily",
    "TIW": "three times a week",
    "BIW": "twice a week",
    "QHS": "at bedtime",
}


def _written_out(found: re.Match[str]) -> str | None:
    """The words for it; none where its last point may also end the sentence."""
    return None if found["at"].endswith(".") else _OFTEN[found["at"].replace(".", "").upper()]


def _often(*names: str) -> str:
    """A name in capitals or with points; in small letters too where it is no word of English."""
    dotted = (r"\.".join(name) + r"\.?" for name in (*names, *map(str.lower, names)))
    small = (name.lower() for name in names if name not in ("BID", "TID", "QID"))
    return "|".join((*dotted, *names, *small))


def _at(found: re.Match[str]) -> str:
    return _spaced("at", found)


def _and(found: re.Match[str]) -> str:
    return _spaced("and", found)


def _spaced(word: str, found: re.Match[str]) -> str:
    before, after = found.string[: found.start("at")], found.string[found.end("at") :]
    return f"{'' if before[-1:].isspace() or not before else ' '}{word}{'' if after[:1].isspace() else ' '}"


_ROUTE = ('"{0}" is read as SL, under the tongue, or as "5 every".', 'Write "subcutaneous".')

NOTATIONS = (
    Notation(
        "daily",
        rf"{_START}(?P<at>{_often('QD', 'QOD')}){_END}",
        '"{0}" is read as four times daily.',
        'Write "daily" or "every other day".',
        right=_written_out,
    ),
    Notation(
        "frequency",
        rf"{_START}(?P<at>{_often('TIW', 'BIW', 'QHS')}){_END}",
        '"{0}" is read as another number of times, by day in place of by week or by hour in place of at bedtime.',
        "Write {1}.",
        right=_written_out,
    ),
    Notation(
        "frequency",
        rf"{_START}(?P<at>{_often('BID', 'TID', 'QID')}){_END}",
        '"{0}" is taken for one of its neighbors, and not every reader knows the Latin.',
        "Write {1}.",
        "warning",
        right=_written_out,
    ),
    Notation(
        "bedtime",
        rf"{_BEHIND_DOSE}(?P<at>HS|hs|H\.S\.|h\.s\.){_END}",
        '"{0}" is read as half strength or as at bedtime.',
        'Write "half strength" or "at bedtime".',
    ),
    Notation(
        "route",
        rf"{_START}(?:SQ|sq(?= inj)|[Ss]ub q|(?:SC|S\.C\.)(?= (?:injection|dose|route))){_END}",
        *_ROUTE,
    ),
    Notation("route", rf"{_BEHIND_DOSE}(?P<at>SC|sc|S\.C\.|s\.c\.){_END}", *_ROUTE),
    Notation(
        "discharge",
        r"(?<![\w/])(?:D/C|d/c|D/c)(?![\w/])",
        '"{0}" is read as discharge or as discontinue, and medicines are stopped that were to go on.',
        'Write "discharge", "stop" or "discontinue".',
    ),
    Notation(
        "morphine",
        rf"{_START}(?:MSO[4₄]|MgSO[4₄]|MS(?= \d)){_END}",
        '"{0}" may be morphine sulfate or magnesium sulfate.',
        "Write the name of the drug.",
    ),
    Notation(
        "at-sign",
        r"(?:(?<=\s)|(?<=\d))(?P<at>@)(?=\s?\d)",
        '"{0}" before a number is read as a 2.',
        'Write "at".',
        right=_at,
    ),
    Notation(
        "and-sign",
        rf"(?:\d|\d{SPACE}?{DOSE}(?:/\w+)*)\s?(?P<at>&)(?=\s?\d)",
        '"{0}" before a number is read as a 2.',
        'Write "and".',
        right=_and,
    ),
    Notation(
        "dose-sign",
        rf"(?<![<>=–-])(?P<at>[<>])(?=\s?\d[\d.,]*{BEFORE_DOSE})",
        '"{0}" before a dose is taken for its opposite, and read as a 7 or an L.',
        'Write "more than" or "less than".',
    ),
)
