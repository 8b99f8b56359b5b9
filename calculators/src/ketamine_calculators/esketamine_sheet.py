"""The sheet that two people check before esketamine is given: the lines of one visit, and what of it is not settled."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from .display import plain
from .double_check import DoubleCheck
from .esketamine_label import DEVICE_MG, FREQUENCIES, REASONS, REST_MINUTES
from .esketamine_notices import Pressure
from .esketamine_words import CHECKLIST, against
from .wording import counted

if TYPE_CHECKING:
    from .catalogue.esketamine_visit import Plan, Visit


def lines(visit: "Visit", answer: "Plan") -> Iterable[tuple[str, str]]:
    """What two people compare with the devices and the chart."""
    yield "Dose", f"{visit.dose_mg} mg"
    yield "Devices", f"{answer.devices} of {DEVICE_MG} mg, {counted(answer.sprays, 'spray')} in all"
    if answer.rest_minutes:
        yield "Rest between devices", f"{REST_MINUTES} min after each"
    if visit.spo2 is not None:
        yield "Oxygen saturation before the dose", f"{plain(visit.spo2)}%"
    if visit.systolic is not None and visit.diastolic is not None:
        yield "Blood pressure before the dose", f"{plain(visit.systolic)}/{plain(visit.diastolic)} mmHg"
    if visit.indication == "mdsi":
        yield "Suicide risk", "assessed at this visit"
    yield "Observe", f"at least {answer.observe_minutes} min after the last device"
    if answer.frequency:
        yield "Frequency in this week", FREQUENCIES[answer.frequency]


def unresolved(visit: "Visit", answer: "Plan", pressure: Pressure) -> Iterable[str]:
    """Why the dose may not be given as it stands. Suicide risk is assessed whatever the dose: it has a line of its own."""
    if not answer.allowed:
        yield f"Not in line with the label: {REASONS[answer.reason]}"
    yield from against(visit, answer, pressure)


def esketamine_sheet(pressure_of: "Callable[[Visit], Pressure]") -> DoubleCheck:
    """The sheet of a visit; `pressure_of` has its blood pressure judged."""
    return DoubleCheck(
        title="Esketamine nasal spray: preparation and double check",
        drug="Esketamine, nasal spray",
        by_hand=("devices", "sprays", "rest_minutes", "observe_minutes", "frequency"),
        lines=lines,
        against=lambda visit, answer: unresolved(visit, answer, pressure_of(visit)),
        without_dose=(CHECKLIST,),
    )
