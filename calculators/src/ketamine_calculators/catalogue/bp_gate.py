"""Blood pressure before dosing: whether either pressure is above the figure from which risk and benefit are weighed.

The figures are those of the US esketamine label, which names no upper stop value.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Band, Bands
from ..definition import Calculator, Difference, Notice, Output, Source
from ..display import plain
from ..errors import InputProblem
from ..house_article import PROTOCOLS
from ..quantities import (
    HIGHEST_DIASTOLIC,
    HIGHEST_SYSTOLIC,
    LOWEST_DIASTOLIC,
    LOWEST_SYSTOLIC,
    Diastolic,
    Systolic,
)
from ..references import ESKETAMINE_LABEL, HOUSE, RIVA_POSSE_2018, YIP_2022

# mmHg; the US esketamine label weighs risk and benefit above these.
SYSTOLIC_FIGURE, DIASTOLIC_FIGURE = 140, 90
FIGURES = f"{SYSTOLIC_FIGURE}/{DIASTOLIC_FIGURE}"

# The ends of the bands are the limits of plausibility.
SYSTOLIC = Bands(
    "Systolic pressure",
    (
        Band("not_above", f"Not above {SYSTOLIC_FIGURE}", LOWEST_SYSTOLIC, SYSTOLIC_FIGURE, high_included=True),
        Band(
            "above",
            f"Above {SYSTOLIC_FIGURE}",
            SYSTOLIC_FIGURE,
            HIGHEST_SYSTOLIC,
            low_included=False,
            high_included=True,
        ),
    ),
    unit="mmHg",
)
DIASTOLIC = Bands(
    "Diastolic pressure",
    (
        Band("not_above", f"Not above {DIASTOLIC_FIGURE}", LOWEST_DIASTOLIC, DIASTOLIC_FIGURE, high_included=True),
        Band(
            "above",
            f"Above {DIASTOLIC_FIGURE}",
            DIASTOLIC_FIGURE,
            HIGHEST_DIASTOLIC,
            low_included=False,
            high_included=True,
        ),
    ),
    unit="mmHg",
)
STATUSES = {
    "proceed": f"Not above {FIGURES}",
    "weigh_risk_benefit": "Weigh risk and benefit before dosing",
}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One reading before the dose, in mmHg."""

    systolic: Systolic
    diastolic: Diastolic


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Whether the dose may follow without weighing, and which pressure is in the way."""

    status: Annotated[str, Output(label="Before dosing", words=STATUSES)]
    systolic_high: Annotated[bool, Output(label=f"Systolic above {SYSTOLIC_FIGURE} mmHg")]
    diastolic_high: Annotated[bool, Output(label=f"Diastolic above {DIASTOLIC_FIGURE} mmHg")]


def gate(reading: Reading) -> Gate:
    """Each pressure against its figure; a pressure of exactly the figure is not above it."""
    systolic = SYSTOLIC.find(reading.systolic).key == "above"
    diastolic = DIASTOLIC.find(reading.diastolic).key == "above"
    return Gate(
        status="weigh_risk_benefit" if systolic or diastolic else "proceed",
        systolic_high=systolic,
        diastolic_high=diastolic,
    )


def systolic_is_the_higher(reading: Reading) -> Iterable[InputProblem]:
    """Refuses pressures that were swapped."""
    if reading.systolic <= reading.diastolic:
        yield InputProblem(
            "systolic",
            f"Systolic pressure must be above the diastolic pressure of {plain(reading.diastolic)} mmHg. Check whether the "
            "two were swapped.",
            "rule",
        )


def headline(reading: Reading, answer: Gate) -> str:
    """The reading, and what it asks for."""
    measured = f"{plain(reading.systolic)}/{plain(reading.diastolic)} mmHg"
    if answer.status == "proceed":
        return f"{measured}: not above the label's {FIGURES}"
    return f"{measured}: weigh risk and benefit before dosing"


def working(reading: Reading, answer: Gate) -> Iterable[str]:
    """Each pressure with its distance from the figure."""
    yield compared("Systolic", reading.systolic, SYSTOLIC_FIGURE)
    yield compared("Diastolic", reading.diastolic, DIASTOLIC_FIGURE)


def compared(name: str, pressure: Fraction, figure: int) -> str:
    """A pressure in mmHg beside the label's figure."""
    if pressure > figure:
        return f"{name}: {plain(pressure)} mmHg is {plain(pressure - figure)} above {figure}"
    if pressure == figure:
        return f"{name}: {figure} mmHg is exactly the label's figure, and not above it"
    return f"{name}: {plain(pressure)} mmHg is {plain(figure - pressure)} below {figure}"


