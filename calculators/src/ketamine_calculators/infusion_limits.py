"""What an infusion must not be, and where it leaves the protocol: time, dose and volume against their limits.

The limits are house values; the rate of general anesthesia is the US label's.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import floor
from typing import Any

from .bands import Band, Bands
from .definition import Difference, Notice
from .display import amount, half_up, mass, plain, volume
from .errors import InputProblem
from .figures import Tone
from .house_protocol import HIGHEST_DOSE, OVERSIGHT_ABOVE, PROTOCOL_MINUTES, REDUCED_DOSE
from .house_values import (
    DOSE_ALERT,
    DOSE_ALERT_IDEAL,
    DRAW_MIN,
    MEASURE_ERROR,
    MINUTES_BOLUS,
    MINUTES_FAST,
    MINUTES_SLOW,
    RATE_MAX,
)
from .house_values.beside_literature import beside_literature, in_words

# US label, induction of general anesthesia: 1 to 4.5 mg/kg over 60 seconds, or 0.5 mg/kg each minute.
ANESTHESIA_FROM, ANESTHESIA_TO, ANESTHESIA_SECONDS = 1, Fraction(9, 2), 60
ANESTHESIA_RATE = Fraction(1, 2)

UNDILUTED_NEVER = 100  # mg/mL: the US label wants this vial diluted at least with its own volume
SALINE, DEXTROSE = Fraction(9, 10), 5  # percent, diluents of the US label
ESKETAMINE = (5, 25)  # mg/mL, of ampoules that hold the other drug
ROUTES_IN_WORDS = {"iv": "Infusion into a vein", "im": "Injection into a muscle", "sc": "Injection under the skin"}

# What the smallest usual syringe is marked in, and what pumps go by (house convention).
SYRINGE_ML, MARK_ML, STEP_ML_H = 1, Fraction(1, 100), Fraction(1, 10)

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
TIER_TONES: Mapping[str, Tone] = {"below_protocol": "caution", "standard": "good", "extended": "caution"}


def another_drug(concentration_mg_ml: int) -> Iterable[InputProblem]:
    """Refuses ampoules of esketamine, whose dose is another one."""
    if concentration_mg_ml in ESKETAMINE:
        strengths = " and ".join(map(str, ESKETAMINE))
        yield InputProblem(
            "concentration_mg_ml",
            f"That is esketamine: another dose. Ampoules of {strengths} mg/mL do not hold racemic ketamine, for which this "
            "dose is.",
            "rule",
        )


def another_route(route: str) -> Iterable[InputProblem]:
    """Refuses a route whose dose is another one."""
    if route != "iv":
        yield InputProblem(
            "route",
            f"{ROUTES_IN_WORDS[route]} is not an infusion: its dose, its peak and its watching differ. See Route conversion.",
            "rule",
        )


def dilution_notices(must_dilute: bool) -> Iterable[Notice]:
    """A stop for a vial that is never given as it is."""
    if must_dilute:
        yield Notice(
            "stop",
            f"Never give the {UNDILUTED_NEVER} mg/mL vial undiluted into a vein: dilute with at least an equal volume of "
            f"sterile water, {plain(SALINE)}% saline or {DEXTROSE}% dextrose, and use at once.",
            rule="iv_dose.never_undiluted",
            short=f"never give the {UNDILUTED_NEVER} mg/mL vial undiluted",
            word="Dilute first",
        )


def premixed_notice(drawup_ml: Fraction) -> Notice:
    """A caution for a bag or syringe that may hold more than the dose."""
    return Notice(
        "caution",
        f"Limit the pump to {volume(drawup_ml)} mL: a premixed bag or syringe may hold more than this dose.",
        rule="iv_dose.premixed",
        short=f"premixed: limit the pump to {volume(drawup_ml)} mL",
    )


def time_notices(minutes: Fraction, mg_per_kg_per_min: Fraction) -> Iterable[Notice]:
    """A stop for a bolus and for what is too fast, a caution for what is faster or slower than usual."""
    given = f"{plain(minutes)} min instead of {PROTOCOL_MINUTES} min"
    if minutes < MINUTES_BOLUS.value:
        induces = mg_per_kg_per_min >= ANESTHESIA_RATE
        label = (
            f" At {plain(mg_per_kg_per_min)} mg/kg/min it is the rate of general anesthesia: the label induces with "
            f"{ANESTHESIA_FROM} to {plain(ANESTHESIA_TO)} mg/kg over {ANESTHESIA_SECONDS} seconds, or "
            f"{plain(ANESTHESIA_RATE)} mg/kg each minute."
        )
        yield Notice(
            "stop",
            f"Do not give this as a bolus: {given}.{label if induces else ''}",
            rule="iv_dose.bolus",
            word="Do not give this fast",
            short="a bolus, at a rate of general anesthesia" if induces else "a bolus: do not give it this fast",
        )
    elif minutes < MINUTES_FAST.value:
        yield Notice(
            "stop",
            f"Slow the infusion: {half_up(PROTOCOL_MINUTES / minutes, 1)} times faster than the protocol, {given}.",
            rule="iv_dose.too_fast",
            word="Do not give this fast",
            short=f"too fast: {given}",
        )
    elif minutes < PROTOCOL_MINUTES:
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


def is_large_on_ideal_weight(dose_mg: Fraction, ideal_kg: Fraction | None) -> bool:
    """Whether a dose in mg is checked again for the ideal weight in kg. House value."""
    return ideal_kg is not None and dose_mg >= DOSE_ALERT_IDEAL.value * ideal_kg


def on_ideal_weight(dose_mg: Fraction, ideal_kg: Fraction) -> tuple[str, str]:
    """What is said of a dose that is an anesthetic one on ideal weight, in a sentence and in few words."""
    limit = f"at or above {plain(DOSE_ALERT_IDEAL.value)} mg/kg of ideal body weight"
    per_kg = f"{plain(dose_mg / ideal_kg, 2)} mg for each kg of ideal body weight"
    return f"Check the dose: {per_kg}, {limit}, where the label's anesthetic doses begin.", limit


def dose_notices(dose_mg: Fraction, dose_mg_per_kg: Fraction) -> Iterable[Notice]:
    """Cautions for the tier, and for a dose that is large in milligrams."""
    if dose_mg > DOSE_ALERT.value:
        yield Notice(
            "caution",
            f"Check the dose again: {mass(dose_mg)} mg is above {in_words(DOSE_ALERT)}, our own limit for checking "
            "a dose.",
            rule="iv_dose.large_dose",
            short=f"dose above {in_words(DOSE_ALERT)}: check it again",
        )
    if dose_mg_per_kg > OVERSIGHT_ABOVE:
        above = f"Above {plain(OVERSIGHT_ABOVE)} mg/kg"
        yield Notice(
            "caution",
            f"{above}: our protocol asks for experienced oversight.",
            rule="iv_dose.oversight",
            short=f"above {plain(OVERSIGHT_ABOVE)} mg/kg: experienced oversight",
        )
    if dose_mg_per_kg < REDUCED_DOSE:
        yield Notice(
            "caution",
            f"Below {plain(REDUCED_DOSE)} mg/kg: our table has no such step; our protocol asks for a lower start in bipolar "
            "depression without a number.",
            rule="iv_dose.below_protocol",
            short=f"below {plain(REDUCED_DOSE)} mg/kg: not in the table",
        )


def missed(value: Fraction, step: Fraction) -> bool:
    """Whether the multiple of `step` that is nearest to a volume or a rate is too far from it."""
    nearest = floor(value / step + Fraction(1, 2)) * step
    return 100 * abs(nearest - value) >= MEASURE_ERROR.value * value


def to_program(volume_ml: Fraction, minutes: Fraction, rate_ml_h: Fraction) -> str:
    """What a pump is given: `75 mL/h, 50 mL to be infused`, or volume and time where no step of it comes near the rate."""
    by_time = f"{volume(volume_ml)} mL over {plain(minutes)} min"
    return (
        by_time if missed(rate_ml_h, STEP_ML_H) else f"{amount(rate_ml_h)} mL/h, {volume(volume_ml)} mL to be infused"
    )


def pump_rate(volume_ml: Fraction, minutes: Fraction, rate_ml_h: Fraction) -> str:
    """The rate, with what to program in its place where no step of the pump comes near it."""
    instead = f"; program {to_program(volume_ml, minutes, rate_ml_h)}" if missed(rate_ml_h, STEP_ML_H) else ""
    return f"{amount(rate_ml_h)} mL/h{instead}"


def volume_notices(
    drawup_ml: Fraction, total_ml: Fraction | None, minutes: Fraction, rate_ml_h: Fraction | None
) -> Iterable[Notice]:
    """Cautions for volumes and rates that syringe and pump cannot manage. total_ml: what the pump is to give."""
    if drawup_ml < DRAW_MIN.value:
        yield Notice(
            "caution",
            f"Use a weaker concentration: {volume(drawup_ml)} mL is less than the {in_words(DRAW_MIN)} that a syringe "
            "measures well.",
            rule="iv_dose.small_volume",
            short=f"draw-up below {in_words(DRAW_MIN)}: use a weaker concentration",
        )
    elif missed(drawup_ml, MARK_ML):
        yield Notice(
            "caution",
            f"Use a weaker concentration: {volume(drawup_ml)} mL lies between two marks of a {SYRINGE_ML} mL syringe "
            f"({plain(MARK_ML)} mL each), and the nearer mark is off by {in_words(MEASURE_ERROR)} or more.",
            rule="iv_dose.between_marks",
            short=f"draw-up of {volume(drawup_ml)} mL lies between two marks of a syringe",
        )
    if total_ml is None or rate_ml_h is None:
        return
    if missed(rate_ml_h, STEP_ML_H):
        program = to_program(total_ml, minutes, rate_ml_h)
        yield Notice(
            "caution",
            f"Program the pump by volume and time, {program}: its steps of {plain(STEP_ML_H)} mL/h miss the rate by "
            f"{in_words(MEASURE_ERROR)} or more.",
            rule="iv_dose.between_steps",
            short=f"pump by volume and time: {program}",
        )
    if rate_ml_h > RATE_MAX.value:
        yield Notice(
            "caution",
            f"Use a smaller final volume or a longer time: {amount(rate_ml_h)} mL/h is above the "
            f"{in_words(RATE_MAX)} that many pumps reach.",
            rule="iv_dose.pump_rate",
            short=f"pump rate above {in_words(RATE_MAX)}",
        )


def beside_the_limits() -> tuple[Difference, ...]:
    """Each house value beside labels and literature, for the infusions that it touches."""
    bolus, fast, slow = MINUTES_BOLUS.value, MINUTES_FAST.value, MINUTES_SLOW.value
    return (
        beside_literature(MINUTES_BOLUS, lambda order, answer: order.minutes < bolus),
        beside_literature(MINUTES_FAST, lambda order, answer: bolus <= order.minutes < fast),
        beside_literature(MINUTES_SLOW, lambda order, answer: order.minutes > slow),
        beside_literature(DOSE_ALERT, lambda order, answer: answer.dose_mg > DOSE_ALERT.value),
        beside_literature(DRAW_MIN, lambda order, answer: answer.drawup_ml < DRAW_MIN.value),
        beside_literature(MEASURE_ERROR, _missed),
        beside_literature(RATE_MAX, lambda order, answer: (answer.rate_ml_h or 0) > RATE_MAX.value),
    )


def _missed(order: Any, answer: Any) -> bool:
    drawn = answer.drawup_ml >= DRAW_MIN.value and missed(answer.drawup_ml, MARK_ML)
    return drawn or (answer.rate_ml_h is not None and missed(answer.rate_ml_h, STEP_ML_H))
