"""Numbers: read as typed, kept exact, refused outside their limits, never clamped."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import ceil, floor
from typing import Any, ClassVar

from ..display import MINUS, plain
from ..errors import InvalidInputs
from ..wording import upper_first
from .base import ABSENT, Entries, Kind, Reading, Texts, first_texts, refuse, single
from .exact_numbers import exact_fraction
from .number_words import number_in_words
from .reading_words import read_as, rounded_with_unit, with_unit
from .typed_numbers import Doubt, Typed, UnknownUnit, entry_text, typed_number, with_points
from .typed_text import TypedText
from .unit_words import JOINS

# The largest number that JSON readers keep finite. An open limit ends here, because a page could not draw what is beyond.
_LARGEST = Fraction(sys.float_info.max)

# A bare number that needs no other writing; most entries are that.
_READ_ALIKE = re.compile(r"-?[1-9][0-9]*(?:\.[0-9]*[1-9])?|0(?:\.[0-9]*[1-9])?")


@dataclass(frozen=True, kw_only=True)
class _Numeric(Kind):
    """Limits that whole and decimal numbers share. `above` excludes its own value, `low` and `high` include theirs."""

    unit: str = ""
    low: Fraction | int | None = None
    high: Fraction | int | None = None
    above: Fraction | int | None = None

    @property
    def may_be_negative(self) -> bool:
        """Whether numbers below 0 are accepted."""
        return self.above is None and (self.low is None or self.low < 0)

    def quantity_unit(self, inputs: Mapping[str, object]) -> str:
        return self.unit

    def _typed(self, name: str, entries: Entries) -> Typed | None:
        """The number as typed, in units that go with the one asked for; None for a blank."""
        unit = self.quantity_unit(first_texts(entries, self.unit_from))
        try:
            typed = typed_number(TypedText.of(single(name, entries)))
        except UnknownUnit as unknown:
            raise refuse(name, self._not_understood(unknown.word)) from None
        except Doubt as doubt:
            words = f"{self.label}: {doubt.words}" if doubt.words else self._must(unit)
            raise refuse(name, words, doubt.remedy) from None
        if typed and self._size(typed, unit) is None:
            raise refuse(name, self._contradicted(typed, unit))
        if typed and not typed.is_whole and typed.unit in self._other_units():
            for join in JOINS:
                if join.open and join.larger == typed.unit:
                    both = f"may be meant as two numbers. Write both units, like {join.written(5, 9)}."
                    raise refuse(name, f"{self.label}: {typed.text} {typed.unit} {both}")
        return typed

    def _size(self, typed: Typed, unit: str) -> Fraction | None:
        """One of what was typed in `unit`, the unit to calculate with; None where they do not go together."""
        sizes = {unit: Fraction(1), "": Fraction(1), **self._other_units()}
        if not typed.join:
            return sizes.get(typed.unit)
        if typed.join.smaller in sizes:
            return sizes[typed.join.smaller]
        return sizes[typed.join.larger] / typed.join.count if typed.join.larger in sizes else None

    def _other_units(self) -> Mapping[str, Fraction]:
        return {}

    def _units(self) -> tuple[str, ...]:
        return (self.unit,) if self.unit else ()

    def _not_understood(self, word: str) -> str:
        asked = " or ".join(self._units())
        if not asked:
            return f"{self.label} is a plain number without a unit. Remove “{word}”."
        return f"{self.label} is asked for in {asked}; “{word}” is not understood. Enter the number in {asked}."

    def _contradicted(self, typed: Typed, unit: str) -> str:
        named = f"{typed.join.larger} and {typed.join.smaller}" if typed.join else typed.unit
        if not unit:
            return f"{self.label} is a plain number without a unit. Remove “{named}”."
        if self.unit_from:
            return f"{self.label} was typed in {named}, but the unit beside it says {unit}. Change one of them."
        return f"{self.label} was typed in {named}, and is asked for in {unit}. Enter the number in {unit}."

    def pointed(self, name: str, entries: Entries) -> Texts:
        return {name: [with_points(text) for text in entries[name]]} if name in entries else {}

    def readings(self, name: str, entries: Entries, pointed: Entries) -> Mapping[str, Reading]:
        if all(_READ_ALIKE.fullmatch(text) for text in entries.get(name, ())):
            return {}
        try:
            value, typed = self.read(name, pointed), self._typed(name, pointed)
        except InvalidInputs:
            return {}
        if not typed or not isinstance(value, Fraction | int):
            return {}
        unit, entered = self.quantity_unit(first_texts(pointed, self.unit_from)), entries[name][0]
        text = typed.text if typed.unit in ("", unit) else f"{typed.text} {typed.unit}"
        commas = entered != pointed[name][0]
        converted = typed.join is not None or typed.unit not in ("", unit)
        digits = typed.text.rstrip("0").rstrip(".") if "." in typed.text else typed.text
        said = read_as(
            text if converted else with_unit(digits, unit),
            same_as=rounded_with_unit(value, unit) if converted else "",
            in_words=number_in_words(digits) if commas and not converted else "",
            hid=TypedText.of(entered).hid,
        )
        return {name: Reading(entered, text, said, commas)} if said or text != entered else {}

    def _bounded(self, name: str, value: Fraction, unit: str, typed: Typed | None = None) -> None:
        if abs(value) > _LARGEST:
            raise refuse(name, f"{self.label} has too many digits. {self._must(unit)}")
        size = value * self._scale(unit)
        if (
            (self.low is not None and size < self.low)
            or (self.high is not None and size > self.high)
            or (self.above is not None and size <= self.above)
        ):
            # That nothing is below 0 explains itself: there the reason is that of the other end.
            begins = self.low == 0 or self.above is not None
            too_high = self.high is not None and size > self.high
            reason = f" {self.why}" if self.why and (too_high or not begins) else ""
            raise refuse(name, self._in_meters(size, typed) or f"{self._must(unit, typed)}{reason}")

    def _in_meters(self, value: Fraction, typed: Typed | None) -> str:
        """What to write for a height typed in meters without saying so; empty for any other number."""
        meter = self._other_units().get("m")
        if not meter or not typed or typed.unit or typed.join:
            return ""
        in_unit = value * meter
        if not (self.low or 0) <= in_unit <= (self.high or 0):
            return ""
        return f"{self.label}: for {typed.text} m write {with_unit(plain(in_unit), self.unit)}. {self._must(self.unit)}"

    def _scale(self, unit: str) -> Fraction:
        return Fraction(1)

    def _must(self, unit: str, typed: Typed | None = None) -> str:
        return f"{self.label} must be {self._noun} {self._range(unit, typed)}".rstrip() + "."

    def _range(self, unit: str, typed: Typed | None = None) -> str:
        """The limits in the unit asked for, or in that of what was typed."""
        scale = self._scale(unit) * ((typed and self._size(typed, unit)) or 1)
        join = typed.join if typed else None

        def said(bound: Fraction | int | None, inward: Callable[[Fraction], int]) -> str | None:
            if bound is None:
                return None
            # A limit converted to another unit is rounded to the side on which the number that is said is accepted.
            limit = Fraction(bound) if scale == 1 else Fraction(inward(bound / scale * 10), 10)
            if not join:
                return plain(limit)
            return join.written(limit // join.count, plain(limit % join.count))

        shown = {"low": said(self.low, ceil), "high": said(self.high, floor), "above": said(self.above, ceil)}
        unit = "" if join else (typed.unit if typed and typed.unit else unit)
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
        typed = self._typed(name, entries)
        if not typed:
            return ABSENT
        if not typed.is_whole:
            raise refuse(name, self._must(self.unit))
        self._bounded(name, typed.value, self.unit)
        return int(typed.value)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", **self._bounds()}

    def text(self, value: int) -> str:
        return f"{value} {self.unit}".strip() if self.unit != "%" else f"{value}%"


@dataclass(frozen=True, kw_only=True)
class Number(_Numeric):
    """A decimal number, kept as the exact fraction that was typed.

    With `units` the number is in the unit that the input named `unit_from` says; each unit stands there with its
    size in the first one, in which the limits are given. Nothing is converted on the form.
    `also` are other units in which it may be typed where it is asked for in one, each with its size in `unit`.
    `measured_on` is no input: a link names the day of the measurement by it, and the form asks about one that is old.
    """

    units: Mapping[str, Fraction] = field(default_factory=dict)
    unit_from: str = ""
    also: Mapping[str, Fraction] = field(default_factory=dict)
    measured_on: str = ""

    kind: ClassVar[str] = "number"

    def quantity_unit(self, inputs: Mapping[str, object]) -> str:
        chosen = inputs.get(self.unit_from)
        if not self.units:
            return self.unit
        return chosen if isinstance(chosen, str) and chosen in self.units else next(iter(self.units))

    def _units(self) -> tuple[str, ...]:
        return tuple(self.units) or super()._units()

    def _other_units(self) -> Mapping[str, Fraction]:
        return self.also

    def _scale(self, unit: str) -> Fraction:
        return self.units.get(unit, Fraction(1))

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> Fraction:
        unit = self.quantity_unit(beside)
        exact = exact_fraction(value)
        if exact is None:
            raise refuse(name, self._must(unit))
        self._bounded(name, exact, unit)
        return exact

    def read(self, name: str, entries: Entries) -> object:
        typed = self._typed(name, entries)
        if not typed:
            return ABSENT
        unit = self.quantity_unit(first_texts(entries, self.unit_from))
        exact = typed.value * (self._size(typed, unit) or 1)
        self._bounded(name, exact, unit, typed)
        return exact

    def schema(self) -> dict[str, Any]:
        if self.units:  # the limits hold in the first unit only, so the schema cannot state them as numbers
            return {"type": "number", "description": self.accepted}
        return {"type": "number", **self._bounds()}

    def text(self, value: Fraction) -> str:
        return with_unit(plain(value), self.unit)

    def text_with_unit(self, value: Fraction, inputs: Mapping[str, object]) -> str:
        """With the unit that was chosen, and in the first unit as well where that is another one."""
        if not self.units:
            return self.text(value)
        unit, first = self.quantity_unit(inputs), next(iter(self.units))
        chosen = f"{plain(value)} {unit}"
        return chosen if unit == first else f"{chosen} ({plain(value * self.units[unit], 1)} {first})"

    def texts(self, name: str, value: Any) -> Texts:
        written = plain(value).replace(MINUS, "-") if isinstance(value, Fraction) else str(value)
        return {name: [entry_text(written) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", written) else written]}

    @property
    def accepted(self) -> str:
        others = " or ".join(self._units()[1:])
        return f"{self.limits}, or as much in {others}" if others else self.limits
