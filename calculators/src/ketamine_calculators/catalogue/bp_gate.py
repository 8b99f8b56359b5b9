"""Blood pressure before, during and after a dose: whether it may proceed, has to be weighed, put off, stopped, or is too low.

The esketamine label gives the figure from which risk and benefit are weighed. Every other limit is a house value.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..bands import Bands
from ..blood_pressure import (
    BEFORE,
    LEVELS,
    MOMENTS,
    NO_UPPER_LIMIT,
    ONCE_GIVEN,
    compared,
    limits_beside_literature,
    what_a_dose_does,
)
from ..crisis_symptoms import IN_WORDS, MILD_HEADACHE
from ..definition import URGENT, Calculator, Difference, Notice, Output, Source, Table
from ..display import plain
from ..errors import InputProblem
from ..fields import Choice, Whole, YesNo
from ..figures import Chip, Figure, Tone
from ..house_article import PROTOCOLS
from ..house_values import BP_DEFER, BP_LOW, BP_PAUSE, BP_STOP, BP_WEIGH, BP_WEIGH_65, HouseValue
from ..house_values.beside_literature import in_words
from ..pressure_notices import about_the_level, low_too
from ..quantities import Diastolic, Systolic
from ..references import (
    DEL_SANT_2020,
    DOHERTY_2020,
    ESKETAMINE_LABEL,
    HOUSE,
    LUDWIG_2021,
    RIVA_POSSE_2018,
    VANKAWALA_2021,
    YIP_2022,
)
from ..wording import upper_first

# mmHg; the US esketamine label weighs risk and benefit above these.
SYSTOLIC_FIGURE, DIASTOLIC_FIGURE = BP_WEIGH.systolic, BP_WEIGH.diastolic
FIGURES = f"{plain(SYSTOLIC_FIGURE)}/{plain(DIASTOLIC_FIGURE)}"

STATUSES = {
    "proceed": f"Not above {FIGURES}",
    "weigh_risk_benefit": "Weigh risk and benefit before dosing",
}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One reading, in mmHg, with when it was taken."""

    systolic: Systolic
    diastolic: Diastolic
    moment: Annotated[str, Choice(label="Reading taken", options=MOMENTS)] = "before"
    age: Annotated[
        int | None,
        Whole(label="Age", unit="years", low=0, high=120, why="Outside this range it is likely a typing error."),
    ] = None
    symptoms: Annotated[
        bool | None,
        YesNo(
            label="Symptoms of a crisis",
            hint=f"Any of: {IN_WORDS}. {MILD_HEADACHE}",
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Whether the dose may follow without weighing, which pressure is in the way, and the level of the house."""

    level: Annotated[str, Output(label="Level", words=LEVELS)]
    status: Annotated[str, Output(label="By the label's figures", words=STATUSES)]
    systolic_high: Annotated[bool, Output(label=f"Systolic above {plain(SYSTOLIC_FIGURE)} mmHg")]
    diastolic_high: Annotated[bool, Output(label=f"Diastolic above {plain(DIASTOLIC_FIGURE)} mmHg")]
    asked: Annotated[str, Output(label="Asked for", words=MOMENTS)]


def gate(reading: Reading) -> Gate:
    """Each pressure against its figure, and the first level that fits. A pressure of exactly the figure is not above it."""
    systolic, diastolic = reading.systolic > SYSTOLIC_FIGURE, reading.diastolic > DIASTOLIC_FIGURE
    return Gate(
        level=level(reading),
        status="weigh_risk_benefit" if systolic or diastolic else "proceed",
        systolic_high=systolic,
        diastolic_high=diastolic,
        asked=reading.moment,
    )


def level(reading: Reading) -> str:
    """The first level that fits. House values; label for weighing."""
    before = reading.moment == "before"
    if needs_emergency_care(reading) or reaches(reading, BP_STOP if before else BP_PAUSE):
        return "stop"
    if before and reaches(reading, BP_DEFER):
        return "defer"
    if reading.systolic > weighed_above(reading) or reading.diastolic > DIASTOLIC_FIGURE:
        return "weigh"
    if reading.systolic < BP_LOW.systolic or reading.diastolic < BP_LOW.diastolic:
        return "low"
    return "proceed"


def needs_emergency_care(reading: Reading) -> bool:
    """Symptoms in the severe range, or any once the dose has begun."""
    return bool(reading.symptoms) and (reading.moment != "before" or reaches(reading, BP_STOP))


def reaches(reading: Reading, limit: HouseValue) -> bool:
    """Either pressure at or above its limit."""
    return reading.systolic >= limit.systolic or reading.diastolic >= limit.diastolic


def weighed_above(reading: Reading) -> Fraction:
    """The systolic figure in mmHg: the label's, or that of the trials for older patients where the site uses it."""
    older = reading.age is not None and reading.age > BP_WEIGH_65.numbers["age"]
    return BP_WEIGH_65.systolic if BP_WEIGH_65.in_use and older else SYSTOLIC_FIGURE


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
    if reading.symptoms:
        urgent = needs_emergency_care(reading)
        return f"{measured} with symptoms: {'emergency care at once' if urgent else 'assess before any dose'}"
    said = {
        "stop": {
            "before": "do not dose; severe range",
            "during": "pause the infusion and measure again",
            "after": "measure again and call the responsible clinician",
        }[reading.moment],
        "defer": "defer the dose (our own value)",
        "weigh": {
            "before": "weigh risk and benefit before dosing",
            "during": "weigh risk and benefit of continuing",
            "after": "keep measuring",
        }[reading.moment],
        "low": {
            "before": "too low to dose without assessment",
            "during": "too low to continue without assessment",
            "after": "too low without assessment",
        }[reading.moment],
        "proceed": f"not above the label's {FIGURES}",
    }
    return f"{measured}: {said[answer.level]}"


TONES: Mapping[str, Tone] = {"proceed": "good", "stop": "stop"}


def figure(reading: Reading, answer: Gate) -> Figure:
    """The reading, with what it asks for."""
    measured, _, asks = headline(reading, answer).partition(" mmHg")
    tone = "stop" if reading.symptoms else TONES.get(answer.level, "caution")
    said = asks.removeprefix(": ").removeprefix(" with symptoms: ")
    symptoms = (Chip("Symptoms", "stop"),) if reading.symptoms else ()
    says = ("level", "status", "systolic_high", "diastolic_high", "asked")
    return Figure(measured, "mmHg", MOMENTS[reading.moment], (Chip(upper_first(said), tone), *symptoms), says=says)


def working(reading: Reading, answer: Gate) -> Iterable[str]:
    """Each pressure with its distance from the figure, and the level with its limit."""
    yield compared("Systolic", reading.systolic, SYSTOLIC_FIGURE)
    yield compared("Diastolic", reading.diastolic, DIASTOLIC_FIGURE)
    yield f"{MOMENTS[reading.moment]}: {LEVELS[answer.level].lower()}"


def warnings(reading: Reading, answer: Gate) -> Iterable[Notice]:
    """What the level asks for."""
    if needs_emergency_care(reading):
        yield Notice(
            "stop",
            "Emergency care at once: do not continue the dose, and call the responsible clinician.",
            rule="bp_gate.emergency",
            short="symptoms of a crisis: emergency care at once",
            word=URGENT,
        )
    elif reading.symptoms:
        yield Notice(
            "stop",
            "Do not dose before the symptoms are assessed: call the responsible clinician now. Each of them may be an emergency "
            f"at any pressure: {IN_WORDS}.",
            rule="bp_gate.symptoms",
            short="symptoms: do not dose before they are assessed",
        )
    if not needs_emergency_care(reading):
        yield from about_the_level(answer.level, reading.moment, FIGURES)
    if answer.level != "low" and (reading.systolic < BP_LOW.systolic or reading.diastolic < BP_LOW.diastolic):
        yield low_too()
    yield Notice(
        "note",
        "For some conditions any rise is a contraindication, whatever the reading.",
        "contraindication_screen",
    )


def tables(reading: Reading, answer: Gate) -> Iterable[Table]:
    """The limits of this moment beside the literature, and what a dose does to blood pressure."""
    return limits_beside_literature(before=reading.moment == "before"), what_a_dose_does()


def scales(reading: Reading, answer: Gate) -> Iterable[tuple[Bands, Fraction, str]]:
    """Both pressures on the levels of their moment."""
    systolic, diastolic = BEFORE if reading.moment == "before" else ONCE_GIVEN
    yield systolic, reading.systolic, f"{plain(reading.systolic)} mmHg"
    yield diastolic, reading.diastolic, f"{plain(reading.diastolic)} mmHg"


CALCULATOR = Calculator(
    id="bp_gate",
    title="Blood pressure before dosing",
    summary="May the dose follow with this blood pressure, or has it to be weighed, put off or stopped?",
    moment="give",
    version="2.0",
    population="Adults before, during or after esketamine or ketamine for depression. Not for anesthesia.",
    inputs=Reading,
    outputs=Gate,
    compute=gate,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=tables,
    rules=(systolic_is_the_higher,),
    bands=(*BEFORE, *ONCE_GIVEN),
    scales=scales,
    formula=(
        f"Weigh risk and benefit when systolic is above {plain(SYSTOLIC_FIGURE)} mmHg or diastolic above "
        f"{plain(DIASTOLIC_FIGURE)} mmHg; {FIGURES} itself is not above. Label of esketamine; for infusions our convention.",
        f"Our own values before a dose: stop from {in_words(BP_STOP)}, defer from {in_words(BP_DEFER)}, too low below "
        f"{in_words(BP_LOW)}; either pressure is enough.",
        f"Our own value once the dose has begun: pause from {in_words(BP_PAUSE)}. Symptoms of a crisis: emergency care at once.",
        f"Symptoms of a crisis, our own list; the label names a hypertensive crisis and encephalopathy: {IN_WORDS}. "
        f"{MILD_HEADACHE}.",
        f"{NO_UPPER_LIMIT} Your clinic may set other values.",
    ),
    sources=(
        Source(ESKETAMINE_LABEL, f"weighing risk and benefit above {FIGURES} mmHg; how often large rises occur"),
        Source(HOUSE, "blood pressure in the medical evaluation and at each treatment, without a number"),
        Source(VANKAWALA_2021, "mean rises with ketamine"),
        Source(DOHERTY_2020, "how often blood pressure was an adverse event with esketamine"),
        Source(DEL_SANT_2020, "how many patients had a severe rise"),
        Source(LUDWIG_2021, "a larger rise with tranylcypromine"),
        Source(RIVA_POSSE_2018, "684 infusions of 0.5 mg/kg, none stopped for blood pressure"),
        Source(YIP_2022, "against treating a rise without symptoms by reflex"),
    ),
    house=(
        PROTOCOLS.section("Comprehensive assessment components").row(
            "Cardiovascular", "BP, HR, ECG if risk factors", says="blood pressure before treatment"
        ),
        PROTOCOLS.section("Monitoring during maintenance").row(
            "Vital signs", "Each treatment", says="a reading at every dose"
        ),
    ),
    differences=(
        Difference(
            topic="A number for blood pressure",
            house="Our protocol measures blood pressure and gives no limit; the limits here are our own values.",
            literature=f"The US esketamine label weighs risk and benefit above {FIGURES} mmHg. {NO_UPPER_LIMIT} Pages that quote "
            "a required 160/100 are wrong. The mean rise is about 13/8 mmHg; about 1 in 5 to 1 in 12 has at least 40/25; any "
            "dose can do it.",
        ),
    ),
    synonyms=("BP", "hypertension", "hypotension", "vital signs", "140/90"),
)
