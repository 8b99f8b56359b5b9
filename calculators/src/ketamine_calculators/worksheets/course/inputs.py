"""What is asked for one course of treatment, and what each calculator is asked of it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from ...catalogue import (
    induction_plan,
    maintenance_plan,
    relapse_check,
    timeline_action,
    titration_step,
)
from ...catalogue.maintenance_plan import BIWEEKLY_LEAST, BIWEEKLY_MOST, MONTHLY_LEAST, MONTHLY_MOST
from ...fields import Choice, Day, Repeating, Text, Whole
from ...house_protocol import EXTENDED_FROM, EXTENDED_TO, USUAL_SESSIONS
from ...two_totals import SYMPTOMS
from ...worksheet import question
from .instruments import BY_NAME, IN_ROWS, RELAPSE_SCALE

IF_STABLE = ("stable_total", ())
HIGHEST = max(instrument.high for instrument in IN_ROWS.values())
LONGEST_EVENT = 80  # what a row of the form shows, and a line of a note holds


@dataclass(frozen=True, kw_only=True)
class Score:
    """One total of one scale at one day, with the treatments completed by then. Without `scale` it is of the chosen one."""

    scale: Annotated[
        str | None,
        Choice(
            label="Other scale",
            hint="Blank: the scale chosen above",
            options=BY_NAME,
            proposed=True,
        ),
    ] = None
    day: Annotated[date, Day(label="Date", hint="", proposed=True)]
    total: Annotated[int, Whole(label="Total", low=0, high=HIGHEST, why="No scale in the list goes higher.")]
    treatments_completed: Annotated[
        int | None,
        question(
            timeline_action.Checkpoint,
            "treatments_completed",
            hint="Treatments given before this score; blank after induction",
            proposed=True,
        ),
    ] = None
    dose: Annotated[
        Fraction | None,
        question(titration_step.Situation, "dose", label="Dose", hint="At this score, for the chart"),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Event:
    """What else happened on one day, in free words, from which nothing is calculated."""

    day: Annotated[date, Day(label="Date", hint="")]
    what: Annotated[
        str,
        Text(label="What happened", hint="Such as a dose, a missed visit, a new medicine", longest=LONGEST_EVENT),
    ]
    dose: Annotated[
        Fraction | None,
        question(titration_step.Situation, "dose", label="Dose", hint="For the chart"),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Course:
    """One course as the form asks for it. Units, ranges and reasons are those of the calculators' own questions."""

    scale: Annotated[
        str,
        Choice(
            label="Scale",
            hint="The one that leads; others stand beside it, each by itself",
            options={key: scale.name for key, scale in SYMPTOMS.items()},
        ),
    ]
    scores: Annotated[
        tuple[Score, ...],
        Repeating(
            label="Scores",
            row=Score,
            one="Score",
            high=100,
            hint="Oldest first; start with the baseline. Enter adds a score and proposes its date: change it where it differs",
        ),
    ]
    stable_total: Annotated[
        int | None,
        question(
            relapse_check.Visit,
            "stable_phq9",
            hint="To look for signs of relapse at the last PHQ-9",
        ),
    ] = None
    suicidal_ideation: Annotated[
        bool | None,
        question(
            relapse_check.Visit,
            "suicidal_ideation",
            hint="At the last score: a suicide item above 0, by C-SSRS or in conversation",
        ),
    ] = None
    functional_decline: Annotated[
        bool | None, question(relapse_check.Visit, "functional_decline", asked_when=IF_STABLE)
    ] = None
    patient_reported_worsening: Annotated[
        bool | None, question(relapse_check.Visit, "patient_reported_worsening", asked_when=IF_STABLE)
    ] = None
    sleep_or_appetite_change: Annotated[
        bool | None, question(relapse_check.Visit, "sleep_or_appetite_change", asked_when=IF_STABLE)
    ] = None
    new_mania_signs: Annotated[bool | None, question(relapse_check.Visit, "new_mania_signs", asked_when=IF_STABLE)] = (
        None
    )
    start: Annotated[
        date | None,
        question(induction_plan.Start, "start", hint="To plan the induction"),
    ] = None
    per_week: Annotated[
        int | None,
        question(induction_plan.Start, "per_week", chosen_first=induction_plan.FEWER, asked_when=("start", ())),
    ] = None
    sessions: Annotated[
        int | None,
        question(
            induction_plan.Start,
            "sessions",
            hint=f"Blank: {USUAL_SESSIONS}, as in our protocol; up to {EXTENDED_FROM}–{EXTENDED_TO} on a gradual response",
            asked_when=("start", ()),
        ),
    ] = None
    induction_end: Annotated[
        date | None,
        question(
            maintenance_plan.Start,
            "induction_end",
            hint="To plan the maintenance",
        ),
    ] = None
    weekday: Annotated[str | None, question(maintenance_plan.Start, "weekday", asked_when=("induction_end", ()))] = None
    biweekly_sessions: Annotated[
        int | None,
        question(
            maintenance_plan.Start,
            "biweekly_sessions",
            hint=f"{BIWEEKLY_LEAST} to {BIWEEKLY_MOST} in our protocol; blank: {BIWEEKLY_LEAST}",
            asked_when=("induction_end", ()),
        ),
    ] = None
    monthly_sessions: Annotated[
        int | None,
        question(
            maintenance_plan.Start,
            "monthly_sessions",
            hint=f"{MONTHLY_LEAST} to {MONTHLY_MOST} in our protocol; blank: {MONTHLY_LEAST}",
            asked_when=("induction_end", ()),
        ),
    ] = None
    events: Annotated[
        tuple[Event, ...] | None,
        Repeating(
            label="Doses and other events",
            row=Event,
            one="Event",
            hint="For chart and record only. Leave out names and birth dates",
            high=100,
            may_be_empty=True,
        ),
    ] = None


