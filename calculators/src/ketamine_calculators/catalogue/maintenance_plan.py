"""Maintenance plan: on which days do the sessions of the gradual spacing protocol fall?

For adults who responded to an induction. Each step is only for patients who are still stable. Not a prescription.
Returns every session with its date. Protocol from the house article; a month is 28 days, to keep the weekday.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from ..definition import Calculator, ListItem, Notice, Output, Source, Table, TableRow
from ..display import weekday
from ..fields import Day, Whole
from ..references import HOUSE

ARTICLE = "treatment-resistant-depression-protocols"
SPACING = "Maintenance Protocols"
MONITORING = "Monitoring During Maintenance"

WEEKLY_SESSIONS = TRIWEEKLY_SESSIONS = 4
MONTH_WEEKS = 4  # house convention: 28 days keep the weekday


@dataclass(frozen=True, kw_only=True)
class Start:
    induction_end: Annotated[date, Day(label="Last day of induction", hint="Year-month-day, like 2026-01-05")]
    biweekly_sessions: Annotated[
        int, Whole(label="Sessions every 2 weeks", hint="4 to 8", low=4, high=8, why="The house protocol gives 4 to 8.")
    ]
    monthly_sessions: Annotated[
        int, Whole(label="Monthly sessions", hint="3 to 6", low=3, high=6, why="The house protocol gives 3 to 6.")
    ]


@dataclass(frozen=True, kw_only=True)
class Plan:
    total_sessions: Annotated[int, Output(label="Sessions in all")]
    total_days: Annotated[int, Output(label="From the end of induction", unit="days")]
    first_date: Annotated[date, Output(label="First session")]
    weekly_last: Annotated[date, Output(label="Last weekly session")]
    biweekly_last: Annotated[date, Output(label="Last session every 2 weeks")]
    triweekly_last: Annotated[date, Output(label="Last session every 3 weeks")]
    last_date: Annotated[date, Output(label="Last monthly session")]
    dates: Annotated[tuple[date, ...], Output(label="All sessions", shown=False)]


def steps(start: Start) -> tuple[tuple[str, int, int], ...]:
    """Each step of the protocol: its name, the weeks between its sessions, and how many there are."""
    return (
        ("Weekly", 1, WEEKLY_SESSIONS),
        ("Every 2 weeks", 2, start.biweekly_sessions),
        ("Every 3 weeks", 3, TRIWEEKLY_SESSIONS),
        ("Monthly (28 days)", MONTH_WEEKS, start.monthly_sessions),
    )


def sessions(start: Start) -> tuple[tuple[str, tuple[date, ...]], ...]:
    """Each step with its dates. Its first session is one of its own intervals after the session before."""
    day, planned = start.induction_end, []
    for name, weeks, count in steps(start):
        dates = tuple(day + timedelta(weeks=weeks * place) for place in range(1, count + 1))
        planned.append((name, dates))
        day = dates[-1]
    return tuple(planned)


def plan(start: Start) -> Plan:
    weekly, biweekly, triweekly, monthly = (dates for _, dates in sessions(start))
    dates = weekly + biweekly + triweekly + monthly
    return Plan(
        total_sessions=len(dates),
        total_days=(dates[-1] - start.induction_end).days,
        first_date=dates[0],
        weekly_last=weekly[-1],
        biweekly_last=biweekly[-1],
        triweekly_last=triweekly[-1],
        last_date=dates[-1],
        dates=dates,
    )


def headline(start: Start, answer: Plan) -> str:
    return f"{answer.total_sessions} sessions from {answer.first_date} to {answer.last_date}, on {weekday(answer.last_date)}s"


def working(start: Start, answer: Plan) -> Iterable[str]:
    day = start.induction_end
    for (name, weeks, count), (_, dates) in zip(steps(start), sessions(start), strict=True):
        yield f"{name}: {day} + {count} × {7 * weeks} days = {dates[-1]}"
        day = dates[-1]
    parts = " + ".join(str(7 * weeks * count) for _, weeks, count in steps(start))
    yield f"Days: {parts} = {answer.total_days}"


def tables(start: Start, answer: Plan) -> Iterable[Table]:
    planned = [(name, day) for name, dates in sessions(start) for day in dates]
    yield Table(
        label="Sessions",
        head=("Date", "Weekday", "Session", "Step"),
        rows=tuple(
            (day.isoformat(), weekday(day), f"Maintenance {place}", name)
            for place, (name, day) in enumerate(planned, 1)
        ),
        dated=True,
    )
    yield Table(
        label="Monitoring",
        head=("Assessment", "How often"),
        rows=(
            ("PHQ-9", "Each visit"),
            ("C-SSRS", "Each visit"),
            ("Tolerability", "Each visit"),
            ("Vital signs", "Each treatment"),
            ("Function", "Monthly"),
            ("Substance use", "Periodically"),
            ("Full psychiatric review", "Every 3–6 months"),
        ),
    )


def warnings(start: Start, answer: Plan) -> Iterable[Notice]:
    yield Notice(
        "caution",
        "Each step is only for a patient who is still stable. Check for relapse before the interval grows.",
        calculator="relapse_check",
    )
    yield Notice("note", "After the last session the protocol tries stopping, with close monitoring.")
    yield Notice("note", "Public holidays are not considered. A month is 28 days, so that the weekday stays.")


def item(text: str, says: str) -> ListItem:
    return ListItem(ARTICLE, SPACING, text, says)


def monitored(name: str, often: str) -> TableRow:
    return TableRow(ARTICLE, MONITORING, name, often, "how often it is done")


CALCULATOR = Calculator(
    id="maintenance_plan",
    title="Maintenance plan",
    summary="On which days do the sessions of the gradual spacing protocol fall?",
    moment="maintain",
    version="1.0",
    population="Adults who responded to an induction course and stay stable from step to step.",
    inputs=Start,
    outputs=Plan,
    compute=plan,
    headline=headline,
    working=working,
    warnings=warnings,
    tables=tables,
    formula=(
        "4 sessions weekly, then 4–8 every 2 weeks, 4 every 3 weeks, 3–6 every 28 days",
        "The first session of each step is one of its own intervals after the session before.",
        "Days in all = 112 + 14 × sessions every 2 weeks + 28 × monthly sessions",
    ),
    sources=(Source(HOUSE, "the steps, their lengths, and the monitoring"),),
    house=(
        item("Induction has worked: once weekly × 4 weeks", "4 weekly sessions"),
        item("Still stable: one treatment every 2 weeks × 4-8 treatments", "4 to 8 sessions every 2 weeks"),
        item("Still stable: one treatment every 3 weeks × 4 treatments", "4 sessions every 3 weeks"),
        item("Still stable: once a month × 3-6 treatments", "3 to 6 monthly sessions"),
        item("Still stable: try stopping, and watch closely", "the end of the plan"),
        monitored("Depression scales (PHQ-9)", "Each visit"),
        monitored("Suicidality assessment (C-SSRS)", "Each visit"),
        monitored("Tolerability review", "Each visit"),
        monitored("Vital signs", "Each treatment"),
        monitored("Functional assessment", "Monthly"),
        monitored("Substance use screening", "Periodically"),
        monitored("Comprehensive psychiatric eval", "Every 3-6 months"),
    ),
    synonyms=("schedule", "spacing", "taper", "calendar", "interval", "maintenance dates"),
)
