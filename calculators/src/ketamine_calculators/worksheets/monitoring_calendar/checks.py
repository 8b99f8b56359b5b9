"""What is checked besides the treatments: at each visit, and at intervals counted from the start. House values."""

from collections.abc import Iterable
from datetime import date

from ...house_values import DRUG_SCREEN_DAYS, FUNCTION_DAYS, LABORATORY_DAYS
from ...maintenance_monitoring import REVIEWS

# What falls due, by the days between two of them.
INTERVALS = (
    (FUNCTION_DAYS, "Function"),
    (DRUG_SCREEN_DAYS, "Urine drug screen"),
    (
        LABORATORY_DAYS,
        f"Liver tests with ALP and GGT; urinalysis; cognition; full psychiatric review (every {REVIEWS})",
    ),
)
EACH_VISIT = (
    ("PHQ-9", "Each visit", "Our protocol"),
    ("C-SSRS since last visit", "Each visit", "Our protocol"),
    ("Blood pressure and oxygen saturation", "Each treatment", "Our protocol; oxygen: label of esketamine"),
    ("Tolerability", "Each visit", "Our protocol"),
    ("Bladder: frequency, urgency, pain, blood", "Each visit", "Our own value"),
    ("Pregnancy possible?", "Each visit; a test at the start and when a period is late", "Our own value"),
)


def due(start: date, until: date) -> Iterable[tuple[int, str]]:
    """The days after the start on which something falls due, with what; what falls due on one day is one check."""
    last = (until - start).days
    days = sorted({day for value, _ in INTERVALS for day in range(int(value.value), last + 1, int(value.value))})
    for day in days:
        yield day, "; ".join(what for value, what in INTERVALS if day % int(value.value) == 0)
