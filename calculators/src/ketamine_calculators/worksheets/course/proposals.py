"""What the form of a course may put in: the next score as it is expected, and the day on which the planned induction ends."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import cast

from ...fields import Repeating
from ...fields.base import fields_of
from ...fields.dates import LAST
from ...house_protocol import ASSESSED_AFTER
from ...planned_days import dated
from ...proposal import Proposal
from .inputs import Course, rows_of, scale_of
from .parts import Parts

A_WEEK = timedelta(weeks=1)
MOST_SCORES = next(cast(Repeating, field.spec).high for field in fields_of(Course) if field.name == "scores")


def proposals(parts: Parts) -> Mapping[str, Proposal]:
    """Entries by the names of their questions."""
    return dict((*_next_score(parts), *_end_of_induction(parts)))


def _next_score(parts: Parts) -> Iterable[tuple[str, Proposal]]:
    course = parts.course
    place, scale = len(course.scores), next_scale(course)
    day = next_day(parts, scale)
    if place == MOST_SCORES or day > LAST:
        return
    yield f"scores.{place}.day", Proposal(day.isoformat())
    if scale != course.scale:
        yield f"scores.{place}.scale", Proposal(scale)
    done = course.scores[-1].treatments_completed
    later = [count for count in ASSESSED_AFTER if done is not None and count > done]
    if day > course.scores[-1].day and later:
        yield f"scores.{place}.treatments_completed", Proposal(str(later[0]))


def next_scale(course: Course) -> str:
    """The scale that followed the last one's the time before; at its first time that of the last score itself."""
    *before, last = (scale_of(course, score) for score in course.scores)
    again = [place for place, scale in enumerate(before) if scale == last]
    return [*before, last][again[-1] + 1] if again else last


def next_day(parts: Parts, scale: str) -> date:
    """The same day for another scale where both had one day the time before. Otherwise the next session of the maintenance, as
    our protocol scores at each; without one as long after the last score as before.
    """
    course = parts.course
    rows, last = rows_of(course, scale), course.scores[-1].day
    again = [
        score.day for score in course.scores[:-1] if scale_of(course, score) == scale_of(course, course.scores[-1])
    ]
    if again and scale != scale_of(course, course.scores[-1]) and again[-1] == rows[-1][1].day:
        return last
    sessions = [day for day in parts.maintenance.outputs.dates if day > last] if parts.maintenance else []
    days = sorted({score.day for score in course.scores})
    between = days[-1] - days[-2] if len(days) > 1 else A_WEEK
    return sessions[0] if sessions else last + between


def _end_of_induction(parts: Parts) -> Iterable[tuple[str, Proposal]]:
    if parts.induction and not parts.maintenance:
        day = parts.induction.outputs.last_date
        yield "induction_end", Proposal(day.isoformat(), f"Use {dated(day)}, the last day by the first treatment")
