"""Induction plan: every treatment of the induction with its date, the assessments and the weekly transition.

Protocol from the house article; the days of the week are a house convention.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..display import WEEKDAYS, spelled
from ..fields import Choice, Day, Whole
from ..figures import Figure
from ..house_article import PROTOCOLS
from ..house_protocol import ASSESSED_AFTER, EXTENDED_FROM, EXTENDED_TO, USUAL_SESSIONS
from ..planned_days import SATURDAY, marked_weekday, weekend_notes
from ..references import HOUSE, SINGH_2016
from ..wording import listed

INDUCTION = PROTOCOLS.section("Induction phase protocols")
FREQUENCY = PROTOCOLS.section("Treatment frequency optimization")
ASSESSING = PROTOCOLS.section("Defining non-response")

WEEK = 7  # days
TRANSITION_SESSIONS = 4  # weekly
# Days of each week, the first day being 1 (our convention): Monday and Thursday; Monday, Wednesday and Friday.
DAYS = {2: (1, 4), 3: (1, 3, 5)}
FEWER, MORE = DAYS  # treatments a week
A_WEEK = f"{spelled(FEWER)} or {spelled(MORE)}"
FIRST, SECOND, THIRD = ASSESSED_AFTER  # treatments at each assessment
ASSESSED = listed([str(after) for after in ASSESSED_AFTER], "and")
HOLIDAYS = Notice("note", "Public holidays are not considered.")


def days(per_week: int) -> str:
    """The days of the week on which treatments fall: `1, 3 and 5`."""
    return listed([str(day) for day in DAYS[per_week]], "and")


@dataclass(frozen=True, kw_only=True)
class Start:
    """The course that is planned."""

    start: Annotated[date, Day(label="First treatment")]
    per_week: Annotated[
        int,
        Choice(
            label="Treatments a week",
            options={
                FEWER: f"{FEWER} ({' and '.join(f'day {day}' for day in DAYS[FEWER])})",
                MORE: f"{MORE} (days {days(MORE)})",
            },
        ),
    ] = FEWER
    sessions: Annotated[
        int,
        Whole(
            label="Treatments",
            hint=f"Usually {USUAL_SESSIONS}; up to {EXTENDED_FROM}–{EXTENDED_TO} on a gradual response",
            low=USUAL_SESSIONS,
            high=EXTENDED_TO,
            why=f"Our protocol gives {USUAL_SESSIONS}, and up to {EXTENDED_TO} on a gradual response.",
        ),
    ] = USUAL_SESSIONS


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Every date of the course, the assessments by the number of the treatment they follow."""

    last_date: Annotated[date, Output(label="Last treatment")]
    weeks: Annotated[int, Output(label="Weeks of induction")]
    dates: Annotated[tuple[date, ...], Output(label="Treatments", shown=False)]
    assessment_dates: Annotated[Mapping[str, date], Output(label="Assessments", shown=False)]
    transition_dates: Annotated[tuple[date, ...], Output(label="Weekly transition", shown=False)]


