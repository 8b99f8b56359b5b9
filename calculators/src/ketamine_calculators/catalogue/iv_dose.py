"""IV ketamine dose: racemic ketamine on actual weight, with the draw-up, the dilution and the pump rate.

Dose, time and tiers from the house article; vial strengths and dilution from the US label.
"""

from collections.abc import Iterable
from fractions import Fraction

from ..definition import Calculator, Difference, Notice, Source
from ..display import amount, half_up, plain, volume
from ..house_article import PROTOCOLS
from ..house_protocol import HIGHEST_DOSE, OVERSIGHT_ABOVE, PROTOCOL_DOSE, PROTOCOL_MINUTES, REDUCED_DOSE
from ..house_values import DOSE_ALERT, DRAW_MIN, MINUTES_BOLUS, MINUTES_FAST, MINUTES_SLOW, RATE_MAX
from ..house_values.beside_literature import beside_literature, in_words
from ..infusion_order import (
    MINUTES_PER_HOUR,
    PREMIXED,
    TIERS,
    UNDILUTED_NEVER,
    Infusion,
    Order,
    infusion,
    racemic_ketamine_into_a_vein,
    room_for_the_drug,
)
from ..quantities import KILOGRAMS_PER_POUND, asked_about
from ..references import FAVA_2020, HOUSE, KETAMINE_LABEL, MURROUGH_2013, SANACORA_2017, SINGH_2016

INDUCTION = PROTOCOLS.section("Induction Phase Protocols")
OPTIMIZATION = PROTOCOLS.section("Dose Optimization Strategies")

SALINE, DEXTROSE = Fraction(9, 10), 5  # percent, diluents of the US label

# US label, induction of general anesthesia: 1 to 4.5 mg/kg over 60 seconds, or 0.5 mg/kg each minute.
ANESTHESIA_FROM, ANESTHESIA_TO, ANESTHESIA_SECONDS = 1, Fraction(9, 2), 60
ANESTHESIA_RATE = Fraction(1, 2)


def headline(order: Order, answer: Infusion) -> str:
    """Dose, time and pump rate."""
    rate = "" if answer.rate_ml_h is None else f" at {amount(answer.rate_ml_h)} mL/h"
    return f"{amount(answer.dose_mg)} mg IV over {plain(order.minutes)} min{rate}"


def working(order: Order, answer: Infusion) -> Iterable[str]:
    """Each sum with this patient's numbers."""
    weight, dose, drawup = plain(answer.weight_kg), plain(answer.dose_mg), plain(answer.drawup_ml)
    if order.weight_unit == "lb":
        yield f"Weight: {plain(order.weight)} lb × {plain(KILOGRAMS_PER_POUND)} kg/lb = {weight} kg"
    yield f"Dose: {weight} kg × {plain(order.dose_mg_per_kg)} mg/kg = {dose} mg"
    yield f"Draw-up: {dose} mg ÷ {order.concentration_mg_ml} mg/mL = {drawup} mL"
    if order.concentration_mg_ml in PREMIXED:
        rate = plain(answer.rate_ml_h or 0)
        yield f"Pump rate: {drawup} mL × {MINUTES_PER_HOUR} ÷ {plain(order.minutes)} min = {rate} mL/h"
    elif order.total_volume_ml is not None and answer.diluent_ml is not None and answer.final_mg_ml is not None:
        total = plain(order.total_volume_ml)
        yield f"Diluent: {total} mL − {drawup} mL = {plain(answer.diluent_ml)} mL"
        yield f"Final concentration: {dose} mg ÷ {total} mL = {plain(answer.final_mg_ml)} mg/mL"
        rate = plain(answer.rate_ml_h or 0)
        yield f"Pump rate: {total} mL × {MINUTES_PER_HOUR} ÷ {plain(order.minutes)} min = {rate} mL/h"
    yield f"Drug rate: {dose} mg ÷ {plain(order.minutes)} min = {plain(answer.mg_per_min)} mg/min"
    per_kg = plain(order.dose_mg_per_kg)
    by_weight = plain(answer.mg_per_kg_per_min)
    yield f"Drug rate by weight: {per_kg} mg/kg ÷ {plain(order.minutes)} min = {by_weight} mg/kg/min"
    yield f"Tier: {plain(order.dose_mg_per_kg)} mg/kg: {TIERS.neighbors(order.dose_mg_per_kg)}"


def warnings(order: Order, answer: Infusion) -> Iterable[Notice]:
    """What stops the order, where it leaves the protocol or what can be measured, and what has to be at hand."""
    yield from asked_about(answer.weight_kg)
    if answer.must_dilute:
        yield Notice(
            "stop",
            f"Never give the {UNDILUTED_NEVER} mg/mL vial undiluted into a vein: dilute with at least an equal volume of "
            f"sterile water, {plain(SALINE)}% saline or {DEXTROSE}% dextrose, and use at once.",
            rule="iv_dose.never_undiluted",
            short=f"never give the {UNDILUTED_NEVER} mg/mL vial undiluted",
        )
    yield from about_the_time(order, answer)
    yield from about_the_dose(order, answer)
    yield from about_the_volume(order, answer)
    yield Notice(
        "note",
        "Label (anesthesia, section 2.1): continuous vital signs, emergency airway equipment at hand, and a clinician "
        "experienced in airway and ventilation. The house adds continuous oximetry, oxygen and its readiness list.",
    )


