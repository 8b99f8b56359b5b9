"""Signs that a keyboard has in place of the right ones, days that can be two, and signs that were lost beside numbers."""

import datetime
import re
from fractions import Fraction

from ..reading.finding import Finding
from .notation import Notation, findings
from .units import NUMBER, SPACE

_MINUS = r"[-−–]"
_DAYS_OF_A_MONTH, _MONTHS = 31, 12


def _is_two_days(found: re.Match[str]) -> bool:
    """Whether both numbers can be the month, and are not the same."""
    first, second = int(found["first"]), int(found["second"])
    return 0 < first <= _MONTHS and 0 < second <= _MONTHS and first != second


def _is_no_day(found: re.Match[str]) -> bool:
    try:
        datetime.date.fromisoformat(found[0])
    except ValueError:
        return True
    return False


def _falls(found: re.Match[str]) -> bool:
    low, high = (Fraction(re.sub(_MINUS, "-", found[end]).replace(",", "")) for end in ("low", "high"))
    return low > high


def _is_no_quotation(found: re.Match[str]) -> bool:
    """Whether no quotation was opened before, which the sign would close."""
    sign = re.sub(r"\w'\w", "", found.string[: found.start()])
    opened = sum(sign.count(c) for c in ("'", "‘", '"', "“"))
    closed = sign.count("”") + sign.count("’")
    return (opened - closed) % 2 == 0


NOTATIONS = (
    Notation(
        "typed-sign",
        r"\+/[-–−]|(?<![\w+])\+-(?=\s?\d)",
        '"{0}" stands for the sign ±, and its minus is read as a sign of the number.',
        "Write {1}.",
        "warning",
        right=lambda found: "±",
    ),
    Notation(
        "typed-sign",
        rf"(?<=\d{SPACE})[xX](?={SPACE}\d)",
        'The letter in "{0}" stands for the sign ×, and is read as part of a number or a name.',
        "Write ×.",
        "warning",
        right=lambda found: "×",
    ),
    Notation(
        "typed-sign",
        r"(?<![-=<])(?:-|=)>(?!\s?=)|!=|(?<!<)<-(?=\s)",
        '"{0}" is a sign of programmers, and is read in more than one way.',
        "Write the word that is meant: then, leads to, is not.",
        "warning",
    ),
    Notation(
        "typed-sign",
        rf"(?<=\d){SPACE}?(?P<at>(?:mg|mcg|g|mL|units)(?:{SPACE}/{SPACE}?|/{SPACE})(?:kg|h|min|mL|day|dL|L)\b)",
        'The unit in "{0}" is parted, and its second half may come to stand on the next line.',
        "Write {1}.",
        "warning",
        right=lambda found: re.sub(rf"{SPACE}?/{SPACE}?", "/", found["at"]),
    ),
    Notation(
        "typed-sign",
        r"(?<![\w.,'‘’\"“])\d{1,3}(?:['′’]|[\"″”])(?=[\s.,;)]|$)",
        '"{0}" may be minutes, seconds, feet or inches.',
        "Write the unit: min, s, cm.",
        "warning",
        holds=_is_no_quotation,
    ),
    Notation(
        "ambiguous-day",
        r"(?<![\w./-])(?P<first>\d{1,2})(?P<sep>[/.])(?P<second>\d{1,2})(?P=sep)(?:19|20)\d\d(?![\w/-]|\.\d)",
        '"{0}" is one day in the United States and another elsewhere.',
        "Write the month as a word: 3 April 2026.",
        "warning",
        holds=_is_two_days,
    ),
    Notation(
        "ambiguous-day",
        r"(?<![\w./-])(?:19|20)\d\d-\d\d-\d\d(?![\w/-]|\.\d)",
        '"{0}" is no day of the calendar.',
        "Write the day that is meant, with the month as a word: 3 April 2026.",
        holds=_is_no_day,
    ),
    Notation(
        "reversed-interval",
        (
            rf"\b(?:CI|CrI|confidence interval|credible interval|IQR|range)\b[\s:=,;(\[]*(?:of\s+|from\s+)?"
            rf"(?P<low>{_MINUS}?{NUMBER}){SPACE}*(?:to|{_MINUS}|,){SPACE}*(?P<high>{_MINUS}?{NUMBER})(?![\d%]*{SPACE}*(?:to|{_MINUS}){SPACE}*\d)"
        ),
        'The interval in "{0}" runs downward: a minus sign may have been lost, or the two ends changed places.',
        "Look at the source. Write a minus as −, and the smaller number first.",
        "warning",
        holds=_falls,
    ),
    Notation(
        "reversed-interval",
        rf"(?<=\d{SPACE}\()(?P<low>{_MINUS}?{NUMBER}){SPACE}*(?:to|[–−]){SPACE}*(?P<high>{_MINUS}?{NUMBER})(?=\))",
        'The interval "{0}" runs downward: a minus sign may have been lost, or the two ends changed places.',
        "Look at the source. Write a minus as −, and the smaller number first.",
        "warning",
        holds=_falls,
    ),
    Notation(
        "split-number",
        rf"(?<![\w.,/:–−-])0{SPACE}\d{{1,3}}(?![\w:.,/])|(?<![\w.,/:–−-])\d{{1,2}}{SPACE}\d(?={SPACE}(?:points?|percent)\b)",
        'The point of "{0}" may have been lost: two numbers stand where one is meant.',
        "Look at the source, and write the number with its point.",
        "warning",
    ),
    Notation(
        "lost-sign",
        rf"\b(?:change|changed|difference|differed|decrease|reduction|fell|score|points?|by|was|of|CI){SPACE}{{2,}}(?P<at>{NUMBER})\b",
        'Two spaces stand before "{0}": a minus or another sign may have been lost on the way.',
        "Look at the source. Write the sign, or one space.",
        "warning",
    ),
)
_SIGNS = (
    r"\+/|\+[-−–]|\d[ \u00a0\u202f\u2009][xX][ \u00a0\u202f\u2009]\d|[-=]>|!=|<-|[gsL][ \u00a0]?/[ \u00a0]|[gsL] /|\d['′’\"″”]"
    r"|\d[/.]\d{1,2}[/.]\d{4}|\d{4}-\d\d-\d\d|\b(?:C[rI]|IQR|interval|range)|\d \(|\d[ \u00a0\u202f\u2009]\d"
)
_ANY = re.compile(rf"[-+=!<gsLCIir\d](?<=(?={_SIGNS}).)", re.DOTALL)
"""What a text must hold for most of them: nearly every text needs only this look.

The first sign comes before it, since a search goes quickly over all places but those of a sign.
"""
_TWO_SPACES = re.compile(r"[a-zA-Z] {2,}\d")


def sign_findings(words: str) -> list[Finding]:
    """What is wrong with the signs of a piece of text."""
    possible = _ANY.search(words) or ("  " in words and _TWO_SPACES.search(words))
    return findings(words, NOTATIONS) if possible else []
