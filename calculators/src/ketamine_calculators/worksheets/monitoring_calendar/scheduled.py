"""Treatments at one interval: scheduled maintenance by the risk of relapse, and esketamine by the weeks of the label."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from ...catalogue.induction_plan import DAYS, FEWER, offset
from ...catalogue.maintenance_plan import BIWEEKLY, MONTHLY, SPACING, TRIWEEKLY, WEEK, WEEKLY
from ...definition import TableRow
from ...display import spelled
from ...esketamine_label import INDUCTION_WEEKS, WEEKLY_WEEKS
from ...house_values import LABORATORY_DAYS

# Weeks between two sessions. Where our protocol gives a range, the shorter interval is planned (our convention).
RISK_WEEKS = {"high": WEEKLY, "moderate": BIWEEKLY, "stable": TRIWEEKLY, "well_stabilized": MONTHLY}
RISKS = {
    "high": "High, or first stabilization: weekly",
    "moderate": f"Moderate: every {BIWEEKLY} weeks",
    "stable": f"Stable: every {TRIWEEKLY}–{MONTHLY} weeks, planned every {TRIWEEKLY}",
    "well_stabilized": f"Well stabilized: monthly or less, planned every {MONTHLY} weeks",
}
HALF_A_YEAR = int(LABORATORY_DAYS.value)  # days: until the first check of liver, urine and cognition is planned
HALF_A_YEAR_WEEKS = HALF_A_YEAR // WEEK
MOST_SESSIONS = 52


def scheduled_days(start: date, risk: str, sessions: int | None) -> tuple[date, ...]:
    """The sessions after the day of the last treatment; those of half a year unless a number is given."""
    weeks = RISK_WEEKS[risk]
    count = HALF_A_YEAR_WEEKS // weeks if sessions is None else sessions
    return tuple(start + timedelta(weeks=weeks * place) for place in range(1, count + 1))


def label_days(start: date, indication: str, spaced_weeks: int, weeks: int) -> Iterable[tuple[int, date]]:
    """The week of treatment and the day of each dose of esketamine, from the first one on. Days of the week: our convention."""
    for week in range(1, INDUCTION_WEEKS + 1):
        for place in range(FEWER):
            yield week, start + timedelta(weeks=week - 1, days=offset(FEWER, place))
    if indication != "trd":
        return  # the label has no schedule beyond these weeks
    for week in range(INDUCTION_WEEKS + 1, min(weeks, WEEKLY_WEEKS) + 1):
        yield week, start + timedelta(weeks=week - 1)
    for week in range(WEEKLY_WEEKS + spaced_weeks, weeks + 1, spaced_weeks):
        yield week, start + timedelta(weeks=week - 1)


def shortest_gap(per_week: int) -> int:
    """The days between two treatments of one week, where they are closest."""
    return min(after - before for before, after in pairwise(DAYS[per_week]))


def passages() -> tuple[TableRow, ...]:
    """The rows of the house article that give the intervals."""
    return (
        SPACING.row("Weekly", "High relapse risk, initial stabilization", says="weekly at high risk"),
        SPACING.row(
            f"Every {BIWEEKLY} weeks", "Moderate relapse risk", says=f"every {BIWEEKLY} weeks at moderate risk"
        ),
        SPACING.row(
            f"Every {TRIWEEKLY}-{MONTHLY} weeks",
            "Stable patients",
            says=f"every {spelled(TRIWEEKLY)} weeks when stable",
        ),
        SPACING.row("Monthly or less", "Well-stabilized patients", says="monthly when well stabilized"),
    )
