"""Maintenance plan: every session of the gradual spacing protocol with its date.

Protocol from the house article; a month is four weeks, to keep the weekday (house convention).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from ..definition import Calculator, Notice, Output, Source, Table
from ..display import WEEKDAYS, spelled, weekday
from ..errors import InputProblem
from ..fields import Choice, Day, Whole
from ..figures import Figure
from ..house_article import PROTOCOLS
from ..maintenance_monitoring import HOW_OFTEN, REVIEWS
from ..planned_days import marked_weekday, weekend_notes
from ..references import HOUSE
from ..worksheet import answered_as_asked

SPACING = PROTOCOLS.section("Maintenance protocols")

WEEK = 7  # days
# Weeks between the sessions of each step, and how many there are.
WEEKLY, WEEKLY_SESSIONS = 1, 4
BIWEEKLY, BIWEEKLY_LEAST, BIWEEKLY_MOST = 2, 4, 8
TRIWEEKLY, TRIWEEKLY_SESSIONS = 3, 4
MONTHLY, MONTHLY_LEAST, MONTHLY_MOST = 4, 3, 6  # house convention: a month of whole weeks keeps the weekday

MONTH = f"{WEEK * MONTHLY} days"
EVERY_TWO, EVERY_THREE = f"every {BIWEEKLY} weeks", f"every {TRIWEEKLY} weeks"
STEPS = {
    "weekly": "Weekly",
    "biweekly": EVERY_TWO.capitalize(),
    "triweekly": EVERY_THREE.capitalize(),
    "monthly": f"Monthly ({MONTH})",
}
FIRST_STEP = "weekly"
UNTIL_BIWEEKLY = ("first_step", ("weekly", "biweekly"))

HOLIDAYS = Notice("note", f"Public holidays are not considered. A month is {MONTH}, so that the weekday stays.")


@dataclass(frozen=True, kw_only=True)
class Start:
    """The maintenance that is planned."""

    induction_end: Annotated[
        date,
        Day(label="Last day of induction", hint="Where the plan begins at a later step: the day of the last session"),
    ]
    first_step: Annotated[
        str, Choice(label="First step", hint="A later one for a patient who is there already", options=STEPS)
    ] = FIRST_STEP
    sessions_done: Annotated[
        int | None,
        Whole(
            label="Sessions of the first step already given",
            hint="Blank: none",
            low=0,
            high=BIWEEKLY_MOST - 1,
            why=f"No step has more than {BIWEEKLY_MOST} sessions, and one is left to plan.",
        ),
    ] = None
    biweekly_sessions: Annotated[
        int | None,
        Whole(
            label=f"Sessions {EVERY_TWO}",
            hint=f"{BIWEEKLY_LEAST} to {BIWEEKLY_MOST}",
            low=BIWEEKLY_LEAST,
            high=BIWEEKLY_MOST,
            why=f"Our protocol gives {BIWEEKLY_LEAST} to {BIWEEKLY_MOST}.",
            asked_when=UNTIL_BIWEEKLY,
        ),
    ] = None
    monthly_sessions: Annotated[
        int,
        Whole(
            label="Monthly sessions",
            hint=f"{MONTHLY_LEAST} to {MONTHLY_MOST}",
            low=MONTHLY_LEAST,
            high=MONTHLY_MOST,
            why=f"Our protocol gives {MONTHLY_LEAST} to {MONTHLY_MOST}.",
        ),
    ]
    weekday: Annotated[
        str | None,
        Choice(
            label="Weekday of the sessions",
            hint="Blank: the weekday on which induction ends",
            options={day.lower(): day for day in WEEKDAYS},
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Every date of the plan, and the end of each step."""

    total_sessions: Annotated[int, Output(label="Sessions in all")]
    total_days: Annotated[int, Output(label="From the end of induction", unit="days")]
    first_date: Annotated[date, Output(label="First session")]
    weekly_last: Annotated[date | None, Output(label="Last weekly session")]
    biweekly_last: Annotated[date | None, Output(label=f"Last session {EVERY_TWO}")]
    triweekly_last: Annotated[date | None, Output(label=f"Last session {EVERY_THREE}")]
    last_date: Annotated[date, Output(label="Last monthly session")]
    dates: Annotated[tuple[date, ...], Output(label="All sessions", shown=False)]


