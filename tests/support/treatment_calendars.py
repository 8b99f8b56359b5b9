"""Two hundred plans of a treatment calendar: from leap days, ends of months, and the days on which clocks change."""

from collections.abc import Iterator
from random import Random
from typing import Any

# Ends of months, leap days, and the Sundays on which summer time begins or ends in New York, London, Berlin, Sydney and
# Santiago, in 2026 to 2028: dates of the time-zone database.
STARTS = (
    *("2027-01-31", "2027-02-28", "2028-02-28", "2028-02-29", "2028-03-01", "2026-12-31", "2027-04-30", "2027-08-31"),
    *("2026-03-08", "2026-11-01", "2026-03-29", "2026-10-25", "2026-04-05", "2026-10-04", "2026-09-06"),
    *("2027-03-14", "2027-11-07", "2027-03-28", "2027-10-31", "2028-03-12"),
)
ZONES = ("America/New_York", "Europe/London", "Europe/Berlin", "Australia/Sydney", "America/Santiago")
STOP: dict[str, Any] = {"stable_phq9": 4, "oral_ad": True, "supports": True}
PLANS: tuple[dict[str, Any], ...] = (
    {"mode": "induction"},
    {"mode": "induction", "per_week": 3, "sessions": 10},
    {"mode": "induction_maintenance", "biweekly_sessions": 8, "monthly_sessions": 6},
    {"mode": "whole_course", **STOP},
    {"mode": "maintenance", "first_step": "triweekly"},
    {"mode": "maintenance_discontinuation", "first_step": "monthly", "sessions_done": 1, **STOP},
    {"mode": "scheduled", "risk": "moderate"},
    {"mode": "as_needed"},
    {"mode": "esketamine", "indication": "trd"},
    {"mode": "discontinuation", **STOP},
)
WEEKEND = ["saturday", "sunday"]


def two_hundred() -> Iterator[dict[str, Any]]:
    """Every plan from every start, with closed days as a clinic might have them."""
    random = Random(19)
    for start in STARTS:
        for plan in PLANS:
            closed: dict[str, Any] = random.choice(
                [
                    {},
                    {"closed_weekdays": WEEKEND},
                    {"closed_weekdays": [*WEEKEND, "wednesday"]},
                    {
                        "closed_weekdays": WEEKEND,
                        "holidays": [
                            {"first": f"{int(start[:4]) + later}-{first}", "last": f"{int(start[:4]) + later}-{last}"}
                            for later in (0, 1)
                            for first, last in (("07-01", "07-05"), ("12-24", "12-31"))
                        ],
                    },
                ]
            )
            yield {**plan, **closed, "start": start}
