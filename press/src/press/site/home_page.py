"""What the first page says of a course of treatment: each number from the protocol, as the calculators have it."""

from dataclasses import dataclass

from ketamine_calculators.catalogue.maintenance_plan import BIWEEKLY, MONTHLY, TRIWEEKLY, WEEKLY_SESSIONS
from ketamine_calculators.display import plain
from ketamine_calculators.house_protocol import ASSESSED_AFTER, PROTOCOL_MINUTES, USUAL_SESSIONS
from ketamine_calculators.scales import RESPONSE_FROM


@dataclass(frozen=True)
class Course:
    """The numbers that the pictures of the four parts of a course show."""

    sessions: int = USUAL_SESSIONS
    minutes: int = PROTOCOL_MINUTES
    checks: tuple[int, ...] = ASSESSED_AFTER
    response: str = plain(RESPONSE_FROM)
    """Percent of the first score by which it has to fall."""
    weekly: int = WEEKLY_SESSIONS
    gaps: tuple[int, ...] = (BIWEEKLY, TRIWEEKLY, MONTHLY)
    """Weeks between treatments once the weekly ones are over."""
