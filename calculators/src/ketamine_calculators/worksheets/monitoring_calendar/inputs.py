"""What is asked for the dates of one patient, and what each calculator is asked of it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ...catalogue import discontinuation_plan, esketamine_visit, induction_plan, maintenance_plan
from ...catalogue.maintenance_plan import BIWEEKLY_LEAST, BIWEEKLY_MOST, MONTHLY_LEAST, MONTHLY_MOST, WEEKLY
from ...display import WEEKDAYS
from ...esketamine_label import INDUCTION_WEEKS, SPACED_FROM, SPACED_WEEKS
from ...fields import Choice, Day, Repeating, Several, Text, Whole
from ...house_protocol import USUAL_SESSIONS
from ...worksheet import question
from .scheduled import HALF_A_YEAR_WEEKS, MOST_SESSIONS, RISKS

MODES = {
    "induction": "Induction, with the weekly transition",
    "induction_maintenance": "Induction, then gradual spacing",
    "whole_course": "Induction, gradual spacing, then stopping",
    "maintenance": "Gradual spacing, from any step",
    "maintenance_discontinuation": "Gradual spacing, then stopping",
    "scheduled": "Scheduled maintenance, by risk of relapse",
    "as_needed": "As-needed maintenance",
    "esketamine": "Esketamine nasal spray, by the weeks of the label",
    "discontinuation": "Stopping: checks after the last dose",
}
WITH_INDUCTION = ("induction", "induction_maintenance", "whole_course")
WITH_SPACING = ("induction_maintenance", "whole_course", "maintenance", "maintenance_discontinuation")
FROM_ANY_STEP = ("maintenance", "maintenance_discontinuation")
WITH_STOP = ("whole_course", "maintenance_discontinuation", "discontinuation")
LONGEST_PLAN_WEEKS = 104
LONGEST_CLOSURE = 366  # days
BLANK_AS_IN_THE_PROTOCOL = (
    *("per_week", "sessions", "first_step", "sessions_done", "weekday", "biweekly_sessions", "monthly_sessions"),
    *("scheduled_sessions", "spaced_weeks", "label_weeks"),
)


@dataclass(frozen=True, kw_only=True)
class Closure:
    """Days on which the clinic is closed."""

    first: Annotated[date, Day(label="First day", hint="")]
    last: Annotated[date | None, Day(label="Last day", hint="Blank: one day")] = None
    name: Annotated[str | None, Text(label="Name", hint="Such as Thanksgiving")] = None


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """A visit that has been arranged already."""

    day: Annotated[date, Day(label="Date", hint="")]


@dataclass(frozen=True, kw_only=True)
class Dates:
    """What the form asks. Units, ranges and reasons are those of the calculators' own questions."""

    mode: Annotated[str, Choice(label="What is planned", options=MODES)]
    start: Annotated[
        date,
        Day(
            label="Start",
            hint="Induction and esketamine: the first treatment. All others: the last treatment before the plan",
        ),
    ]
    per_week: Annotated[
        int | None,
        question(
            induction_plan.Start, "per_week", chosen_first=induction_plan.FEWER, asked_when=("mode", WITH_INDUCTION)
        ),
    ] = None
    sessions: Annotated[
        int | None,
        question(
            induction_plan.Start,
            "sessions",
            hint=f"Blank: {USUAL_SESSIONS}, as in our protocol",
            asked_when=("mode", WITH_INDUCTION),
        ),
    ] = None
    first_step: Annotated[
        str | None,
        question(
            maintenance_plan.Start,
            "first_step",
            chosen_first=maintenance_plan.FIRST_STEP,
            asked_when=("mode", FROM_ANY_STEP),
        ),
    ] = None
    sessions_done: Annotated[
        int | None, question(maintenance_plan.Start, "sessions_done", asked_when=("mode", FROM_ANY_STEP))
    ] = None
    biweekly_sessions: Annotated[
        int | None,
        question(
            maintenance_plan.Start,
            "biweekly_sessions",
            hint=f"{BIWEEKLY_LEAST} to {BIWEEKLY_MOST} in our protocol; blank: {BIWEEKLY_LEAST}. Not asked after that step",
            asked_when=("mode", WITH_SPACING),
        ),
    ] = None
    monthly_sessions: Annotated[
        int | None,
        question(
            maintenance_plan.Start,
            "monthly_sessions",
            hint=f"{MONTHLY_LEAST} to {MONTHLY_MOST} in our protocol; blank: {MONTHLY_LEAST}",
            asked_when=("mode", WITH_SPACING),
        ),
    ] = None
    weekday: Annotated[str | None, question(maintenance_plan.Start, "weekday", asked_when=("mode", WITH_SPACING))] = (
        None
    )
    risk: Annotated[str | None, Choice(label="Risk of relapse", options=RISKS, asked_when=("mode", ("scheduled",)))] = (
        None
    )
    scheduled_sessions: Annotated[
        int | None,
        Whole(
            label="Sessions to plan",
            hint=f"Blank: those of {HALF_A_YEAR_WEEKS} weeks",
            low=1,
            high=MOST_SESSIONS,
            why=f"More than {MOST_SESSIONS} sessions are planned anew, after a review.",
            asked_when=("mode", ("scheduled",)),
        ),
    ] = None
    indication: Annotated[
        str | None, question(esketamine_visit.Visit, "indication", asked_when=("mode", ("esketamine",)))
    ] = None
    spaced_weeks: Annotated[
        int | None,
        Choice(
            label=f"From week {SPACED_FROM}",
            hint="The label asks for the least frequent dosing that holds the response",
            options={SPACED_WEEKS: f"Every {SPACED_WEEKS} weeks", WEEKLY: "Weekly"},
            chosen_first=SPACED_WEEKS,
            asked_when=("indication", ("trd",)),
        ),
    ] = None
    label_weeks: Annotated[
        int | None,
        Whole(
            label="Weeks to plan",
            unit="weeks",
            hint=f"Blank: {HALF_A_YEAR_WEEKS}, half a year",
            low=INDUCTION_WEEKS,
            high=LONGEST_PLAN_WEEKS,
            why=f"The label's first phase has {INDUCTION_WEEKS} weeks; a longer plan is made anew after a review.",
            asked_when=("indication", ("trd",)),
        ),
    ] = None
    stable_phq9: Annotated[
        int | None, question(discontinuation_plan.Stop, "stable_phq9", asked_when=("mode", WITH_STOP))
    ] = None
    oral_ad: Annotated[bool | None, question(discontinuation_plan.Stop, "oral_ad", asked_when=("mode", WITH_STOP))] = (
        None
    )
    supports: Annotated[
        bool | None, question(discontinuation_plan.Stop, "supports", asked_when=("mode", WITH_STOP))
    ] = None
    next_visit: Annotated[
        tuple[Arranged, ...] | None,
        Repeating(
            label="Visits already arranged",
            row=Arranged,
            one="Visit",
            high=50,
            may_be_empty=True,
            hint="They join the calendar as they are and are never moved",
        ),
    ] = None
    closed_weekdays: Annotated[
        tuple[str, ...] | None,
        Several(
            label="Closed weekdays",
            options={day.lower(): day for day in WEEKDAYS},
            none="Open every day",
        ),
    ] = None
    holidays: Annotated[
        tuple[Closure, ...] | None,
        Repeating(
            label="Holidays and closed days",
            row=Closure,
            one="Closure",
            high=50,
            may_be_empty=True,
            hint="Dates move off them",
        ),
    ] = None
