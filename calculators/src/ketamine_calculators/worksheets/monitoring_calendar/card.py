"""Treatment calendar: when does each treatment, check and visit of a course fall?

For adults treated with ketamine or esketamine. It plans; whether the next treatment is given is decided at each visit.
Returns one set of dates from the plans of the calculators, moved off closed days by one rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from ...catalogue import discontinuation_plan, relapse_check
from ...definition import Output
from ...esketamine_label import SPACED, SPACED_FROM, TWICE_WEEKLY, WEEKLY
from ...figures import Chip, Figure
from ...house_values import DRUG_SCREEN_DAYS, FUNCTION_DAYS, LABORATORY_DAYS
from ...house_values.beside_literature import beside_literature, in_words
from ...planned_days import dated
from ...wording import counted
from ...worksheet import (
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_working,
    output,
)
from .chart import charts
from .checks import INTERVALS
from .inputs import BLANK_AS_IN_THE_PROTOCOL, Dates
from .notices import warnings
from .parts import CHECK, JOINED, STOPPING, TREATMENT, Parts, parts_of
from .rules import closures_end_after_they_begin, one_visit_a_day, some_weekday_is_open
from .scheduled import passages
from .sessions import SHORTEST_IN_WORDS
from .tables import tables

WHAT = {
    "as_needed": "As-needed maintenance",
    "discontinuation": "Checks after the last dose",
}


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """All dates, and the first of what falls due. Each unit stands in its Output."""

    treatments: Annotated[int, Output(label="Treatments")]
    first_date: Annotated[date | None, Output(label="First treatment")]
    last_date: Annotated[date | None, Output(label="Last treatment")]
    function: Annotated[date | None, Output(label=f"First assessment of function ({in_words(FUNCTION_DAYS)})")]
    three_months: Annotated[date | None, Output(label=f"First drug screen ({in_words(DRUG_SCREEN_DAYS)})")]
    six_months: Annotated[date | None, Output(label=f"First liver, urine and cognition ({in_words(LABORATORY_DAYS)})")]
    return_above: Annotated[int | None, Output(label="Return visit at a PHQ-9 above")]
    resume_phq9: Annotated[int | None, output(discontinuation_plan.CALCULATOR, "resume_phq9")]
    last_check: Annotated[
        date | None, output(discontinuation_plan.CALCULATOR, "last_check", label="Last check after stopping")
    ]
    moved: Annotated[int, Output(label="Dates moved off closed days")]
    dates: Annotated[tuple[date, ...], Output(label="Treatments", shown=False)]
    check_dates: Annotated[tuple[date, ...], Output(label="Checks after stopping", shown=False)]


def calendar(parts: Parts) -> Calendar:
    """The dates as they stand after closed days were considered."""
    treatments, stopping = parts.of(TREATMENT), parts.of(STOPPING)
    function, screen, laboratory = (what for _, what in INTERVALS)
    return Calendar(
        treatments=len(treatments),
        first_date=treatments[0].day if treatments else None,
        last_date=treatments[-1].day if treatments else None,
        function=first_due(parts, function),
        three_months=first_due(parts, screen),
        six_months=first_due(parts, laboratory),
        return_above=relapse_check.RETURN_ABOVE if parts.dates.mode == "as_needed" else None,
        resume_phq9=parts.stopping.outputs.resume_phq9 if parts.stopping else None,
        last_check=stopping[-1].day if stopping else None,
        moved=len(parts.moved),
        dates=tuple(entry.day for entry in treatments),
        check_dates=tuple(entry.day for entry in stopping),
    )


def first_due(parts: Parts, what: str) -> date | None:
    """The first day on which something falls due; None where it never does."""
    return next((entry.day for entry in parts.of(CHECK) if what in entry.what), None)


def headline(parts: Parts, answer: Calendar) -> str:
    """How many treatments from when to when, and what brings the patient back."""
    told = [WHAT[parts.dates.mode]] if parts.dates.mode in WHAT else []
    if answer.first_date and answer.last_date:
        told.append(
            f"{counted(answer.treatments, 'treatment')} from {dated(answer.first_date)} to {dated(answer.last_date)}"
        )
    if answer.return_above is not None:
        told.append(f"return visit at a PHQ-9 above {answer.return_above}, or at once with suicidal thoughts")
    if parts.stopping:
        told.append(
            f"{counted(len(answer.check_dates), 'check')} after stopping until {answer.last_check}; "
            f"{discontinuation_plan.resumes(parts.stopping.outputs)}"
        )
    return (
        ". ".join(told)
        if len(told) < 2
        else f"{told[0]}: {'. '.join(told[1:])}"
        if parts.dates.mode in WHAT
        else ". ".join(told)
    )


def figure(parts: Parts, answer: Calendar) -> Figure:
    """How many treatments, or the score that brings the patient back where there are none."""
    chips = [Chip(f"{answer.moved} moved")] if answer.moved else []
    if parts.too_far_apart:
        chips.append(Chip("Interval too long", "caution"))
    if answer.first_date and answer.last_date:
        after = f"{dated(answer.first_date)} to {dated(answer.last_date)}"
        says = ("treatments", "first_date", "last_date")
        return Figure(str(answer.treatments), "treatments", "", tuple(chips), after, says)
    if parts.stopping:
        theirs = parts.stopping.figure
        after = f"Or with suicidal thoughts. Last check: {answer.last_check}."
        return Figure(
            theirs.value, theirs.unit, theirs.label, (*theirs.chips, *chips), after, ("resume_phq9", "last_check")
        )
    after = "Or at once with suicidal thoughts."
    return Figure(f"above {answer.return_above}", "", "Return visit at a PHQ-9", tuple(chips), after, ("return_above",))


def working(parts: Parts, answer: Calendar) -> Iterable[str]:
    """The sums of the plans, what falls due, and each move."""
    yield from joined_working(parts.evaluations)
    if answer.function:
        for value, what in INTERVALS:
            yield f"{what}: {parts.dates.start} + every {in_words(value)}"
    for entry in parts.moved:
        yield f"{entry.name}: {dated(entry.planned)} + {counted(entry.moved, 'day')} = {dated(entry.day)}"
    if not parts.moved:
        yield "Moved: no date"


WORKSHEET = Worksheet(
    id="monitoring_calendar",
    title="Treatment calendar",
    summary="All dates of a course in one set: treatments, checks, stopping.",
    moment="maintain",
    version="1.0",
    population="Adults treated with ketamine or nasal esketamine. It plans dates; each treatment is decided at its visit.",
    inputs=Dates,
    outputs=Calendar,
    parts=parts_of,
    compute=calendar,
    headline=headline,
    figure=figure,
    working=working,
    warnings=lambda parts, outputs: warnings(parts),
    tables=lambda parts, outputs: tables(parts),
    charts=lambda parts, outputs: charts(parts),
    rules=(
        answered_as_asked(*BLANK_AS_IN_THE_PROTOCOL),
        some_weekday_is_open,
        closures_end_after_they_begin,
        one_visit_a_day,
    ),
    formula=(
        f"Function every {in_words(FUNCTION_DAYS)}, drug screen every {in_words(DRUG_SCREEN_DAYS)}, liver, urine and cognition "
        f"every {in_words(LABORATORY_DAYS)} from the start (our own values)",
        f"Esketamine: {TWICE_WEEKLY} twice weekly, {WEEKLY} weekly, from week {SPACED_FROM} {SPACED} (label); the days of the "
        "week are our convention.",
        "Closed days (our own value): a date on one goes to the next open day, never to an earlier one. The dates after it keep "
        "their own days, unless they would come closer than the shortest interval of their step: "
        f"{SHORTEST_IN_WORDS}.",
        "Checks after stopping are counted from the last dose as it will be given.",
        joined_names(JOINED),
    ),
    sources=joined_sources(JOINED),
    house=passages(),
    differences=(
        *joined_differences(JOINED),
        *(
            beside_literature(value, lambda parts, outputs: outputs.function is not None)
            for value in (FUNCTION_DAYS, DRUG_SCREEN_DAYS, LABORATORY_DAYS)
        ),
    ),
    synonyms=(
        "schedule",
        "appointments",
        "ics",
        "iCalendar",
        "monitoring schedule",
        "holidays",
        "maintenance dates",
        "taper",
    ),
    joins=JOINED,
    example={
        "mode": "induction_maintenance",
        "start": "2026-03-02",
        "closed_weekdays": ["saturday", "sunday"],
        "holidays": [{"first": "2026-03-09", "name": "Clinic closed"}],
    },
    # By hand: Monday 2 March twice weekly ends on Thursday 19 March; treatment 3, Monday 9 March, goes to Tuesday 10 March,
    # and treatment 4 would then follow after 2 days, so that it goes to Friday 13 March. 15 sessions more, the last one
    # 252 days after 19 March, on 26 November. From 2 March 28 days are 30 March, 91 are 1 June, 182 are 31 August.
    expected={
        "treatments": 21,
        "first_date": "2026-03-02",
        "last_date": "2026-11-26",
        "function": "2026-03-30",
        "three_months": "2026-06-01",
        "six_months": "2026-08-31",
        "moved": 2,
        "return_above": None,
    },
)
