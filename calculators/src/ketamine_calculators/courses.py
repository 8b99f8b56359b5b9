"""One course of treatment, as a worksheet asks for it, put to every calculator that follows one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Annotated

from .catalogue import induction_plan, maintenance_plan, relapse_check, response_status, timeline_action
from .display import plain
from .errors import InputProblem
from .fields import Choice, Day, Repeating, Whole
from .scales import SCALES
from .worksheet import Asked, ask, question

RELAPSE_SCALE = "phq9"  # the house article's signs of relapse are told in points of it
IF_STABLE = ("stable_total", ())
HIGHEST = max(scale.high for scale in SCALES.values())


@dataclass(frozen=True, kw_only=True)
class Score:
    day: Annotated[date, Day(label="Day", hint="")]
    total: Annotated[int, Whole(label="Total", low=0, high=HIGHEST, why="No scale of the list runs further.")]
    treatments_completed: Annotated[
        int | None, question(timeline_action.Checkpoint, "treatments_completed", hint="Blank if not in induction")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Course:
    scale: Annotated[str, Choice(label="Scale", options={key: scale.name for key, scale in SCALES.items()})]
    scores: Annotated[
        tuple[Score, ...],
        Repeating(
            label="Scores",
            row=Score,
            one="Score",
            high=100,
            hint="In the order of their days; the first is the one before treatment",
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
        bool | None, question(relapse_check.Visit, "suicidal_ideation", asked_when=IF_STABLE)
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
    start: Annotated[
        date | None,
        question(induction_plan.Start, "start", hint="To plan the induction; year-month-day, like 2026-03-02"),
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
            hint="To plan the maintenance; year-month-day, like 2026-01-05",
        ),
    ] = None
    biweekly_sessions: Annotated[
        int | None, question(maintenance_plan.Start, "biweekly_sessions", asked_when=("induction_end", ()))
    ] = None
    monthly_sessions: Annotated[
        int | None, question(maintenance_plan.Start, "monthly_sessions", asked_when=("induction_end", ()))
    ] = None


def change_to(course: Course, score: Score) -> response_status.Course:
    return response_status.Course(
        scale=course.scale, baseline=Fraction(course.scores[0].total), final=Fraction(score.total)
    )


@lru_cache(maxsize=1)
def changes(course: Course) -> tuple[tuple[Score, Asked], ...]:
    """Each score after the first with its change since the first."""
    return tuple(
        (score, ask(response_status.CALCULATOR, change_to(course, score), f"Score {place}"))
        for place, score in enumerate(course.scores[1:], 2)
    )


@lru_cache(maxsize=1)
def decisions(course: Course) -> tuple[Asked | None, ...]:
    """What the house timeline does at each score after the first; None where it cannot be asked."""
    return tuple(
        ask(
            timeline_action.CALCULATOR,
            timeline_action.Checkpoint(
                treatments_completed=score.treatments_completed, percent=changed.outputs.percent
            ),
            changed.about,
        )
        if score.treatments_completed is not None and changed.outputs.percent is not None
        else None
        for score, changed in changes(course)
    )


@lru_cache(maxsize=1)
def relapse(course: Course) -> Asked | None:
    """The signs of relapse at the last score."""
    stable, ideation, decline = course.stable_total, course.suicidal_ideation, course.functional_decline
    worse, change = course.patient_reported_worsening, course.sleep_or_appetite_change
    if stable is None or ideation is None or decline is None or worse is None or change is None:
        return None
    visit = relapse_check.Visit(
        stable_phq9=stable,
        current_phq9=course.scores[-1].total,
        suicidal_ideation=ideation,
        functional_decline=decline,
        patient_reported_worsening=worse,
        sleep_or_appetite_change=change,
    )
    return ask(relapse_check.CALCULATOR, visit)


@lru_cache(maxsize=1)
def plans(course: Course) -> tuple[Asked, ...]:
    """The induction and the maintenance, each where it was asked for."""
    asked = []
    if course.start is not None and course.per_week is not None and course.sessions is not None:
        start = induction_plan.Start(start=course.start, per_week=course.per_week, sessions=course.sessions)
        asked.append(ask(induction_plan.CALCULATOR, start))
    biweekly, monthly = course.biweekly_sessions, course.monthly_sessions
    if course.induction_end is not None and biweekly is not None and monthly is not None:
        end = maintenance_plan.Start(
            induction_end=course.induction_end, biweekly_sessions=biweekly, monthly_sessions=monthly
        )
        asked.append(ask(maintenance_plan.CALCULATOR, end))
    return tuple(asked)


def parts(course: Course) -> tuple[Asked, ...]:
    """Every calculator that was asked: each score with its change and its decision, then the signs and the plans."""
    asked = [part for (_, changed), decision in judged(course) for part in (changed, decision) if part]
    return (*asked, *after_the_scores(course))


def latest(course: Course) -> tuple[Asked, ...]:
    """What bears on today: the last score, the signs of relapse at it, and the plans."""
    asked = [part for (_, changed), decision in judged(course)[-1:] for part in (changed, decision) if part]
    return (*asked, *after_the_scores(course))


def judged(course: Course) -> tuple[tuple[tuple[Score, Asked], Asked | None], ...]:
    return tuple(zip(changes(course), decisions(course), strict=True))


def after_the_scores(course: Course) -> tuple[Asked, ...]:
    signs = relapse(course)
    return (*((signs,) if signs else ()), *plans(course))


def at_least_the_baseline(course: Course) -> Iterable[InputProblem]:
    if not course.scores:
        yield InputProblem("scores", "Enter at least the score before treatment.", "missing")


def totals_on_the_scale(course: Course) -> Iterable[InputProblem]:
    scale = SCALES[course.scale]
    for place, score in enumerate(course.scores):
        if score.total > scale.high:
            yield InputProblem(
                f"scores.{place}.total",
                f"Score {place + 1}: total must be from 0 to {scale.high}; {scale.name} runs no further.",
                "rule",
            )


def in_the_order_of_their_days(course: Course) -> Iterable[InputProblem]:
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
