"""One course of treatment put to every calculator that follows one, each asked once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ...catalogue import induction_plan, maintenance_plan, relapse_check, response_status, timeline_action
from ...evaluation import Evaluation, evaluated
from ...scales import SCALES
from .inputs import RELAPSE_SCALE, Course, Score, induction_of, maintenance_of, status_course_of, visit_of

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
    def has_responded(self) -> bool:
        """Whether this score is a response to treatment, or in remission."""
        return self.status.outputs.category == "response" or bool(self.status.outputs.remission)

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked about this score."""
        return (self.status, self.decision) if self.decision else (self.status,)


@dataclass(frozen=True)
class Rise:
    """By how many points the PHQ-9 is now above a better total, and since when."""

    points: int
    now: int
    since: str


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The course with the evaluations it leads to. `relapse` and the plans are None where they were not asked for.

    `rise` is that of the PHQ-9 at the last score: above the total agreed as stable, and without one above the best response.
    """

    course: Course
    later: tuple[LaterScore, ...]
    rise: Rise | None
    relapse: Relapse | None
    induction: Induction | None
    maintenance: Maintenance | None

    @property
    def best(self) -> LaterScore | None:
        """The lowest total since the first score, the earliest of equals; None without a later score."""
        return min(self.later, key=lambda later: later.score.total, default=None)

    @property
    def response_lost(self) -> bool:
        """Whether a response was reached before the last score, which is none."""
        return best_response(self.later[:-1]) is not None and not self.later[-1].has_responded

    @property
    def is_relapse(self) -> bool:
        """Whether the PHQ-9 has risen by so much that our protocol treats it as relapse."""
        return self.rise is not None and self.rise.points >= relapse_check.RISE_REAL

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
    later = tuple(_later_score(course, score, place) for place, score in enumerate(course.scores[1:], 2))
    rise = rise_of(course, later)
    if rise and rise.points >= relapse_check.RISE_REAL and later:
        last = later[-1]
        later = (*later[:-1], replace(last, decision=None, not_asked="relapse comes first"))
    return Parts(
        course=course,
        later=later,
        rise=rise,
        relapse=evaluated(relapse_check.CALCULATOR, visit) if visit else None,
        induction=evaluated(induction_plan.CALCULATOR, induction) if induction else None,
        maintenance=evaluated(maintenance_plan.CALCULATOR, maintenance) if maintenance else None,
    )


def rise_of(course: Course, later: tuple[LaterScore, ...]) -> Rise | None:
    """The PHQ-9 now beside the total agreed as stable, or beside the best response before it where none was agreed on.

    None on another scale, without a response, and where the best response is the last score.
    """
    if course.scale != RELAPSE_SCALE or not later:
        return None
    now, best = course.scores[-1].total, best_response(later[:-1])
    if course.stable_total is not None:
        return Rise(now - course.stable_total, now, "the patient was stable")
    if best is None or now <= best.score.total:
        return None
    return Rise(now - best.score.total, now, f"its best, {best.score.total} on {best.score.day}")


def best_response(later: tuple[LaterScore, ...]) -> LaterScore | None:
    """The lowest total that was a response, the earliest of equals; None where none was."""
    return min((one for one in later if one.has_responded), key=lambda one: one.score.total, default=None)


def _later_score(course: Course, score: Score, place: int) -> LaterScore:
    about = f"Score {place}"
    status = evaluated(response_status.CALCULATOR, status_course_of(course, score), about)
    treatments, percent = score.treatments_completed, status.outputs.percent
    if treatments is None:
        return LaterScore(score, status, None, "–")
    if percent is None:
        return LaterScore(score, status, None, "no percentage")
    if not SCALES[course.scale].of_depression:
        return LaterScore(score, status, None, "not a depression scale")
    checkpoint = timeline_action.Checkpoint(
        treatments_completed=treatments, percent=percent, outcome=status.outputs.outcome
    )
    return LaterScore(score, status, evaluated(timeline_action.CALCULATOR, checkpoint, about))
