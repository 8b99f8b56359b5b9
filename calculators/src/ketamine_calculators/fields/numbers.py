"""Numbers: read as typed, kept exact, refused outside their limits, never clamped."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, ClassVar

from ..display import MINUS, plain
from ..wording import upper_first
from .base import ABSENT, Entries, Kind, Texts, first_texts, refuse, single

# A point as the decimal mark; a unit without digits may follow.
_TYPED = re.compile(r"(?P<number>[+-]?[0-9]+(?:\.[0-9]+)?)(?P<unit>[^0-9.,]*)")
_LONGEST = 24
# Beyond these powers of ten a quotient could leave the range of JSON numbers. What a rounded sum leaves, such as
# 5.6e-15, is within them.
_SMALLEST, _GREATEST = -300, 20

# The largest number that JSON readers keep finite. An open limit ends here, because a page could not draw what is beyond.
_LARGEST = Fraction(sys.float_info.max)

# What people write after a number, as the unit it stands for.
_SPELLINGS = {
    "kgs": "kg",
    "kilogram": "kg",
    "kilograms": "kg",
    "kilo": "kg",
    "kilos": "kg",
    "lbs": "lb",
    "pound": "lb",
    "pounds": "lb",
    "percent": "%",
    "min": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "year": "years",
    "y": "years",
    "yr": "years",
    "yrs": "years",
    "month": "months",
    "week": "weeks",
    "hour": "hours",
    "h": "hours",
}


def _unit(text: str) -> str:
    word = text.strip().lower().rstrip(".")
    return _SPELLINGS.get(word, word)


@dataclass(frozen=True, kw_only=True)
class _Numeric(Kind):
    """Limits that whole and decimal numbers share. `above` excludes its own value, `low` and `high` include theirs."""

    unit: str = ""
    low: Fraction | int | None = None
    high: Fraction | int | None = None
    above: Fraction | int | None = None

    def quantity_unit(self, inputs: Mapping[str, object]) -> str:
        return self.unit

    def _typed(self, name: str, entries: Entries) -> str:
        """The number as typed, once its unit has been found to be the unit asked for."""
        text = single(name, entries).replace("\u00a0", " ").replace(MINUS, "-")
        if not text:
            return ""
        label, unit = self.label, self.quantity_unit(first_texts(entries, self.unit_from))
        if "," in text:
            raise refuse(
                name,
                f"{label}: write the decimal mark as a point, like 1.5. A comma is refused because "
                "1,5 can be read as one and a half or as fifteen.",
            )
        if any(char.isdigit() and char not in "0123456789" for char in text):
            raise refuse(name, f"{label}: use the digits 0 to 9.")
        if re.fullmatch(r"[+-]?\.[0-9].*", text):
            raise refuse(name, f"{label}: put a zero before the point, like 0.5.")
        if re.match(r"[+-]?[0-9]+\.(?![0-9])", text):
            raise refuse(name, f"{label}: finish the number after the point, or leave the point out.")
        match = _TYPED.fullmatch(text)
        if not match:
            raise refuse(name, self._must(unit))
        if len(match["number"]) > _LONGEST:
            raise refuse(name, f"{label} has too many digits. {self._must(unit)}")
        written = match["unit"].strip()
        if written and _unit(written) != _unit(unit):
            if not unit:
                raise refuse(name, f"{label} is a plain number without a unit. Remove “{written}”.")
            if _unit(written) in self._units():
                raise refuse(
                    name,
                    f"{label} was typed in {_unit(written)}, but the unit beside it says {unit}. Change one of them.",
                )
            raise refuse(
                name,
                f"{label} is asked for in {' or '.join(self._units())}; “{written}” is not understood. "
                f"Enter the number in {' or '.join(self._units())}.",
            )
        return match["number"]

    def _units(self) -> tuple[str, ...]:
        return (self.unit,) if self.unit else ()

    def _bounded(self, name: str, value: Fraction, unit: str) -> None:
        if abs(value) > _LARGEST:
            raise refuse(name, f"{self.label} has too many digits. {self._must(unit)}")
        scale = self._scale(unit)
        size = value * scale
        if (
            (self.low is not None and size < self.low)
            or (self.high is not None and size > self.high)
            or (self.above is not None and size <= self.above)
        ):
            # That nothing is below 0 explains itself: there the reason is that of the other end.
            begins = self.low == 0 or self.above is not None
            too_high = self.high is not None and size > self.high
            reason = f" {self.why}" if self.why and (too_high or not begins) else ""
            raise refuse(name, f"{self._must(unit)}{reason}")

    def _scale(self, unit: str) -> Fraction:
        return Fraction(1)

    def _must(self, unit: str) -> str:
        return f"{self.label} must be {self._noun} {self._range(unit)}".rstrip() + "."

    def _range(self, unit: str) -> str:
        scale = self._scale(unit)

        def said(bound: Fraction | int | None, inward: Callable[[Fraction], int]) -> str | None:
            # A limit converted to another unit is rounded to the side on which the number that is said is accepted.
            if bound is None or scale == 1:
                return None if bound is None else plain(bound)
            return plain(Fraction(inward(bound / scale * 10), 10))

        shown = {"low": said(self.low, ceil), "high": said(self.high, floor), "above": said(self.above, ceil)}
        after = f" {unit}" if unit and unit != "%" else unit
        if shown["above"] is not None and shown["high"] is not None:
            return f"above {shown['above']} and at most {shown['high']}{after}"
        if shown["above"] is not None:
            return f"above {shown['above']}{after}"
        if shown["low"] is not None and shown["high"] is not None:
            return f"from {shown['low']} to {shown['high']}{after}"
        if shown["low"] is not None:
            return f"of {shown['low']}{after} or more"
        if shown["high"] is not None:
            return f"of at most {shown['high']}{after}"
        return f"in{after}" if unit else ""

    @property
    def _noun(self) -> str:
        return "a number"

    @property
    def limits(self) -> str:
        return upper_first(self._range(self.unit or next(iter(self._units()), "")))

    def _bounds(self) -> dict[str, Any]:
        bounds = {"minimum": self.low, "maximum": self.high, "exclusiveMinimum": self.above}
        return {
            key: int(bound) if bound == int(bound) else float(bound)
            for key, bound in bounds.items()
            if bound is not None
        }


@dataclass(frozen=True, kw_only=True)
class Whole(_Numeric):
    """A whole number."""

    kind: ClassVar[str] = "whole"

    @property
    def _noun(self) -> str:
        return "a whole number"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise refuse(name, self._must(self.unit))
        self._bounded(name, Fraction(value), self.unit)
        return value

    def read(self, name: str, entries: Entries) -> object:
        text = self._typed(name, entries)
        if not text:
            return ABSENT
        if "." in text:
            raise refuse(name, self._must(self.unit))
        return self.check(name, int(text), {})

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", **self._bounds()}

    def text(self, value: int) -> str:
        return f"{value} {self.unit}".strip() if self.unit != "%" else f"{value}%"


@dataclass(frozen=True, kw_only=True)
class Number(_Numeric):
    """A decimal number, kept as the exact fraction that was typed.

    With `units` the number is in the unit that the input named `unit_from` says; each unit stands there with its
    size in the first one, in which the limits are given. Nothing is converted on the form.
    `also` reads what is typed with another unit, such as feet and inches; it gives the number in `unit`, or None.
    `measured_on` is no input: a link names the day of the measurement by it, and the form asks about one that is old.
    """

    units: Mapping[str, Fraction] = field(default_factory=dict)
    unit_from: str = ""
    also: Callable[[str], Fraction | None] | None = None
    measured_on: str = ""

    kind: ClassVar[str] = "number"

    def quantity_unit(self, inputs: Mapping[str, object]) -> str:
        chosen = inputs.get(self.unit_from)
        if not self.units:
            return self.unit
        return chosen if isinstance(chosen, str) and chosen in self.units else next(iter(self.units))

    def _units(self) -> tuple[str, ...]:
        return tuple(self.units) or super()._units()

    def _scale(self, unit: str) -> Fraction:
        return self.units.get(unit, Fraction(1))

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> Fraction:
        unit = self.quantity_unit(beside)
        exact = _exact(value)
        if exact is None:
            raise refuse(name, self._must(unit))
        self._bounded(name, exact, unit)
        return exact

    def read(self, name: str, entries: Entries) -> object:
        if self.also and (converted := self.also(single(name, entries))) is not None:
            return self.check(name, converted, {})
        text = self._typed(name, entries)
        return self.check(name, Decimal(text), first_texts(entries, self.unit_from)) if text else ABSENT

    def schema(self) -> dict[str, Any]:
        if self.units:  # the limits hold in the first unit only, so the schema cannot state them as numbers
            return {"type": "number", "description": self.accepted}
        return {"type": "number", **self._bounds()}

    def text(self, value: Fraction) -> str:
        after = self.unit if self.unit in ("", "%") else f" {self.unit}"
        return f"{plain(value)}{after}"

    def text_with_unit(self, value: Fraction, inputs: Mapping[str, object]) -> str:
        """With the unit that was chosen, and in the first unit as well where that is another one."""
        if not self.units:
            return self.text(value)
        unit, first = self.quantity_unit(inputs), next(iter(self.units))
        chosen = f"{plain(value)} {unit}"
        return chosen if unit == first else f"{chosen} ({plain(value * self.units[unit], 1)} {first})"

    def texts(self, name: str, value: Any) -> Texts:
        return {name: [plain(value).replace(MINUS, "-") if isinstance(value, Fraction) else str(value)]}

    @property
    def accepted(self) -> str:
        others = " or ".join(self._units()[1:])
        return f"{self.limits}, or as much in {others}" if others else self.limits


def _exact(value: object) -> Fraction | None:
    """The number as its writer wrote it: 1.2 is twelve tenths, not the nearest binary fraction."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | Fraction):
        return None
    if isinstance(value, int | Fraction):
        return Fraction(value)
    decimal = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not decimal.is_finite():
        return None
    exponent = decimal.as_tuple().exponent
    if not isinstance(exponent, int) or not _SMALLEST <= exponent <= _GREATEST:
        return None
    return Fraction(decimal)
