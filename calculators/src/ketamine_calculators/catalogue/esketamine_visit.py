"""Esketamine visit: whether a nasal dose is in line with the label in this week, and what the visit needs.

Doses, devices, rests, observation and weeks from the US label, those of older patients also from the EU text; the
frequencies in the house article as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

from ..definition import Calculator, Output
from ..display import plain, spelled
from ..errors import InputProblem
from ..esketamine_gaps import LIMITS, missed, next_frequency, schedules
from ..esketamine_label import (
    DEVICE_MG,
    DOSES_MG,
    FIRST_DAY,
    FIRST_DOSE_MG,
    FIRST_WEEK,
    FREQUENCIES,
    INDUCTION_WEEKS,
    OBSERVE_MINUTES,
    OLDER_FIRST_DOSE_MG,
    OLDER_FROM,
    REASONS,
    REGIONS,
    REST_MINUTES,
    SATURATION,
    SPACED_FROM,
    SPACED_SCHEDULES,
    SPRAYS_PER_DEVICE,
    SUICIDAL_DOSE_MG,
    WEEKLY_WEEKS,
)
from ..esketamine_notices import Pressure, before_the_dose, warnings
from ..esketamine_sheet import esketamine_sheet
from ..esketamine_words import DIFFERENCES, FORMULA, PASSAGES, SOURCES, figure, headline, tables, working
from ..evaluation import evaluated
from ..fields import Choice, Number, Whole, YesNo
from ..house_values import LAPSE_DAYS, SPO2_START
from ..onward import Onward, to_the_session
from ..quantities import LONGEST_YEARS, AdultAge
from ..worksheet import question
from . import bp_gate

LONGEST_GAP = 365  # days
LOWEST_SATURATION, WHOLE = 50, 100  # percent


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One visit for esketamine nasal spray."""

    indication: Annotated[
        str,
        Choice(
            label="Indication",
            options={
                "trd": "Treatment-resistant depression",
                "mdsi": "Depression with acute suicidal ideation or behavior",
            },
        ),
    ]
    region: Annotated[str, Choice(label="Text that applies", options=REGIONS)] = "us"
    week: Annotated[
        int,
        Whole(
            label="Week of treatment",
            hint=f"The week of the first dose is week {FIRST_WEEK}",
            low=FIRST_WEEK,
            high=LONGEST_YEARS * 52,
            why=f"The first week is week {FIRST_WEEK}; {spelled(LONGEST_YEARS)} years of treatment is likely a typing error.",
        ),
    ]
    is_first_dose: Annotated[bool, YesNo(label="First dose ever", hint=f"Day {FIRST_DAY} of week {FIRST_WEEK}")]
    dose_mg: Annotated[
        int,
        Choice(
            label="Dose",
            unit="mg",
            hint=f"{OLDER_FIRST_DOSE_MG} mg by the EU text only, from {OLDER_FROM} years",
            options={dose: f"{dose} mg" for dose in (OLDER_FIRST_DOSE_MG, *DOSES_MG)},
        ),
    ]
    age: AdultAge
    last_visit_days_ago: Annotated[
        int | None,
        Whole(
            label="Days since the last session",
            unit="days",
            hint="To see whether a session was missed",
            low=0,
            high=LONGEST_GAP,
            why="After more than a year it is a new course.",
        ),
    ] = None
    schedule: Annotated[
        str | None,
        Choice(
            label="Present schedule",
            hint=f"From week {SPACED_FROM} on; leave it empty before",
            options=SPACED_SCHEDULES,
            asked_when=("last_visit_days_ago", ()),
        ),
    ] = None
    worse: Annotated[
        bool | None,
        YesNo(
            label="Depression worse since the last session",
            hint="Decides the schedule after a missed session",
            asked_when=("last_visit_days_ago", ()),
        ),
    ] = None
    spo2: Annotated[
        Fraction | None,
        Number(
            label="Oxygen saturation before the dose",
            unit="%",
            hint=f"On room air; at least {SATURATION}% here",
            low=LOWEST_SATURATION,
            high=WHOLE,
            why="Outside this range a typing error is likely.",
        ),
    ] = None
    systolic: Annotated[Fraction | None, question(bp_gate.Reading, "systolic", hint="Before the dose")] = None
    diastolic: Annotated[Fraction | None, question(bp_gate.Reading, "diastolic", hint="Before the dose")] = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What the label says of this visit; a frequency is None where the label has none or where it cannot be judged."""

    allowed: Annotated[bool, Output(label="In line with the label")]
    reason: Annotated[str, Output(label="Reason", words=REASONS)]
    devices: Annotated[int, Output(label=f"Devices of {DEVICE_MG} mg")]
    sprays: Annotated[int, Output(label="Sprays")]
    rest_minutes: Annotated[int, Output(label="Rest between devices, in all", unit="min")]
    observe_minutes: Annotated[int, Output(label="Observe after the last device, at least", unit="min")]
    frequency: Annotated[str | None, Output(label="Frequency in this week", words=FREQUENCIES)]
    missed: Annotated[bool | None, Output(label="Session missed")]
    next_frequency: Annotated[str | None, Output(label="Frequency from this visit on", words=FREQUENCIES)]
    first_dose_mg: Annotated[int, Output(label="First dose of this patient", unit="mg", shown=False)]
    longest_gap_days: Annotated[
        Fraction | None, Output(label="Days since the last session that are not too many", unit="days", shown=False)
    ]
    schedules: Annotated[
        tuple[str, ...], Output(label="Schedule that is kept now, or may be", words=FREQUENCIES, shown=False)
    ]
    lapsed: Annotated[bool | None, Output(label="Too long without a session for the label's schedule", shown=False)]
    spo2_low: Annotated[bool | None, Output(label="Oxygen saturation too low for a dose", shown=False)]


def first_dose_of(visit: Visit) -> int:
    """The dose in mg that the label starts this patient at."""
    if visit.region == "eu" and visit.age >= OLDER_FROM:
        return OLDER_FIRST_DOSE_MG
    return FIRST_DOSE_MG if visit.indication == "trd" else SUICIDAL_DOSE_MG


def reason(visit: Visit) -> str:
    """The key of why the dose is in line with the label or not."""
    first = first_dose_of(visit)
    if visit.is_first_dose and visit.dose_mg != first:
        return f"first_dose_must_be_{first}"
    # Two sessions in the first week leave room for one step above the first dose.
    older = visit.region == "eu" and visit.age >= OLDER_FROM
    if older and visit.week == FIRST_WEEK and visit.dose_mg > first + OLDER_FIRST_DOSE_MG:
        return "steps_of_28"
    beyond = visit.indication == "mdsi" and visit.week > INDUCTION_WEEKS
    return "beyond_4_weeks_not_evaluated" if beyond else "ok"


def frequency(visit: Visit) -> str | None:
    """The key of how often the label treats in this week."""
    if visit.week <= INDUCTION_WEEKS:
        return "twice_weekly"
    if visit.indication == "mdsi":
        return None
    return "weekly" if visit.week <= WEEKLY_WEEKS else "weekly_or_every_2_weeks"


def plan(visit: Visit) -> Plan:
    """Devices, sprays, rests, observation and frequency by the label; a missed session by the house values."""
    devices = visit.dose_mg // DEVICE_MG
    why = reason(visit)
    days, kept, often = visit.last_visit_days_ago, schedules(visit), frequency(visit)
    return Plan(
        allowed=why in ("ok", "beyond_4_weeks_not_evaluated"),
        reason=why,
        devices=devices,
        sprays=SPRAYS_PER_DEVICE * devices,
        rest_minutes=REST_MINUTES * (devices - 1),
        observe_minutes=OBSERVE_MINUTES,
        frequency=often,
        missed=missed(visit),
        next_frequency=next_frequency(visit, often),
        first_dose_mg=first_dose_of(visit),
        longest_gap_days=LIMITS[kept[0]].value if days is not None and len(kept) == 1 else None,
        schedules=kept,
        lapsed=None if days is None else days > LAPSE_DAYS.value,
        spo2_low=None if visit.spo2 is None else visit.spo2 < SPO2_START.value,
    )


def first_dose_in_the_first_week(visit: Visit) -> Iterable[InputProblem]:
    """Refuses a first dose in a later week, or after an earlier session."""
    if visit.is_first_dose and visit.week != FIRST_WEEK:
        yield InputProblem(
            "is_first_dose",
            f"First dose ever is in week {FIRST_WEEK}. Answer no, or change the week of treatment to {FIRST_WEEK}.",
            "rule",
        )
    if visit.is_first_dose and visit.last_visit_days_ago is not None:
        yield InputProblem(
            "last_visit_days_ago", "Before the first dose ever there was no session. Leave this empty.", "rule"
        )


def schedule_of_its_weeks(visit: Visit) -> Iterable[InputProblem]:
    """Refuses a schedule where the label leaves no choice of one."""
    if visit.schedule and frequency(visit) != "weekly_or_every_2_weeks":
        yield InputProblem(
            "schedule",
            f"Present schedule is asked from week {SPACED_FROM} of treatment-resistant depression. Leave it empty, or change the "
            "week of treatment.",
            "rule",
        )


def lower_dose_by_its_own_text(visit: Visit) -> Iterable[InputProblem]:
    """Refuses the dose that only the EU text has, and only for older patients."""
    if visit.dose_mg == OLDER_FIRST_DOSE_MG and not (visit.region == "eu" and visit.age >= OLDER_FROM):
        yield InputProblem(
            "dose_mg",
            f"Dose must be {' or '.join(map(str, DOSES_MG))} mg here. Only the EU text has {OLDER_FIRST_DOSE_MG} mg, from "
            f"{OLDER_FROM} years.",
            "rule",
        )


def pressure_of(visit: Visit) -> Pressure:
    """The blood pressure put to its own calculator; None when it was not entered."""
    if visit.systolic is None or visit.diastolic is None:
        return None
    return evaluated(bp_gate.CALCULATOR, bp_gate.Reading(systolic=visit.systolic, diastolic=visit.diastolic))


def pressures_go_together(visit: Visit) -> Iterable[InputProblem]:
    """Asks for the other pressure, and refuses pressures that were swapped."""
    for name, given, other in (
        ("systolic", visit.systolic, visit.diastolic),
        ("diastolic", visit.diastolic, visit.systolic),
    ):
        if given is None and other is not None:
            yield InputProblem(name, f"Enter the {name} pressure as well, or neither.", "missing")
    if visit.systolic is not None and visit.diastolic is not None:
        yield from bp_gate.systolic_is_the_higher(bp_gate.Reading(systolic=visit.systolic, diastolic=visit.diastolic))


def onward(visit: Visit, answer: Plan) -> Iterable[Onward]:
    """The record of this session, with what was entered here, unless something stops the dose."""
    if (
        any(notice.kind == "stop" for notice in before_the_dose(visit, answer, pressure_of(visit)))
        or not answer.allowed
    ):
        return
    measured = (("rows.0.sys", visit.systolic), ("rows.0.dia", visit.diastolic), ("rows.0.spo2", visit.spo2))
    entries = [(name, plain(value)) for name, value in measured if value is not None]
    yield to_the_session(("route", "esketamine"), ("dose_mg", str(visit.dose_mg)), ("rows.0.t", "0"), *entries)


CALCULATOR = Calculator(
    id="esketamine_visit",
    title="Esketamine visit",
    summary="Is this dose of nasal esketamine in line with the label in this week, and what does the visit need?",
    moment="give",
    version="2.0",
    population="Adults treated with esketamine nasal spray. Not for racemic ketamine by any route.",
    inputs=Visit,
    outputs=Plan,
    compute=plan,
    headline=lambda visit, answer: headline(visit, answer, pressure_of(visit)),
    figure=lambda visit, answer: figure(visit, answer, pressure_of(visit)),
    working=lambda visit, answer: working(visit, answer, pressure_of(visit)),
    warnings=lambda visit, answer: warnings(visit, answer, pressure_of(visit)),
    tables=tables,
    onward=onward,
    double_check=esketamine_sheet(pressure_of),
    rules=(first_dose_in_the_first_week, schedule_of_its_weeks, lower_dose_by_its_own_text, pressures_go_together),
    formula=FORMULA,
    sources=SOURCES,
    house=PASSAGES,
    differences=DIFFERENCES,
    synonyms=("Spravato", "nasal spray", "intranasal", "56 mg", "84 mg", "REMS", "missed session"),
)
