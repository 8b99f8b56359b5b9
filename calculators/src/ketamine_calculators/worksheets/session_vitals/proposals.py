"""What the form of a session may put into a new reading: the minute that is due."""

from collections.abc import Mapping

from ...proposal import Proposal
from .parts import Parts


def proposals(parts: Parts) -> Mapping[str, Proposal]:
    """The minute of the next planned reading."""
    due = [one.minute for one in parts.plan if one.state == "due"]
    return {f"rows.{len(parts.session.rows)}.t": Proposal(str(due[0]))} if due and parts.readings else {}
