"""What is asked for one session, and what each calculator is asked of it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from ...catalogue import body_weights, bp_gate, esketamine_visit, iv_dose, medication_hold
from ...columbia import LEVELS
from ...display import plain
from ...esketamine_label import NO_FOOD_HOURS, NO_LIQUID_MINUTES
from ...fields import Choice, Clock, Day, Number, Repeating, Several, Text, Whole, YesNo
from ...worksheet import question

IV, ESKETAMINE = "iv", "esketamine"
ROUTES = {IV: "Ketamine infusion into a vein", ESKETAMINE: "Esketamine nasal spray"}
LONGEST_SESSION = 720  # minutes
LARGEST_DOSE = 500  # mg
LOWEST_RATE, HIGHEST_RATE = 20, 250  # beats a minute
LONGEST_EVENT = 120  # characters
_PLAUSIBLE = "Outside this range a typing error is likely."

# Modified Observer's Assessment of Alertness/Sedation, Chernik 1990: what the patient answers to.
AWAKE = 5
MOAAS = {
    AWAKE: "5 Readily to the name",
    4: "4 Lethargic, to the name",
    3: "3 Only when called loudly or repeatedly",
    2: "2 Only to mild prodding or shaking",
    1: "1 Only to a painful squeeze",
    0: "0 To nothing",
}
DISSOCIATION = {"none": "None", "mild": "Mild", "marked": "Marked"}
SUICIDE = LEVELS
AT_DISCHARGE = ("discharge", ("yes",))


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was measured at one minute of the session; None stands for what was not."""

    t: Annotated[
        int,
        Whole(
            label="Minute",
            unit="min",
            hint="From the start of the dose, of the spray from that of its first device; 0 is before it",
            low=0,
            high=LONGEST_SESSION,
            why="A session is not longer than half a day.",
            proposed=True,
        ),
    ]
    sys: Annotated[Fraction | None, question(bp_gate.Reading, "systolic")] = None
    dia: Annotated[Fraction | None, question(bp_gate.Reading, "diastolic")] = None
    hr: Annotated[
        Fraction | None,
        Number(label="Heart rate", unit="/min", low=LOWEST_RATE, high=HIGHEST_RATE, why=_PLAUSIBLE),
    ] = None
    spo2: Annotated[
        Fraction | None, question(esketamine_visit.Visit, "spo2", label="Oxygen saturation", hint="By pulse oximetry")
    ] = None
    oxygen: Annotated[bool | None, YesNo(label="Oxygen given", asked_when=("spo2", ()))] = None
    moaas: Annotated[int | None, Choice(label="Sedation (MOAA/S): answers", options=MOAAS)] = None
    dissociation: Annotated[str | None, Choice(label="Dissociation", options=DISSOCIATION)] = None
    symptoms: Annotated[bool | None, question(bp_gate.Reading, "symptoms")] = None
    discharge: Annotated[
        bool | None, YesNo(label="Leaving after this reading", hint="Yes asks for the rest of the discharge criteria")
    ] = None
    gait: Annotated[
        bool | None,
        YesNo(label="Walks steadily and is oriented", hint="Yes only when both are so", asked_when=AT_DISCHARGE),
    ] = None
    escort: Annotated[
        bool | None,
        YesNo(
            label="Escort, no driving, written instructions",
            hint="Yes only when the escort is here, nobody expects the patient to drive before a night's sleep, and written "
            "instructions were given",
            asked_when=AT_DISCHARGE,
        ),
    ] = None
    suicide: Annotated[
        str | None,
        Choice(label="Suicide risk (C-SSRS) before leaving", options=SUICIDE, asked_when=AT_DISCHARGE),
    ] = None
    events: Annotated[
        str | None, Text(label="Events", hint="In your own words, for the record", longest=LONGEST_EVENT)
    ] = None


