"""What a course warns of: what its calculators say of the last score, and what only the course as a whole shows."""

from collections.abc import Iterable
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from ...catalogue import gad7, maintenance_plan, phq9, relapse_check, response_status
from ...definition import Notice
from ...display import plain, spelled
from ...planned_days import dated
from ...protocol_words import suicidal_thoughts
from ...scales import RESPONSE_FROM, SCALES
from ...wording import listed
from ...worksheet import by_urgency, joined_warnings
from .parts import JOINED, Parts, best_response

LOOKS_BACK_WEEKS = {"phq9": phq9.LOOKS_BACK_WEEKS, "gad7": gad7.LOOKS_BACK_WEEKS}


def warnings(parts: Parts) -> Iterable[Notice]:
    """Those of the calculators, each sentence once, and what only the course as a whole shows.

    A note that only leads on to a plan is left out: this form plans it.
    """
    here = {card.id for card in JOINED}
    once: dict[str, Notice] = {}
    for notice in by_urgency((*own_warnings(parts), *joined_warnings(parts.latest))):
        if notice.kind != "note" or notice.calculator not in here:
            once.setdefault(notice.text, notice)
    return once.values()


def own_warnings(parts: Parts) -> Iterable[Notice]:
    """What no calculator can see by itself: a question without a check, a lost response, the stable score, and dates."""
    course, first = parts.course, parts.course.scores[0]
    if course.suicidal_ideation and not parts.relapse:
        yield suicidal_thoughts("course.suicidal_ideation")
    if parts.rise and not parts.relapse:
        yield from relapse_check.rise_warnings(parts.rise.points, parts.rise.now, parts.rise.since)
    yield from lost_response(parts)
    if course.stable_total is not None and course.stable_total > response_from(first.total):
        yield Notice(
            "caution",
            f"The stable score is less than {plain(RESPONSE_FROM)}% below the first one. Agree on it only after a response.",
            rule="course.stable_without_response",
            short="stable score without a response before it",
        )
    yield from dates_that_differ(parts)
    if not parts.later and SCALES[course.scale].remission(first.total):
        yield response_status.ALREADY_IN_REMISSION
    weeks = LOOKS_BACK_WEEKS.get(course.scale, 0)
    if any(after.day - before.day < timedelta(weeks=weeks) for before, after in pairwise(course.scores)):
        looks_back = f"{SCALES[course.scale].name} looks back {spelled(weeks)} weeks"
        yield Notice("note", f"{looks_back}; scores closer together than that share some of the same days.")
    yield from numbers_of_the_protocol(parts)


def lost_response(parts: Parts) -> Iterable[Notice]:
    """A response that was reached and is there no more. Where the rise is already treated as relapse, that says it."""
    best = best_response(parts.later[:-1])
    if best and parts.response_lost and not parts.is_relapse:
        name = SCALES[parts.course.scale].name
        yield Notice(
            "caution",
            f"Look for relapse before the next interval is planned: the response of {best.score.day} ({name} "
            f"{best.score.total}) is lost.",
            rule="course.response_lost",
            short=f"response of {best.score.day} lost",
        )


def dates_that_differ(parts: Parts) -> Iterable[Notice]:
    """The last day of induction where it is another one than the plan of the induction ends on."""
    end, induction = parts.course.induction_end, parts.induction
    if end and induction and induction.outputs.last_date != end:
        planned = induction.outputs.last_date
        yield Notice(
            "caution",
            f"Check the last day of induction. It is {dated(planned)} by the first treatment, and {dated(end)} was entered; "
            "the maintenance is counted from that.",
            rule="course.induction_end",
            short=f"end of induction: {planned} planned, {end} entered",
        )


def numbers_of_the_protocol(parts: Parts) -> Iterable[Notice]:
    """Which numbers of a plan are the protocol's, because none was entered."""
    course, taken = parts.course, []
    if parts.induction:
        plan = parts.induction.inputs
        taken += [f"{plan.per_week} treatments a week"] if course.per_week is None else []
        taken += [f"{plan.sessions} treatments"] if course.sessions is None else []
    if parts.maintenance:
        spaced = parts.maintenance.inputs
        if course.biweekly_sessions is None:
            taken.append(
                f"{spaced.biweekly_sessions} sessions {maintenance_plan.EVERY_TWO} "
                f"({maintenance_plan.BIWEEKLY_LEAST} to {maintenance_plan.BIWEEKLY_MOST})"
            )
        if course.monthly_sessions is None:
            taken.append(
                f"{spaced.monthly_sessions} monthly sessions "
                f"({maintenance_plan.MONTHLY_LEAST} to {maintenance_plan.MONTHLY_MOST})"
            )
    if taken:
        yield Notice(
            "note", f"Planned with the numbers of our protocol where none was entered: {listed(taken, 'and')}."
        )


def response_from(first: int) -> Fraction:
    """The highest total that is a response to the first one."""
    return first * (100 - RESPONSE_FROM) / 100
