"""Characters that hide, turn or break words."""

import re
import unicodedata
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDDEN = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0"
_JOINERS = "\u200c\u200d"
_BREAKS = "\u0085\u2028\u2029\x0b\x0c"
_SUSPECT = re.compile(
    rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\ufff9-\ufffb\U000e0000-\U000e0fff"
    rf"\U000f0000-\U0010ffff{_TURNING}{_HIDDEN}{_JOINERS}{_BREAKS}]"
)
# UTF-8 read as Windows-1252 and saved again: Ã© for é, â‰¥ for ≥, Â± for ±.
_BROKEN = re.compile(
    r"Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]|â[€‰†„\u0080\u0089][\u0080-\u2122]?|Â[\u00a0-\u00bf]"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
# Greek letters belong in many medical names: α-synuclein, Δ9-THC, κ-opioid.
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u04ff]")
_LATIN = re.compile(r"[a-zA-Z]")
_NAMED = {"\x00": "a null character", "\ufffd": "a character that was lost in saving"}


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of the file, front matter included."""
    for number, line in enumerate(page.source.lines, start=1):
        if line.isascii() and (line.isprintable() or not _SUSPECT.search(line)):
            continue
        for found in _SUSPECT.finditer(line):
            if found[0] == "\ufffd" and page.source.problems:
                continue  # the encoding has been named already
            if found[0] in _JOINERS and _joins(line, found.start()):
                continue
            yield page.problem(number, found.start() + 1, "character", *_message_and_fix(found[0]))
        for found in _BROKEN.finditer(line):
            yield page.problem(
                number,
                found.start() + 1,
                "broken-text",
                f'"{found[0]}" is a sign that was broken by a wrong encoding.',
                "Type the sign again, such as ≥, é, – or ’, and save as UTF-8.",
            )
        for found in _WORD.finditer(line):
            word = found[0]
            foreign = _FOREIGN.search(word)
            if foreign and _LATIN.search(word) and not _is_unit(word):
                yield page.problem(
                    number,
                    found.start() + foreign.start() + 1,
                    "look-alike",
                    f'"{word}" mixes alphabets: {foreign[0]} is {unicodedata.name(foreign[0], "foreign").capitalize()}. '
                    "Search would not find the word.",
                    "Type the word again.",
                )


def _message_and_fix(character: str) -> tuple[str, str]:
    code = f"U+{ord(character):04X}"
    if character in _TURNING:
        return (
            f"There is a character here that turns the direction of text ({code}); what is read is not what is stored.",
            "Delete it.",
        )
    if character in _HIDDEN or character in _JOINERS:
        return f"There is an invisible character here ({code}).", "Delete it."
    if character in _BREAKS:
        return f"There is a hidden line break here ({code}).", "Delete it and press Enter instead."
    name = _NAMED.get(character, "a character no font shows")
    return f"There is {name} here ({code}).", "Delete it and type what should stand here."


def _joins(line: str, at: int) -> bool:
    """Whether a joiner stands between two signs that need it, as in an emoji or in Persian."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    return bool(before and after) and not before.isascii() and not after.isascii()


def _is_unit(word: str) -> bool:
    """Whether it is a unit with the Greek letter mu in place of µ, which dose_notation.py reports."""
    return word[0] in "μΔαβγδκλσω" and bool(word[1:]) and not _FOREIGN.search(word[1:])
