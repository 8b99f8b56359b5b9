"""The scores of one scale in a course: each later one is compared with the first one of that scale, never with another's."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from ...catalogue import response_status, timeline_action
from ...evaluation import Evaluation, evaluated
from ...scales import BandedScale, Totals
from ...two_totals import COMPARED, of_depression
from .inputs import Course, Score, rows_of, scales_in
from .instruments import is_better

Status = Evaluation[response_status.Course, response_status.Status]
Decision = Evaluation[timeline_action.Checkpoint, timeline_action.Decision]


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
class Series:
    """The scores of one scale, and what each later one is against the first."""

    scale: str
    scores: tuple[Score, ...]
    later: tuple[LaterScore, ...]

    @property
    def instrument(self) -> BandedScale | Totals:
        """The scale, with its name and its ends."""
        return COMPARED[self.scale]

    @property
    def name(self) -> str:
        """The name of the scale."""
        return self.instrument.name

    @property
    def first(self) -> Score:
        """The score that all later ones are compared with."""
        return self.scores[0]

    @property
    def last(self) -> Score:
        """The newest score."""
        return self.scores[-1]

    @property
    def status(self) -> Status | None:
        """The change at the last score; None without a later one."""
        return self.later[-1].status if self.later else None

    @cached_property
    def best(self) -> LaterScore | None:
        """The best total since the first score, the earliest of equals; None without a later score."""
        return _best(self.scale, self.later)

    @cached_property
    def response_before(self) -> LaterScore | None:
        """The best total before the last one that was a response, the earliest of equals; None where none was."""
        return _best(self.scale, (one for one in self.later[:-1] if one.has_responded))

    @property
    def response_lost(self) -> bool:
        """Whether a response was reached before the last score, which is none."""
        return self.response_before is not None and not self.later[-1].has_responded


def series_of(course: Course, scale: str) -> Series:
    """One scale of a course, judged by its own rules. Our timeline is asked of the scale that leads alone: one step a patient."""
    (_, first), *others = rows = rows_of(course, scale)
    alone = len(scales_in(course)) == 1
    name = COMPARED[scale].name
    later = tuple(
        _later(scale, first, score, f"Score {number}" if alone else f"Score {number}, {name}", scale == course.scale)
        for number, score in others
    )
    return Series(scale, tuple(score for _, score in rows), later)


def _later(scale: str, first: Score, score: Score, about: str, leads: bool) -> LaterScore:
    totals = response_status.Course(scale=scale, baseline=Fraction(first.total), final=Fraction(score.total))
    status = evaluated(response_status.CALCULATOR, totals, about)
    treatments, percent = score.treatments_completed, status.outputs.percent
    if treatments is None or not leads:
        return LaterScore(score, status, None, "–")
    if percent is None:
        return LaterScore(score, status, None, "no percentage")
    if not of_depression(scale):
        return LaterScore(score, status, None, "not a depression scale")
    checkpoint = timeline_action.Checkpoint(
        treatments_completed=treatments, percent=percent, outcome=status.outputs.outcome
    )
    return LaterScore(score, status, evaluated(timeline_action.CALCULATOR, checkpoint, about))


def _best(scale: str, later: Iterable[LaterScore]) -> LaterScore | None:
    found: LaterScore | None = None
    for one in later:
        if found is None or is_better(scale, one.score.total, found.score.total):
            found = one
    return found
