"""Body weights: how far is this patient's actual weight from the ideal one, and which weight does the dose use?

For adults whose weight and height were measured. Not for children, pregnancy, amputation or marked edema.
Returns body mass index, ideal and adjusted weight. Devine 1974; house doses are on actual weight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table, TableRow
from ..display import cut, gap, half_up, plain
from ..fields import Choice
from ..quantities import CENTIMETRES_PER_INCH, HeightCm, WeightKg
from ..references import DEVINE_1974, HOUSE, KWASNA_2024, NICIU_2014, TRAYNOR_1995, WHO_OBESITY
from .iv_dose import PROTOCOL_DOSE

ARTICLE = "treatment-resistant-depression-protocols"

AT_60_INCHES = {"male": Fraction(50), "female": Fraction(91, 2)}  # kg, Devine 1974
PER_INCH = Fraction(23, 10)  # kg for each inch over 60, Devine 1974
LOWEST_INCHES = 60  # Devine starts here; below it the house gives no ideal weight
SHARE_OF_EXCESS = Fraction(2, 5)  # of the weight above the ideal one, for the adjusted weight
OBESE_FROM = 30  # kg/m², WHO


@dataclass(frozen=True, kw_only=True)
class Measured:
    sex: Annotated[
        str,
        Choice(
            label="Sex",
            hint="The formula knows two; choose the one whose build it should assume",
            options={"male": "Male", "female": "Female"},
        ),
    ]
    height_cm: HeightCm
    weight_kg: WeightKg


@dataclass(frozen=True, kw_only=True)
class Weights:
    # Body mass index and percentage are cut, so that 29.996 never reads as the 30.00 of obesity.
    bmi: Annotated[Fraction, Output(label="Body mass index", unit="kg/m²", places=2, cut=True)]
    obese: Annotated[bool, Output(label="BMI 30 or more")]
    ibw_kg: Annotated[Fraction | None, Output(label="Ideal weight", unit="kg", places=1)]
    adjbw_kg: Annotated[Fraction | None, Output(label="Adjusted weight", unit="kg", places=1)]
    pct_ibw: Annotated[Fraction | None, Output(label="Actual weight in % of ideal", unit="%", places=1, cut=True)]
    house_basis: Annotated[str, Output(label="The house doses on", words={"actual": "Actual weight"})]


def weights(measured: Measured) -> Weights:
    actual = measured.weight_kg
    inches_over = measured.height_cm / CENTIMETRES_PER_INCH - LOWEST_INCHES
    ideal = AT_60_INCHES[measured.sex] + PER_INCH * inches_over if inches_over >= 0 else None
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
    """Adjusted weight in kg: the ideal weight plus 0.4 of the excess; the actual weight where there is no excess."""
    return ideal + SHARE_OF_EXCESS * (actual - ideal) if actual > ideal else actual


def headline(measured: Measured, answer: Weights) -> str:
    beside = "no ideal weight below 152.4 cm" if answer.ibw_kg is None else f"ideal {half_up(answer.ibw_kg, 1)} kg"
    return f"Dose on the actual {plain(measured.weight_kg)} kg; {beside}, BMI {cut(answer.bmi, 2)} kg/m²"


def working(measured: Measured, answer: Weights) -> Iterable[str]:
    actual, metres = plain(measured.weight_kg), plain(measured.height_cm / 100)
    yield f"BMI: {actual} kg ÷ ({metres} m)² = {plain(answer.bmi)} kg/m²"
    side = "30 or more" if answer.obese else "below 30"
    yield f"BMI {cut(answer.bmi, 2)}: {side}, {gap(abs(answer.bmi - OBESE_FROM))} kg/m² from 30"
    inches = measured.height_cm / CENTIMETRES_PER_INCH
    yield f"Height: {plain(measured.height_cm)} cm ÷ 2.54 = {plain(inches)} in"
    if answer.ibw_kg is None or answer.adjbw_kg is None or answer.pct_ibw is None:
        yield "Ideal weight: not defined below 60 in"
        return
    ideal, base = plain(answer.ibw_kg), plain(AT_60_INCHES[measured.sex])
    yield f"Ideal weight: {base} kg + 2.3 kg/in × ({plain(inches)} in − 60 in) = {ideal} kg"
    if measured.weight_kg > answer.ibw_kg:
        yield f"Adjusted weight: {ideal} kg + 0.4 × ({actual} kg − {ideal} kg) = {plain(answer.adjbw_kg)} kg"
    else:
        yield f"Adjusted weight: {actual} kg is not above {ideal} kg, so it is the actual weight"
    yield f"Share of ideal: 100 × {actual} kg ÷ {ideal} kg = {plain(answer.pct_ibw)}%"


def doses(measured: Measured, answer: Weights) -> Iterable[Table]:
    """The protocol's dose on each weight, for the patients in whom the choice matters."""
    if not answer.obese:
        return
    bases = (
        ("Actual (house)", measured.weight_kg),
        ("Ideal", answer.ibw_kg),
        ("Adjusted", answer.adjbw_kg),
    )
    yield Table(
        label=f"Dose of {plain(PROTOCOL_DOSE)} mg/kg on each weight",
        head=("Weight", "kg", "Dose"),
        rows=tuple(
            (name, half_up(weight, 1), f"{half_up(weight * PROTOCOL_DOSE, 1)} mg")
            for name, weight in bases
            if weight is not None
        ),
    )


def warnings(measured: Measured, answer: Weights) -> Iterable[Notice]:
    if answer.obese and answer.ibw_kg is not None:
        yield Notice(
            "note",
            "BMI is 30 or more: the doses on ideal and adjusted weight stand beside the house dose. The choice is yours.",
            calculator="iv_dose",
        )
    if answer.ibw_kg is None:
        yield Notice(
            "note",
            "Below 152.4 cm (60 in) Devine's formula is not defined, so ideal and adjusted weight are left out "
            "(house convention).",
        )


CALCULATOR = Calculator(
    id="body_weights",
    title="Body weights",
    summary="How far is the actual weight from the ideal one, and on which weight is ketamine dosed?",
    moment="dose",
    version="1.0",
    population="Adults of 120 to 230 cm. Not for pregnancy, after an amputation, or with marked edema.",
    inputs=Measured,
    outputs=Weights,
    compute=weights,
    headline=headline,
    working=working,
    warnings=warnings,
    tables=doses,
    formula=(
        "BMI (kg/m²) = actual weight (kg) ÷ height (m)²; obese from 30",
        "Ideal weight, male (kg) = 50 + 2.3 × (height in inches − 60)",
        "Ideal weight, female (kg) = 45.5 + 2.3 × (height in inches − 60)",
        "Adjusted weight (kg) = ideal + 0.4 × (actual − ideal); the actual weight if it is not above the ideal one",
        "1 in = 2.54 cm exactly; below 60 in (152.4 cm) no ideal weight is given",
    ),
    sources=(
        Source(HOUSE, "the dose of 0.5 mg/kg in the table of doses"),
        Source(DEVINE_1974, "ideal weight"),
        Source(TRAYNOR_1995, "ideal weight plus 40% of the excess, as a dosing weight"),
        Source(WHO_OBESITY, "obesity from a BMI of 30"),
        Source(KWASNA_2024, "actual weight kept over ideal weight, lean mass and body surface for ketamine"),
        Source(NICIU_2014, "higher BMI went with more improvement in the first day"),
    ),
    house=(TableRow(ARTICLE, "Induction Phase Protocols", "Dose", "0.5 mg/kg", "the dose in the table of doses"),),
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