def about_the_time(order: Order, answer: Infusion) -> Iterable[Notice]:
    """A stop for a bolus and for what is too fast, a caution for what is faster or slower than usual."""
    minutes, given = order.minutes, f"{plain(order.minutes)} min instead of {PROTOCOL_MINUTES} min"
    if minutes < MINUTES_BOLUS.value:
        induces = answer.mg_per_kg_per_min >= ANESTHESIA_RATE
        label = (
            f" At {plain(answer.mg_per_kg_per_min)} mg/kg/min it is the rate of general anesthesia: the label induces with "
            f"{ANESTHESIA_FROM} to {plain(ANESTHESIA_TO)} mg/kg over {ANESTHESIA_SECONDS} seconds, or "
            f"{plain(ANESTHESIA_RATE)} mg/kg each minute."
        )
        yield Notice(
            "stop",
            f"Do not give this as a bolus: {given}.{label if induces else ''}",
            rule="iv_dose.bolus",
            short="a bolus, at a rate of general anesthesia" if induces else "a bolus: do not give it this fast",
        )
    elif minutes < MINUTES_FAST.value:
        yield Notice(
            "stop",
            f"Slow the infusion: {half_up(PROTOCOL_MINUTES / minutes, 1)} times faster than the protocol, {given}.",
            rule="iv_dose.too_fast",
            short=f"too fast: {given}",
        )
    elif answer.faster_than_protocol:
        yield Notice(
            "caution",
            f"Faster than the protocol: {given}.",
            rule="iv_dose.faster",
            short=f"faster: {given}",
        )
    elif minutes > MINUTES_SLOW.value:
        yield Notice(
            "caution",
            f"Check the time: slower than the {PROTOCOL_MINUTES} to {in_words(MINUTES_SLOW)} in use.",
            rule="iv_dose.slower",
            short=f"slower than usual: {plain(minutes)} min",
        )


def about_the_dose(order: Order, answer: Infusion) -> Iterable[Notice]:
    """Cautions for the tier, and for a dose that is large in milligrams."""
    if answer.dose_mg > DOSE_ALERT.value:
        yield Notice(
            "caution",
            f"Check the dose again: {amount(answer.dose_mg)} mg is above {in_words(DOSE_ALERT)}, from which the house has "
            "every dose checked.",
            rule="iv_dose.large_dose",
            short=f"dose above {in_words(DOSE_ALERT)}: check it again",
        )
    if answer.tier == "extended":
        above = f"Above {plain(OVERSIGHT_ABOVE)} mg/kg"
        yield Notice(
            "caution",
            f"{above}: the house protocol asks for experienced oversight.",
            rule="iv_dose.oversight",
            short=f"above {plain(OVERSIGHT_ABOVE)} mg/kg: experienced oversight",
        )
    if answer.tier == "below_protocol":
        yield Notice(
            "caution",
            f"Below {plain(REDUCED_DOSE)} mg/kg: the table has no such step; house asks for a lower start in bipolar "
            "depression without a number.",
            rule="iv_dose.below_protocol",
            short=f"below {plain(REDUCED_DOSE)} mg/kg: not in the table",
        )


def about_the_volume(order: Order, answer: Infusion) -> Iterable[Notice]:
    """Cautions for volumes and rates that syringe and pump cannot manage."""
    if answer.drawup_ml < DRAW_MIN.value:
        yield Notice(
            "caution",
            f"Use a weaker concentration: {volume(answer.drawup_ml)} mL is less than the {in_words(DRAW_MIN)} that a syringe "
            "measures well.",
            rule="iv_dose.small_volume",
            short=f"draw-up below {in_words(DRAW_MIN)}: use a weaker concentration",
        )
    if answer.rate_ml_h is not None and answer.rate_ml_h > RATE_MAX.value:
        yield Notice(
            "caution",
            f"Use a smaller final volume or a longer time: {amount(answer.rate_ml_h)} mL/h is above the "
            f"{in_words(RATE_MAX)} that many pumps reach.",
            rule="iv_dose.pump_rate",
            short=f"pump rate above {in_words(RATE_MAX)}",
        )
    if order.concentration_mg_ml in PREMIXED:
        yield Notice(
            "caution",
            f"Limit the pump to {volume(answer.drawup_ml)} mL: a premixed bag or syringe may hold more than this dose.",
            rule="iv_dose.premixed",
            short=f"premixed: limit the pump to {volume(answer.drawup_ml)} mL",
        )
    elif order.total_volume_ml is None:
        yield Notice("note", "Enter the final volume to see the dilution and the pump rate.")


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
    working=working,
    warnings=warnings,
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
        "Drug left in the line's dead space is not counted.",
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
        INDUCTION.row("Dose", "0.5 mg/kg", says="the default dose"),
        INDUCTION.row("Infusion rate", "Over 40 minutes", says="the default infusion time"),
        OPTIMIZATION.item("Standard: no more than 0.75 mg/kg IV", says="the top of the standard tier"),
        OPTIMIZATION.item(
            "Extended: no more than 1 mg/kg IV, under experienced oversight", says="the highest dose accepted"
        ),
        OPTIMIZATION.row(
            "Excellent response with side effects",
            "Consider reducing to 0.4 mg/kg",
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
        beside_literature(MINUTES_BOLUS, lambda order, answer: order.minutes < MINUTES_BOLUS.value),
        beside_literature(
            MINUTES_FAST, lambda order, answer: MINUTES_BOLUS.value <= order.minutes < MINUTES_FAST.value
        ),
        beside_literature(MINUTES_SLOW, lambda order, answer: order.minutes > MINUTES_SLOW.value),
        beside_literature(DOSE_ALERT, lambda order, answer: answer.dose_mg > DOSE_ALERT.value),
        beside_literature(DRAW_MIN, lambda order, answer: answer.drawup_ml < DRAW_MIN.value),
        beside_literature(
            RATE_MAX, lambda order, answer: answer.rate_ml_h is not None and answer.rate_ml_h > RATE_MAX.value
        ),
    ),
    synonyms=("infusion", "pump rate", "mL/h", "draw up", "dilution", "racemic ketamine"),
)
