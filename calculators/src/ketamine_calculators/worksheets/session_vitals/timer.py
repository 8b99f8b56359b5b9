"""What a page that counts down is told of a session: each planned reading, the next one, and when the patient may leave."""

from ...crisis_symptoms import REMEASURE_MINUTES
from ...due import Due, DueReading
from ...esketamine_label import OBSERVE_HOURS
from .discharge import observed_from
from .inputs import ESKETAMINE
from .parts import Parts
from .planned import LATE


def due(parts: Parts, at: int | None) -> Due:
    """The planned readings from the start of the dose, and the next one, which is at this minute."""
    session = parts.session
    readings = tuple(
        DueReading(one.minute, words_of(one.minute), f"The reading of minute {one.minute} is late.", one.state)
        for one in parts.plan
    )
    after, stopped = next((one for one in readings if one.minute == at and one.state == "due"), None), parts.stopped_at
    if at is not None and after is None and stopped is not None:
        again = f"Measure blood pressure again: {REMEASURE_MINUTES} min after minute {stopped}."
        after = DueReading(at, again, f"The blood pressure of minute {at} is late.", "due")
    until = observed_from(session)
    hours = f": {OBSERVE_HOURS} hours after the last device" if session.route == ESKETAMINE else ""
    return Due(
        day=session.day.isoformat() if session.day else None,
        time=session.start,
        readings=readings,
        next=after,
        late_after=LATE,
        until=until,
        until_words=f"Not before minute {until}{hours}, and only when every discharge criterion is met.",
    )


def words_of(minute: int) -> str:
    """What is measured at a planned minute."""
    measured = "blood pressure, heart rate, oxygen saturation, MOAA/S, dissociation"
    return f"Before the dose: {measured}." if minute == 0 else f"Minute {minute}: {measured}."
