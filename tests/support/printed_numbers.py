"""Numbers as a reader meets them: which of them could be misread, and which have lost their unit.

The rules are those of the Joint Commission for all documentation of medicines: no zero behind the last decimal, none missing
before the point, and each dose, volume, rate and time with its unit.
"""

import re
from collections.abc import Iterable, Iterator

UNITS = (
    "mg/kg/min", "mg/kg", "mg/mL", "mg/min", "mg/day", "mg", "mcg", "mL/h", "mL", "mmHg", "kg/m²", "kg/lb", "kg/in", "kg", "lb",
    "cm", "m", "in", "min", "minutes", "h", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years", "year",
    "seconds", "points", "point", "percent",
)  # fmt: skip
_UNIT = rf"(?:\s?(?:{'|'.join(map(re.escape, UNITS))})(?![A-Za-z/])|\s?%|…%|/min)"
_ZERO_BEHIND = re.compile(r"(?<![\d.])\d[\d,]*\.\d*0(?![\d.])")
_NO_ZERO_BEFORE = re.compile(r"(?<![\d.\w])\.\d")
_AMOUNT = re.compile(rf"(?<![\d.,])\.?\d[\d.,]*\d?{_UNIT}")
# The second edition of a scale is called so by its owner, and is no amount.
_NAME = re.compile(r"\b(?:WHODAS|Disability Assessment Schedule) 2\.0\b")
# "35 mg of 50": the second number is an amount too, and the unit of the first is not said of it.
_UNIT_LOST = re.compile(
    rf"\d[\d.,]*\s(?:mg|mL|mL/h|mg/kg|kg) (?:of|to|or|from|instead of) \d[\d.,]*(?![\d.,])(?!{_UNIT})"
)


def misread(text: str) -> list[str]:
    """Every number of the text that ends in a zero behind the point, begins with the point, or has lost its unit."""
    read = _NAME.sub("", text)
    return [found[0] for rule in (_ZERO_BEHIND, _NO_ZERO_BEFORE, _UNIT_LOST) for found in rule.finditer(read)]


def misread_amounts(text: str) -> list[str]:
    """The same, of what has a unit: a page may also print a version, a statistic or a section.

    The rates of a study may show its precision, as editors are told.
    """
    amounts = [text[max(0, found.start() - 1) : found.end()] for found in _AMOUNT.finditer(text) if found[0][-1] != "%"]
    return [amount for amount in amounts if _ZERO_BEHIND.search(amount) or _NO_ZERO_BEFORE.search(amount)]


def texts_in(value: object, without: Iterable[str] = ()) -> Iterator[str]:
    """Every text in a JSON value, but those under a name of `without`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in without:
                yield from texts_in(item, without)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item, without)
