"""One course of treatment put to every calculator that follows one, each asked once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...catalogue import induction_plan, maintenance_plan, relapse_check, response_status, timeline_action
from ...evaluation import Evaluation, evaluated
from ...scales import SCALES
from .inputs import Course, Score, induction_of, maintenance_of, status_course_of, visit_of

Status = Evaluation[response_status.Course, response_status.Status]
Decision = Evaluation[timeline_action.Checkpoint, timeline_action.Decision]
Relapse = Evaluation[relapse_check.Visit, relapse_check.Signs]
Induction = Evaluation[induction_plan.Start, induction_plan.Plan]
Maintenance = Evaluation[maintenance_plan.Start, maintenance_plan.Plan]


JOINED = (
    response_status.CALCULATOR,
    timeline_action.CALCULATOR,
    relapse_check.CALCULATOR,
    induction_plan.CALCULATOR,
    maintenance_plan.CALCULATOR,
)


@dataclass(frozen=True)
class LaterScore:
    """A score after the first: its change since then, and what the house timeline does, where that can be asked.

    `not_asked` says why it could not.
    """

    score: Score
    status: Status
    decision: Decision | None
    not_asked: str = ""

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked about this score."""
        return (self.status, self.decision) if self.decision else (self.status,)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The course with the evaluations it leads to. `relapse` and the plans are None where they were not asked for."""

    course: Course
    later: tuple[LaterScore, ...]
    relapse: Relapse | None
    induction: Induction | None
    maintenance: Maintenance | None

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked: each score with its change and its decision, then the signs and the plans."""
        return (*(part for later in self.later for part in later.evaluations), *self._after_the_scores)

    @property
    def latest(self) -> Iterable[Evaluation[Any, Any]]:
        """What bears on today: the last score, the signs of relapse at it, and the plans."""
        return (*(part for later in self.later[-1:] for part in later.evaluations), *self._after_the_scores)

    @property
    def _after_the_scores(self) -> Iterable[Evaluation[Any, Any]]:
        return tuple(part for part in (self.relapse, self.induction, self.maintenance) if part is not None)


def parts_of(course: Course) -> Parts:
    """Asks each calculator. Raises InvalidInputs when what it is asked does not go together."""
    visit, induction, maintenance = visit_of(course), induction_of(course), maintenance_of(course)
    relapse = evaluated(relapse_check.CALCULATOR, visit) if visit else None
    relapsed = len(course.scores) if relapse and relapse.outputs.mcid_reached else None
    later = tuple(
        _later_score(course, score, place, place == relapsed) for place, score in enumerate(course.scores[1:], 2)
    )
    return Parts(
        course=course,
        later=later,
        relapse=relapse,
        induction=evaluated(induction_plan.CALCULATOR, induction) if induction else None,
        maintenance=evaluated(maintenance_plan.CALCULATOR, maintenance) if maintenance else None,
    )


def _later_score(course: Course, score: Score, place: int, relapsed: bool) -> LaterScore:
    about = f"Score {place}"
    status = evaluated(response_status.CALCULATOR, status_course_of(course, score), about)
    treatments, percent = score.treatments_completed, status.outputs.percent
    if treatments is None:
        return LaterScore(score, status, None, "–")
    if percent is None:
        return LaterScore(score, status, None, "no percentage")
    if not SCALES[course.scale].of_depression:
        return LaterScore(score, status, None, "not a depression scale")
    if relapsed:
        return LaterScore(score, status, None, "relapse comes first")
    checkpoint = timeline_action.Checkpoint(
        treatments_completed=treatments, percent=percent, outcome=status.outputs.outcome
    )
    return LaterScore(score, status, evaluated(timeline_action.CALCULATOR, checkpoint, about))
