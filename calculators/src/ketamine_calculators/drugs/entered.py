"""A drug as it was entered for a trial, from the table or by hand, and what its dose is held against."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Protocol

from ..antidepressants import MINIMA
from ..display import plain
from ..errors import InputProblem
from .names import asked_first, drug_of, product_of
from .product import Product
from .question import CLASS_INPUT, NAME_INPUT, OTHER
from .table import PRODUCTS

MinimumFrom = Literal["table", "stated", "none"]
MINIMUM_FROM: Mapping[MinimumFrom, str] = {"table": "This table", "stated": "Stated by you", "none": "None"}


class Entry(Protocol):
    """The answers to the questions about a drug and its dose, in mg a day."""

    @property
    def drug(self) -> str: ...
    @property
    def other_drug(self) -> str | None: ...
    @property
    def other_class(self) -> str | None: ...
    @property
    def stated_min_mg(self) -> Fraction | None: ...
    @property
    def daily_dose_mg(self) -> Fraction: ...


@dataclass(frozen=True)
class Entered:
    """The drug, and the least dose of an adequate trial in the unit that its dose is entered in."""

    name: str
    drug: str
    family: str
    product: Product | None
    minimum: Fraction | int | None
    grade: str | None
    minimum_from: MinimumFrom

    def dose(self, mg: Fraction | int) -> str:
        """`100 mg`, with the unit of the product."""
        return self.product.dose(mg) if self.product else f"{plain(mg)} mg"


def name_of(entry: Entry) -> str:
    """The name of the drug: as the table has it, or as it was typed."""
    product = PRODUCTS.get(entry.drug)
    return product.name if product else entry.drug if entry.drug != OTHER else entry.other_drug or ""


def entered(entry: Entry) -> Entered:
    """What the table and the clinician say of the drug. The rules of `problems` hold."""
    product = PRODUCTS.get(entry.drug)
    name = name_of(entry)
    if product is None:
        assert entry.other_class is not None
        minimum = entry.stated_min_mg
        return Entered(
            name, drug_of(name), entry.other_class, None, minimum, None, "none" if minimum is None else "stated"
        )
    table = MINIMA.get(product.generic)
    if table is None:
        minimum = entry.stated_min_mg
        source: MinimumFrom = "none" if minimum is None else "stated"
        return Entered(name, product.generic, product.family, product, minimum, None, source)
    least = table.mg * product.strength
    whole = least.numerator if least.denominator == 1 else least
    return Entered(name, product.generic, product.family, product, whole, table.grade, "table")


def without_minimum() -> tuple[str, ...]:
    """What a form sends for the drugs whose minimum dose a clinician may state."""
    return (*(key for key, product in PRODUCTS.items() if product.generic not in MINIMA), OTHER)


def with_age_limit() -> tuple[str, ...]:
    """What a form sends for the drugs whose label maximum depends on the age."""
    return tuple(key for key, product in PRODUCTS.items() if product.age_limits)


def problems(entry: Entry) -> Iterable[InputProblem]:
    """What does not go together in the name, the class, the minimum and the dose."""
    product = PRODUCTS.get(entry.drug)
    if product is None:
        yield from _by_hand(entry)
        return
    for field in (NAME_INPUT, CLASS_INPUT):
        if getattr(entry, field) is not None:
            yield InputProblem(field, f"The table has {product.name} and its class. Leave this out.", "rule")
    table = MINIMA.get(product.generic)
    if table and entry.stated_min_mg is not None:
        words = f"The table has a minimum dose of {product.generic}, {table.mg} mg. Leave this out."
        yield InputProblem("stated_min_mg", words, "rule")
    if product.step and entry.daily_dose_mg % product.step:
        words = f"The dose of {product.name} is a multiple of {product.dose(product.step)}. {product.remark}"
        yield InputProblem("daily_dose_mg", words, "rule")


def _by_hand(entry: Entry) -> Iterable[InputProblem]:
    if entry.drug != OTHER and entry.other_drug is not None:
        yield InputProblem(NAME_INPUT, "The name was given twice. Leave one of them out.", "rule")
    elif entry.drug == OTHER and entry.other_drug is None:
        yield InputProblem(NAME_INPUT, "Enter the name of the drug.", "missing")
    elif entry.other_drug is not None:
        product, asked = product_of(entry.other_drug), asked_first(entry.other_drug)
        if asked or product:
            known = product.name if product else ""
            words = asked or f"{entry.other_drug} is {known}, which is in the table. Choose it there."
            yield InputProblem(NAME_INPUT, words, "rule")
    if entry.other_class is None:
        yield InputProblem(CLASS_INPUT, "Choose the class of the drug.", "missing")


def compared(name: str, value: Fraction, least: Fraction | int, unit: str) -> str:
    """A value beside the least that is sufficient, both in the unit, which brings its own space."""
    verdict = "sufficient" if value >= least else f"{plain(least - value)}{unit} short"
    return f"{name}: {plain(value)}{unit}, at least {plain(least)}{unit} needed: {verdict}"
