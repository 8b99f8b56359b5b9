"""House values: numbers for which no label or guideline read gives one, or that a site may set otherwise.

Each is declared once, with its basis and how sure that is; calculators, worksheets, pages and tests read it from here. A site
that works with other numbers changes this file, and every sentence that prints the number changes with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

CHECKED = "2026-11-28"
"""The day on which every basis below was last compared with the clinical fact sheets, not with the labels themselves."""

Basis = Literal["label", "literature", "house"]
BASES: Mapping[Basis, str] = {
    "label": "From a drug label",
    "literature": "From published work",
    "house": "Our own value: no agreed number was found",
}


@dataclass(frozen=True, kw_only=True)
class HouseValue:
    """One limit. `rule` says how the number is read; `basis` says where it comes from, in one sentence.

    numbers       the exact limits by their names: one called `value`, or `systolic` and `diastolic`
    literature    what labels and published work say of the same thing
    in_use        whether this site works with it
    """

    key: str
    title: str
    numbers: Mapping[str, Fraction]
    unit: str
    rule: str
    basis: str
    resting_on: Basis
    literature: str
    in_use: bool = True

    @property
    def value(self) -> Fraction:
        """The one number of this limit."""
        return self.numbers["value"]

    @property
    def systolic(self) -> Fraction:
        """The systolic limit in mmHg."""
        return self.numbers["systolic"]

    @property
    def diastolic(self) -> Fraction:
        """The diastolic limit in mmHg."""
        return self.numbers["diastolic"]


def one(value: int | Fraction) -> dict[str, Fraction]:
    """The numbers of a limit that has one."""
    return {"value": Fraction(value)}


def pressure(systolic: int, diastolic: int) -> dict[str, Fraction]:
    """The numbers of a limit of blood pressure, in mmHg."""
    return {"systolic": Fraction(systolic), "diastolic": Fraction(diastolic)}
