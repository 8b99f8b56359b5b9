"""The sentence beside a field that says how an entry was read, where that is not plain from the entry."""

from fractions import Fraction

from ..display import MINUS, plain

HIDDEN_LEFT_OUT = "Characters that cannot be seen were left out."


def read_as(shown: str, *, same_as: str = "", in_words: str = "", hid: bool = False) -> str:
    """`Read as 5 ft 9 in, which is 175.26 cm.` or `Read as 70.5 kg: seventy point five.`; empty when nothing is to be said."""
    if not (same_as or in_words or hid):
        return ""
    other = f", which is {same_as}" if same_as else ""
    words = f": {in_words}" if in_words else ""
    return f"Read as {shown}{other}{words}." + (f" {HIDDEN_LEFT_OUT}" if hid else "")


def with_unit(number: str, unit: str) -> str:
    """`70 kg`, `50%`, `27`."""
    return f"{number}{unit}" if unit in ("", "%") else f"{number} {unit}"


def rounded_with_unit(value: Fraction | int, unit: str) -> str:
    """`175.26 cm`, or `about 69.85 kg` where more decimals are not said."""
    shown = plain(value, 2)
    about = "" if Fraction(shown.replace(MINUS, "-")) == value else "about "
    return f"{about}{with_unit(shown, unit)}"
