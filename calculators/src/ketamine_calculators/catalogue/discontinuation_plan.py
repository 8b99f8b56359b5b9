"""Discontinuation plan: on which days a patient who stops ketamine is checked, and at which PHQ-9 treatment resumes.

The steps of stopping from the house article; the days are house values, the line is the smallest important change of the
PHQ-9 (Löwe 2004) and at most its usual cut-off (Kroenke 2001).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from ..definition import Calculator, Difference, Notice, Output, Source, Table
from ..fields import Day, YesNo
from ..figures import Chip, Figure
from ..house_article import PROTOCOLS
from ..house_values import STOPPING_DAYS
from ..house_values.beside_literature import beside_literature
from ..planned_days import dated, marked_weekday, weekend_notes
from ..references import HOUSE, KROENKE_2001, LOEWE_2004
from ..wording import counted, listed
from ..worksheet import question
from .relapse_check import RETURN_ABOVE, RISE_REAL, USUAL_CUT_OFF, Visit

STOPPING = PROTOCOLS.section("Discontinuation strategies")

CHECK_DAYS = tuple(int(day) for day in STOPPING_DAYS.numbers.values())
FIRST_MONTH = 28  # days, our convention
DAYS_IN_WORDS = listed([str(day) for day in CHECK_DAYS], "and")


@dataclass(frozen=True, kw_only=True)
class Stop:
    """The end of treatment, and what is in place for the time after it."""

    last_dose: Annotated[date, Day(label="Last dose")]
    stable_phq9: Annotated[int, question(Visit, "stable_phq9")]
    oral_ad: Annotated[
        bool, YesNo(label="Oral antidepressant that works and goes on", hint="At an adequate dose, taken as prescribed")
    ]
    supports: Annotated[
        bool,
        YesNo(
            label="Signs of relapse known to the patient and one other person",
            hint="Somebody besides the patient who would notice, and knows whom to call",
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The days of the checks, and the score at which treatment resumes."""

    resume_phq9: Annotated[int, Output(label="Treatment resumes from a PHQ-9 of")]
    check_dates: Annotated[tuple[date, ...], Output(label="Checks", shown=False)]
    first_month_ends: Annotated[date, Output(label="First month ends")]
    last_check: Annotated[date, Output(label="Last check")]


def plan(stop: Stop) -> Plan:
    """The checks counted from the last dose, and the lower of two lines. House values."""
    checks = tuple(stop.last_dose + timedelta(days=day) for day in CHECK_DAYS)
    return Plan(
        resume_phq9=min(stop.stable_phq9 + RISE_REAL, USUAL_CUT_OFF),
        check_dates=checks,
        first_month_ends=stop.last_dose + timedelta(days=FIRST_MONTH),
        last_check=checks[-1],
    )


def headline(stop: Stop, answer: Plan) -> str:
    """How many checks, from when to when, and what brings treatment back."""
    checks = counted(len(answer.check_dates), "check")
    return f"{checks} from {answer.check_dates[0]} to {answer.last_check}; {resumes(answer)}"


def resumes(answer: Plan) -> str:
    """What brings treatment back."""
    return f"resume at a PHQ-9 of {answer.resume_phq9} or more, or with suicidal thoughts"


def figure(stop: Stop, answer: Plan) -> Figure:
    """The score that brings treatment back, with the days of the checks."""
    chips = [Chip("No oral antidepressant", "caution")] if not stop.oral_ad else []
    chips += [Chip("At the line already", "caution")] if at_the_line(stop, answer) else []
    after = f"Or with suicidal thoughts. Checks: {listed([dated(day) for day in answer.check_dates], 'and')}."
    says = ("resume_phq9", "last_check")
    return Figure(str(answer.resume_phq9), "or more", "Resume at a PHQ-9 of", tuple(chips), after, says)


def at_the_line(stop: Stop, answer: Plan) -> bool:
    """Whether the stable score would bring treatment back by itself."""
    return stop.stable_phq9 >= answer.resume_phq9


def working(stop: Stop, answer: Plan) -> Iterable[str]:
    """Each check as a sum of days, and the lower of the two lines."""
    yield f"Checks: {stop.last_dose} + {DAYS_IN_WORDS} days"
    higher = stop.stable_phq9 + RISE_REAL
    yield (
        f"Resume: the lower of {stop.stable_phq9} + {RISE_REAL} = {higher} and {USUAL_CUT_OFF}, which is "
        f"{answer.resume_phq9}"
    )