def steps(start: Start) -> tuple[tuple[str, int, int], ...]:
    """Each step from the first one on: its key, the weeks between its sessions, and how many are still to come."""
    all_steps = (
        ("weekly", WEEKLY, WEEKLY_SESSIONS),
        ("biweekly", BIWEEKLY, start.biweekly_sessions or 0),
        ("triweekly", TRIWEEKLY, TRIWEEKLY_SESSIONS),
        ("monthly", MONTHLY, start.monthly_sessions),
    )
    (key, weeks, count), *later = all_steps[list(STEPS).index(start.first_step) :]
    return ((key, weeks, count - (start.sessions_done or 0)), *later)


def one_session_left(start: Start) -> Iterable[InputProblem]:
    """Refuses as many sessions already given as the first step has."""
    key, _, left = steps(start)[0]
    if left < 1 and not (key == "biweekly" and start.biweekly_sessions is None):
        count = left + (start.sessions_done or 0)
        yield InputProblem(
            "sessions_done",
            f"{STEPS[key]} has {count} sessions. Enter fewer as already given, or choose the next step.",
            "rule",
        )


def sessions(start: Start) -> tuple[tuple[str, tuple[date, ...]], ...]:
    """Each step by its key with its dates. Its first session is one of its own intervals after the session before."""
    day, planned = start.induction_end + timedelta(days=shift(start)), []
    for key, weeks, count in steps(start):
        dates = tuple(day + timedelta(weeks=weeks * place) for place in range(1, count + 1))
        planned.append((key, dates))
        day = dates[-1]
    return tuple(planned)


def shift(start: Start) -> int:
    """Days by which the sessions come later than a week after the induction, to fall on the weekday chosen: the nearest one."""
    if start.weekday is None:
        return 0
    wanted = list(WEEKDAYS).index(start.weekday.capitalize())
    half = WEEK // 2
    return (wanted - start.induction_end.weekday() + half) % WEEK - half


def plan(start: Start) -> Plan:
    """The dates, counted from the last day of induction, or from the last session where the plan begins later."""
    planned = dict(sessions(start))
    dates = tuple(day for step in planned.values() for day in step)
    last = {key: step[-1] for key, step in planned.items()}
    return Plan(
        total_sessions=len(dates),
        total_days=(dates[-1] - start.induction_end).days,
        first_date=dates[0],
        weekly_last=last.get("weekly"),
        biweekly_last=last.get("biweekly"),
        triweekly_last=last.get("triweekly"),
        last_date=dates[-1],
        dates=dates,
    )


def headline(start: Start, answer: Plan) -> str:
    """How many sessions, from when to when, on which weekday."""
    return f"{answer.total_sessions} sessions from {answer.first_date} to {answer.last_date}, on {weekday(answer.last_date)}s"


def figure(start: Start, answer: Plan) -> Figure:
    """How many sessions, from when to when, on which weekday."""
    after = f"{answer.first_date} to {answer.last_date}, on {weekday(answer.last_date)}s"
    return Figure(
        str(answer.total_sessions), "sessions", after=after, says=("total_sessions", "first_date", "last_date")
    )


def working(start: Start, answer: Plan) -> Iterable[str]:
    """Each step as a sum of days."""
    day, moved = start.induction_end, shift(start)
    if moved:
        day += timedelta(days=moved)
        yield f"Counted to {weekday(day)}s: {start.induction_end} {signed(moved)} days = {day}"
    for (key, weeks, count), (_, dates) in zip(steps(start), sessions(start), strict=True):
        yield f"{STEPS[key]}: {day} + {count} × {WEEK * weeks} days = {dates[-1]}"
        day = dates[-1]
    parts = " + ".join(str(WEEK * weeks * count) for _, weeks, count in steps(start))
    yield f"Days: {parts}{f' {signed(moved)}' if moved else ''} = {answer.total_days}"


def signed(days: int) -> str:
    """`+ 2`, `− 1`."""
    return f"{'+' if days > 0 else '−'} {abs(days)}"


