"""Whether a session of esketamine was missed, what follows, and how that is said. The days are our own values."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from .definition import Notice
from .display import plain
from .esketamine_label import DENSER, FREQUENCIES, INDUCTION_WEEKS, SPACED_SCHEDULES, WEEKLY_WEEKS
from .house_values import (
    LAPSE_DAYS,
    MISSED_DAYS_MAINTENANCE,
    MISSED_DAYS_TWICE_WEEKLY,
    MISSED_DAYS_WEEKLY,
    HouseValue,
)
from .wording import counted, lower_first

if TYPE_CHECKING:
    from .catalogue.esketamine_visit import Plan, Visit

LAPSE = plain(LAPSE_DAYS.value)  # days
LIMITS: Mapping[str, HouseValue] = {
    "twice_weekly": MISSED_DAYS_TWICE_WEEKLY,
    "weekly": MISSED_DAYS_WEEKLY,
    "every_2_weeks": MISSED_DAYS_MAINTENANCE,
}
BOTH_LINES = " ".join(
    f"{words}: missed after more than {plain(LIMITS[key].value)} days; if worse, consider "
    f"{lower_first(FREQUENCIES[DENSER[key]])}."
    for key, words in SPACED_SCHEDULES.items()
)


def schedules(visit: "Visit") -> tuple[str, ...]:
    """The schedule that is kept now; both that the label has, when it was not said which."""
    if visit.week <= INDUCTION_WEEKS:
        return ("twice_weekly",)
    if visit.week <= WEEKLY_WEEKS:
        return ("weekly",)
    return (visit.schedule,) if visit.schedule else tuple(SPACED_SCHEDULES)


def missed(visit: "Visit") -> bool | None:
    """Whether a session was missed; None where the days are not known, or one schedule says so and the other does not."""
    days = visit.last_visit_days_ago
    if days is None:
        return None
    found = {days > LIMITS[schedule].value for schedule in schedules(visit)}
    return found.pop() if len(found) == 1 else None


def next_frequency(visit: "Visit", now: str | None) -> str | None:
    """The schedule from here: the denser one before it when maintenance was missed and the depression is worse.

    `now` is the label's frequency of the week.
    """
    was_missed, kept = missed(visit), schedules(visit)
    if was_missed is None or now is None:
        return None
    present = kept[0] if len(kept) == 1 else now
    if not was_missed or visit.week <= INDUCTION_WEEKS:
        return present
    if visit.worse is None:
        return None
    return DENSER.get(present) if visit.worse else present


def goes_back(answer: "Plan") -> bool:
    """Whether a denser schedule is to be considered."""
    return bool(answer.missed) and answer.next_frequency in {DENSER.get(one) for one in answer.schedules}


def days_compared(visit: "Visit") -> Iterable[str]:
    """The days since the last session against the limit of the schedule, or of each that it may be."""
    if visit.last_visit_days_ago is None:
        return
    kept = schedules(visit)
    for schedule in kept:
        limit = LIMITS[schedule].value
        verdict = "above, missed" if visit.last_visit_days_ago > limit else "not above, not missed"
        whose = f"; if {lower_first(FREQUENCIES[schedule])}" if len(kept) > 1 else ""
        yield f"Last session: {counted(visit.last_visit_days_ago, 'day')} ago{whose}, limit {plain(limit)}: {verdict}"


def after_a_gap(visit: "Visit", answer: "Plan") -> Iterable[Notice]:
    """What a missed session, or a long time without one, leaves to decide."""
    if answer.lapsed:
        # What the label says of one missed session is no answer to a longer time without any.
        yield Notice(
            "caution",
            f"Decide whether to start again: there is no label rule for a gap of more than {LAPSE} days.",
            rule="esketamine_visit.lapse",
            short=f"more than {LAPSE} days without a session",
        )
    if answer.lapsed or not answer.frequency or visit.last_visit_days_ago is None or answer.missed is False:
        return
    if len(answer.schedules) > 1:
        yield _schedule_not_known(visit)
    elif answer.next_frequency is None:
        yield Notice(
            "caution",
            "A session was missed: find out whether the depression is worse. If it is, consider the previous, denser schedule.",
            rule="esketamine_visit.missed_unknown",
            short="session missed, not known whether worse",
        )
    elif goes_back(answer):
        yield Notice(
            "caution",
            "A session was missed and the depression is worse: consider the previous schedule, "
            f"{FREQUENCIES[answer.next_frequency].lower()}.",
            rule="esketamine_visit.missed_worse",
            short=f"session missed and worse: {FREQUENCIES[answer.next_frequency].lower()}?",
        )
    else:
        yield Notice("note", "A session was missed: continue the present schedule.")


def _schedule_not_known(visit: "Visit") -> Notice:
    if visit.worse is False:
        return Notice("note", f"Not worse: continue the present schedule, which was not entered. {BOTH_LINES}")
    return Notice(
        "caution",
        f"Enter the present schedule: whether a session was missed, and what follows, depends on it. {BOTH_LINES}",
        rule="esketamine_visit.schedule_unknown",
        short="session missed? present schedule not entered",
    )
