"""What the form of a session may put into a new reading: the minute that is due."""

from collections.abc import Mapping

from ...crisis_symptoms import REMEASURE_MINUTES
from ...proposal import Proposal
from .parts import Parts
from .planned import next_minute, planned


def proposals(parts: Parts) -> Mapping[str, Proposal]:
    """The minute of the next reading, after rows that are still to be filled in."""
    minutes, stopped = [one.reading.t for one in parts.readings], parts.stopped_at
    again = stopped if stopped is not None and stopped + REMEASURE_MINUTES > minutes[-1] else None
    due = next_minute(planned(parts.session, minutes), again)
    if due is None or not parts.readings:
        return {}
    return {f"rows.{len(parts.session.rows)}.t": Proposal(str(due))}
