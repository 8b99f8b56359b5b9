"""One course of treatment put to every calculator that follows one, each asked once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ...catalogue import (
    asrm,
    induction_plan,
    maintenance_plan,
    relapse_check,
    response_status,
    timeline_action,
    ymrs_total,
)
from ...evaluation import Evaluation, evaluated
from ...two_totals import COMPARED
from .inputs import Course, induction_of, maintenance_of, scales_in, visit_of
from .instruments import RELAPSE_SCALE
from .mania import Watched, watched_in
from .series import LaterScore, Series, series_of

Relapse = Evaluation[relapse_check.Visit, relapse_check.Signs]
Induction = Evaluation[induction_plan.Start, induction_plan.Plan]
Maintenance = Evaluation[maintenance_plan.Start, maintenance_plan.Plan]


JOINED = (
    response_status.CALCULATOR,
    timeline_action.CALCULATOR,
    relapse_check.CALCULATOR,
    induction_plan.CALCULATOR,
    maintenance_plan.CALCULATOR,
    asrm.CALCULATOR,
    ymrs_total.CALCULATOR,
)


@dataclass(frozen=True)
class Rise:
    """By how many points the PHQ-9 is now above a better total, and since when."""

    points: int
    now: int
    since: str


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The course with the evaluations it leads to. `relapse` and the plans are None where they were not asked for.

    `series` has the scores of each scale that is compared, the chosen one first; `mania` those that are watched.
    `rise` is that of the PHQ-9 at its last score: above the total agreed as stable, and without one above the best response.
    """

    course: Course
    series: tuple[Series, ...]
    mania: tuple[Watched, ...]
    rise: Rise | None
    relapse: Relapse | None
    induction: Induction | None
    maintenance: Maintenance | None

    @property
    def lead(self) -> Series:
        """The scale chosen for the course: its outcome leads."""
        return self.series[0]

    @property
    def beside(self) -> tuple[Series, ...]:
        """The other scales that are compared, each with its own first score."""
        return self.series[1:]

    @property
    def is_mixed(self) -> bool:
        """Whether the course has scores of more than one scale."""
        return len(self.series) + len(self.mania) > 1

    @property
    def is_relapse(self) -> bool:
        """Whether the PHQ-9 has risen by so much that our protocol treats it as relapse."""
        return _is_relapse(self.rise)

    @property
    def is_mania(self) -> bool:
        """Whether the last score on a scale of mania is positive."""
        return any(one.is_positive for one in self.mania)

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked: each score with its change and its decision, then the signs and the plans."""
        later = (part for one in self.series for score in one.later for part in score.evaluations)
        return (*later, *self._after_the_scores)

    @property
    def leading(self) -> Iterable[Evaluation[Any, Any]]:
        """What bears on today and leads: the last score of the chosen scale, the signs of relapse, and the plans."""
        return (*(part for score in self.lead.later[-1:] for part in score.evaluations), *self._after_the_scores)

    @property
    def latest(self) -> Iterable[Evaluation[Any, Any]]:
        """What bears on today: that, and the last score of each scale beside the chosen one."""
        return (*self.leading, *(one.status for one in self.beside if one.status))

    @property
    def _after_the_scores(self) -> Iterable[Evaluation[Any, Any]]:
        return tuple(part for part in (self.relapse, self.induction, self.maintenance) if part is not None)


def parts_of(course: Course) -> Parts:
    """Asks each calculator. Raises InvalidInputs when what it is asked does not go together."""
    visit, induction, maintenance = visit_of(course), induction_of(course), maintenance_of(course)
    series = tuple(series_of(course, scale) for scale in scales_in(course) if scale in COMPARED)
    mania = tuple(watched_in(course))
    rise = rise_of(course, next((one for one in series if one.scale == RELAPSE_SCALE), None))
    first = "relapse comes first" if _is_relapse(rise) else ""
    if not first and any(one.is_positive for one in mania):
        first = "the mania score comes first"
    return Parts(
        course=course,
        series=(_without_a_step(series[0], first), *series[1:]) if first else series,
        mania=mania,
        rise=rise,
        relapse=evaluated(relapse_check.CALCULATOR, visit) if visit else None,
        induction=evaluated(induction_plan.CALCULATOR, induction) if induction else None,
        maintenance=evaluated(maintenance_plan.CALCULATOR, maintenance) if maintenance else None,
    )


def rise_of(course: Course, phq9: Series | None) -> Rise | None:
    """The last PHQ-9 beside the total agreed as stable, or beside the best response before it where none was agreed on.

    None without a later PHQ-9, without a response, and where the best response is the last score.
    """
    if phq9 is None or not phq9.later:
        return None
    now, best = phq9.last.total, phq9.response_before
    if course.stable_total is not None:
        return Rise(now - course.stable_total, now, "the patient was stable")
    if best is None or now <= best.score.total:
        return None
    return Rise(now - best.score.total, now, f"its best, {best.score.total} on {best.score.day}")


def _is_relapse(rise: Rise | None) -> bool:
    return rise is not None and rise.points >= relapse_check.RISE_REAL


def _without_a_step(series: Series, why: str) -> Series:
    """The series without a step of our timeline at its last score, where something else comes first."""
    kept: tuple[LaterScore, ...] = series.later[:-1]
    return replace(series, later=(*kept, *(replace(one, decision=None, not_asked=why) for one in series.later[-1:])))
