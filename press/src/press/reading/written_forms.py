"""Other forms of letters, digits and units: what looks right and is found by no search."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .finding import Finding
from .problems import Severity


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else "." for c in text)


def _unit(text: str) -> str:
    """The letters of a unit; this site writes mcg for µg, and mL."""
    return re.sub("l$", "L", re.sub("^[µμ]g", "mcg", _plain(text)))


def _unknown(_: str) -> None:
    """It may have been a list's number, a reference or a part of the text."""


@dataclass(frozen=True)
class _Form:
    rule: str
    pattern: re.Pattern[str]
    message: str
    right: Callable[[str], str | None]
    severity: Severity = "error"


_FORMS = (
    _Form(
        "digit",
        re.compile(r"(?<!\d)[0-9]*(?![0-9])\d\d*(?:[.．]\d+)*"),
        '"{0}" holds digits of another script or width; search does not find the number, and not every program reads it.',
        _digits,
    ),
    _Form(
        "digit",
        re.compile(r"[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\U0001f100-\U0001f10c]|[0-9]\ufe0f?\u20e3"),
        '"{0}" is a digit in a circle, a box or brackets; it makes no list and no reference, and is not read as a number.',
        _unknown,
    ),
    _Form(
        "unit-character",
        re.compile(r"[\u2103\u2109\u2113\u3371-\u337a\u3380-\u33df]"),
        '"{0}" is one character for a whole unit; search does not find it, and not every font shows it.',
        _unit,
    ),
    _Form(
        "ligature",
        re.compile(r"[\ufb00-\ufb06\u2160-\u217f]"),
        '"{0}" is one character for several letters; search does not find the word.',
        _plain,
        "warning",
    ),
    _Form(
        "full-width",
        re.compile(r"[\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e\u3000]"),
        '"{0}" is a sign of full width, which is another character than the one on the keyboard.',
        _plain,
        "warning",
    ),
)
_ACCENTS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20ff"
_LETTER = re.compile(rf"[^{_ACCENTS}][{_ACCENTS}]*")
_OVERLAY = re.compile(r"[\u0334-\u0338\u0489\u20d2\u20d3\u20d8-\u20da\u20dd-\u20e0\u20e2\u20e4-\u20eb]")


def forms(text: str) -> Iterator[Finding]:
    """Every other form in one line of text that is not ASCII."""
    for form in _FORMS:
        for found in form.pattern.finditer(text):
            right = form.right(found[0])
            fix = "Type the number, or what else is meant." if right is None else f'Write "{right}".'
            yield Finding(
                found.start(), found[0], form.rule, form.message.format(found[0]), fix, form.severity, replacement=right
            )
    if not unicodedata.is_normalized("NFC", text) or _OVERLAY.search(text):
        yield from _marked_letters(text)


def _marked_letters(text: str) -> Iterator[Finding]:
    """Letters with marks of their own: those that are one character, and those that are struck through."""
    for found in _LETTER.finditer(text):
        letter = found[0]
        right = unicodedata.normalize("NFC", letter)
        stroke = _OVERLAY.search(right)
        if stroke:
            yield Finding(
                found.start(),
                letter,
                "character",
                f"A stroke lies over this sign (U+{ord(stroke[0]):04X}); it is misread, and search does not find it.",
                "Delete the stroke. What is to be struck out, take out of the text.",
            )
        elif right != letter:
            yield Finding(
                found.start(),
                letter,
                "decomposed",
                f'"{letter}" is not stored as the one character that a keyboard types; search does not find the word.',
                f'Write "{right}".',
                "warning",
                replacement=right,
            )
