"""Which entries of a course go together, and what a part of its answer waits for."""

from collections.abc import Iterable
from itertools import pairwise

from ...display import plain
from ...errors import InputProblem
from ...fields.base import fields_of
from ...scales import SCALES
from .inputs import Course


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
