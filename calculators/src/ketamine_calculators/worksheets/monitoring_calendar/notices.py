"""What a calendar warns of: what its plans say, and what only all dates together show."""

from collections.abc import Iterable

from ...catalogue import induction_plan, maintenance_plan, relapse_check
from ...catalogue.maintenance_plan import MONTHLY, TRIWEEKLY
from ...definition import Notice
from ...esketamine_label import INDUCTION_WEEKS
from ...planned_days import dated, on_weekend
from ...wording import counted, listed
from ...worksheet import by_urgency, joined_warnings
from .parts import ARRANGED, JOINED, STOPPING, TREATMENT, Parts
from .scheduled import HALF_A_YEAR_WEEKS

HERE = {card.id for card in JOINED}


def warnings(parts: Parts) -> Iterable[Notice]:
    """Those of the plans, without what they say of holidays and weekends, and what only the calendar shows."""
    theirs = [
        notice
        for notice in joined_warnings(parts.evaluations)
        if notice not in (induction_plan.HOLIDAYS, maintenance_plan.HOLIDAYS)
        and " on a weekend, as marked." not in notice.text
        and notice.calculator not in HERE
    ]
    return by_urgency([*own_warnings(parts), *theirs])


def own_warnings(parts: Parts) -> Iterable[Notice]:
    """Intervals that became too long, visits on closed days, what was moved, and which numbers are the protocol's."""
    yield from too_long(parts)
    yield from arranged_on_closed_days(parts)
    if parts.dates.mode == "esketamine" and parts.dates.indication == "mdsi":
        yield Notice(
            "note",
            f"The label has no schedule beyond {INDUCTION_WEEKS} weeks for this indication: judge the benefit then.",
            calculator="esketamine_visit",
        )
    if parts.dates.mode == "esketamine" and parts.dates.indication == "trd":
        yield Notice(
            "note",
            f"Judge the benefit at the end of week {INDUCTION_WEEKS} before going on, and each dose in Esketamine visit.",
            calculator="esketamine_visit",
        )
    if parts.dates.mode == "as_needed":
        yield Notice(
            "note",
            f"Return visit at a PHQ-9 above {relapse_check.RETURN_ABOVE}, or at once with suicidal thoughts. Only where "
            "self-monitoring is dependable.",
            calculator="relapse_check",
        )
    if parts.dates.risk == "stable":
        yield Notice(
            "note", f"Our protocol gives every {TRIWEEKLY}–{MONTHLY} weeks here; the shorter interval is planned."
        )
    yield from days_moved(parts)
    yield from protocol_numbers(parts)


def too_long(parts: Parts) -> Iterable[Notice]:
    """Treatments that a move has put further apart than their step allows."""
    if found := parts.too_far_apart:
        before, after = found[0]
        assert after.session is not None  # only treatments are compared
        days = (after.day - before.day).days
        yield Notice(
            "caution",
            f"Arrange other days or decide to go on: {counted(days, 'day')} lie between {before.name} ({before.day}) and "
            f"{after.name} ({after.day}), and more than {after.session.most} no longer keep to the plan"
            f"{f' ({len(found)} such gaps)' if len(found) > 1 else ''}.",
            calculator="esketamine_visit" if parts.dates.mode == "esketamine" else "",
            rule="monitoring_calendar.gap_too_long",
            short=f"{days} days between {before.name} and {after.name}",
        )


def arranged_on_closed_days(parts: Parts) -> Iterable[Notice]:
    """Visits that were arranged on a day that is named as closed."""
    days = [entry.day for entry in parts.of(ARRANGED) if parts.closed.reason(entry.day)]
    if days:
        yield Notice(
            "caution",
            f"Check the visits arranged on closed days, which are not moved: {listed([dated(day) for day in days], 'and')}.",
            rule="monitoring_calendar.arranged_on_a_closed_day",
            short=f"visit arranged on a closed day: {days[0]}",
        )


def days_moved(parts: Parts) -> Iterable[Notice]:
    """How many dates were moved and how far, or that none was since no day is closed."""
    if parts.moved:
        most = max(entry.moved for entry in parts.moved)
        yield Notice(
            "note",
            f"{counted(len(parts.moved), 'date')} moved off closed days, by at most {counted(most, 'day')}: always later, never "
            "closer to the treatment before than the shortest interval of the step (our own value).",
        )
    elif not parts.closed.are_named:
        clinic = [entry.day for entry in parts.of(TREATMENT, STOPPING)]
        weekend = sum(map(on_weekend, clinic))
        falls = f" {weekend} of {len(clinic)} fall on a weekend, as marked." if weekend else ""
        yield Notice("note", f"No closed days were named, so no date is moved.{falls}")


def protocol_numbers(parts: Parts) -> Iterable[Notice]:
    """Which numbers are the protocol's, because none was entered."""
    dates, taken = parts.dates, []
    if parts.induction:
        plan = parts.induction.inputs
        taken += [f"{plan.per_week} treatments a week"] if dates.per_week is None else []
        taken += [f"{plan.sessions} treatments"] if dates.sessions is None else []
    if parts.maintenance:
        plan = parts.maintenance.inputs
        if dates.biweekly_sessions is None and plan.biweekly_sessions is not None:
            taken.append(f"{plan.biweekly_sessions} sessions {maintenance_plan.EVERY_TWO}")
        if dates.monthly_sessions is None:
            taken.append(f"{plan.monthly_sessions} monthly sessions")
    half_a_year = dates.mode == "scheduled" and dates.scheduled_sessions is None
    if half_a_year or (dates.indication == "trd" and dates.label_weeks is None):
        taken.append(f"{HALF_A_YEAR_WEEKS} weeks")
    if taken:
        yield Notice("note", f"Planned with our protocol's numbers where none was entered: {listed(taken, 'and')}.")