def plan(start: Start) -> Plan:
    """The dates, counted from the day of the first treatment."""
    dates = tuple(
        start.start + timedelta(weeks=place // start.per_week, days=offset(start.per_week, place % start.per_week))
        for place in range(start.sessions)
    )
    last = dates[-1]
    return Plan(
        dates=dates,
        last_date=last,
        weeks=(last - start.start).days // WEEK + 1,
        assessment_dates={str(after): dates[after - 1] for after in ASSESSED_AFTER},
        transition_dates=tuple(last + timedelta(weeks=week) for week in range(1, TRANSITION_SESSIONS + 1)),
    )


def offset(per_week: int, place: int) -> int:
    """Days from the first to another treatment of a week."""
    return DAYS[per_week][place] - DAYS[per_week][0]


def headline(start: Start, answer: Plan) -> str:
    """How many treatments, from when to when."""
    return f"{start.sessions} treatments from {start.start} to {answer.last_date}, {start.per_week} a week"


def figure(start: Start, answer: Plan) -> Figure:
    """How many treatments, from when to when."""
    after = f"{start.start} to {answer.last_date}, {start.per_week} a week"
    return Figure(str(start.sessions), "treatments", after=after, says=("last_date",))


def working(start: Start, answer: Plan) -> Iterable[str]:
    """The count of days to the last treatment and to each of the transition."""
    full, rest = divmod(start.sessions - 1, start.per_week)
    yield (
        f"Last treatment: {start.start} + {full} × {WEEK} + {offset(start.per_week, rest)} days = {answer.last_date}"
    )
    length = (answer.last_date - start.start).days
    yield f"Weeks: {length} days are {length // WEEK} whole weeks, plus one = {answer.weeks}"
    after = listed([str(WEEK * week) for week in range(1, TRANSITION_SESSIONS + 1)], "and")
    yield f"Transition: {answer.last_date} + {after} days"


def tables(start: Start, answer: Plan) -> Iterable[Table]:
    """Every treatment with its date and what follows it."""
    yield treatments(answer, transition=True)


def treatments(answer: Plan, *, transition: bool) -> Table:
    """The dates; without the weekly transition where a maintenance plan holds it."""
    rows = [
        (
            day.isoformat(),
            marked_weekday(day),
            f"Induction {place}",
            f"Assess response after treatment {place}" if place in ASSESSED_AFTER else "",
        )
        for place, day in enumerate(answer.dates, 1)
    ]
    if transition:
        rows += [
            (day.isoformat(), marked_weekday(day), f"Weekly {place}", "Check that the response is holding")
            for place, day in enumerate(answer.transition_dates, 1)
        ]
    return Table(label="Treatments", head=("Date", "Weekday", "Treatment", "Then"), rows=tuple(rows), dated=True)


def warnings(start: Start, answer: Plan) -> Iterable[Notice]:
    """What the plan leaves to the assessments and to the clinic's calendar."""
    yield Notice(
        "note",
        f"The plan goes on only as the assessments allow: after {ASSESSED} treatments decide what comes next.",
        calculator="timeline_action",
    )
    if start.sessions > USUAL_SESSIONS:
        yield Notice("note", f"More than {USUAL_SESSIONS} treatments are for a response that comes slowly.")
    yield from weekend_notes(
        "treatments", answer.dates, f"Start on a {working_starts(start.per_week)} to avoid weekends."
    )
    yield HOLIDAYS


def working_starts(per_week: int) -> str:
    """The weekdays from which no treatment of a week falls on a weekend."""
    return listed([day for place, day in enumerate(WEEKDAYS) if place + DAYS[per_week][-1] <= SATURDAY], "or")


CALCULATOR = Calculator(
    id="induction_plan",
    title="Induction plan",
    summary="On which days do the induction treatments, their assessments and the weekly transition fall?",
    moment="give",
    version="1.2",
    population="Adults starting racemic ketamine infusions. Not for esketamine, whose weeks its label fixes.",
    inputs=Start,
    outputs=Plan,
    compute=plan,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=tables,
    formula=(
        f"Twice weekly: days {days(FEWER)} of each week from the first treatment; {spelled(MORE)} times: days {days(MORE)} "
        "(our convention)",
        f"Assessments after treatments {ASSESSED}",
        f"Weekly transition: {TRANSITION_SESSIONS} dates, the first {WEEK} days after the last treatment",
        "Weeks = whole weeks from the first to the last treatment, plus one",
    ),
    sources=(
        Source(
            HOUSE,
            f"{FEWER}–{MORE} treatments a week, {USUAL_SESSIONS} in all or up to {EXTENDED_FROM}–{EXTENDED_TO}, assessments, "
            f"and {TRANSITION_SESSIONS} weekly treatments after",
        ),
        Source(SINGH_2016, "two and three infusions a week did alike over 15 days"),
    ),
    house=(
        INDUCTION.row("Frequency", f"{FEWER}-{MORE} treatments per week", says=f"{A_WEEK} a week"),
        INDUCTION.row(
            "Duration",
            f"{USUAL_SESSIONS} treatments over {USUAL_SESSIONS // MORE}-{USUAL_SESSIONS // FEWER} weeks",
            says=f"{USUAL_SESSIONS} treatments as the usual course",
        ),
        FREQUENCY.item(
            f"{FEWER}-{MORE} sessions weekly, over {USUAL_SESSIONS // MORE}-{USUAL_SESSIONS // FEWER} weeks",
            says=f"{A_WEEK} a week",
        ),
        FREQUENCY.item(f"Usually {USUAL_SESSIONS} sessions in all", says=f"{USUAL_SESSIONS} as the default"),
        FREQUENCY.item(
            f"Stretch to {EXTENDED_FROM}-{EXTENDED_TO} where benefit is coming slowly",
            says="the highest number accepted",
        ),
        FREQUENCY.item(f"One session a week for {TRANSITION_SESSIONS} weeks", says="the weekly transition"),
        ASSESSING.item(f"After {FIRST} treatments: a first signal is possible", says="the first assessment"),
        ASSESSING.item(
            f"After {SECOND} treatments: those who are going to respond show at least a partial response",
            says="the second assessment",
        ),
        ASSESSING.item(f"After {THIRD} treatments: the result is judged", says="the third assessment"),
    ),
    differences=(
        Difference(
            topic=f"{spelled(MORE).capitalize()} times a week",
            house=f"{A_WEEK.capitalize()} treatments a week.",
            literature="In a controlled trial two and three infusions a week did alike over 15 days.",
            when=lambda start, answer: start.per_week == MORE,
        ),
    ),
    synonyms=("schedule", "induction dates", "calendar", "course of infusions", "six infusions"),
)
