"""What is asked for one course of treatment, and what each calculator is asked of it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated

from ...catalogue import (
    induction_plan,
    maintenance_plan,
    relapse_check,
    response_status,
    timeline_action,
    titration_step,
)
from ...catalogue.maintenance_plan import BIWEEKLY_LEAST, BIWEEKLY_MOST, MONTHLY_LEAST, MONTHLY_MOST
from ...fields import Choice, Day, Repeating, Whole
from ...house_protocol import EXTENDED_FROM, EXTENDED_TO, USUAL_SESSIONS
from ...scales import SCALES
from ...worksheet import question

RELAPSE_SCALE = "phq9"  # the house article's signs of relapse are told in points of it
IF_STABLE = ("stable_total", ())
HIGHEST = max(scale.high for scale in SCALES.values())


@dataclass(frozen=True, kw_only=True)
class Score:
    """One total of the scale at one day, with the treatments completed by then."""

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
class Course:
    """One course as the form asks for it. Units, ranges and reasons are those of the calculators' own questions."""

    scale: Annotated[str, Choice(label="Scale", options={key: scale.name for key, scale in SCALES.items()})]
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
            hint="To look for signs of relapse at the last score",
            asked_when=("scale", (RELAPSE_SCALE,)),
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


def status_course_of(course: Course, score: Score) -> response_status.Course:
    """The first score and a later one."""
    return response_status.Course(
        scale=course.scale, baseline=Fraction(course.scores[0].total), final=Fraction(score.total)
    )


def visit_of(course: Course) -> relapse_check.Visit | None:
    """The last score beside the stable one; None unless it is told in full."""
    stable, ideation, decline = course.stable_total, course.suicidal_ideation, course.functional_decline
    worse, change = course.patient_reported_worsening, course.sleep_or_appetite_change
    if stable is None or ideation is None or decline is None or worse is None or change is None:
        return None
    return relapse_check.Visit(
        stable_phq9=stable,
        current_phq9=course.scores[-1].total,
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
