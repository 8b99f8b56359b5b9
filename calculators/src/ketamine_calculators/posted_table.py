"""A table that is printed and hung up: the answer of a calculator for nobody in particular, with a check sum."""

from dataclasses import dataclass
from typing import ClassVar

from .definition import Calculator

# CRC-32 as in ISO-HDLC (the one of ZIP and PNG), in the reflected form.
_POLYNOMIAL = 0xEDB88320
_ALL_ONES = 0xFFFFFFFF


@dataclass(frozen=True, kw_only=True)
class PostedTable[Inputs, Outputs, Parts = Inputs](Calculator[Inputs, Outputs, Parts]):
    """A calculator whose answer is of no patient: on paper it has no line for a name, and a code that opens its form again."""

    of_no_patient: ClassVar[bool] = True


def check_sum(text: str) -> str:
    """The CRC-32 of a text, as ten digits in groups: `342 178 0262`. It finds errors of copying, not forgeries.

    Digits alone: no letter is taken for another, and for a program none of them looks like the name of a category.
    """
    rest = _ALL_ONES
    for byte in text.encode():
        rest ^= byte
        for _ in range(8):
            rest = rest >> 1 ^ (_POLYNOMIAL if rest & 1 else 0)
    digits = f"{rest ^ _ALL_ONES:010}"
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
