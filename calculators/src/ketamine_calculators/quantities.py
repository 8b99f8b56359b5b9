"""Questions that several calculators ask, each with its limits and their reason."""

from fractions import Fraction
from typing import Annotated

from .definition import Notice
from .display import plain
from .fields import Choice, Number, Whole
from .house_protocol import HIGHEST_DOSE, PROTOCOL_DOSE, PROTOCOL_MINUTES

# International yard and pound agreement of 1959: exact by definition.
KILOGRAMS_PER_POUND = Fraction(45359237, 100_000_000)
CENTIMETERS_PER_INCH = Fraction(254, 100)
CENTIMETERS_PER_METER = 100
INCHES_PER_FOOT = 12

# Limits of plausibility (house convention): outside them a slip of the keyboard is likelier than the patient.
_PLAUSIBLE = "Outside this range a typing error is likely."
LIGHTEST_KG, HEAVIEST_KG = 30, 300
# Above the heaviest plausible weight a patient is still possible: the weight is asked about. Beyond this one it is refused.
REFUSED_ABOVE_KG = 650
SHORTEST_CM, TALLEST_CM = 120, 230
LOWEST_SYSTOLIC, HIGHEST_SYSTOLIC = 50, 300  # mmHg
LOWEST_DIASTOLIC, HIGHEST_DIASTOLIC = 20, 200  # mmHg
LONGEST_YEARS = 100  # of an illness or of a treatment

WEIGHT_UNITS = {"kg": Fraction(1), "lb": KILOGRAMS_PER_POUND}
# What a clinician may write where kilograms or centimeters are asked for. A stone is 14 pounds.
OTHER_WEIGHTS = {"lb": KILOGRAMS_PER_POUND, "st": 14 * KILOGRAMS_PER_POUND}
OTHER_LENGTHS = {
    "in": CENTIMETERS_PER_INCH,
    "ft": INCHES_PER_FOOT * CENTIMETERS_PER_INCH,
    "m": Fraction(CENTIMETERS_PER_METER),
}


Weight = Annotated[
    Fraction,
    Number(
        label="Weight",
        hint="Today's weight",
        low=LIGHTEST_KG,
        high=REFUSED_ABOVE_KG,
        units=WEIGHT_UNITS,
        unit_from="weight_unit",
        measured_on="weight_on",
        why=_PLAUSIBLE,
    ),
]
WeightUnit = Annotated[str, Choice(label="Weight unit", options={"kg": "kg", "lb": "lb"}, chosen_first="kg")]
WeightKg = Annotated[
    Fraction,
    Number(
        label="Weight",
        unit="kg",
        hint="Or in pounds, like 154 lb",
        low=LIGHTEST_KG,
        high=REFUSED_ABOVE_KG,
        also=OTHER_WEIGHTS,
        measured_on="weight_on",
        why=_PLAUSIBLE,
    ),
]
HeightCm = Annotated[
    Fraction,
    Number(
        label="Height",
        unit="cm",
        hint="Or in feet and inches, like 5 ft 9 in",
        low=SHORTEST_CM,
        high=TALLEST_CM,
        also=OTHER_LENGTHS,
        why=_PLAUSIBLE,
    ),
]
AdultAge = Annotated[int, Whole(label="Age", unit="years", low=18, high=120, why="For adults only.")]
Systolic = Annotated[
    Fraction,
    Number(label="Systolic pressure", unit="mmHg", low=LOWEST_SYSTOLIC, high=HIGHEST_SYSTOLIC, why=_PLAUSIBLE),
]
Diastolic = Annotated[
    Fraction,
    Number(label="Diastolic pressure", unit="mmHg", low=LOWEST_DIASTOLIC, high=HIGHEST_DIASTOLIC, why=_PLAUSIBLE),
]
DosePerKg = Annotated[
    Fraction,
    Number(
        label="Dose",
        unit="mg/kg",
        above=0,
        high=HIGHEST_DOSE,
        hint=f"Usual dose {plain(PROTOCOL_DOSE)} mg/kg (Association protocol)",
        why=f"Our protocol goes no higher than {plain(HIGHEST_DOSE)} mg/kg.",
    ),
]
Minutes = Annotated[
    Fraction,
    Number(
        label="Infusion time",
        unit="min",
        low=1,
        high=240,
        hint=f"Usual time {PROTOCOL_MINUTES} min (Association protocol)",
        why=_PLAUSIBLE,
    ),
]


def asked_about(weight_kg: Fraction) -> tuple[Notice, ...]:
    """A stop for a weight that is likelier a slip than a patient; the same from whoever says it."""
    if weight_kg <= HEAVIEST_KG:
        return ()
    return (
        Notice(
            "stop",
            f"Check the weight and its unit: {plain(weight_kg, 1)} kg is above {HEAVIEST_KG} kg. If it is right, have a second "
            "person confirm it before the dose is used.",
            rule="body_weights.asked_about",
            short=f"weight above {HEAVIEST_KG} kg: confirm it",
            word="Confirm the weight",
        ),
    )


def kilograms(weight: Fraction, unit: str) -> Fraction:
    """Exact weight in kg. unit: kg or lb."""
    return weight * WEIGHT_UNITS[unit]
