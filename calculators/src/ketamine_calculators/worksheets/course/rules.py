"""Which entries of a course go together, and what a part of its answer waits for."""

from collections.abc import Iterable
from itertools import pairwise

from ...display import plain
from ...errors import InputProblem
from ...fields.base import fields_of
from ...two_totals import SYMPTOMS
from .inputs import Course, rows_of, scale_of, scales_in
from .instruments import IN_ROWS, RELAPSE_SCALE


def at_least_the_baseline(course: Course) -> Iterable[InputProblem]:
    """The rule that the chosen scale has a first score."""
    if not course.scores:
        yield InputProblem("scores", "Enter at least the score before treatment.", "missing")
    elif not rows_of(course, course.scale):
        name = SYMPTOMS[course.scale].name
        yield InputProblem(
            "scores",
            f"Enter at least one {name} score, or choose above the scale that the others stand beside.",
            "missing",
        )


def totals_on_the_scale(course: Course) -> Iterable[InputProblem]:
    """The rule that no total is outside the range of its scale."""
    for place, score in enumerate(course.scores):
        scale = IN_ROWS[scale_of(course, score)]
        if not scale.low <= score.total <= scale.high:
            yield InputProblem(
                f"scores.{place}.total",
                f"Score {place + 1}: total must be from {scale.low} to {scale.high}; that is the range of {scale.name}.",
                "rule",
            )


def in_the_order_of_their_days(course: Course) -> Iterable[InputProblem]:
    """The rule that no score is of an earlier day than the one before, and that each scale has one score a day at most."""
    for place, (before, after) in enumerate(pairwise(course.scores), 2):
        if after.day < before.day:
            yield InputProblem(
                f"scores.{place - 1}.day",
                f"Score {place}: {after.day} is before score {place - 1} ({before.day}). Enter the scores in the order of "
                "their days.",
                "rule",
            )
    for scale in scales_in(course):
        for (number, before), (place, after) in pairwise(rows_of(course, scale)):
            if after.day == before.day:
                yield InputProblem(
                    f"scores.{place - 1}.day",
                    f"Score {place}: {after.day} is the same day as score {number} ({before.day}). Enter one score of a scale a "
                    "day.",
                    "rule",
                )


def stable_total_of_a_phq9(course: Course) -> Iterable[InputProblem]:
    """The rule that a stable PHQ-9 has a PHQ-9 to be compared with."""
    if course.stable_total is not None and not rows_of(course, RELAPSE_SCALE):
        yield InputProblem(
            "stable_total",
            "PHQ-9 when stable is compared with the last PHQ-9, and none of the scores is one. Leave it out.",
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
    """The rule that of the scores of a scale before the first day of treatment only the first one is given."""
    for scale in scales_in(course):
        for number, score in rows_of(course, scale)[1:]:
            if course.start is not None and score.day < course.start:
                yield InputProblem(
                    f"scores.{number - 1}.day",
                    f"Score {number}: {score.day} is before the first treatment ({course.start}). Only the first score of a "
                    "scale may be.",
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
