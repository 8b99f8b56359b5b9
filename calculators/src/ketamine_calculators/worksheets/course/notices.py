"""What a course warns of: what its calculators say of the last score, and what only the course as a whole shows."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from ...catalogue import gad7, maintenance_plan, phq9, relapse_check, response_status
from ...definition import Notice
from ...display import plain, spelled
from ...planned_days import dated
from ...protocol_words import suicidal_thoughts
from ...scales import RESPONSE_FROM, Scale
from ...wording import listed
from ...worksheet import by_urgency, joined_warnings
from .instruments import RELAPSE_SCALE
from .parts import JOINED, Parts
from .series import Series

LOOKS_BACK_WEEKS = {
    "phq9": phq9.LOOKS_BACK_WEEKS,
    "phq8": phq9.LOOKS_BACK_WEEKS,  # the same questions
    "gad7": gad7.LOOKS_BACK_WEEKS,
}


def warnings(parts: Parts) -> Iterable[Notice]:
    """Those of the calculators, each sentence once, and what only the course as a whole shows. Suicide first, then mania.

    A note that only leads on to a plan is left out: this form plans it.
    """
    here = {card.id for card in JOINED}
    told = (*of_suicide(parts), *of_mania(parts), *own_warnings(parts), *joined_warnings(parts.leading))
    once: dict[str, Notice] = {}
    for notice in by_urgency((*told, *of_the_scales_beside(parts))):
        if notice.kind != "note" or notice.calculator not in here:
            once.setdefault(notice.text, notice)
    return once.values()


def of_suicide(parts: Parts) -> Iterable[Notice]:
    """The stop for suicidal thoughts: that of the check for relapse, and without one that of the course."""
    if parts.relapse:
        yield from (notice for notice in parts.relapse.warnings if notice.kind == "stop")
    elif parts.course.suicidal_ideation:
        yield suicidal_thoughts("course.suicidal_ideation")


def of_mania(parts: Parts) -> Iterable[Notice]:
    """What the scales of mania say of their last totals."""
    return (notice for watched in parts.mania for notice in watched.notices)


def of_the_scales_beside(parts: Parts) -> Iterable[Notice]:
    """What is said of the last change on each scale beside the chosen one. A note says on which, and one says it of several."""
    not_judged = []
    for series in parts.beside:
        for notice in series.status.warnings if series.status else ():
            if notice == response_status.REMISSION_NOT_JUDGED:
                not_judged.append(series.name)
            else:
                yield replace(notice, text=f"{series.name}: {notice.text}") if notice.kind == "note" else notice
    if not_judged:
        yield Notice("note", f"Remission is not judged on {listed(not_judged, 'and')}.")


def own_warnings(parts: Parts) -> Iterable[Notice]:
    """What no calculator can see by itself: a rise without a check, a lost response, the stable score, and dates."""
    if parts.rise and not parts.relapse:
        yield from relapse_check.rise_warnings(parts.rise.points, parts.rise.now, parts.rise.since)
    for series in parts.series:
        yield from lost_response(series, parts)
    yield from of_the_stable_score(parts)
    yield from dates_that_differ(parts)
    scale = parts.lead.instrument
    if not parts.lead.later and isinstance(scale, Scale) and scale.remission(parts.lead.first.total):
        yield response_status.ALREADY_IN_REMISSION
    for series in parts.series:
        weeks = LOOKS_BACK_WEEKS.get(series.scale, 0)
        if any(after.day - before.day < timedelta(weeks=weeks) for before, after in pairwise(series.scores)):
            looks_back = f"{series.name} looks back {spelled(weeks)} weeks"
            yield Notice("note", f"{looks_back}; scores closer together than that share some of the same days.")
    yield from numbers_of_the_protocol(parts)


def of_the_stable_score(parts: Parts) -> Iterable[Notice]:
    """Whether the PHQ-9 agreed as stable was a response, and whether the PHQ-9 beside it is of the last day."""
    course = parts.course
    scored = next((one for one in parts.series if one.scale == RELAPSE_SCALE), None)
    if scored is None:
        return
    if course.stable_total is not None and course.stable_total > response_level(scored):
        yield Notice(
            "caution",
            f"The stable score is less than {plain(RESPONSE_FROM)}% below the first one. Agree on it only after a response.",
            rule="course.stable_without_response",
            short="stable score without a response before it",
        )
    if parts.rise and scored.last.day < course.scores[-1].day:
        yield Notice(
            "note", f"Relapse is judged by the PHQ-9 of {dated(scored.last.day)}; the later scores are of other scales."
        )


def lost_response(series: Series, parts: Parts) -> Iterable[Notice]:
    """A response that was reached and is there no more. Where the rise is already treated as relapse, that says it."""
    best = series.response_before
    if best and series.response_lost and not parts.is_relapse:
        yield Notice(
            "caution",
            f"Look for relapse before the next interval is planned: the response of {best.score.day} ({series.name} "
            f"{best.score.total}) is lost.",
            rule="course.response_lost",
            short=f"{'' if series is parts.lead else f'{series.name} '}response of {best.score.day} lost",
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


def response_level(series: Series) -> Fraction:
    """The total from which a score is a response to the first one of its scale."""
    scale, first = series.instrument, series.first.total
    best = scale.high if scale.higher_is_better else scale.low
    return first + (best - first) * RESPONSE_FROM / 100
