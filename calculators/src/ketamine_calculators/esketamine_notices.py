"""What a visit for esketamine spray stops, cautions and notes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .definition import Notice
from .display import plain
from .esketamine_label import (
    FIRST_DAY,
    FREQUENCIES,
    INDUCTION_WEEKS,
    OBSERVE_MINUTES,
    OLDER_FIRST_DOSE_MG,
    OLDER_FROM,
    PRESSURE_AFTER_MINUTES,
    SATURATION,
    SUICIDAL_DOSE_MG,
    TOLERATED_DOSE_MG,
)
from .evaluation import Evaluation
from .house_values import LAPSE_DAYS

if TYPE_CHECKING:
    from .catalogue.esketamine_visit import Plan, Visit

LAPSE = plain(LAPSE_DAYS.value)  # days

Pressure = Evaluation[Any, Any] | None
"""The blood pressure as its own calculator judges it; None when it was not entered."""


def warnings(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[Notice]:
    """What stops this dose, what has to be decided, and where the checklist of the visit is."""
    yield from before_the_dose(visit, answer, pressure)
    if not answer.allowed:
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
        )
    if answer.reason == "beyond_4_weeks_not_evaluated":
        yield Notice(
            "caution",
            f"Evaluate the benefit before going on. The label has no schedule after {INDUCTION_WEEKS} weeks: in this indication "
            "longer treatment was not studied.",
            rule="esketamine_visit.beyond_induction",
            short=f"beyond {INDUCTION_WEEKS} weeks: not evaluated",
        )
    yield from after_a_gap(visit, answer)
    if visit.indication == "mdsi" and visit.dose_mg == TOLERATED_DOSE_MG and not visit.is_first_dose:
        reduced = f"{TOLERATED_DOSE_MG} mg is its reduction for tolerability"
        yield Notice("note", f"The label's dose is {SUICIDAL_DOSE_MG} mg; {reduced}.")
    if visit.indication == "trd" and visit.week > INDUCTION_WEEKS:
        yield Notice("note", f"After week {INDUCTION_WEEKS} go on only if there is evidence of benefit.")
    if visit.region == "us" and visit.is_first_dose and visit.age >= OLDER_FROM:
        lower = f"start at {OLDER_FIRST_DOSE_MG} mg"
        yield Notice("note", f"From {OLDER_FROM} years EU and Hong Kong texts {lower}; the US label does not.")
    yield Notice(
        "note",
        f"Checklist of the visit: pulse oximetry and blood pressure before the dose, about {PRESSURE_AFTER_MINUTES} min after it "
        f"and before leaving, at least {OBSERVE_MINUTES} min later. No driving until the next day.",
    )


def before_the_dose(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[Notice]:
    """What the readings of this visit stop or caution."""
    if answer.spo2_low:
        yield Notice(
            "stop",
            f"Do not dose: find out why oxygen saturation is below {SATURATION}%. Trials excluded such patients; the label gives "
            "no number, so this is a house value.",
            rule="esketamine_visit.spo2",
            short=f"oxygen saturation below {SATURATION}%",
        )
    for notice in pressure.warnings if pressure else ():
        if notice.kind != "note":
            reading = f"{plain(visit.systolic or 0)}/{plain(visit.diastolic or 0)}"
            yield Notice(
                notice.kind,
                notice.text,
                "bp_gate",
                f"esketamine_visit.pressure_{notice.kind}",
                f"blood pressure {reading} mmHg before the dose",
            )


def after_a_gap(visit: "Visit", answer: "Plan") -> Iterable[Notice]:
    """What a missed session, or a long time without one, leaves to decide."""
    if answer.lapsed:
        yield Notice(
            "caution",
            f"Decide whether to start again: there is no label rule for a gap of more than {LAPSE} days.",
            rule="esketamine_visit.lapse",
            short=f"more than {LAPSE} days without a session",
        )
    if not answer.missed or not answer.frequency:
        return
    if answer.next_frequency is None:
        yield Notice(
            "caution",
            "A session was missed: find out whether the depression is worse. If it is, consider the previous, denser schedule.",
            rule="esketamine_visit.missed_unknown",
            short="session missed, not known whether worse",
        )
    elif answer.next_frequency != answer.frequency:
        yield Notice(
            "caution",
            "A session was missed and the depression is worse: consider the previous schedule, "
            f"{FREQUENCIES[answer.next_frequency].lower()}.",
            rule="esketamine_visit.missed_worse",
            short=f"session missed and worse: {FREQUENCIES[answer.next_frequency].lower()}?",
        )
    else:
        yield Notice("note", "A session was missed: continue the present schedule.")
