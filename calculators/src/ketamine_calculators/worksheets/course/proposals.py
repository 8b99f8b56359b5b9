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
from .inputs import Course
from .parts import Parts

A_WEEK = timedelta(weeks=1)
MOST_SCORES = next(cast(Repeating, field.spec).high for field in fields_of(Course) if field.name == "scores")


def proposals(parts: Parts) -> Mapping[str, Proposal]:
    """Entries by the names of their questions."""
    return dict((*_next_score(parts), *_end_of_induction(parts)))


def _next_score(parts: Parts) -> Iterable[tuple[str, Proposal]]:
    place, day = len(parts.course.scores), next_day(parts)
    if place == MOST_SCORES or day > LAST:
        return
    yield f"scores.{place}.day", Proposal(day.isoformat())
    done = parts.course.scores[-1].treatments_completed
    later = [count for count in ASSESSED_AFTER if done is not None and count > done]
    if later:
        yield f"scores.{place}.treatments_completed", Proposal(str(later[0]))


def next_day(parts: Parts) -> date:
    """The next session of the maintenance, as our protocol scores at each; without one as long after the last score as before."""
    scores = parts.course.scores
    last = scores[-1].day
    sessions = [day for day in parts.maintenance.outputs.dates if day > last] if parts.maintenance else []
    between = last - scores[-2].day if len(scores) > 1 else A_WEEK
    return sessions[0] if sessions else last + between


def _end_of_induction(parts: Parts) -> Iterable[tuple[str, Proposal]]:
    if parts.induction and not parts.maintenance:
        day = parts.induction.outputs.last_date
        yield "induction_end", Proposal(day.isoformat(), f"Use {dated(day)}, the last day by the first treatment")
