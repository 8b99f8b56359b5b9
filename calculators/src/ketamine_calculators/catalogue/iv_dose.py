"""Intravenous racemic ketamine for depression: what dose, how much to draw up, and how fast to run the pump?

For adults treated under supervision. Off-label. Not for anesthesia, sedation or analgesia.
Returns the dose on actual weight, the draw-up, the dilution and the pump rate. Protocol from the house article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Band, Bands
from ..definition import Calculator, Difference, ListItem, Notice, Output, Source, TableRow
from ..display import half_up, plain
from ..errors import InputProblem
from ..fields import Choice, Number
from ..quantities import DosePerKg, Minutes, Weight, WeightUnit, kilograms
from ..references import FAVA_2020, HOUSE, KETAMINE_LABEL, MURROUGH_2013, SANACORA_2017, SINGH_2016

ARTICLE = "treatment-resistant-depression-protocols"

PROTOCOL_DOSE = Fraction(1, 2)  # mg/kg, house article, standard IV protocol
PROTOCOL_MINUTES = 40  # house article, standard IV protocol
UNDILUTED_NEVER = 100  # mg/mL: the US label wants this vial diluted at least with its own volume

TIERS = Bands(
    "Dose tier",
    (
        Band("below_protocol", "Below protocol", Fraction(0), Fraction(2, 5), low_included=False),
        Band("standard", "Standard", Fraction(2, 5), Fraction(3, 4), high_included=True),
        Band("extended", "Extended", Fraction(3, 4), Fraction(1), low_included=False, high_included=True),
    ),
    unit="mg/kg",
)


@dataclass(frozen=True, kw_only=True)
class Order:
    weight: Weight
    weight_unit: WeightUnit
    dose_mg_per_kg: DosePerKg = PROTOCOL_DOSE
    concentration_mg_ml: Annotated[
        int,
        Choice(
            label="Vial strength",
            unit="mg/mL",
            hint="As printed on the vial",
            options={10: "10 mg/mL", 50: "50 mg/mL", 100: "100 mg/mL"},
        ),
    ]
    total_volume_ml: Annotated[
        Fraction | None,
        Number(
            label="Final volume",
            unit="mL",
            above=0,
            high=2000,
            hint="Drug included: made up to this volume. For a full bag, bag plus draw-up",
            why="More than two liters is a typing slip.",
        ),
    ] = None
    minutes: Minutes = Fraction(PROTOCOL_MINUTES)


@dataclass(frozen=True, kw_only=True)
class Infusion:
    dose_mg: Annotated[Fraction, Output(label="Dose", unit="mg", places=1)]
    drawup_ml: Annotated[Fraction, Output(label="Draw up", unit="mL", places=2)]
    diluent_ml: Annotated[Fraction | None, Output(label="Diluent", unit="mL", places=2)]
    final_mg_ml: Annotated[Fraction | None, Output(label="Final concentration", unit="mg/mL", places=2)]
    rate_ml_h: Annotated[Fraction | None, Output(label="Pump rate", unit="mL/h", places=1)]
    mg_per_min: Annotated[Fraction, Output(label="Drug rate", unit="mg/min", places=3)]
    weight_kg: Annotated[Fraction, Output(label="Weight used", unit="kg", places=1)]
    tier: Annotated[str, Output(label="Dose tier", words=TIERS.labels())]
    must_dilute: Annotated[bool, Output(label="Vial must be diluted", shown=False)]
    faster_than_protocol: Annotated[bool, Output(label="Faster than the protocol's 40 min", shown=False)]


def infusion(order: Order) -> Infusion:
    weight = kilograms(order.weight, order.weight_unit)
    dose = weight * order.dose_mg_per_kg
    drawup = dose / order.concentration_mg_ml
    total = order.total_volume_ml
    return Infusion(
        weight_kg=weight,
        dose_mg=dose,
        drawup_ml=drawup,
        diluent_ml=None if total is None else total - drawup,
        final_mg_ml=None if total is None else dose / total,
        rate_ml_h=None if total is None else total * 60 / order.minutes,
        mg_per_min=dose / order.minutes,
        tier=TIERS.find(order.dose_mg_per_kg).key,
        must_dilute=order.concentration_mg_ml == UNDILUTED_NEVER,
        faster_than_protocol=order.minutes < PROTOCOL_MINUTES,
    )


def room_for_the_drug(order: Order) -> Iterable[InputProblem]:
    answer = infusion(order)
    if answer.diluent_ml is None:
        return
    drawup = half_up(answer.drawup_ml, 2)
    if answer.diluent_ml < 0:
        yield InputProblem(
            "total_volume_ml", f"Final volume must be at least the {drawup} mL of drug that it includes.", "rule"
        )
    elif answer.must_dilute and answer.diluent_ml < answer.drawup_ml:
        yield InputProblem(
            "total_volume_ml",
            f"Final volume must be at least {half_up(2 * answer.drawup_ml, 2)} mL: the 100 mg/mL vial has to be diluted "
            f"with no less than its own volume ({drawup} mL).",
            "rule",
        )


def headline(order: Order, answer: Infusion) -> str:
    rate = "" if answer.rate_ml_h is None else f" at {half_up(answer.rate_ml_h, 1)} mL/h"
    return f"{half_up(answer.dose_mg, 1)} mg over {plain(order.minutes)} min{rate}"


def working(order: Order, answer: Infusion) -> Iterable[str]:
    weight, dose, drawup = plain(answer.weight_kg), plain(answer.dose_mg), plain(answer.drawup_ml)
    if order.weight_unit == "lb":
        yield f"Weight: {plain(order.weight)} lb × 0.45359237 kg/lb = {weight} kg"
    yield f"Dose: {weight} kg × {plain(order.dose_mg_per_kg)} mg/kg = {dose} mg"
    yield f"Draw-up: {dose} mg ÷ {order.concentration_mg_ml} mg/mL = {drawup} mL"
    if order.total_volume_ml is not None and answer.diluent_ml is not None and answer.final_mg_ml is not None:
        total = plain(order.total_volume_ml)
        yield f"Diluent: {total} mL − {drawup} mL = {plain(answer.diluent_ml)} mL"
        yield f"Final concentration: {dose} mg ÷ {total} mL = {plain(answer.final_mg_ml)} mg/mL"
        yield f"Pump rate: {total} mL × 60 ÷ {plain(order.minutes)} min = {plain(answer.rate_ml_h or 0)} mL/h"
    yield f"Drug rate: {dose} mg ÷ {plain(order.minutes)} min = {plain(answer.mg_per_min)} mg/min"
    yield f"Tier: {plain(order.dose_mg_per_kg)} mg/kg: {TIERS.neighbours(order.dose_mg_per_kg)}"


def warnings(order: Order, answer: Infusion) -> Iterable[Notice]:
    if answer.must_dilute:
        yield Notice(
            "stop",
            "Never give the 100 mg/mL vial undiluted into a vein: dilute with at least an equal volume of sterile water, "
            "0.9% saline or 5% dextrose, and use at once.",
        )
    if answer.tier == "extended":
        yield Notice("caution", "Above 0.75 mg/kg: the house protocol asks for experienced oversight.")
    if answer.tier == "below_protocol":
        yield Notice("caution", "Below 0.4 mg/kg: lower than any dose of the house protocol.")
    if answer.faster_than_protocol:
        yield Notice("caution", f"Faster than the protocol: {plain(order.minutes)} min instead of 40 min.")
    if order.total_volume_ml is None:
        yield Notice("note", "Enter the final volume to see the dilution and the pump rate.")
    yield Notice("note", "Drug left in the line's dead space is not counted.")


CALCULATOR = Calculator(
    id="iv_dose",
    title="IV ketamine dose",
    summary="What dose of racemic ketamine, how much to draw up, and how fast to run the pump?",
    moment="dose",
    version="1.0",
    population="Adults under medical supervision. Off-label. Not for anesthesia, sedation or pain.",
    inputs=Order,
    outputs=Infusion,
    compute=infusion,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(room_for_the_drug,),
    bands=(TIERS,),
    scales=lambda order, answer: ((TIERS, order.dose_mg_per_kg, f"{plain(order.dose_mg_per_kg)} mg/kg"),),
    formula=(
        "Dose (mg) = actual weight (kg) × dose (mg/kg)",
        "Draw-up (mL) = dose ÷ vial strength (mg/mL)",
        "Diluent (mL) = final volume − draw-up",
        "Final concentration (mg/mL) = dose ÷ final volume",
        "Pump rate (mL/h) = final volume × 60 ÷ infusion time (min)",
        "Drug rate (mg/min) = dose ÷ infusion time (min)",
        "1 lb = 0.45359237 kg exactly",
    ),
    sources=(
        Source(HOUSE, "0.5 mg/kg over 40 min, and the highest doses"),
        Source(MURROUGH_2013, "0.5 mg/kg over 40 min against midazolam"),
        Source(SINGH_2016, "0.5 mg/kg over 40 min, two or three times a week"),
        Source(SANACORA_2017, "0.5 mg/kg over 40 min as the usual regimen"),
        Source(FAVA_2020, "doses from 0.1 to 1 mg/kg compared"),
        Source(KETAMINE_LABEL, "vial strengths, and dilution of the 100 mg/mL vial"),
    ),
    house=(
        TableRow(ARTICLE, "Induction Phase Protocols", "Dose", "0.5 mg/kg", "the default dose"),
        TableRow(ARTICLE, "Induction Phase Protocols", "Infusion rate", "Over 40 minutes", "the default infusion time"),
        ListItem(
            ARTICLE,
            "Dose Optimization Strategies",
            "Standard: no more than 0.75 mg/kg IV",
            "the top of the standard tier",
        ),
        ListItem(
            ARTICLE,
            "Dose Optimization Strategies",
            "Extended: no more than 1 mg/kg IV, under experienced oversight",
            "the highest dose accepted",
        ),
        TableRow(
            ARTICLE,
            "Dose Optimization Strategies",
            "Excellent response with side effects",
            "Consider reducing to 0.4 mg/kg",
            "the foot of the standard tier",
        ),
    ),
    differences=(
        Difference(
            topic="Doses above 0.5 mg/kg",
            house="A ladder of steps up to 0.75 mg/kg, and to 1 mg/kg with experienced oversight.",
            literature="One dose-ranging trial found 0.5 and 1 mg/kg better than control and 0.1 to 0.2 less clear; "
            "this ladder itself has not been tried with infusions.",
            when=lambda order, answer: order.dose_mg_per_kg > PROTOCOL_DOSE,
        ),
        Difference(
            topic="Which weight",
            house="Actual weight.",
            literature="Trials dosed on actual weight; some local protocols cap the dose or use ideal weight above BMI 30.",
        ),
    ),
    synonyms=("infusion", "pump rate", "mL/h", "draw up", "dilution", "racemic ketamine"),
)