def scale_of(course: Course, score: Score) -> str:
    """Which scale a score is of."""
    return score.scale or course.scale


def rows_of(course: Course, scale: str) -> tuple[tuple[int, Score], ...]:
    """The scores of one scale, each with its number on the form."""
    return tuple((number, score) for number, score in enumerate(course.scores, 1) if scale_of(course, score) == scale)


def scales_in(course: Course) -> tuple[str, ...]:
    """The scales that were scored: the chosen one first, then in the order in which they come."""
    return tuple(dict.fromkeys((course.scale, *(scale_of(course, score) for score in course.scores))))


def visit_of(course: Course) -> relapse_check.Visit | None:
    """The last PHQ-9 beside the stable one; None unless it is told in full."""
    stable, ideation, decline = course.stable_total, course.suicidal_ideation, course.functional_decline
    worse, change = course.patient_reported_worsening, course.sleep_or_appetite_change
    if stable is None or ideation is None or decline is None or worse is None or change is None:
        return None
    _, last = rows_of(course, RELAPSE_SCALE)[-1]
    return relapse_check.Visit(
        stable_phq9=stable,
        current_phq9=last.total,
        suicidal_ideation=ideation,
        functional_decline=decline,
        patient_reported_worsening=worse,
        sleep_or_appetite_change=change,
        new_mania_signs=course.new_mania_signs,
    )


def induction_of(course: Course) -> induction_plan.Start | None:
    """The start of the induction, with the protocol's numbers where none was entered; None unless it is to be planned."""
    if course.start is None:
        return None
    usual = induction_plan.Start(start=course.start)
    return induction_plan.Start(
        start=course.start,
        per_week=usual.per_week if course.per_week is None else course.per_week,
        sessions=usual.sessions if course.sessions is None else course.sessions,
    )


def maintenance_of(course: Course) -> maintenance_plan.Start | None:
    """The start of the maintenance, with the protocol's fewest sessions where no number was entered; None without its day."""
    if course.induction_end is None:
        return None
    biweekly, monthly = course.biweekly_sessions, course.monthly_sessions
    return maintenance_plan.Start(
        induction_end=course.induction_end,
        biweekly_sessions=BIWEEKLY_LEAST if biweekly is None else biweekly,
        monthly_sessions=MONTHLY_LEAST if monthly is None else monthly,
        weekday=course.weekday,
    )
