"""The one reader of typed numbers: what stands there exactly, or a sentence that says what is in doubt. Nothing is guessed.

One point is the decimal mark. One point or comma with exactly three digits behind it, and with one to three before it that do
not begin with a zero, is refused with both readings: `70.000` is seventy here and seventy thousand there. A zero begins no
thousands, so `0.125` can be read in one way only, and so can `1234.567` and `1.1250`.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from .typed_text import TURNED, TypedText
from .unit_words import JOINS, Join, unit_of

_LONGEST = 24
_PART = re.compile(r"(?P<number>[0-9][0-9.,]*)(?P<unit>[^0-9]*)")
_ONE_MARK = re.compile(r"(?P<whole>[0-9]+)(?P<mark>[.,])(?P<decimals>[0-9]+)")
# A comma that can only be a decimal mark, once the reader has said that commas are.
_DECIMAL_COMMA = re.compile(r"(?<![0-9.,])(?P<whole>[0-9]+),(?P<decimals>[0-9]+)(?![0-9.,])")
DECIMAL_COMMA = "decimal_comma"
"""The remedy of a comma: the reader says that it is a decimal mark."""


class Doubt(Exception):
    """Why a text is not read. Without words it is no number at all. `remedy` is what the reader could say to have it read."""

    def __init__(self, words: str = "", remedy: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.remedy = remedy


@dataclass(frozen=True)
class Typed:
    """A number as typed. `text` writes it in the one way that is read alike everywhere, with its units only where it has two.

    is_whole  whether no decimals were typed
    unit      the unit named, empty for none
    join      both units where two are named; `value` is in the smaller one
    """

    value: Fraction
    text: str
    is_whole: bool = False
    unit: str = ""
    join: Join | None = None


def typed_number(typed: TypedText) -> Typed | None:
    """The number that an entry says; None for a blank. Raises Doubt."""
    text = typed.text.replace("\u2212", "-")
    if typed.turned:
        raise Doubt(TURNED)
    if not text:
        return None
    if any(char.isdigit() and char not in "0123456789" for char in text):
        raise Doubt("use the digits 0 to 9.")
    if re.match(r"[+-]?[.,][0-9]", text):
        raise Doubt("put a zero before the point, like 0.5.")
    sign, rest = (text[0], text[1:]) if text[0] in "+-" else ("", text)
    parts = [(part["number"], part["unit"].strip()) for part in _PART.finditer(rest)]
    if not rest[:1].isdigit() or not parts:
        raise Doubt
    if len(parts) == 1:
        (number, unit) = parts[0]
        text = _decimal(number)
        minus = "-" if sign == "-" and Fraction(text) else ""
        return Typed(Fraction(minus + text), minus + text, number.isdigit(), _known(unit) if unit else "")
    if len(parts) > 2 or sign:
        raise Doubt
    return _joined(*parts)


def _joined(larger: tuple[str, str], smaller: tuple[str, str]) -> Typed:
    if not larger[1]:
        raise Doubt("leave out the space inside the number.")
    units = (_known(larger[1]), _known(smaller[1]) if smaller[1] else "")
    for join in JOINS:
        if units == (join.larger, join.smaller) or (join.open and units == (join.larger, "")):
            break
    else:
        raise Doubt if all(units) else Doubt(f"name the unit of {smaller[0]}.")
    text = _decimal(smaller[0])
    # 5'009 is no height: it is a thousand with an apostrophe.
    if not larger[0].isdigit() or not re.fullmatch(r"[0-9]{1,2}([.,].*)?", smaller[0]):
        raise Doubt
    whole, rest = int(_decimal(larger[0])), Fraction(text)
    if rest >= join.count:
        raise Doubt(join.too_many(text))
    return Typed(whole * join.count + rest, join.written(whole, text), join=join)


def _known(word: str) -> str:
    unit = unit_of(word)
    if unit is None:
        raise UnknownUnit(word)
    return unit


class UnknownUnit(Doubt):
    """A word behind the number that is no unit."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word


def _decimal(written: str) -> str:
    """A number of digits and at most one mark, in the one way that it can be read. Raises Doubt."""
    if not written[-1].isdigit():
        raise Doubt("finish the number after the point, or leave the point out.")
    if len(written) > _LONGEST:
        raise Doubt("it has too many digits.")
    if written.isdigit():
        return _written(written, "")
    found = _ONE_MARK.fullmatch(written)
    if not found:
        raise Doubt("write only one mark, a point before the decimals, like 1234.5. Leave out marks between thousands.")
    whole, decimals = found["whole"].lstrip("0"), found["decimals"]
    if _may_divide_thousands(found):
        readings = f"{whole}.{decimals}".rstrip("0").rstrip("."), f"{whole},{decimals}"
        raise Doubt(
            f"{written} can be read as {' or as '.join(readings)}. "
            f"Write {_written(whole, decimals)} or {whole}{decimals}."
        )
    if found["mark"] == ",":
        raise Doubt(
            "write the decimal mark as a point, like 1.5. A comma is refused because "
            "1,5 can be read as one and a half or as fifteen.",
            DECIMAL_COMMA,
        )
    return _written(whole, decimals)


def _may_divide_thousands(number: re.Match[str]) -> bool:
    return len(number["decimals"]) == 3 and 1 <= len(number["whole"].lstrip("0")) <= 3


def _written(whole: str, decimals: str) -> str:
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    if len(decimals) == 3 and whole != "0" and len(whole) <= 3:
        decimals += "0"  # a fourth decimal keeps 1.125 from being read as 1,125
    return f"{whole}.{decimals}" if decimals else whole


def entry_text(decimal: str) -> str:
    """A decimal number in the way in which it is read as itself: `1.125` is `1.1250`."""
    sign, digits = ("-", decimal[1:]) if decimal.startswith("-") else ("", decimal)
    whole, _, decimals = digits.partition(".")
    return f"{sign}{_written(whole, decimals)}"


def with_points(typed: str) -> str:
    """An entry with its decimal commas written as points. A comma that may divide thousands stays."""
    plain = TypedText.of(typed)
    pointed = _DECIMAL_COMMA.sub(
        lambda found: found[0] if _may_divide_thousands(found) else f"{found['whole']}.{found['decimals']}", plain.text
    )
    # What turns the order of the figures is still refused for it.
    return typed if plain.turned or pointed == plain.text else pointed
