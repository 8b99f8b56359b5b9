"""What is asked for one course of treatment, what each calculator is asked of it, and which entries go together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Annotated

from ...catalogue import induction_plan, maintenance_plan, relapse_check, response_status, timeline_action
from ...display import plain
from ...errors import InputProblem
from ...fields import Choice, Day, Repeating, Whole
from ...fields.base import fields_of
from ...scales import SCALES
from ...worksheet import question

RELAPSE_SCALE = "phq9"  # the house article's signs of relapse are told in points of it
IF_STABLE = ("stable_total", ())
HIGHEST = max(scale.high for scale in SCALES.values())


@dataclass(frozen=True, kw_only=True)
class Score:
    """One total of the scale at one day, with the treatments completed by then."""

    day: Annotated[date, Day(label="Date", hint="")]
    total: Annotated[int, Whole(label="Total", low=0, high=HIGHEST, why="No scale in the list goes higher.")]
    treatments_completed: Annotated[
        int | None,
        question(
            timeline_action.Checkpoint,
            "treatments_completed",
            hint="Treatments given before this score; blank after induction",
        ),
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
            hint="Oldest first; start with the baseline",
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
        int | None, question(induction_plan.Start, "per_week", chosen_first=2, asked_when=("start", ()))
    ] = None
    sessions: Annotated[int | None, question(induction_plan.Start, "sessions", asked_when=("start", ()))] = None
    induction_end: Annotated[
        date | None,
        question(
            maintenance_plan.Start,
            "induction_end",
            hint="To plan the maintenance",
        ),
    ] = None
    biweekly_sessions: Annotated[
        int | None, question(maintenance_plan.Start, "biweekly_sessions", asked_when=("induction_end", ()))
    ] = None
    monthly_sessions: Annotated[
        int | None, question(maintenance_plan.Start, "monthly_sessions", asked_when=("induction_end", ()))
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
    """The start of the induction; None unless it is to be planned."""
    if course.start is None or course.per_week is None or course.sessions is None:
        return None
    return induction_plan.Start(start=course.start, per_week=course.per_week, sessions=course.sessions)


def maintenance_of(course: Course) -> maintenance_plan.Start | None:
    """The start of the maintenance; None unless it is to be planned."""
    end, biweekly, monthly = course.induction_end, course.biweekly_sessions, course.monthly_sessions
    if end is None or biweekly is None or monthly is None:
        return None
    return maintenance_plan.Start(induction_end=end, biweekly_sessions=biweekly, monthly_sessions=monthly)


def at_least_the_baseline(course: Course) -> Iterable[InputProblem]:
    """The rule that there is a first score."""
    if not course.scores:
        yield InputProblem("scores", "Enter at least the score before treatment.", "missing")


def totals_on_the_scale(course: Course) -> Iterable[InputProblem]:
    """The rule that no total is above the highest of the scale."""
    scale = SCALES[course.scale]
    for place, score in enumerate(course.scores):
        if score.total > scale.high:
            yield InputProblem(
                f"scores.{place}.total",
                f"Score {place + 1}: total must be from 0 to {scale.high}; that is the range of {scale.name}.",
                "rule",
            )


def in_the_order_of_their_days(course: Course) -> Iterable[InputProblem]:
    """The rule that each score is of a later day than the one before."""
    for place, (before, after) in enumerate(pairwise(course.scores), 2):
        if after.day > before.day:
            continue
        how = "is the same day as" if after.day == before.day else "is before"
        yield InputProblem(
            f"scores.{place - 1}.day",
            f"Score {place}: {after.day} {how} score {place - 1} ({before.day}). Enter one score a day, in order.",
            "rule",
        )


def treatments_only_rise(course: Course) -> Iterable[InputProblem]:
    """The rule that the treatments completed never become fewer."""
    highest = -1
    for place, score in enumerate(course.scores):
        done = score.treatments_completed
        if done is None:
            continue
        if done < highest:
            yield InputProblem(
                f"scores.{place}.treatments_completed",
                f"Score {place + 1}: {plain(done)} treatments completed is fewer than the {highest} before it. Count from the "
                "start of the course.",
                "rule",
            )
        highest = max(highest, done)


def suicidal_thoughts_asked(course: Course) -> Iterable[InputProblem]:
    """What the check for relapse waits for: nobody is checked without being asked about suicide."""
    if course.stable_total is not None and course.suicidal_ideation is None:
        asked = next(field for field in fields_of(Course) if field.name == "suicidal_ideation")
        yield InputProblem("suicidal_ideation", asked.spec.missing, "missing")


def only_the_baseline_before_treatment(course: Course) -> Iterable[InputProblem]:
    """The rule that of the scores before the first day of treatment only the first one is given."""
    for place, score in enumerate(course.scores):
        if place and course.start is not None and score.day < course.start:
            yield InputProblem(
                f"scores.{place}.day",
                f"Score {place + 1}: {score.day} is before the first treatment ({course.start}). Only the first score may be.",
                "rule",
            )


def induction_ends_after_its_start(course: Course) -> Iterable[InputProblem]:
    """The rule that the induction does not end before it begins."""
    if course.start is not None and course.induction_end is not None and course.induction_end < course.start:
        yield InputProblem(
            "induction_end",
            f"The induction cannot end ({course.induction_end}) before its first treatment ({course.start}).",
            "rule",
        )
