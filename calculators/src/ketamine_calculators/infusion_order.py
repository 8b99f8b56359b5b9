"""An infusion of racemic ketamine as it is ordered, and what it comes to: the sums of the dose calculator and the worksheet.

Dose, time and tiers from the house article; vial strengths and dilution from the US label.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from .bands import Band, Bands
from .definition import Output
from .display import significant, spelled, volume
from .errors import InputProblem
from .fields import Choice, Number
from .house_protocol import HIGHEST_DOSE, OVERSIGHT_ABOVE, PROTOCOL_DOSE, PROTOCOL_MINUTES, REDUCED_DOSE
from .quantities import DosePerKg, Minutes, Weight, WeightUnit, kilograms

STRENGTHS = (10, 50, 100)  # mg/mL, of the vials in the US
PREMIXED = (1, 2)  # mg/mL, of bags and syringes that a pharmacy has diluted
ESKETAMINE = (5, 25)  # mg/mL, of ampoules that hold the other drug
UNDILUTED_NEVER = 100  # mg/mL: the US label wants this vial diluted at least with its own volume
LARGEST_VOLUME = 2000  # mL
MINUTES_PER_HOUR = 60

ROUTES = {"iv": "Infusion into a vein", "im": "Injection into a muscle", "sc": "Injection under the skin"}

# "Below protocol" is what lies below every dose of the house article.
TIERS = Bands(
    "Dose tier",
    (
        Band("below_protocol", "Below protocol", Fraction(0), REDUCED_DOSE, low_included=False),
        Band("standard", "Standard", REDUCED_DOSE, OVERSIGHT_ABOVE, high_included=True),
        Band("extended", "Extended", OVERSIGHT_ABOVE, HIGHEST_DOSE, low_included=False, high_included=True),
    ),
    unit="mg/kg",
)


@dataclass(frozen=True, kw_only=True)
class Order:
    """One infusion as it is ordered."""

    weight: Weight
    weight_unit: WeightUnit
    dose_mg_per_kg: DosePerKg = PROTOCOL_DOSE
    concentration_mg_ml: Annotated[
        int,
        Choice(
            label="Vial strength",
            unit="mg/mL",
            hint="As printed on the vial, or on the bag or syringe that came premixed",
            options={
                **{strength: f"{strength} mg/mL" for strength in STRENGTHS},
                **{strength: f"{strength} mg/mL, premixed" for strength in PREMIXED},
                **{strength: f"{strength} mg/mL, esketamine" for strength in ESKETAMINE},
            },
        ),
    ]
    total_volume_ml: Annotated[
        Fraction | None,
        Number(
            label="Final volume",
            unit="mL",
            above=0,
            high=LARGEST_VOLUME,
            hint="Drug included: made up to this volume. For a full bag, bag plus draw-up. Blank if premixed",
            why=f"More than {spelled(LARGEST_VOLUME // 1000)} liters is a typing slip.",
        ),
    ] = None
    minutes: Minutes = Fraction(PROTOCOL_MINUTES)
    route: Annotated[str, Choice(label="Route", hint="The doses of other routes are not this one", options=ROUTES)] = (
        "iv"
    )


@dataclass(frozen=True, kw_only=True)
class Infusion:
    """The infusion, exactly; what needs a final volume is None without one."""

    dose_mg: Annotated[Fraction, Output(label="Dose", unit="mg", places=1)]
    drawup_ml: Annotated[Fraction, Output(label="Draw up", unit="mL", written=volume)]
    diluent_ml: Annotated[Fraction | None, Output(label="Diluent", unit="mL", written=volume)]
    final_mg_ml: Annotated[Fraction | None, Output(label="Final concentration", unit="mg/mL", written=significant)]
    rate_ml_h: Annotated[Fraction | None, Output(label="Pump rate", unit="mL/h", places=1)]
    mg_per_min: Annotated[Fraction, Output(label="Drug rate", unit="mg/min", written=significant)]
    mg_per_kg_per_min: Annotated[Fraction, Output(label="Drug rate by weight", unit="mg/kg/min", written=significant)]
    weight_kg: Annotated[Fraction, Output(label="Weight used", unit="kg", places=1)]
    tier: Annotated[str, Output(label="Dose tier", words=TIERS.labels())]
    must_dilute: Annotated[bool, Output(label="Vial must be diluted", shown=False)]
    faster_than_protocol: Annotated[
        bool, Output(label=f"Faster than the protocol's {PROTOCOL_MINUTES} min", shown=False)
    ]


def infusion(order: Order) -> Infusion:
    """Dose in mg, volumes in mL, rates in mL/h, mg/min and mg/kg/min. House article."""
    weight = kilograms(order.weight, order.weight_unit)
    dose = weight * order.dose_mg_per_kg
    drawup = dose / order.concentration_mg_ml
    premixed = order.concentration_mg_ml in PREMIXED
    total = drawup if premixed else order.total_volume_ml
    return Infusion(
        weight_kg=weight,
        dose_mg=dose,
        drawup_ml=drawup,
        diluent_ml=None if total is None or premixed else total - drawup,
        final_mg_ml=None if total is None else dose / total,
        rate_ml_h=None if total is None else total * MINUTES_PER_HOUR / order.minutes,
        mg_per_min=dose / order.minutes,
        mg_per_kg_per_min=order.dose_mg_per_kg / order.minutes,
        tier=TIERS.find(order.dose_mg_per_kg).key,
        must_dilute=order.concentration_mg_ml == UNDILUTED_NEVER,
        faster_than_protocol=order.minutes < PROTOCOL_MINUTES,
    )


def racemic_ketamine_into_a_vein(order: Order) -> Iterable[InputProblem]:
    """Refuses ampoules of esketamine, and routes whose dose is another one."""
    if order.concentration_mg_ml in ESKETAMINE:
        strengths = " and ".join(map(str, ESKETAMINE))
        yield InputProblem(
            "concentration_mg_ml",
            f"That is esketamine: another dose. Ampoules of {strengths} mg/mL do not hold racemic ketamine, for which this "
            "dose is.",
            "rule",
        )
    if order.route != "iv":
        yield InputProblem(
            "route",
            f"{ROUTES[order.route]} is not an infusion: its dose, its peak and its watching differ. See Route conversion.",
            "rule",
        )


def room_for_the_drug(order: Order) -> Iterable[InputProblem]:
    """Refuses a final volume of what is premixed, and one too small for the drug or for the dilution of the US label."""
    if order.concentration_mg_ml in PREMIXED and order.total_volume_ml is not None:
        yield InputProblem(
            "total_volume_ml", "A premixed solution is not diluted again. Leave the final volume blank.", "rule"
        )
        return
    answer = infusion(order)
    if answer.diluent_ml is None:
        return
    drawup = volume(answer.drawup_ml)
    if answer.diluent_ml < 0:
        yield InputProblem(
            "total_volume_ml", f"Final volume must be at least the {drawup} mL of drug that it includes.", "rule"
        )
    elif answer.must_dilute and answer.diluent_ml < answer.drawup_ml:
        yield InputProblem(
            "total_volume_ml",
            f"Final volume must be at least {volume(2 * answer.drawup_ml)} mL: the {UNDILUTED_NEVER} mg/mL vial has to be "
            f"diluted with no less than its own volume ({drawup} mL).",
            "rule",
        )
