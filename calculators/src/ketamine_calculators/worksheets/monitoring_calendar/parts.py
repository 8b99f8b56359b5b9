"""The dates of one patient put to every calculator that plans some, each asked once, and all of them as one set."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from ...catalogue import discontinuation_plan, induction_plan, maintenance_plan
from ...catalogue.maintenance_plan import BIWEEKLY_LEAST, MONTHLY_LEAST
from ...display import WEEKDAYS, weekday
from ...esketamine_label import SPACED_WEEKS
from ...evaluation import Evaluation, evaluated
from .checks import due
from .closed_days import ClosedDays, placed
from .inputs import WITH_INDUCTION, WITH_SPACING, WITH_STOP, Dates
from .scheduled import HALF_A_YEAR, HALF_A_YEAR_WEEKS
from .sessions import Session, esketamine_sessions, induction_sessions, scheduled_sessions, spacing_sessions

JOINED = (induction_plan.CALCULATOR, maintenance_plan.CALCULATOR, discontinuation_plan.CALCULATOR)
TREATMENT, CHECK, STOPPING, ARRANGED = "treatment", "check", "stopping", "arranged"


@dataclass(frozen=True)
class Entry:
    """One thing that happens on a day. `planned` is the day before closed days were considered."""

    kind: str
    name: str
    step: str
    planned: date
    day: date
    what: str = ""
    session: Session | None = None

    @property
    def moved(self) -> int:
        """Days by which it is later than planned."""
        return (self.day - self.planned).days


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The form, the evaluations it leads to, and every entry of the calendar in the order of days."""

    dates: Dates
    induction: Evaluation[Any, Any] | None
    maintenance: Evaluation[Any, Any] | None
    stopping: Evaluation[Any, Any] | None
    closed: ClosedDays
    entries: tuple[Entry, ...] = field(default=())

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked."""
        return tuple(one for one in (self.induction, self.maintenance, self.stopping) if one)

    def of(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of some kinds."""
        return tuple(entry for entry in self.entries if entry.kind in kinds)

    @property
    def days(self) -> dict[date, tuple[Entry, ...]]:
        """The entries by their day: what falls on one day is one visit."""
        by_day: dict[date, tuple[Entry, ...]] = {}
        for entry in self.entries:
            by_day[entry.day] = (*by_day.get(entry.day, ()), entry)
        return by_day

    @property
    def moved(self) -> tuple[Entry, ...]:
        """Those that are later than planned."""
        return tuple(entry for entry in self.entries if entry.moved)

    @property
    def too_far_apart(self) -> tuple[tuple[Entry, Entry], ...]:
        """Treatments that, by a move, are further from the one before than their step allows."""
        return tuple(
            (before, after)
            for before, after in pairwise(self.of(TREATMENT))
            if after.session and after.moved > before.moved and (after.day - before.day).days > after.session.most
        )


def parts_of(dates: Dates) -> Parts:
    """Asks each calculator, and moves what falls on a closed day. Raises InvalidInputs when something does not go together."""
    induction = evaluated(induction_plan.CALCULATOR, induction_of(dates)) if dates.mode in WITH_INDUCTION else None
    spacing_from = induction.outputs.last_date if induction else dates.start
    maintenance = (
        evaluated(maintenance_plan.CALCULATOR, maintenance_of(dates, spacing_from))
        if dates.mode in WITH_SPACING
        else None
    )
    closed = closed_of(dates)
    sessions = tuple(sessions_of(dates, induction, maintenance))
    days = placed([(one.planned, one.least) for one in sessions], closed)
    treatments = tuple(
        Entry(TREATMENT, one.name, one.step, one.planned, day, one.then, one)
        for one, day in zip(sessions, days, strict=True)
    )
    # Stopping is counted from the last dose as it will be given, on the day to which it was moved.
    last_dose = treatments[-1].day if treatments else dates.start
    stopping = (
        evaluated(discontinuation_plan.CALCULATOR, stop_of(dates, last_dose)) if dates.mode in WITH_STOP else None
    )
    entries = (
        *treatments,
        *stopping_entries(stopping, closed),
        *check_entries(dates, last_dose, closed),
        *arranged_entries(dates),
    )
    order = (TREATMENT, STOPPING, ARRANGED, CHECK)
    return Parts(
        dates=dates,
        induction=induction,
        maintenance=maintenance,
        stopping=stopping,
        closed=closed,
        entries=tuple(sorted(entries, key=lambda entry: (entry.day, order.index(entry.kind)))),
    )


