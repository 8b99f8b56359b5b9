"""Numbers that are misread: their points, commas, zeros and letters, and the spaces and dashes between them."""

import re

from .notation import Notation
from .units import (
    ANY,
    BEFORE_ANY,
    BEFORE_DOSE,
    BEFORE_MEASURED,
    BEFORE_OTHER,
    NUMBER,
    SPACE,
)

_ZERO = "OoОоΟο"
_ONE = "lIІіΙ"
"""Letters that look like 0 and like 1: Latin, Cyrillic, Greek."""
_EITHER = f"[{_ZERO}{_ONE}]"
_COMMA = "[,·٫]"
"""Signs that other countries and journals put in place of the point."""
_LIST = re.compile(r",?\s+(?:and|or|to)\s+\d")
_FOUR_DIGITS = r"(?<![\w.,/])[1-9]\d{3,}(?:\.\d+)?"
_TRAILING = r"(?<![\w.,])(?P<whole>\d+)\.(?P<part>\d*?)0+(?!\d)"


def _digits(found: re.Match[str]) -> str | None:
    """The number, where it has a digit and no letter but O: an l may be a 1 or the rest of another sign."""
    written = found["at"]
    if re.search(f"[{_ONE}]", written) or not re.search(r"\d", written):
        return None
    return re.sub(f"[{_ZERO}]", "0", written)


def _with_point(found: re.Match[str]) -> str | None:
    """0,5 is a decimal unless a list goes on: 0,5 and 10 mg. 1,5 may be two numbers, the point in 1·5 a times sign."""
    whole, part = re.split(_COMMA, found[0])
    is_decimal = whole == "0" and not part.endswith("0") and not _LIST.match(found.string, found.end())
    return f"{whole}.{part}" if is_decimal else None


def _outside_brackets(found: re.Match[str]) -> bool:
    """Citations stand in brackets: [1,2]."""
    before = found.string[: found.start()]
    return before.rfind("[") <= before.rfind("]")


def _without_zeros(found: re.Match[str]) -> str:
    return found["whole"] + (f".{found['part']}" if found["part"] else "")


def _with_commas(found: re.Match[str]) -> str:
    whole, point, part = found[0].partition(".")
    digits = re.sub("[^0-9]", "", whole)
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return ",".join(reversed(groups)) + point + part


def _falls(found: re.Match[str]) -> bool:
    low, high = (float(found[end].replace(",", "")) for end in ("low", "high"))
    return low > high


_COMMA_MESSAGE = (
    '"{0}" has a comma in place of the point; the comma is overlooked and the dose read ten times too high.'
)

