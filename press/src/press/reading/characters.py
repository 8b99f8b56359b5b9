"""Characters that hide, turn or break words, in text as it was typed and as YAML decodes it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace

from .finding import Finding
from .problems import Problem
from .source_file import SourceFile
from .written_forms import forms

_MARKS = "\u061c\u200e\u200f"
_TURNING = f"{_MARKS}\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
"""Not seen either, but as wide as a space."""
_HIDDEN = (
    "\u00ad\u034f\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
    f"\U0001bca0\U0001bca1\U0001bca2\U0001bca3\U0001d173\U0001d174\U0001d175\U0001d176\U0001d177{_BLANK}"
)
_JOINERS = "\u200c\u200d"
_VARIANTS = "\ufe00\ufe01\ufe02\ufe03\ufe04\ufe05\ufe06\ufe07\ufe08\ufe09\ufe0a\ufe0b\ufe0c\ufe0d\ufe0e\ufe0f"
"""They choose the form of the sign before them, as of an emoji."""
_BREAKS = "\u0085\u2028\u2029\x0b\x0c"
_SUSPECT = re.compile(
    rf"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff\ufff9-\ufffb\U000e0000-\U000e0fff"
    rf"\U000f0000-\U0010ffff{_TURNING}{_HIDDEN}{_JOINERS}{_VARIANTS}{_BREAKS}]"
)
# UTF-8 read as Windows-1252 and saved again: Ã© for é, â‰¥ for ≥, Â± for ±.
_BROKEN = re.compile(
    r"Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]|â[€‰†„\u0080\u0089][\u0080-\u2122]?|Â[\u00a0-\u00bf]"
)
_WORD = re.compile(r"[^\W\d_]+")
_GREEK = r"\u0370-\u03ff"
# Besides Greek and Cyrillic: Armenian, Cherokee, Lisu, small capitals, full width and mathematical letters, and the
# letters of phonetic spelling that look like a, g and i.
_LOOKS_LATIN = (
    r"\u0400-\u052f\u0530-\u058f\u0251\u0261\u0269\u13a0-\u13ff\u1d00-\u1d7f\ua4d0-\ua4ff\uab70-\uabbf"
    r"\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
)
# Greek letters belong in many medical names: α-synuclein, Δ9-THC, κ-opioid.
_FOREIGN = re.compile(rf"[{_GREEK}{_LOOKS_LATIN}]")
_NOT_GREEK = re.compile(rf"[{_LOOKS_LATIN}]")
_STYLED = re.compile(r"[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3]")
"""Latin letters of full width or of formulas, never typed in a text."""
_LATIN = re.compile(r"[a-zA-Z]")
_BEHIND_NUMBER = re.compile(r"\d[ \u00a0\u202f]?(?:[a-zA-Zµμ]+/)?\Z")
_NAMED = {"\x00": "a null character", "\ufffd": "a character that was lost in saving"}


Decoder = Callable[[re.Match[str]], str]
"""The one character that a code stands for."""


def suspects(text: str) -> Iterator[Finding]:
    """Everything in one line of text that is not what it seems."""
    if text.isascii() and (text.isprintable() or not _SUSPECT.search(text)):
        return
    for found in _SUSPECT.finditer(text):
        if not (found[0] in _JOINERS + _VARIANTS and _joins(text, found.start())):
            message, fix = _message_and_fix(found[0])
            right = _deleted(found)
            if right is None and _is_between_digits(found):
                fix = "Look whether one number is meant or two, and type it again."
            yield Finding(found.start(), found[0], "character", message, fix, replacement=right)
    for found in _BROKEN.finditer(text):
        yield Finding(
            found.start(),
            found[0],
            "broken-text",
            f'"{found[0]}" is a sign that was broken by a wrong encoding.',
            "Type the sign again, such as ≥, é, – or ’, and save as UTF-8.",
        )
    for found in _WORD.finditer(text):
        foreign = _foreign_letter(found[0], text[max(0, found.start() - 12) : found.start()])
        if foreign is not None:
            letter, plain = found[0][foreign], unicodedata.normalize("NFKC", found[0])
            yield Finding(
                found.start() + foreign,
                found[0][foreign:],
                "look-alike",
                f'"{found[0]}" mixes alphabets: {letter} is {unicodedata.name(letter, "foreign").capitalize()}. '
                "Search would not find the word.",
                "Type the word again.",
                replacement=plain[foreign:] if plain.isascii() else None,
            )
    yield from forms(text)


def coded_suspects(text: str, code: re.Pattern[str], character: Decoder) -> Iterator[Finding]:
    """What codes such as \\u202e stand for, judged with the text around them. Each finding is at its first code."""
    decoded: list[str] = []
    places: list[int] = []
    codes: dict[int, str] = {}
    at = 0
    for found in code.finditer(text):
        decoded += text[at : found.start()]
        places += range(at, found.start())
        codes[len(decoded)] = found[0]
        decoded.append(character(found))
        places.append(found.start())
        at = found.end()
    for one in suspects("".join(decoded) + text[at:]) if codes else ():
        place = next((i for i in range(one.start, one.end) if i in codes), None)
        if place is not None:  # else it was typed, and is found there
            right = one.replacement if len(one.words) == 1 else None
            yield replace(one, start=places[place], words=codes[place], replacement=right)


def line_problems(source: SourceFile) -> Iterator[Problem]:
    """Every line of a file, as it was typed."""
    for number, line in enumerate(source.lines, start=1):
        for found in suspects(line):
            if line[found.start] == "\ufffd" and source.problems:
                continue  # the encoding has been named already
            yield source.found(number, found.start + 1, found)


def _message_and_fix(character: str) -> tuple[str, str]:
    code = f"U+{ord(character):04X}"
    if character in _TURNING:
        return (
            f"There is a character here that turns the direction of text ({code}); what is read is not what is stored.",
            "Delete it.",
        )
    if character in _HIDDEN + _JOINERS + _VARIANTS:
        return f"There is an invisible character here ({code}).", "Delete it."
    if character in _BREAKS:
        return f"There is a hidden line break here ({code}).", "Delete it and press Enter instead."
    name = _NAMED.get(character, "a character no font shows")
    return f"There is {name} here ({code}).", "Delete it and type what should stand here."


def _deleted(found: re.Match[str]) -> str | None:
    """Nothing, where the page looks the same without it. Between two digits it may have parted two numbers."""
    may_go = found[0] in _MARKS + _HIDDEN + _JOINERS + _VARIANTS and found[0] not in _BLANK
    return "" if may_go and not _is_between_digits(found) else None


def _is_between_digits(found: re.Match[str]) -> bool:
    text, start, end = found.string, found.start(), found.end()
    return text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()


def _joins(line: str, at: int) -> bool:
    """Whether it stands where signs need it, as in an emoji or in Persian."""
    before, after = line[at - 1 : at], line[at + 1 : at + 2]
    if line[at] in _VARIANTS:
        return bool(before) and (not before.isascii() or after == "\u20e3")
    return bool(before and after) and not before.isascii() and not after.isascii()


def _foreign_letter(word: str, before: str) -> int | None:
    """Where the first letter stands that only looks like the one that was meant."""
    foreign = _FOREIGN.search(word)
    if foreign is None:
        return None
    if styled := _STYLED.search(word):
        return styled.start()
    if _BEHIND_NUMBER.search(before):
        # A unit is never spelt with another alphabet; a Greek letter alone may begin a name: 2 α-agonists.
        if (other := _NOT_GREEK.search(word)) is not None:
            return other.start()
        return foreign.start() if _LATIN.search(word) and not (word[0] == "μ" and _is_unit(word)) else None
    return foreign.start() if _LATIN.search(word) and not _is_unit(word) else None


def _is_unit(word: str) -> bool:
    """Whether it is a unit with the Greek letter mu in place of µ, which dose_notation.py reports."""
    return word[0] in "μΔαβγδκλσω" and bool(word[1:]) and not _FOREIGN.search(word[1:])
