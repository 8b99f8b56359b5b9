"""The readings that a session plans, and which of them were taken, late or left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...crisis_symptoms import REMEASURE_MINUTES
from ...due import State
from ...esketamine_label import OBSERVE_MINUTES, PRESSURE_AFTER_MINUTES, first_minute_to_leave
from ...house_values import READING_LATE
from .inputs import ESKETAMINE, IV, LONGEST_SESSION, Session

# Minutes from the start of the dose, of the spray from that of its first device. Of the spray those before the dose, about 40
# minutes, and the last one, 2 hours after the last device, are the label's; the others, and all of an infusion, are our own:
# no label gives a time for an infusion against depression.
PLANNED: Mapping[str, tuple[int, ...]] = {
    IV: (0, 10, 20, 30, 40, 60, 90, 120),
    ESKETAMINE: (0, 20, PRESSURE_AFTER_MINUTES, 60, 90, OBSERVE_MINUTES),
}
LATE = int(READING_LATE.value)


@dataclass(frozen=True)
class Planned:
    """A reading that is planned, with the minute at which it was taken; None where there is none."""

    minute: int
    taken: int | None
    state: State


def minutes_of(session: Session) -> tuple[int, ...]:
    """When this session is measured: as planned, and of the spray once more when its two hours are over."""
    plan = PLANNED[session.route]
    last = first_minute_to_leave(session.dose_mg) if session.route == ESKETAMINE else plan[-1]
    return plan if last == plan[-1] else (*plan, last)


def of_the_label(session: Session) -> tuple[int, ...]:
    """Those of its minutes that the label has."""
    return (0, PRESSURE_AFTER_MINUTES, minutes_of(session)[-1]) if session.route == ESKETAMINE else ()


def planned(session: Session, minutes: Sequence[int]) -> tuple[Planned, ...]:
    """Each planned reading with what the minutes of the readings show, which are in order."""
    plan = minutes_of(session)
    return tuple(_one(plan, place, minutes) for place in range(len(plan)))


def _one(plan: Sequence[int], place: int, minutes: Sequence[int]) -> Planned:
    # Nothing that was measured after the start of the dose is a reading before it.
    # One that is in time for two counts for both.
    minute = plan[place]
    ends = max(_begins(plan, place + 1), minute + LATE + 1) if place else 1
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
