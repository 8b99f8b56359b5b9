"""What a visit for esketamine spray stops, cautions and notes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .definition import URGENT, Notice
from .display import plain
from .esketamine_gaps import after_a_gap, goes_back
from .esketamine_label import (
    FIRST_DAY,
    FIRST_WEEK,
    FREQUENCIES,
    INDUCTION_WEEKS,
    OBSERVE_MINUTES,
    OLDER_FIRST_DOSE_MG,
    OLDER_FROM,
    PRESSURE_AFTER_MINUTES,
    SUICIDAL_DOSE_MG,
    TOLERATED_DOSE_MG,
    WEEKLY_FROM,
)
from .evaluation import Evaluation
from .house_values import MISSED_DAYS_TWICE_WEEKLY
from .saturation_notices import too_low_to_dose
from .wording import counted

if TYPE_CHECKING:
    from .catalogue.esketamine_visit import Plan, Visit

WORSE_SINCE = "Worse since the last session: reassess before the dose"
SOONEST_TWICE_WEEKLY = 2  # days: two sessions on one day, or on one day and the next, are not "twice a week"

Pressure = Evaluation[Any, Any] | None
"""The blood pressure as its own calculator judges it; None when it was not entered."""


def warnings(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[Notice]:
    """What stops this dose, what has to be decided, and where the checklist of the visit is."""
    yield from before_the_dose(visit, answer, pressure)
    if answer.reason == "steps_of_28":
        yield Notice(
            "stop",
            f"Change the dose: from {OLDER_FROM} years the EU text raises it in steps of {OLDER_FIRST_DOSE_MG} mg, so in week "
            f"{FIRST_WEEK} it is {TOLERATED_DOSE_MG} mg at most.",
            rule="esketamine_visit.steps",
            short=f"from {OLDER_FROM} years {TOLERATED_DOSE_MG} mg at most in week {FIRST_WEEK}",
        )
    elif not answer.allowed:
        yield Notice(
            "stop",
            f"Change the dose: the label starts this patient at {answer.first_dose_mg} mg on Day {FIRST_DAY}.",
            rule="esketamine_visit.first_dose",
            short=f"first dose must be {answer.first_dose_mg} mg",
        )
    if visit.indication == "mdsi":
        yield Notice(
            "stop",
            "Assess suicide risk at this visit and follow local crisis steps.",
            "cssrs_screener",
            "esketamine_visit.suicide_risk",
            "assess suicide risk at this visit",
            URGENT,
        )
    if answer.reason == "beyond_4_weeks_not_evaluated":
        yield Notice(
            "caution",
            f"Evaluate the benefit before going on. The label has no schedule after {INDUCTION_WEEKS} weeks: in this indication "
            "longer treatment was not studied.",
            rule="esketamine_visit.beyond_induction",
            short=f"beyond {INDUCTION_WEEKS} weeks: not evaluated",
        )
    yield from too_soon(visit, answer)
    yield from after_a_gap(visit, answer)
    if visit.worse and not goes_back(answer):
        yield Notice(
            "caution",
            f"{WORSE_SINCE}, and ask about suicidal thoughts at this visit.",
            "cssrs_screener",
            "esketamine_visit.worse",
            "worse since the last session: reassess first",
        )
    if visit.indication == "mdsi" and visit.dose_mg == TOLERATED_DOSE_MG and not visit.is_first_dose:
        reduced = f"{TOLERATED_DOSE_MG} mg is its reduction for tolerability"
        yield Notice("note", f"The label's dose is {SUICIDAL_DOSE_MG} mg; {reduced}.")
    if visit.indication == "trd" and visit.week > INDUCTION_WEEKS:
        yield Notice("note", f"After week {INDUCTION_WEEKS} continue only if there is evidence of benefit.")
    if visit.region == "us" and visit.is_first_dose and visit.age >= OLDER_FROM:
        lower = f"start at {OLDER_FIRST_DOSE_MG} mg"
        yield Notice("note", f"From {OLDER_FROM} years EU and Hong Kong texts {lower}; the US label does not.")
    yield Notice(
        "note",
        f"Checklist of the visit: pulse oximetry and blood pressure before the dose, about {PRESSURE_AFTER_MINUTES} min after it "
        f"and before leaving, at least {OBSERVE_MINUTES} min after the last device. No driving until the next day.",
    )


def before_the_dose(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[Notice]:
    """What the readings of this visit stop or caution."""
    if answer.spo2_low:
        yield too_low_to_dose()
    for notice in pressure.warnings if pressure else ():
        if notice.kind != "note":
            reading = f"{plain(visit.systolic or 0)}/{plain(visit.diastolic or 0)}"
            yield Notice(
                notice.kind,
                notice.text,
                "bp_gate",
                f"esketamine_visit.pressure_{notice.kind}",
                f"{reading} mmHg: {notice.short}",
                notice.word,
            )


def too_soon(visit: "Visit", answer: "Plan") -> Iterable[Notice]:
    """A caution for a session that comes in a denser rhythm than that of its week."""
    if is_too_soon(visit):
        ago = f"the last session was {counted(visit.last_visit_days_ago or 0, 'day')} ago"
        rhythm = f", and in this week it is {FREQUENCIES[answer.frequency].lower()}" if answer.frequency else ""
        yield Notice(
            "caution",
            f"Check the date: {ago}{rhythm}.",
            rule="esketamine_visit.too_soon",
            short=f"check the date: {ago}",
        )


def is_too_soon(visit: "Visit") -> bool:
    """Whether the last session is nearer than the rhythm of the week allows: later than its first week, twice a week is too near.

    The first weekly session may follow the last one of the twice weekly rhythm.
    """
    nearest = SOONEST_TWICE_WEEKLY if visit.week <= WEEKLY_FROM else MISSED_DAYS_TWICE_WEEKLY.value + 1
    return visit.last_visit_days_ago is not None and visit.last_visit_days_ago < nearest
