"""A number with its unit, and all the ways in which a text can say it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from ..reading.errors import CommandRefused

_SAID = re.compile(r"(\d+(?:\.\d+)?)\s*(\S.*)?")
_NUMBER = r"\d+(?:\.\d+)?"
_BETWEEN = r"\s*(?:[-–,/]|to|or|and)\s*"
_BARE = re.compile(rf"[≥≤<>~]?\s*{_NUMBER}(?:{_BETWEEN}{_NUMBER})*")
_IN_WORDS = re.compile(
    rf"(?<![\w.,-])({_NUMBER})(?:\s*[-–]\s*({_NUMBER}))?(?:[ \u00a0]*(%)|[ \u00a0-]+([^\W\d_]+(?:/[^\W\d_]+)*))"
)
_ONE_UNIT = (
    ("min", "minute", "minutes"),
    ("h", "hour", "hours"),
    ("day", "days"),
    ("week", "weeks"),
    ("month", "months"),
    ("treatment", "treatments", "session", "sessions"),
    ("point", "points"),
)
"""Units that are written in more than one way."""
_RATE = r"(?!\s+per\s+(?:kg|mL|min|minute|h|hour)\b)"
"""Not the first half of another unit: 35 mg does not stand in "35 mg per mL"."""


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, as `0.5 mg/kg`."""

    number: Fraction
    unit: str

    @classmethod
    def read(cls, text: str) -> "Quantity":
        """Raises CommandRefused where there is no number, or no unit: 2 alone stands everywhere."""
        said = _SAID.fullmatch(text.strip())
        if said is None or not said[2]:
            raise CommandRefused(f"“{text}” is no number with its unit. Write it as “0.5 mg/kg” or “6 treatments”.")
        return cls(Fraction(said[1]), said[2].strip())

    def __str__(self) -> str:
        return f"{float(self.number):g}{'' if self.unit == '%' else ' '}{self.unit}"

    def stands_in(self, text: str) -> bool:
        """Whether the text says it, alone or as one end of a range."""
        return self.place_in(text) is not None

    def place_in(self, text: str) -> int | None:
        """Where the text says it first."""
        for said in self._pattern.finditer(text):
            if self.number in (Fraction(said[1]), Fraction(said[2] or said[1])):
                return said.start()
        return None

    def is_number_of(self, cell: str) -> bool:
        """Whether a cell of a table holds the number and nothing but numbers."""
        bare = cell.strip(" *_`")
        return bool(_BARE.fullmatch(bare)) and self.number in map(Fraction, re.findall(_NUMBER, bare))

    def has_its_unit_named_in(self, words: str) -> bool:
        """Whether the words say the unit for numbers beside them, as the head "Dose, mg/kg" does and "5 mg/kg" does not."""
        return bool(self._unit_alone.search(words))

    def is_in_unit(self, unit: str) -> bool:
        """Whether this is its unit, written in any way."""
        return unit in self._written

    def stands_in_a_name_of(self, code: str) -> bool:
        """Whether a name says it, as that of a test does: `test_198_lb_is_44_9_mg`."""
        return bool(self._name.search(code))

    @cached_property
    def _written(self) -> tuple[str, ...]:
        unit = re.sub(r"\s+per\s+", "/", self.unit)
        return next((one for one in _ONE_UNIT if unit in one), (unit,))

    @cached_property
    def _units(self) -> str:
        longest_first = sorted(self._written, key=len, reverse=True)
        return "|".join(r"(?:/|\s+per\s+)".join(map(re.escape, unit.split("/"))) for unit in longest_first)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        number = rf"(?<![\w.,-])({_NUMBER})(?:\s*(?:[-–]|to|or|and)\s*({_NUMBER}))?"
        return re.compile(rf"{number}[ \u00a0-]*(?:{self._units})(?![\w/]){_RATE}")

    @cached_property
    def _name(self) -> re.Pattern[str]:
        number = f"{float(self.number):g}".replace(".", "_")
        units = "|".join(re.escape(unit.lower().replace("/", "_")) for unit in self._written)
        return re.compile(rf"(?<=[a-z]_){number}_(?:{units})(?![a-z])(?!_(?:kg|ml|min|h)(?![a-z]))")

    @cached_property
    def _unit_alone(self) -> re.Pattern[str]:
        # A head begins with a capital letter: Minutes. Min is left out, which may be the least.
        capital = "".join(f"|{unit.capitalize()}" for unit in self._written if len(unit) > 3)
        return re.compile(rf"(?<![\w/])(?<!\d\s)(?<!per\s)(?:{self._units}{capital})(?![\w/]){_RATE}")


def quantities_in(text: str) -> Iterator[Quantity]:
    """Every number of a text that has a word behind it, with that word as its unit; of a range, both ends."""
    for low, high, percent, unit in _IN_WORDS.findall(text):
        for number in dict.fromkeys(filter(None, (low, high))):
            yield Quantity(Fraction(number), percent or unit)