NOTATIONS = (
    Notation(
        "number-look-alike",
        (
            rf"(?<![\w.,/-])(?P<at>\d[\d.]*{_EITHER}[\d{_ZERO}{_ONE}]*{BEFORE_MEASURED}"
            rf"|[{_ZERO}]\.[\d{_ZERO}{_ONE}]*\d[\d{_ZERO}{_ONE}]*(?!\w)"
            rf"|(?!O2)(?:{_EITHER}\d+|{_EITHER}+)(?={SPACE}(?:mg|mcg|mL|ml|min|g|kg)(?!\w)))"
        ),
        '"{0}" holds a letter that only looks like a digit; copied or typed elsewhere it is another number.',
        "Type the number again, with digits.",
        right=_digits,
    ),
    Notation(
        "double-point",
        rf"(?<![\w.,])(?:\d*\.[.,]\d+|\d+,[.,]\d+|\d+\.\d+\.[\d.]*\d{BEFORE_MEASURED})(?![\w.]*\.\w)",
        '"{0}" has one point too many, and nobody can tell which number was meant.',
        "Write the one number that is meant, or both with a dash between them.",
    ),
    Notation(
        "split-number",
        rf"(?<![\w.,/])(?:0\.\s\d+{BEFORE_ANY}|\d+\s\.\d+)",
        'A space splits "{0}"; what stands before it is overlooked and the rest read as the number.',
        "Write the number without a space.",
    ),
    Notation(
        "naked-decimal",
        r"(?<![\w.,/])(?<!\d )\.\d+",
        '"{0}" has no zero before its point; the point is overlooked and the dose read ten times too high or more.',
        "Write {1}.",
        right=lambda found: f"0{found[0]}",
    ),
    Notation(
        "decimal-comma",
        rf"(?<![\w.,/\[])(?:0{_COMMA}\d+(?!\w|,\d)|(?:[1-9]\d*,\d{{1,2}}|[1-9]\d*[·٫]\d+)(?!\w|,\d){BEFORE_ANY})",
        _COMMA_MESSAGE,
        "Write a point, as in 0.5. If two numbers are meant, put a space behind the comma.",
        right=_with_point,
        holds=_outside_brackets,
    ),
    Notation(
        "decimal-comma",
        rf"(?<![\w.,/(^])[1-9]\d*,\d{{1,2}}(?!\w|,\d|-[a-z])(?!{BEFORE_ANY[3:]}",
        '"{0}" may be one number with a comma in place of the point, or two.',
        "Write a point, as in 1.5. If two numbers are meant, put a space behind the comma.",
        "warning",
        holds=_outside_brackets,
    ),
    Notation(
        "thousands-point",
        rf"(?<![\w.,])[1-9]\d{{0,2}}\.\d\d0(?!\d){BEFORE_MEASURED}",
        '"{0}" is read as one number with decimals, and where the point marks thousands as a thousand times as much.',
        "Write 1 or 1,000, whichever is meant.",
    ),
    Notation(
        "trailing-zero",
        _TRAILING + BEFORE_DOSE,
        '"{0}" has a zero behind its point; when the point is overlooked the dose is read ten times too high.',
        "Write {1}.",
        right=_without_zeros,
    ),
    Notation(
        "trailing-zero",
        _TRAILING + BEFORE_OTHER,
        '"{0}" has a zero behind its point; when the point is overlooked the number is read ten times too high.',
        "Write {1}.",
        "warning",
        right=_without_zeros,
    ),
    Notation(
        "thousands-mark",
        rf"(?<![\w.,/])(?:\d{{1,3}}(?:,\d{{3}})*,\d{{4,}}|\d{{4,}}(?:,\d+)+){BEFORE_MEASURED}",
        'The comma in "{0}" does not stand before three digits, so a digit may be missing or too many.',
        "Write the number again, with a comma before each group of three digits: 10,000.",
    ),
    Notation(
        "thousands-mark",
        rf"(?<![\w.,/])\d{{1,3}}(?:[ \u00a0\u202f\u2009'’]000)+(?!\d){BEFORE_MEASURED}",
        '"{0}" may be read as two numbers, or parted at the end of a line.',
        "Write {1}.",
        "warning",
        right=_with_commas,
    ),
    Notation(
        "thousands-mark",
        _FOUR_DIGITS + BEFORE_DOSE,
        'The digits of "{0}" are miscounted without a comma; this site writes one from 1,000.',
        "Write {1}.",
        "warning",
        right=_with_commas,
    ),
    Notation(
        "thousands-mark",
        _FOUR_DIGITS + BEFORE_OTHER,
        '"{0}" may be two numbers whose dash was lost; one number has a comma from 1,000.',
        "Write the dash, or the comma as in 1,000.",
        "warning",
    ),
    Notation(
        "number-pair",
        rf"(?<![\w.,/:–−-])(?!(?:19|20)\d\d{SPACE})\d+(?:\.\d+)?{SPACE}+\d+(?:\.\d+)?(?!\w|,\d){BEFORE_MEASURED}",
        'Between the numbers of "{0}" a sign or a word is missing: it may be a range, or one number that was split.',
        "Write the dash, the comma or the word between them, or the one number without a space.",
    ),
    Notation(
        "reversed-range",
        rf"(?<![\w.,/–−-])(?<!from )(?P<low>{NUMBER}){SPACE}?[-–]{SPACE}?(?P<high>{NUMBER})(?=(?:{SPACE}|-)?{ANY})",
        'The range "{0}" runs downward; one of its numbers may be a slip.',
        "Put the smaller number first. For a change, write from … to ….",
        holds=_falls,
    ),
)
