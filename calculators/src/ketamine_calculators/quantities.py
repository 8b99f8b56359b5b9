"""Questions that several calculators ask, each with its limits and their reason."""

from fractions import Fraction
from typing import Annotated

from .fields import Choice, Number, Whole

# International yard and pound agreement of 1959: exact by definition.
KILOGRAMS_PER_POUND = Fraction(45359237, 100_000_000)
CENTIMETRES_PER_INCH = Fraction(254, 100)

# Limits of plausibility (house convention): outside them a slip of the keyboard is likelier than the patient.
_PLAUSIBLE = "Outside this range a typing slip is more likely than the value."
LIGHTEST_KG, HEAVIEST_KG = 30, 300

WEIGHT_UNITS = {"kg": Fraction(1), "lb": KILOGRAMS_PER_POUND}

Weight = Annotated[
    Fraction,
    Number(
        label="Weight",
        hint="Measured today, with its unit",
        low=LIGHTEST_KG,
        high=HEAVIEST_KG,
        units=WEIGHT_UNITS,
        unit_from="weight_unit",
        why=_PLAUSIBLE,
    ),
]
WeightUnit = Annotated[str, Choice(label="Weight unit", options={"kg": "kg", "lb": "lb"}, chosen_first="kg")]
WeightKg = Annotated[Fraction, Number(label="Weight", unit="kg", low=LIGHTEST_KG, high=HEAVIEST_KG, why=_PLAUSIBLE)]
HeightCm = Annotated[Fraction, Number(label="Height", unit="cm", low=120, high=230, why=_PLAUSIBLE)]
AdultAge = Annotated[int, Whole(label="Age", unit="years", low=18, high=120, why="For adults only.")]
Systolic = Annotated[Fraction, Number(label="Systolic pressure", unit="mmHg", low=50, high=300, why=_PLAUSIBLE)]
Diastolic = Annotated[Fraction, Number(label="Diastolic pressure", unit="mmHg", low=20, high=200, why=_PLAUSIBLE)]
DosePerKg = Annotated[
    Fraction,
    Number(
        label="Dose",
        unit="mg/kg",
        above=0,
        high=1,
        hint="House protocol 0.5 mg/kg",
        why="The house protocol goes no higher than 1 mg/kg.",
    ),
]
Minutes = Annotated[
    Fraction, Number(label="Infusion time", unit="min", low=1, high=240, hint="House protocol 40 min", why=_PLAUSIBLE)
]


def kilograms(weight: Fraction, unit: str) -> Fraction:
    """Exact weight in kg. unit: kg or lb."""
    return weight * WEIGHT_UNITS[unit]
