"""Induction plan: on which days do the induction treatments, their assessments and the weekly transition fall?

For adults starting racemic ketamine infusions. Not for esketamine, whose weeks its label fixes. Not a prescription.
Returns every treatment with its date. Protocol from the house article; the days of the week are a house convention.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from ..definition import Calculator, Difference, ListItem, Notice, Output, Source, Table, TableRow
from ..display import weekday
from ..fields import Choice, Day, Whole
from ..references import HOUSE, SINGH_2016

ARTICLE = "treatment-resistant-depression-protocols"
INDUCTION, FREQUENCY, ASSESSING = (
    "Induction Phase Protocols",
    "Treatment Frequency Optimization",
    "Defining Non-Response",
)

USUAL_SESSIONS = 6
ASSESSED_AFTER = (2, 4, 6)  # treatments
TRANSITION_SESSIONS = 4  # weekly
# Days of each week, counted from the start (house convention): Monday and Thursday; Monday, Wednesday and Friday.
DAYS = {2: (0, 3), 3: (0, 2, 4)}


@dataclass(frozen=True, kw_only=True)
class Start:
    start: Annotated[date, Day(label="First treatment", hint="Year-month-day, like 2026-03-02")]
    per_week: Annotated[
        int, Choice(label="Treatments a week", options={2: "2 (day 1 and day 4)", 3: "3 (days 1, 3 and 5)"})
    ] = 2
    sessions: Annotated[
        int,
        Whole(
            label="Treatments",
            hint="Usually 6; up to 8–10 on a gradual response",
            low=6,
            high=10,
            why="The house protocol gives 6, and up to 10 on a gradual response.",
        ),
    ] = USUAL_SESSIONS


@dataclass(frozen=True, kw_only=True)
class Plan:
    last_date: Annotated[date, Output(label="Last treatment")]
    weeks: Annotated[int, Output(label="Weeks of induction")]
    dates: Annotated[tuple[date, ...], Output(label="Treatments", shown=False)]
    assessment_dates: Annotated[Mapping[str, date], Output(label="Assessments", shown=False)]
    transition_dates: Annotated[tuple[date, ...], Output(label="Weekly transition", shown=False)]


def plan(start: Start) -> Plan:
    days = DAYS[start.per_week]
    dates = tuple(
        start.start + timedelta(weeks=place // start.per_week, days=days[place % start.per_week])
        for place in range(start.sessions)
    )
    last = dates[-1]
    return Plan(
        dates=dates,
        last_date=last,
        weeks=(last - start.start).days // 7 + 1,
        assessment_dates={str(after): dates[after - 1] for after in ASSESSED_AFTER},
        transition_dates=tuple(last + timedelta(weeks=week) for week in range(1, TRANSITION_SESSIONS + 1)),
    )


def headline(start: Start, answer: Plan) -> str:
    return f"{start.sessions} treatments from {start.start} to {answer.last_date}, {start.per_week} a week"


def working(start: Start, answer: Plan) -> Iterable[str]:
    full, rest = divmod(start.sessions - 1, start.per_week)
    offset = DAYS[start.per_week][rest]
    yield f"Last treatment: {start.start} + {full} × 7 + {offset} days = {answer.last_date}"
    days = (answer.last_date - start.start).days
    yield f"Weeks: {days} days are {days // 7} whole weeks, plus one = {answer.weeks}"
    yield f"Transition: {answer.last_date} + 7, 14, 21 and 28 days"


def tables(start: Start, answer: Plan) -> Iterable[Table]:
    yield treatments(answer, transition=True)


def treatments(answer: Plan, *, transition: bool) -> Table:
    """The dates; without the weekly transition where a maintenance plan holds it."""
    rows = [
        (
            day.isoformat(),
            weekday(day),
            f"Induction {place}",
            f"Assess response after treatment {place}" if place in ASSESSED_AFTER else "",
        )
        for place, day in enumerate(answer.dates, 1)
    ]
    if transition:
        rows += [
            (day.isoformat(), weekday(day), f"Weekly {place}", "Check that the response is holding")
            for place, day in enumerate(answer.transition_dates, 1)
        ]
    return Table(label="Treatments", head=("Date", "Weekday", "Treatment", "Then"), rows=tuple(rows), dated=True)


def warnings(start: Start, answer: Plan) -> Iterable[Notice]:
    yield Notice(
        "caution",
        "The plan goes on only as the assessments allow: after 2, 4 and 6 treatments decide what comes next.",
        calculator="timeline_action",
    )
    if start.sessions > USUAL_SESSIONS:
        yield Notice("note", f"More than {USUAL_SESSIONS} treatments are for a response that comes slowly.")
    yield Notice("note", "Weekends and public holidays are not considered.")


def item(section: str, text: str, says: str) -> ListItem:
    return ListItem(ARTICLE, section, text, says)


CALCULATOR = Calculator(
    id="induction_plan",
    title="Induction plan",
    summary="On which days do the induction treatments, their assessments and the weekly transition fall?",
    moment="give",
    version="1.0",
    population="Adults starting racemic ketamine infusions. Not for esketamine, whose weeks its label fixes.",
    inputs=Start,
    outputs=Plan,
    compute=plan,
    headline=headline,
    working=working,
    warnings=warnings,
    tables=tables,
    formula=(
        "Twice weekly: days 1 and 4 of each week from the first treatment; three times: days 1, 3 and 5 (house convention)",
        "Assessments after treatments 2, 4 and 6",
        "Weekly transition: 4 dates, the first 7 days after the last treatment",
        "Weeks = whole weeks from the first to the last treatment, plus one",
    ),
    sources=(
        Source(HOUSE, "2–3 treatments a week, 6 in all or up to 8–10, assessments, and 4 weekly treatments after"),
        Source(SINGH_2016, "two and three infusions a week did alike over 15 days"),
    ),
    house=(
        TableRow(ARTICLE, INDUCTION, "Frequency", "2-3 treatments per week", "two or three a week"),
        TableRow(ARTICLE, INDUCTION, "Duration", "6 treatments over 2-3 weeks", "6 treatments as the usual course"),
        item(FREQUENCY, "2-3 sessions weekly, over 2-3 weeks", "two or three a week"),
        item(FREQUENCY, "Usually 6 sessions in all", "6 as the default"),
        item(FREQUENCY, "Stretch to 8-10 where benefit is coming slowly", "the highest number accepted"),
        item(FREQUENCY, "One session a week for 4 weeks", "the weekly transition"),
        item(ASSESSING, "After 2 treatments: a first signal is possible", "the first assessment"),
        item(
            ASSESSING,
            "After 4 treatments: those who are going to respond should show at least a partial response",
            "the second assessment",
        ),
        item(ASSESSING, "After 6 treatments: the verdict on response is given", "the third assessment"),
    ),
    differences=(
        Difference(
            topic="Three times a week",
            house="Two or three treatments a week.",
            literature="In a controlled trial two and three infusions a week did alike over 15 days.",
            when=lambda start, answer: start.per_week == 3,
        ),
    ),
    synonyms=("schedule", "induction dates", "calendar", "course of infusions", "six infusions"),
)
