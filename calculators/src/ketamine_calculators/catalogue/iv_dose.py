"""IV ketamine dose: racemic ketamine on actual weight, with the draw-up, the dilution and the pump rate.

Dose, time and tiers from the house article; vial strengths and dilution from the US label.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import amount, mass, plain, remainder, result, significant, spelled, volume
from ..errors import InputProblem
from ..fields import Choice, Number
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_protocol import HIGHEST_DOSE, OVERSIGHT_ABOVE, PROTOCOL_DOSE, PROTOCOL_MINUTES, REDUCED_DOSE
from ..infusion_limits import (
    ESKETAMINE,
    TIER_TONES,
    TIERS,
    UNDILUTED_NEVER,
    another_drug,
    another_route,
    beside_the_limits,
    dilution_notices,
    dose_notices,
    premixed_notice,
    time_notices,
    to_program,
    volume_notices,
)
from ..infusion_sheet import infusion_sheet
from ..quantities import KILOGRAMS_PER_POUND, DosePerKg, Minutes, Weight, WeightUnit, asked_about, kilograms
from ..references import FAVA_2020, HOUSE, KETAMINE_LABEL, MURROUGH_2013, SANACORA_2017, SINGH_2016

INDUCTION = PROTOCOLS.section("Induction phase protocols")
OPTIMIZATION = PROTOCOLS.section("Dose optimization strategies")

STRENGTHS = (10, 50, 100)  # mg/mL, of the vials in the US
PREMIXED = (1, 2)  # mg/mL, of bags and syringes that a pharmacy has diluted
LARGEST_VOLUME = 2000  # mL
MINUTES_PER_HOUR = 60

ROUTES = {"iv": "IV", "im": "IM", "sc": "SC"}


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
            options={strength: f"{strength} mg/mL" for strength in sorted((*STRENGTHS, *PREMIXED, *ESKETAMINE))},
        ),
    ]
    total_volume_ml: Annotated[
        Fraction | None,
        Number(
            label="Final volume",
            unit="mL",
            above=0,
            high=LARGEST_VOLUME,
            hint="Total in the syringe or bag, ketamine included (full bag: bag plus draw-up). Blank if premixed",
            why=f"More than {spelled(LARGEST_VOLUME // 1000)} liters is likely a typing error.",
        ),
    ] = None
    minutes: Minutes = Fraction(PROTOCOL_MINUTES)
    route: Annotated[str, Choice(label="Route", options=ROUTES)] = "iv"


@dataclass(frozen=True, kw_only=True)
class Infusion:
    """The infusion, exactly; what needs a final volume is None without one."""

    dose_mg: Annotated[Fraction, Output(label="Dose", unit="mg", written=mass, group="Prepare")]
    drawup_ml: Annotated[Fraction, Output(label="Draw up", unit="mL", written=volume, group="Prepare")]
    diluent_ml: Annotated[Fraction | None, Output(label="Diluent", unit="mL", written=volume, group="Prepare")]
    final_mg_ml: Annotated[
        Fraction | None, Output(label="Final concentration", unit="mg/mL", written=significant, group="Prepare")
    ]
    rate_ml_h: Annotated[Fraction | None, Output(label="Pump rate", unit="mL/h", places=1, group="Pump")]
    mg_per_min: Annotated[Fraction, Output(label="Drug rate", unit="mg/min", written=significant, group="Check")]
    mg_per_kg_per_min: Annotated[
        Fraction, Output(label="Drug rate by weight", unit="mg/kg/min", written=significant, group="Check")
    ]
    weight_kg: Annotated[Fraction, Output(label="Weight used", unit="kg", places=1, group="Check")]
    tier: Annotated[str, Output(label="Dose tier", words=TIERS.labels(), group="Check")]
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
    yield from another_drug(order.concentration_mg_ml)
    yield from another_route(order.route)


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


def headline(order: Order, answer: Infusion) -> str:
    """Dose, time and pump rate."""
    rate = "" if answer.rate_ml_h is None else f" at {amount(answer.rate_ml_h)} mL/h"
    return f"{mass(answer.dose_mg)} mg IV over {plain(order.minutes)} min{rate}"


def figure(order: Order, answer: Infusion) -> Figure:
    """The dose with its tier."""
    tier = Chip(
        f"{TIERS.find(order.dose_mg_per_kg).label}: {plain(order.dose_mg_per_kg)} mg/kg", TIER_TONES[answer.tier]
    )
    rate = headline(order, answer).partition(" over ")[2]
    return Figure(mass(answer.dose_mg), "mg IV", chips=(tier,), after=f"over {rate}", says=("dose_mg", "tier"))


def texts(order: Order, answer: Infusion) -> Mapping[str, str]:
    """The diluent as it is left of the final volume shown by the draw-up shown: what is drawn up decides the dose."""
    total = order.total_volume_ml
    return {} if total is None or answer.diluent_ml is None else {"diluent_ml": remainder(total, answer.drawup_ml)}


def pumped(order: Order, answer: Infusion) -> Fraction | None:
    """What the pump is to give in mL: the final volume, or the volume of the dose where it is premixed."""
    return answer.drawup_ml if order.concentration_mg_ml in PREMIXED else order.total_volume_ml


def working(order: Order, answer: Infusion) -> Iterable[str]:
    """Each sum with this patient's numbers, and what the pump is given."""
    weight, dose, drawup = plain(answer.weight_kg), plain(answer.dose_mg), plain(answer.drawup_ml)
    per_kg, minutes = plain(order.dose_mg_per_kg), plain(order.minutes)
    if order.weight_unit == "lb":
        made = result(answer.weight_kg, amount, "kg")
        yield f"Weight: {plain(order.weight)} lb × {plain(KILOGRAMS_PER_POUND)} kg/lb = {made}"
    yield f"Dose: {weight} kg × {per_kg} mg/kg = {result(answer.dose_mg, mass, 'mg')}"
    yield f"Draw-up: {dose} mg ÷ {order.concentration_mg_ml} mg/mL = {result(answer.drawup_ml, volume, 'mL')}"
    total = pumped(order, answer)
    if total is not None and answer.rate_ml_h is not None and answer.final_mg_ml is not None:
        if answer.diluent_ml is not None:
            left = remainder(total, answer.drawup_ml)
            yield f"Diluent: {plain(total)} mL − {drawup} mL = {result(answer.diluent_ml, lambda exact: left, 'mL')}"
            made = result(answer.final_mg_ml, significant, "mg/mL")
            yield f"Final concentration: {dose} mg ÷ {plain(total)} mL = {made}"
        made = result(answer.rate_ml_h, amount, "mL/h")
        yield f"Pump rate: {plain(total)} mL × {MINUTES_PER_HOUR} ÷ {minutes} min = {made}"
        yield f"Pump setting: {to_program(total, order.minutes, answer.rate_ml_h)}"
    yield f"Drug rate: {dose} mg ÷ {minutes} min = {result(answer.mg_per_min, significant, 'mg/min')}"
    by_weight = result(answer.mg_per_kg_per_min, significant, "mg/kg/min")
    yield f"Drug rate by weight: {per_kg} mg/kg ÷ {minutes} min = {by_weight}"
    yield f"Tier: {per_kg} mg/kg: {TIERS.neighbors(order.dose_mg_per_kg)}"