def warnings(reading: Reading, answer: Gate) -> Iterable[Notice]:
    """A caution above a figure, and what the label leaves to the clinic."""
    if answer.status == "weigh_risk_benefit":
        yield Notice(
            "caution",
            "Ketamine and esketamine raise blood pressure further for a while. Weigh that against the benefit, measure "
            "again, and follow your clinic's own values for waiting or stopping.",
        )
    yield Notice("note", "The label sets no upper stop value. Your clinic sets its own.")
    yield Notice(
        "note",
        "For some conditions any rise is a contraindication, whatever the reading.",
        "contraindication_screen",
    )
    yield Notice("note", "For intravenous ketamine the label's figures are used as a caution: a house convention.")


CALCULATOR = Calculator(
    id="bp_gate",
    title="Blood pressure before dosing",
    summary="Is the blood pressure before this dose high enough that risk and benefit must be weighed?",
    moment="give",
    version="1.0",
    population="Adults before esketamine or ketamine for depression. Not for anesthesia, and not for stopping a session.",
    inputs=Reading,
    outputs=Gate,
    compute=gate,
    headline=headline,
    working=working,
    warnings=warnings,
    rules=(systolic_is_the_higher,),
    bands=(SYSTOLIC, DIASTOLIC),
    scales=lambda reading, answer: (
        (SYSTOLIC, reading.systolic, f"{plain(reading.systolic)} mmHg"),
        (DIASTOLIC, reading.diastolic, f"{plain(reading.diastolic)} mmHg"),
    ),
    formula=(
        f"Weigh risk and benefit when systolic is above {SYSTOLIC_FIGURE} mmHg or diastolic above {DIASTOLIC_FIGURE} mmHg.",
        f"{FIGURES} itself is not above.",
        "There is no upper stop value. Your clinic sets its own.",
    ),
    sources=(
        Source(
            ESKETAMINE_LABEL,
            f"weighing risk and benefit above {SYSTOLIC_FIGURE} or above {DIASTOLIC_FIGURE} mmHg, and no upper stop value",
        ),
        Source(HOUSE, "blood pressure in the medical evaluation and at each treatment, without a number"),
        Source(RIVA_POSSE_2018, "684 infusions of 0.5 mg/kg with small mean rises, none stopped for blood pressure"),
        Source(YIP_2022, "how a rise during an infusion may be managed"),
    ),
    house=(
        PROTOCOLS.section("Comprehensive Assessment Components").row(
            "Cardiovascular", "BP, HR, ECG if risk factors", says="blood pressure before treatment"
        ),
        PROTOCOLS.section("Monitoring During Maintenance").row(
            "Vital signs", "Each treatment", says="a reading at every dose"
        ),
    ),
    differences=(
        Difference(
            topic="A number for blood pressure",
            house="Blood pressure is measured; no limit is given.",
            literature=f"The US esketamine label weighs risk and benefit above {SYSTOLIC_FIGURE} mmHg systolic or "
            f"{DIASTOLIC_FIGURE} mmHg diastolic. It has no stop value; pages that quote a required 160/100 are wrong.",
        ),
    ),
    synonyms=("BP", "hypertension", "vital signs", "140/90"),
)
