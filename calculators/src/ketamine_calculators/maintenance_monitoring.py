"""How often what is assessed during maintenance, by the house article."""

from .definition import TableRow
from .house_article import PROTOCOLS

REVIEW_MONTHS = (3, 6)  # the least and the most
REVIEWS = f"{REVIEW_MONTHS[0]}–{REVIEW_MONTHS[1]} months"
_MONITORING = PROTOCOLS.section("Monitoring during maintenance")


def _monitored(name: str, often: str) -> TableRow:
    """The row of the house article that says how often an assessment is done."""
    return _MONITORING.row(name, often, says="how often it is done")


HOW_OFTEN = (
    _monitored("Depression scales (PHQ-9)", "Each visit"),
    _monitored("Suicidality assessment (C-SSRS)", "Each visit"),
    _monitored("Tolerability review", "Each visit"),
    _monitored("Vital signs", "Each treatment"),
    _monitored("Functional assessment", "Monthly"),
    _monitored("Substance use screening", "Periodically"),
    _monitored("Comprehensive psychiatric eval", f"Every {REVIEW_MONTHS[0]}-{REVIEW_MONTHS[1]} months"),
)
"""The rows on which the plan of the sessions rests."""