def sessions_of(
    dates: Dates, induction: Evaluation[Any, Any] | None, maintenance: Evaluation[Any, Any] | None
) -> Iterable[Session]:
    """Every treatment that is planned."""
    if induction:
        # The weekly sessions after an induction are the first step of the spacing: they are planned once.
        yield from induction_sessions(induction, transition=maintenance is None)
    if maintenance:
        yield from spacing_sessions(maintenance)
    if dates.mode == "scheduled":
        yield from scheduled_sessions(dates)
    if dates.mode == "esketamine" and dates.indication:
        weeks = HALF_A_YEAR_WEEKS if dates.label_weeks is None else dates.label_weeks
        spaced_weeks = SPACED_WEEKS if dates.spaced_weeks is None else dates.spaced_weeks
        yield from esketamine_sessions(dates.start, dates.indication, spaced_weeks, weeks)


def stopping_entries(stopping: Evaluation[Any, Any] | None, closed: ClosedDays) -> Iterable[Entry]:
    """The checks after the last dose."""
    if stopping:
        planned = stopping.outputs.check_dates
        named = discontinuation_plan.named(stopping.outputs)
        for (name, done), day, moved in zip(named, planned, placed([(day, 1) for day in planned], closed), strict=True):
            yield Entry(STOPPING, name, "After stopping", day, moved, done)


def check_entries(dates: Dates, last_dose: date, closed: ClosedDays) -> Iterable[Entry]:
    """The checks that fall due between the start and the last dose, and at least for half a year."""
    if dates.mode != "discontinuation":
        until = max(last_dose, dates.start + timedelta(days=HALF_A_YEAR))
        planned = list(due(dates.start, until))
        for (after, what), day in zip(
            planned, placed([(dates.start + timedelta(days=after), 1) for after, _ in planned], closed), strict=True
        ):
            yield Entry(CHECK, f"Check, day {after}", "Check", dates.start + timedelta(days=after), day, what)


def arranged_entries(dates: Dates) -> Iterable[Entry]:
    """Visits that were arranged already: they stay where they are."""
    for place, visit in enumerate(sorted(dates.next_visit or (), key=lambda visit: visit.day), 1):
        yield Entry(ARRANGED, f"Visit {place}", "Arranged", visit.day, visit.day, "Visit already arranged")


def closed_of(dates: Dates) -> ClosedDays:
    """The closed weekdays and holidays."""
    weekdays = frozenset(place for place, day in enumerate(WEEKDAYS) if day.lower() in (dates.closed_weekdays or ()))
    return ClosedDays(
        weekdays,
        tuple(
            (closure.first, closure.last or closure.first, closure.name or f"closed {weekday(closure.first)}")
            for closure in dates.holidays or ()
        ),
    )


def induction_of(dates: Dates) -> induction_plan.Start:
    """The start of the induction, with the protocol's numbers where none was entered."""
    usual = induction_plan.Start(start=dates.start)
    return induction_plan.Start(
        start=dates.start,
        per_week=usual.per_week if dates.per_week is None else dates.per_week,
        sessions=usual.sessions if dates.sessions is None else dates.sessions,
    )


def maintenance_of(dates: Dates, induction_end: date) -> maintenance_plan.Start:
    """The start of the spacing, with the protocol's fewest sessions where no number was entered."""
    first_step = dates.first_step or maintenance_plan.FIRST_STEP
    _, until_biweekly = maintenance_plan.UNTIL_BIWEEKLY
    biweekly = (
        BIWEEKLY_LEAST if dates.biweekly_sessions is None and first_step in until_biweekly else dates.biweekly_sessions
    )
    return maintenance_plan.Start(
        induction_end=induction_end,
        first_step=first_step,
        sessions_done=dates.sessions_done,
        biweekly_sessions=biweekly,
        monthly_sessions=MONTHLY_LEAST if dates.monthly_sessions is None else dates.monthly_sessions,
        weekday=dates.weekday,
    )


def stop_of(dates: Dates, last_dose: date) -> discontinuation_plan.Stop:
    """What the plan of stopping is asked."""
    assert dates.stable_phq9 is not None  # held, as the two below, by the rules of the form
    assert dates.oral_ad is not None
    assert dates.supports is not None
    return discontinuation_plan.Stop(
        last_dose=last_dose, stable_phq9=dates.stable_phq9, oral_ad=dates.oral_ad, supports=dates.supports
    )
