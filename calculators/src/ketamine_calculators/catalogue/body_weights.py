"""Body weights: body mass index, ideal and adjusted weight, and the protocol's dose on each where the choice matters.

Ideal weight from Devine 1974, adjusted weight from Traynor 1995, obesity from the WHO. The house doses on actual weight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..display import amount, cut, gap, mass, plain
from ..fields import Choice
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_protocol import PROTOCOL_DOSE
from ..house_values import DOSE_ALERT_IDEAL
from ..house_values.beside_literature import in_words
from ..infusion_limits import is_large_on_ideal_weight, on_ideal_weight
from ..quantities import CENTIMETERS_PER_INCH, SHORTEST_CM, TALLEST_CM, HeightCm, WeightKg, asked_about
from ..references import DEVINE_1974, HOUSE, KWASNA_2024, NICIU_2014, TRAYNOR_1995, WHO_OBESITY

LOWEST_INCHES = 60  # Devine starts here; below it the house gives no ideal weight
LOWEST_CM = LOWEST_INCHES * CENTIMETERS_PER_INCH
AT_LOWEST_HEIGHT = {"male": Fraction(50), "female": Fraction(91, 2)}  # kg, Devine 1974
PER_INCH = Fraction(23, 10)  # kg for each inch above that, Devine 1974
SHARE_OF_EXCESS = Fraction(2, 5)  # of the weight above the ideal one, for the adjusted weight, Traynor 1995
OBESE_FROM = 30  # kg/m², WHO
CHECKED_FROM = 40  # kg/m², house: the dose in mg is checked again
SEXES = {"male": "Male", "female": "Female"}


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What was measured."""

    sex: Annotated[
        str,
        Choice(
            label="Sex",
            hint="Sex used in the ideal-weight formula",
            options=SEXES,
        ),
    ]
    height_cm: HeightCm
    weight_kg: WeightKg


@dataclass(frozen=True, kw_only=True)
class Weights:
    """The weights that a dose could be put on; ideal and adjusted weight are None below Devine's lowest height."""

    # Body mass index and percentage are cut, so that 29.996 never reads as the 30.00 of obesity.
    bmi: Annotated[Fraction, Output(label="Body mass index", unit="kg/m²", places=2, cut=True)]
    obese: Annotated[bool, Output(label=f"BMI {OBESE_FROM} or more")]
    ibw_kg: Annotated[Fraction | None, Output(label="Ideal weight", unit="kg", places=1)]
    adjbw_kg: Annotated[Fraction | None, Output(label="Adjusted weight", unit="kg", places=1)]
    pct_ibw: Annotated[Fraction | None, Output(label="Actual weight in % of ideal", unit="%", places=1, cut=True)]
    house_basis: Annotated[str, Output(label="Weight our protocol doses on", words={"actual": "Actual weight"})]


def weights(measured: Measured) -> Weights:
    """Every weight exactly, in kg. Devine 1974."""
    actual = measured.weight_kg
    inches_over = measured.height_cm / CENTIMETERS_PER_INCH - LOWEST_INCHES
    ideal = AT_LOWEST_HEIGHT[measured.sex] + PER_INCH * inches_over if inches_over >= 0 else None
    bmi = actual / (measured.height_cm / 100) ** 2
    return Weights(
        bmi=bmi,
        obese=bmi >= OBESE_FROM,
        ibw_kg=ideal,
        adjbw_kg=None if ideal is None else adjusted(actual, ideal),
        pct_ibw=None if ideal is None else 100 * actual / ideal,
        house_basis="actual",
    )


def adjusted(actual: Fraction, ideal: Fraction) -> Fraction:
    """Adjusted weight in kg: the ideal weight plus a share of the excess; the actual weight where there is no excess."""
    return ideal + SHARE_OF_EXCESS * (actual - ideal) if actual > ideal else actual


def headline(measured: Measured, answer: Weights) -> str:
    """The weight to dose on, with the ideal one and the body mass index."""
    none = f"no ideal weight below {plain(LOWEST_CM)} cm"
    beside = none if answer.ibw_kg is None else f"ideal {amount(answer.ibw_kg)} kg"
    return f"Dose on the actual {plain(measured.weight_kg)} kg; {beside}, BMI {cut(answer.bmi, 2)} kg/m²"


def figure(measured: Measured, answer: Weights) -> Figure:
    """The actual weight, on which the dose is calculated."""
    bmi = Chip(f"BMI {cut(answer.bmi, 2)} kg/m²", "caution" if answer.obese else "plain")
    return Figure(
        plain(measured.weight_kg), "kg", "Dose on the actual weight", (bmi,), says=("bmi", "obese", "house_basis")
    )


def working(measured: Measured, answer: Weights) -> Iterable[str]:
    """Body mass index, height in inches, and Devine's sum."""
    actual, meters = plain(measured.weight_kg), plain(measured.height_cm / 100)
    yield f"BMI: {actual} kg ÷ ({meters} m)² = {plain(answer.bmi)} kg/m²"
    side = f"{OBESE_FROM} or more" if answer.obese else f"below {OBESE_FROM}"
    yield f"BMI {cut(answer.bmi, 2)}: {side}, {gap(abs(answer.bmi - OBESE_FROM))} kg/m² from {OBESE_FROM}"
    inches = measured.height_cm / CENTIMETERS_PER_INCH
    yield f"Height: {plain(measured.height_cm)} cm ÷ {plain(CENTIMETERS_PER_INCH)} = {plain(inches)} in"
    if answer.ibw_kg is None or answer.adjbw_kg is None or answer.pct_ibw is None:
        yield f"Ideal weight: not defined below {LOWEST_INCHES} in"
        return
    ideal, base, each = plain(answer.ibw_kg), plain(AT_LOWEST_HEIGHT[measured.sex]), plain(PER_INCH)
    yield f"Ideal weight: {base} kg + {each} kg/in × ({plain(inches)} in − {LOWEST_INCHES} in) = {ideal} kg"
    if measured.weight_kg > answer.ibw_kg:
        share = plain(SHARE_OF_EXCESS)
        yield f"Adjusted weight: {ideal} kg + {share} × ({actual} kg − {ideal} kg) = {plain(answer.adjbw_kg)} kg"
    else:
        yield f"Adjusted weight: {actual} kg is not above {ideal} kg, so it is the actual weight"
    yield f"Share of ideal: 100 × {actual} kg ÷ {ideal} kg = {plain(answer.pct_ibw)}%"


