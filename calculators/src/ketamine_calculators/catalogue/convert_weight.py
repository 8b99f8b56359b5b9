"""Weight conversion: a weight in kilograms and in pounds, exactly. It does not check that the weight is the patient's.

The pound is defined in kilograms by the international agreement of 1959.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Notice, Output, Source
from ..display import amount, plain
from ..fields import Choice, Number
from ..figures import Figure
from ..quantities import HEAVIEST_KG, KILOGRAMS_PER_POUND, LIGHTEST_KG, REFUSED_ABOVE_KG, WEIGHT_UNITS, kilograms
from ..references import POUND_1959

POUND = plain(KILOGRAMS_PER_POUND)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A weight as it was read from the scale."""

    value: Annotated[
        Fraction,
        Number(
            label="Weight",
            above=0,
            high=10**9,
            units=WEIGHT_UNITS,
            unit_from="unit",
            why="A million tonnes is no patient; the limit only keeps the arithmetic finite.",
        ),
    ]
    unit: Annotated[str, Choice(label="Unit", options={unit: unit for unit in WEIGHT_UNITS}, chosen_first="kg")]


@dataclass(frozen=True, kw_only=True)
class Converted:
    """The same weight in both units, exactly."""

    kg: Annotated[Fraction, Output(label="Kilograms", unit="kg")]
    lb: Annotated[Fraction, Output(label="Pounds", unit="lb")]


def converted(reading: Reading) -> Converted:
    """Both units of a weight in kg or lb."""
    weight = kilograms(reading.value, reading.unit)
    return Converted(kg=weight, lb=weight / KILOGRAMS_PER_POUND)


def headline(reading: Reading, answer: Converted) -> str:
    """The weight, and what it is in the other unit."""
    other = f"{amount(answer.lb)} lb" if reading.unit == "kg" else f"{amount(answer.kg)} kg"
    return f"{plain(reading.value)} {reading.unit} is {other}"


def figure(reading: Reading, answer: Converted) -> Figure:
    """The weight in the other unit."""
    value, unit = (amount(answer.lb), "lb") if reading.unit == "kg" else (amount(answer.kg), "kg")
    return Figure(value, unit, f"{plain(reading.value)} {reading.unit} is")


def working(reading: Reading, answer: Converted) -> Iterable[str]:
    """The one multiplication or division."""
    if reading.unit == "kg":
        yield f"{plain(reading.value)} kg ÷ {POUND} kg/lb = {plain(answer.lb)} lb"
    else:
        yield f"{plain(reading.value)} lb × {POUND} kg/lb = {plain(answer.kg)} kg"


def warnings(reading: Reading, answer: Converted) -> Iterable[Notice]:
    """A caution where the dose calculators refuse the weight or ask about it."""
    if not LIGHTEST_KG <= answer.kg <= REFUSED_ABOVE_KG:
        yield Notice(
            "caution",
            f"Check the number and its unit: the dose calculators accept {LIGHTEST_KG} to {REFUSED_ABOVE_KG} kg only.",
            rule="convert_weight.refused",
            short=f"outside {LIGHTEST_KG} to {REFUSED_ABOVE_KG} kg: check number and unit",
        )
    elif answer.kg > HEAVIEST_KG:
        yield Notice(
            "caution",
            f"Check the number and its unit: above {HEAVIEST_KG} kg the dose calculators ask for a second person to confirm it.",
            rule="convert_weight.asked_about",
            short=f"above {HEAVIEST_KG} kg: confirm the weight",
        )


CALCULATOR = Calculator(
    id="convert_weight",
    title="Weight conversion",
    summary="What is this weight in kilograms, and in pounds?",
    moment="dose",
    version="1.1",
    population="Any weight. The dose calculators take kilograms or pounds and convert by themselves.",
    inputs=Reading,
    outputs=Converted,
    compute=converted,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    formula=(f"1 lb = {POUND} kg exactly", f"kg = lb × {POUND}", f"lb = kg ÷ {POUND}"),
    sources=(Source(POUND_1959, "the pound in kilograms"),),
    synonyms=("pounds", "kilograms", "lb to kg", "kg to lb", "body weight"),
)
