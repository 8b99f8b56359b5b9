"""Blood pressure before dosing: may the dose simply follow, or must risk and benefit be weighed first?

For adults about to receive esketamine or ketamine for depression. Not for anesthesia, and no rule for stopping a session.
Returns whether either pressure is above the figure of the US esketamine label, which names no upper stop value.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Band, Bands
from ..definition import Calculator, Difference, Notice, Output, Source, TableRow
from ..display import plain
from ..errors import InputProblem
from ..quantities import Diastolic, Systolic
from ..references import ESKETAMINE_LABEL, HOUSE, RIVA_POSSE_2018, YIP_2022

ARTICLE = "treatment-resistant-depression-protocols"

# mmHg; the US esketamine label weighs risk and benefit above these.
SYSTOLIC_FIGURE, DIASTOLIC_FIGURE = 140, 90

# The ends of the bands are the limits of plausibility.
SYSTOLIC = Bands(
    "Systolic pressure",
    (
        Band("not_above", "Not above 140", 50, SYSTOLIC_FIGURE, high_included=True),
        Band("above", "Above 140", SYSTOLIC_FIGURE, 300, low_included=False, high_included=True),
    ),
    unit="mmHg",
)
DIASTOLIC = Bands(
    "Diastolic pressure",
    (
        Band("not_above", "Not above 90", 20, DIASTOLIC_FIGURE, high_included=True),
        Band("above", "Above 90", DIASTOLIC_FIGURE, 200, low_included=False, high_included=True),
    ),
    unit="mmHg",
)
STATUSES = {
    "proceed": "Not above 140/90",
    "weigh_risk_benefit": "Weigh risk and benefit before dosing",
}


@dataclass(frozen=True, kw_only=True)
class Reading:
    systolic: Systolic
    diastolic: Diastolic


@dataclass(frozen=True, kw_only=True)
class Gate:
    status: Annotated[str, Output(label="Before dosing", words=STATUSES)]
    systolic_high: Annotated[bool, Output(label="Systolic above 140 mmHg")]
    diastolic_high: Annotated[bool, Output(label="Diastolic above 90 mmHg")]


def gate(reading: Reading) -> Gate:
    systolic = SYSTOLIC.find(reading.systolic).key == "above"
    diastolic = DIASTOLIC.find(reading.diastolic).key == "above"
    return Gate(
        status="weigh_risk_benefit" if systolic or diastolic else "proceed",
        systolic_high=systolic,
        diastolic_high=diastolic,
    )


def systolic_is_the_higher(reading: Reading) -> Iterable[InputProblem]:
    if reading.systolic <= reading.diastolic:
        yield InputProblem(
            "systolic",
            f"Systolic pressure must be above the diastolic pressure of {plain(reading.diastolic)} mmHg. Check whether the "
            "two were swapped.",
            "rule",
        )


def headline(reading: Reading, answer: Gate) -> str:
    measured = f"{plain(reading.systolic)}/{plain(reading.diastolic)} mmHg"
    if answer.status == "proceed":
        return f"{measured}: not above the label's 140/90"
    return f"{measured}: weigh risk and benefit before dosing"


def working(reading: Reading, answer: Gate) -> Iterable[str]:
    yield compared("Systolic", reading.systolic, SYSTOLIC_FIGURE)
    yield compared("Diastolic", reading.diastolic, DIASTOLIC_FIGURE)


def compared(name: str, pressure: Fraction, figure: int) -> str:
    if pressure > figure:
        return f"{name}: {plain(pressure)} mmHg is {plain(pressure - figure)} above {figure}"
    if pressure == figure:
        return f"{name}: {figure} mmHg is exactly the label's figure, and not above it"
    return f"{name}: {plain(pressure)} mmHg is {plain(figure - pressure)} below {figure}"


def warnings(reading: Reading, answer: Gate) -> Iterable[Notice]:
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
        "Weigh risk and benefit when systolic is above 140 mmHg or diastolic above 90 mmHg.",
        "140/90 itself is not above.",
        "There is no upper stop value. Your clinic sets its own.",
    ),
    sources=(
        Source(ESKETAMINE_LABEL, "weighing risk and benefit above 140 or above 90 mmHg, and no upper stop value"),
        Source(HOUSE, "blood pressure in the medical evaluation and at each treatment, without a number"),
        Source(RIVA_POSSE_2018, "684 infusions of 0.5 mg/kg with small mean rises, none stopped for blood pressure"),
        Source(YIP_2022, "how a rise during an infusion may be managed"),
    ),
    house=(
        TableRow(
            ARTICLE,
            "Comprehensive Assessment Components",
            "Cardiovascular",
            "BP, HR, ECG if risk factors",
            "blood pressure before treatment",
        ),
        TableRow(ARTICLE, "Monitoring During Maintenance", "Vital signs", "Each treatment", "a reading at every dose"),
    ),
    differences=(
        Difference(
            topic="A number for blood pressure",
            house="Blood pressure is measured; no limit is given.",
            literature="The US esketamine label weighs risk and benefit above 140 mmHg systolic or 90 mmHg diastolic. It has no "
            "stop value; pages that quote a required 160/100 are wrong.",
        ),
    ),
    synonyms=("BP", "hypertension", "vital signs", "140/90"),
)
