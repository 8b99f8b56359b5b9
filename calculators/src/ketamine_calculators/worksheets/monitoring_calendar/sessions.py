"""The treatments of a calendar in their order, as planned: with their names, steps, and the shortest and longest interval."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...catalogue import maintenance_plan
from ...catalogue.induction_plan import FEWER, MORE
from ...catalogue.maintenance_plan import BIWEEKLY, EVERY_THREE, EVERY_TWO, MONTHLY, STEPS, TRIWEEKLY, WEEK, WEEKLY
from ...display import spelled
from ...esketamine_label import INDUCTION_WEEKS, WEEKLY_WEEKS
from ...evaluation import Evaluation
from ...house_protocol import ASSESSED_AFTER
from ...house_values import MISSED_DAYS_MAINTENANCE, MISSED_DAYS_TWICE_WEEKLY, MISSED_DAYS_WEEKLY
from .inputs import Dates
from .scheduled import RISK_WEEKS, label_days, scheduled_days, shortest_gap

# The interval of the denser step before, in days: no date is moved closer to the one before it (our own value).
SHORTEST = {  # by the weeks between two sessions
    WEEKLY: shortest_gap(FEWER),
    BIWEEKLY: WEEK * WEEKLY,
    TRIWEEKLY: WEEK * BIWEEKLY,
    MONTHLY: WEEK * TRIWEEKLY,
}
SHORTEST_IN_WORDS = (
    f"{shortest_gap(MORE)} days with {spelled(MORE)} treatments a week, {SHORTEST[WEEKLY]} with {spelled(FEWER)} or one, "
    f"{SHORTEST[BIWEEKLY]} {EVERY_TWO}, {SHORTEST[TRIWEEKLY]} {EVERY_THREE}, {SHORTEST[MONTHLY]} monthly"
)


@dataclass(frozen=True)
class Session:
    """A treatment as planned. `most` is the interval above which the plan no longer holds; `week` is that of the label."""

    name: str
    step: str
    planned: date
    least: int
    most: int
    then: str = ""
    week: int = 0


def induction_sessions(induction: Evaluation[Any, Any], transition: bool) -> Iterable[Session]:
    """The treatments of an induction, and the weekly transition where no maintenance follows."""
    per_week, plan = induction.inputs.per_week, induction.outputs
    least = shortest_gap(per_week)
    for place, day in enumerate(plan.dates, 1):
        then = f"Assess response after treatment {place}" if place in ASSESSED_AFTER else ""
        yield Session(f"Induction {place}", "Induction", day, least, WEEK, then)
    if transition:
        for place, day in enumerate(plan.transition_dates, 1):
            then = "Check that the response is holding"
            yield Session(f"Weekly {place}", "Weekly transition", day, SHORTEST[WEEKLY], WEEK * BIWEEKLY, then)


def spacing_sessions(maintenance: Evaluation[Any, Any]) -> Iterable[Session]:
    """The sessions of the gradual spacing, each with the interval of its step."""
    weeks = {key: count for key, count, _ in maintenance_plan.steps(maintenance.inputs)}
    place = 0
    for key, dates in maintenance_plan.sessions(maintenance.inputs):
        for day in dates:
            place += 1
            yield spaced(f"Maintenance {place}", STEPS[key], day, weeks[key])


def spaced(name: str, step: str, day: date, weeks: int) -> Session:
    """A session of one interval. A step later than the next one of the protocol is too late."""
    return Session(name, step, day, SHORTEST[weeks], (weeks + 1) * WEEK)


def scheduled_sessions(dates: Dates) -> Iterable[Session]:
    """The sessions of scheduled maintenance."""
    assert dates.risk is not None  # held by the rules of the form
    weeks = RISK_WEEKS[dates.risk]
    step = "Weekly" if weeks == WEEKLY else f"Every {weeks} weeks"
    for place, day in enumerate(scheduled_days(dates.start, dates.risk, dates.scheduled_sessions), 1):
        yield spaced(f"Maintenance {place}", step, day, weeks)


def esketamine_sessions(start: date, indication: str, spaced_weeks: int, weeks: int) -> Iterable[Session]:
    """The doses of esketamine. The longest intervals are those above which Esketamine visit counts a session as missed."""
    for place, (week, day) in enumerate(label_days(start, indication, spaced_weeks, weeks), 1):
        if week <= INDUCTION_WEEKS:
            step, least, most = "Twice weekly", SHORTEST[WEEKLY], MISSED_DAYS_TWICE_WEEKLY
        elif week <= WEEKLY_WEEKS or spaced_weeks == WEEKLY:
            step, least, most = "Weekly", SHORTEST[WEEKLY], MISSED_DAYS_WEEKLY
        else:
            step, least, most = f"Every {spaced_weeks} weeks", SHORTEST[spaced_weeks], MISSED_DAYS_MAINTENANCE
        yield Session(f"Esketamine {place}", step, day, least, int(most.value), f"Week {week} of treatment", week)