def tables(stop: Stop, answer: Plan) -> Iterable[Table]:
    """Every check with its date."""
    yield checks(stop, answer)


def checks(stop: Stop, answer: Plan) -> Table:
    """The dates of the checks, and what is done at each."""
    rows = [
        (day.isoformat(), marked_weekday(day), name, done)
        for (name, done), day in zip(named(answer), answer.check_dates, strict=True)
    ]
    return Table("Checks after the last dose", ("Date", "Weekday", "Check", "What is done"), tuple(rows), dated=True)


def named(answer: Plan) -> Iterable[tuple[str, str]]:
    """The name of each check, and what is done at it."""
    for place, (after, day) in enumerate(zip(CHECK_DAYS, answer.check_dates, strict=True), 1):
        month = ". First month: watch closely" if day <= answer.first_month_ends else ""
        yield (
            f"After stopping {place}",
            f"Day {after}: PHQ-9, C-SSRS, signs of relapse, oral antidepressant{month}",
        )


def warnings(stop: Stop, answer: Plan) -> Iterable[Notice]:
    """What has to be in place before the last dose, and how the line is read."""
    if not stop.oral_ad:
        yield Notice(
            "caution",
            "Settle the oral treatment before the last dose: our protocol stops only on a sound oral antidepressant regimen.",
            rule="discontinuation_plan.no_oral_antidepressant",
            short="stopping without a sound oral antidepressant",
        )
    if at_the_line(stop, answer):
        yield Notice(
            "caution",
            f"Agree on another line, or go on treating: the stable PHQ-9 of {stop.stable_phq9} is already at the line of "
            f"{answer.resume_phq9}.",
            rule="discontinuation_plan.at_the_line",
            short=f"stable PHQ-9 {stop.stable_phq9} is at the line of {answer.resume_phq9}",
        )
    if not stop.supports:
        yield Notice(
            "caution",
            "Teach the signs of relapse to the patient and one other person before the last dose: our protocol asks for it.",
            rule="discontinuation_plan.signs_not_known",
            short="signs of relapse not taught yet",
        )
    yield Notice(
        "note",
        "Suicidal thoughts bring the patient back at any score, at once. A single total is repeated and the signs of relapse "
        "are looked for.",
        calculator="relapse_check",
    )
    yield from weekend_notes("checks", answer.check_dates, "Move a check to the next open day.")


CALCULATOR = Calculator(
    id="discontinuation_plan",
    title="Discontinuation plan",
    summary="On which days is a patient who stops ketamine checked, and at which score does treatment resume?",
    moment="maintain",
    version="1.0",
    population="Adults who have stayed stable on maintenance and stop by plan. Not for stopping because of harm.",
    inputs=Stop,
    outputs=Plan,
    compute=plan,
    headline=headline,
    figure=figure,
    working=working,
    warnings=warnings,
    tables=tables,
    formula=(
        f"Checks {DAYS_IN_WORDS} days after the last dose (our own values)",
        f"Resume at PHQ-9 when stable + {RISE_REAL}, at most {USUAL_CUT_OFF}, or with suicidal thoughts (our own value)",
        f"The first month is {FIRST_MONTH} days (our convention); its checks say so.",
    ),
    sources=(
        Source(HOUSE, "what a planned stop needs: close follow-up, a sound oral regimen, an agreed score, known signs"),
        Source(LOEWE_2004, f"{RISE_REAL} points as the smallest important change in one patient"),
        Source(KROENKE_2001, f"{USUAL_CUT_OFF} or more as the usual clinical cut-off"),
    ),
    house=(
        STOPPING.item("Follow symptoms closely", says="the checks"),
        STOPPING.item("See that the oral antidepressant regimen is a sound one", says="the caution without one"),
        STOPPING.item("Agree on the score at which treatment resumes", says="that there is a line"),
        STOPPING.item("Teach the patient which signs announce a relapse", says="the caution where they are not known"),
    ),
    differences=(
        beside_literature(STOPPING_DAYS, lambda stop, answer: True),
        Difference(
            topic="Score that brings the patient back",
            house=f"After stopping {RISE_REAL} points above stable, at most {USUAL_CUT_OFF}; in as-needed maintenance, as an "
            f"example, above {RETURN_ABOVE}.",
            literature=f"The smallest important change in one patient is {RISE_REAL} points (Löwe 2004); the usual clinical "
            f"cut-off is {USUAL_CUT_OFF} or more.",
        ),
    ),
    synonyms=("stopping", "taper off", "withdrawal", "end of treatment", "resume", "restart"),
)