def warnings(order: Order, answer: Infusion) -> Iterable[Notice]:
    """What stops the order, where it leaves the protocol or what can be measured, and what has to be at hand."""
    yield from asked_about(answer.weight_kg)
    yield from dilution_notices(answer.must_dilute)
    yield from time_notices(order.minutes, answer.mg_per_kg_per_min)
    yield from dose_notices(answer.dose_mg, order.dose_mg_per_kg)
    yield from volume_notices(answer.drawup_ml, pumped(order, answer), order.minutes, answer.rate_ml_h)
    if order.concentration_mg_ml in PREMIXED:
        yield premixed_notice(answer.drawup_ml)
    elif order.total_volume_ml is None:
        yield Notice("note", "Enter the final volume to see the dilution and the pump rate.")
    yield Notice(
        "note",
        "Label (anesthesia, section 2.1): continuous vital signs, emergency airway equipment at hand, and a clinician "
        "experienced in airway and ventilation. We add continuous oximetry, oxygen and our readiness list.",
    )


CALCULATOR = Calculator(
    id="iv_dose",
    title="IV ketamine dose",
    summary="What dose of racemic ketamine, how much to draw up, and how fast to run the pump?",
    moment="dose",
    version="2.0",
    population="Adults under medical supervision. Off-label. Not for anesthesia, sedation or pain.",
    inputs=Order,
    outputs=Infusion,
    compute=infusion,
    headline=headline,
    figure=figure,
    texts=texts,
    working=working,
    warnings=warnings,
    double_check=infusion_sheet(warnings),
    rules=(racemic_ketamine_into_a_vein, room_for_the_drug),
    bands=(TIERS,),
    scales=lambda order, answer: ((TIERS, order.dose_mg_per_kg, f"{plain(order.dose_mg_per_kg)} mg/kg"),),
    formula=(
        "Dose (mg) = actual weight (kg) × dose (mg/kg)",
        "Draw-up (mL) = dose ÷ vial strength (mg/mL)",
        "Diluent (mL) = final volume − draw-up",
        "Final concentration (mg/mL) = dose ÷ final volume",
        f"Pump rate (mL/h) = final volume × {MINUTES_PER_HOUR} ÷ infusion time (min)",
        "Drug rate (mg/min) = dose ÷ infusion time (min); by weight (mg/kg/min) = dose (mg/kg) ÷ infusion time (min)",
        "Premixed: the volume of the dose is given undiluted, and the pump rate follows from it.",
        "Does not include drug left in the tubing.",
        "The pump is programmed with the rate and the volume. Concentration and drug rates are rounded to three figures.",
        f"1 lb = {plain(KILOGRAMS_PER_POUND)} kg exactly",
    ),
    sources=(
        Source(HOUSE, f"{plain(PROTOCOL_DOSE)} mg/kg over {PROTOCOL_MINUTES} min, and the highest doses"),
        Source(MURROUGH_2013, "0.5 mg/kg over 40 min against midazolam"),
        Source(SINGH_2016, "0.5 mg/kg over 40 min, two or three times a week"),
        Source(SANACORA_2017, "0.5 mg/kg over 40 min as the usual regimen"),
        Source(FAVA_2020, "doses from 0.1 to 1 mg/kg compared"),
        Source(
            KETAMINE_LABEL,
            f"vial strengths, dilution of the {UNDILUTED_NEVER} mg/mL vial, induction of anesthesia, and who and what has to "
            "be at hand",
        ),
    ),
    house=(
        INDUCTION.row("Dose", f"{plain(PROTOCOL_DOSE)} mg/kg", says="the default dose"),
        INDUCTION.row("Infusion rate", f"Over {PROTOCOL_MINUTES} minutes", says="the default infusion time"),
        OPTIMIZATION.item(
            f"Standard: no more than {plain(OVERSIGHT_ABOVE)} mg/kg IV", says="the top of the standard tier"
        ),
        OPTIMIZATION.item(
            f"Extended: no more than {plain(HIGHEST_DOSE)} mg/kg IV, under experienced oversight",
            says="the highest dose accepted",
        ),
        OPTIMIZATION.row(
            "Excellent response with side effects",
            f"Consider reducing to {plain(REDUCED_DOSE)} mg/kg",
            says="the foot of the standard tier",
        ),
    ),
    differences=(
        Difference(
            topic=f"Doses above {plain(PROTOCOL_DOSE)} mg/kg",
            house=f"A ladder of steps up to {plain(OVERSIGHT_ABOVE)} mg/kg, and to {plain(HIGHEST_DOSE)} mg/kg with "
            "experienced oversight.",
            literature="One dose-ranging trial found 0.5 and 1 mg/kg better than control and 0.1 to 0.2 less clear; "
            "this ladder itself has not been tried with infusions.",
            when=lambda order, answer: order.dose_mg_per_kg > PROTOCOL_DOSE,
        ),
        Difference(
            topic="Which weight",
            house="Actual weight.",
            literature="Trials dosed on actual weight; some local protocols cap the dose or use ideal weight above BMI 30.",
        ),
        *beside_the_limits(),
    ),
    synonyms=("infusion", "pump rate", "mL/h", "draw up", "dilution", "racemic ketamine", "mg/kg"),
)