def tables(start: Start, answer: Plan) -> Iterable[Table]:
    """Every session with its date, and what is monitored how often."""
    planned = [(STEPS[key], day) for key, dates in sessions(start) for day in dates]
    yield Table(
        label="Sessions",
        head=("Date", "Weekday", "Session", "Step"),
        rows=tuple(
            (day.isoformat(), marked_weekday(day), f"Maintenance {place}", name)
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
            ("Full psychiatric review", f"Every {REVIEWS}"),
        ),
    )


def warnings(start: Start, answer: Plan) -> Iterable[Notice]:
    """What each step and the end of the plan depend on."""
    yield Notice(
        "note",
        "Each step is only for a patient who is still stable. Check for relapse before the interval grows.",
        calculator="relapse_check",
    )
    if moved := shift(start):
        _, weeks, _ = steps(start)[0]
        since = "the end of induction" if start.first_step == FIRST_STEP else "the last session"
        yield Notice(
            "note",
            f"The first session is {WEEK * weeks + moved} days after {since} instead of {WEEK * weeks}, so that all fall on "
            f"{weekday(answer.first_date)}s.",
        )
    yield from weekend_notes("sessions", answer.dates, "Choose another weekday of the sessions to avoid weekends.")
    yield Notice("note", "After the last session the protocol tries stopping, with close monitoring.")
    yield HOLIDAYS


CALCULATOR = Calculator(
    id="maintenance_plan",
    title="Maintenance plan",
    summary="On which days do the sessions of the gradual spacing protocol fall?",
    moment="maintain",
    version="1.3",
    population="Adults who responded to an induction course and stay stable from step to step.",
    inputs=Start,
    outputs=Plan,
    compute=plan,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=tables,
    rules=(one_session_left, answered_as_asked()),
    formula=(
        f"{WEEKLY_SESSIONS} sessions weekly, then {BIWEEKLY_LEAST}–{BIWEEKLY_MOST} {EVERY_TWO}, {TRIWEEKLY_SESSIONS} "
        f"{EVERY_THREE}, {MONTHLY_LEAST}–{MONTHLY_MOST} every {MONTH}",
        "The first session of each step is one of its own intervals after the session before.",
        "With a weekday chosen, all sessions move together to the nearest such day, at most "
        f"{spelled(WEEK // 2)} days earlier or later. (Our convention.)",
        "A plan may begin at any step; it is then counted from the last session, less the sessions already given.",
        f"Days of the whole plan = {WEEK * (WEEKLY * WEEKLY_SESSIONS + TRIWEEKLY * TRIWEEKLY_SESSIONS)} + "
        f"{WEEK * BIWEEKLY} × sessions {EVERY_TWO} + {WEEK * MONTHLY} × monthly sessions, and the days moved",
    ),
    sources=(Source(HOUSE, "the steps, their lengths, and the monitoring"),),
    house=(
        SPACING.item(
            f"Induction has worked: once weekly × {WEEKLY_SESSIONS} weeks", says=f"{WEEKLY_SESSIONS} weekly sessions"
        ),
        SPACING.item(
            f"Still stable: one treatment {EVERY_TWO} × {BIWEEKLY_LEAST}-{BIWEEKLY_MOST} treatments",
            says=f"{BIWEEKLY_LEAST} to {BIWEEKLY_MOST} sessions {EVERY_TWO}",
        ),
        SPACING.item(
            f"Still stable: one treatment {EVERY_THREE} × {TRIWEEKLY_SESSIONS} treatments",
            says=f"{TRIWEEKLY_SESSIONS} sessions {EVERY_THREE}",
        ),
        SPACING.item(
            f"Still stable: once a month × {MONTHLY_LEAST}-{MONTHLY_MOST} treatments",
            says=f"{MONTHLY_LEAST} to {MONTHLY_MOST} monthly sessions",
        ),
        SPACING.item("Still stable: try stopping, and watch closely", says="the end of the plan"),
        *HOW_OFTEN,
    ),
    synonyms=("schedule", "spacing", "taper", "calendar", "interval", "maintenance dates"),
)