def doses(measured: Measured, answer: Weights) -> Iterable[Table]:
    """The protocol's dose on each weight, for the patients in whom the choice matters."""
    if not answer.obese:
        return
    bases = (
        ("Actual (our protocol)", measured.weight_kg),
        ("Ideal", answer.ibw_kg),
        ("Adjusted", answer.adjbw_kg),
    )
    yield Table(
        label=f"Dose of {plain(PROTOCOL_DOSE)} mg/kg on each weight",
        head=("Weight", "Amount", "Dose"),
        rows=tuple(
            (name, f"{amount(weight)} kg", f"{mass(weight * PROTOCOL_DOSE)} mg")
            for name, weight in bases
            if weight is not None
        ),
    )


def warnings(measured: Measured, answer: Weights) -> Iterable[Notice]:
    """A caution or a note on obesity, and a note on a height without an ideal weight."""
    yield from asked_about(measured.weight_kg)
    dose = measured.weight_kg * PROTOCOL_DOSE
    if answer.ibw_kg is not None and is_large_on_ideal_weight(dose, answer.ibw_kg):
        text, short = on_ideal_weight(dose, answer.ibw_kg)
        yield Notice("caution", text, rule="body_weights.dose_on_ideal", short=short)
    if answer.bmi >= CHECKED_FROM:
        yield Notice(
            "caution",
            f"BMI is {CHECKED_FROM} or more: check the dose in mg, with the doses on the other weights. No agreed limit in mg "
            "was found.",
            calculator="iv_dose",
            rule="body_weights.bmi",
            short=f"BMI {CHECKED_FROM} or more: check the dose in mg",
        )
    elif answer.obese and answer.ibw_kg is not None:
        yield Notice(
            "note",
            f"BMI is {OBESE_FROM} or more: the doses on ideal and adjusted weight are shown beside the dose of our protocol. "
            "The choice is yours.",
            calculator="iv_dose",
        )
    if answer.ibw_kg is None:
        yield Notice(
            "note",
            f"Below {plain(LOWEST_CM)} cm ({LOWEST_INCHES} in) Devine's formula is not defined, so ideal and adjusted weight "
            "are left out (our convention).",
        )


def devine(sex: str) -> str:
    """Devine's formula for one sex."""
    base, each = plain(AT_LOWEST_HEIGHT[sex]), plain(PER_INCH)
    return f"Ideal weight, {sex} (kg) = {base} + {each} × (height in inches − {LOWEST_INCHES})"


CALCULATOR = Calculator(
    id="body_weights",
    title="Body weights",
    summary="How far is the actual weight from the ideal one, and on which weight is ketamine dosed?",
    moment="dose",
    version="1.1",
    population=f"Adults of {SHORTEST_CM} to {TALLEST_CM} cm. Not for pregnancy, after an amputation, or with marked edema.",
    inputs=Measured,
    outputs=Weights,
    compute=weights,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=doses,
    formula=(
        f"BMI (kg/m²) = actual weight (kg) ÷ height (m)²; obese from {OBESE_FROM}; "
        f"our own values: dose checked from {CHECKED_FROM}, and from {in_words(DOSE_ALERT_IDEAL)} of ideal weight",
        *(devine(sex) for sex in SEXES),
        f"Adjusted weight (kg) = ideal + {plain(SHARE_OF_EXCESS)} × (actual − ideal); the actual weight if it is not above "
        "the ideal one",
        f"1 in = {plain(CENTIMETERS_PER_INCH)} cm exactly; below {LOWEST_INCHES} in ({plain(LOWEST_CM)} cm) no ideal weight "
        "is given",
    ),
    sources=(
        Source(HOUSE, f"the dose of {plain(PROTOCOL_DOSE)} mg/kg in the table of doses"),
        Source(DEVINE_1974, "ideal weight"),
        Source(TRAYNOR_1995, f"ideal weight plus {plain(100 * SHARE_OF_EXCESS)}% of the excess, as a dosing weight"),
        Source(WHO_OBESITY, f"obesity from a BMI of {OBESE_FROM}"),
        Source(KWASNA_2024, "actual weight kept over ideal weight, lean mass and body surface for ketamine"),
        Source(NICIU_2014, "higher BMI went with more improvement in the first day"),
    ),
    house=(
        PROTOCOLS.section("Induction phase protocols").row(
            "Dose", f"{plain(PROTOCOL_DOSE)} mg/kg", says="the dose in the table of doses"
        ),
    ),
    differences=(
        Difference(
            topic="Which weight",
            house="Actual weight, as in the pivotal trials.",
            literature="A small analysis (28 inpatients) supported actual weight, and a higher BMI went with more early "
            "improvement, not less. Some local protocols use ideal weight or a cap in mg above BMI 30.",
        ),
    ),
    synonyms=("BMI", "ideal body weight", "IBW", "adjusted body weight", "AdjBW", "obesity", "Devine"),
)