@dataclass(frozen=True, kw_only=True)
class Session:
    """One session as the form asks for it. Units, ranges and reasons are those of the calculators' own questions."""

    route: Annotated[str, Choice(label="Treatment", options=ROUTES)]
    day: Annotated[date | None, Day(label="Date of the session", hint="")] = None
    weight_kg: Annotated[Fraction | None, question(body_weights.Measured, "weight_kg")] = None
    fasting: Annotated[
        bool | None,
        YesNo(
            label="Fasted as asked",
            hint=f"Spray, by the label: no food for {NO_FOOD_HOURS} h, no liquids for {NO_LIQUID_MINUTES} min. Infusion: the "
            "rule of your clinic",
        ),
    ] = None
    agents: Annotated[
        tuple[str, ...] | None,
        Several(label="Other medicines", hint="Of today and of the hours before", options=medication_hold.AGENTS),
    ] = None
    maoi_hours: Annotated[
        Fraction | None,
        question(
            medication_hold.Intake,
            "hours_since_last_dose",
            label="Hours since the last MAO inhibitor",
            asked_when=("agents", ("maoi",)),
        ),
    ] = None
    naltrexone_hours: Annotated[
        Fraction | None,
        question(
            medication_hold.Intake,
            "hours_since_last_dose",
            label="Hours since the last naltrexone",
            asked_when=("agents", ("naltrexone_oral",)),
        ),
    ] = None
    benzodiazepine_today: Annotated[
        bool | None,
        question(
            medication_hold.Intake,
            "taken_on_treatment_day",
            label="Benzodiazepine taken on the day of treatment",
            asked_when=("agents", (medication_hold.HELD_BY_DAY,)),
        ),
    ] = None
    suicide_before: Annotated[
        str | None,
        Choice(
            label="Suicide risk (C-SSRS) before the dose", hint="The level of the interview of today", options=SUICIDE
        ),
    ] = None
    consent: Annotated[bool | None, YesNo(label="Consent given and still valid")] = None
    escort_arranged: Annotated[bool | None, YesNo(label="Escort home arranged")] = None
    dose_mg: Annotated[
        Fraction | None, Number(label="Dose given", unit="mg", above=0, high=LARGEST_DOSE, why=_PLAUSIBLE)
    ] = None
    start: Annotated[
        str | None,
        Clock(
            label="Start of the dose",
            hint="By the clock, like 14:05; of the spray the start of the first device. Minutes are counted from here",
        ),
    ] = None
    minutes: Annotated[Fraction | None, question(iv_dose.Order, "minutes", asked_when=("route", (IV,)))] = None
    rows: Annotated[
        tuple[Reading, ...],
        Repeating(
            label="Readings",
            row=Reading,
            one="Reading",
            high=40,
            hint="The first one is taken before the dose, at minute 0. Each is judged as it is entered",
        ),
    ]


def in_words(value: Fraction | int | None, unit: str = "") -> str:
    """A measurement as a table has it; a blank is said."""
    return "not measured" if value is None else f"{plain(value)}{unit}"


def pressure_of(session: Session, reading: Reading) -> bp_gate.Reading | None:
    """A blood pressure at its moment; None unless both pressures are there."""
    if reading.sys is None or reading.dia is None:
        return None
    return bp_gate.Reading(
        systolic=reading.sys, diastolic=reading.dia, moment=moment_of(session, reading.t), symptoms=reading.symptoms
    )


def moment_of(session: Session, minute: int) -> str:
    """Before, during or after the dose. A spray is given at once; an infusion of unknown length may still be running."""
    if minute == 0:
        return "before"
    runs = session.route == IV and (session.minutes is None or minute <= session.minutes)
    return "during" if runs else "after"


def intakes_of(session: Session) -> tuple[medication_hold.Intake, ...]:
    """Each medicine whose rule can be asked, with when it was last taken."""
    hours = {"maoi": session.maoi_hours, "naltrexone_oral": session.naltrexone_hours}
    intakes = (
        medication_hold.Intake(
            agent=agent,
            hours_since_last_dose=hours.get(agent),
            treatment="esketamine" if session.route == ESKETAMINE else "ketamine",
            taken_on_treatment_day=session.benzodiazepine_today if agent == medication_hold.HELD_BY_DAY else None,
        )
        for agent in session.agents or ()
    )
    return tuple(intake for intake in intakes if not any(medication_hold.what_the_rule_needs(intake)))
