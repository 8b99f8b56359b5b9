"""What the form of a session may put into a new reading: the minute that is due."""

from collections.abc import Mapping

from ...proposal import Proposal
from .parts import Parts
from .planned import planned


def proposals(parts: Parts) -> Mapping[str, Proposal]:
    """The minute of the next planned reading, after rows that are still to be filled in."""
    plan = planned(parts.session.route, [one.reading.t for one in parts.readings])
    due = [one.minute for one in plan if one.state == "due"]
    return {f"rows.{len(parts.session.rows)}.t": Proposal(str(due[0]))} if due and parts.readings else {}
