"""The readings that a session plans, and which of them were taken, late or left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...due import State
from ...esketamine_label import PRESSURE_AFTER_MINUTES
from ...house_values import READING_LATE
from ...pressure_notices import REMEASURE_MINUTES
from .inputs import ESKETAMINE, IV, LONGEST_SESSION

# Minutes from the start of the dose. Of the spray those before the dose, about 40 and 120 minutes are the label's; the
# others, and all of an infusion, are our own: no label gives a time for an infusion against depression.
PLANNED: Mapping[str, tuple[int, ...]] = {
    IV: (0, 10, 20, 30, 40, 60, 90, 120),
    ESKETAMINE: (0, 20, PRESSURE_AFTER_MINUTES, 60, 90, 120),
}
OF_THE_LABEL: Mapping[str, tuple[int, ...]] = {IV: (), ESKETAMINE: (0, PRESSURE_AFTER_MINUTES, 120)}
LATE = int(READING_LATE.value)


@dataclass(frozen=True)
class Planned:
    """A reading that is planned, with the minute at which it was taken; None where there is none."""

    minute: int
    taken: int | None
    state: State


def planned(route: str, minutes: Sequence[int]) -> tuple[Planned, ...]:
    """Each planned reading with what the minutes of the readings show, which are in order."""
    plan = PLANNED[route]
    return tuple(_one(plan, place, minutes) for place in range(len(plan)))


def _one(plan: Sequence[int], place: int, minutes: Sequence[int]) -> Planned:
    # Nothing that was measured after the start of the dose is a reading before it.
    minute, ends = plan[place], _begins(plan, place + 1) if place else 1
    taken = next((one for one in minutes if _begins(plan, place) <= one < ends), None)
    if taken is not None:
        return Planned(minute, taken, "late" if taken - minute > LATE else "done")
    return Planned(minute, None, "missing" if minutes and minutes[-1] >= ends else "due")


def _begins(plan: Sequence[int], place: int) -> int:
    """The first minute that counts for a planned one; behind the last of them, one that no session reaches.

    A reading may be a little early, unless it is in time for the one before; before the dose and at the end it may not.
    """
    if place == len(plan):
        return LONGEST_SESSION + 1
    if place in (0, len(plan) - 1):
        return plan[place]
    return max(plan[place] - LATE, plan[place - 1] + (LATE if place > 1 else 0) + 1)


def next_minute(readings: Iterable[Planned], stopped_at: int | None) -> int | None:
    """The next minute at which to measure: sooner than planned where a pressure stops, None when nothing more is planned."""
    due = [one.minute for one in readings if one.state == "due"]
    again = [] if stopped_at is None else [stopped_at + REMEASURE_MINUTES]
    return min((*due, *again), default=None)
