"""Session: one treatment from the door to the door, with each reading judged, the next one due, and who may leave.

For adults during an infusion of ketamine or after esketamine spray. It orders nothing, and discharges nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ...definition import Output, Source
from ...display import plain
from ...esketamine_label import (
    DEVICE_MG,
    OBSERVE_HOURS,
    PRESSURE_AFTER_MINUTES,
    REST_MINUTES,
    RISE_DIASTOLIC,
    RISE_SYSTOLIC,
    SPRAY_DOSES,
    first_minute_to_leave,
)
from ...figures import Chip, Figure
from ...house_values import (
    BP_LEAVE,
    BP_LEAVE_BASELINE,
    MOAAS_STOP,
    MOAAS_WATCH,
    OBSERVE_IV,
    READING_LATE,
    SPO2_ONCE,
    SPO2_START,
    SPO2_TWICE,
)
from ...house_values.beside_literature import beside_literature, in_words
from ...onward import SESSION, SESSION_VERSION
from ...references import CHERNIK_1990
from ...worksheet import (
    Worksheet,
    answered_as_asked,
    joined_differences,
    joined_names,
    joined_sources,
    joined_working,
    still_needed,
)
from .before_notices import before_the_dose, dose_per_kg
from .chart import charts
from .discharge import INFUSION_MINUTES, SPRAY_MINUTES, Criterion, criteria, ready
from .inputs import AWAKE, ESKETAMINE, IV, Session
from .notices import warnings
from .parts import FLAGS, JOINED, STOPS, Judged, Parts, parts_of
from .planned import PLANNED, next_minute
from .proposals import proposals
from .rules import both_pressures, systolic_is_the_higher, what_a_session_asks
from .tables import tables
from .timer import due


@dataclass(frozen=True, kw_only=True)
class Record:
    """What the readings come to. Each unit stands in its Output."""

    ready: Annotated[bool | None, Output(label="Every discharge criterion met")]
    peak_rise: Annotated[str | None, Output(label="Peak rise of blood pressure, mmHg")]
    next_due: Annotated[int | None, Output(label="Next reading", unit="min")]
    flags: Annotated[tuple[str, ...], Output(label="Marked", words=FLAGS)]
    not_met: Annotated[tuple[str, ...], Output(label="Criteria not met", shown=False)]
    not_assessed: Annotated[tuple[str, ...], Output(label="Criteria not assessed", shown=False)]
    missing: Annotated[tuple[int, ...], Output(label="Planned readings missing, minute", shown=False)]
    late: Annotated[tuple[int, ...], Output(label="Planned readings late, minute", shown=False)]


def record(parts: Parts) -> Record:
    """The readings together: what they were marked with, how far pressure rose, what is due, and the discharge criteria."""
    found = criteria(parts)
    marked = {flag for one in parts.readings for flag in one.flags}
    return Record(
        ready=ready(found),
        peak_rise=peak_rise(parts),
        next_due=None if begins_not(parts) else next_minute(parts.plan, parts.stopped_at),
        flags=tuple(flag for flag in FLAGS if flag in marked),
        not_met=tuple(one.key for one in found if one.met is False),
        not_assessed=tuple(one.key for one in found if one.met is None),
        missing=tuple(one.minute for one in parts.plan if one.state == "missing"),
        late=tuple(one.minute for one in parts.plan if one.state == "late"),
    )


def peak_rise(parts: Parts) -> str | None:
    """The largest rise of each pressure above the reading before the dose, in mmHg; None where none can be told."""
    rises = [one.rise for one in parts.readings if one.rise]
    if not rises:
        return None
    return f"{plain(max(rise[0] for rise in rises))}/{plain(max(rise[1] for rise in rises))}"


def against_the_dose(parts: Parts) -> list[str]:
    """What stops the dose among the entries before it, in the words of a record."""
    told = (*before_the_dose(parts.session), *parts.pairs)
    return list(dict.fromkeys(notice.in_record for notice in told if notice.kind == "stop"))


def begins_not(parts: Parts) -> bool:
    """Whether something stops the dose, and no reading shows that it was begun."""
    last = parts.taken
    return not (last and last.reading.t) and bool(against_the_dose(parts) or (last and last.stops))


def headline(parts: Parts, outputs: Record) -> str:
    """What stops first, then what is due, then the discharge criteria."""
    last = parts.taken
    said = ["Do not give the dose"] if begins_not(parts) else []
    said += [*against_the_dose(parts), *stops_in_words(parts)]
    if last and not last.stops:
        said.append(f"Minute {last.reading.t}: {in_short(last)}")
    if outputs.next_due is not None:
        said.append(f"Next reading at minute {outputs.next_due}")
    # Nobody leaves before the dose by the criteria after it.
    return ". ".join([*said, *([of_the_discharge(parts, outputs)] if not last or last.reading.t else [])])


def stops_in_words(parts: Parts) -> list[str]:
    """Each reading that stops, the latest first; that a later one is better is said."""
    return [
        f"{'Minute' if one is parts.taken else 'Earlier, minute'} {one.reading.t}: {in_short(one)}"
        for one in reversed(parts.readings)
        if one.stops
    ]


def in_short(one: Judged) -> str:
    """The pressure with what its calculator says, and what else the reading is marked with."""
    said = [one.pressure.headline] if one.pressure else []
    said += [FLAGS[flag] for flag in one.flags if not (one.pressure and flag.startswith(("bp_", "symptoms")))]
    return "; ".join(said) or "nothing measured was out of range"


def of_the_discharge(parts: Parts, outputs: Record) -> str:
    """Whether each discharge criterion is met, and which is not."""
    found = criteria(parts)
    if not found:
        return "No reading yet"
    if outputs.ready:
        return "Every discharge criterion is met: the clinician decides"
    if outputs.ready is None:
        return f"Discharge not assessed: {named(found, None)}"
    return f"Not ready to leave: {named(found, False)}"


NAMES = {
    "time": "time", "moaas": "MOAA/S", "spo2": "oxygen saturation", "pressure": "blood pressure", "dissociation": "dissociation",
    "gait": "walking and orientation", "suicide": "suicide risk", "escort": "escort and instructions", "stops": "a stop",
    "order": "minutes of the readings",
}  # fmt: skip


def named(found: Iterable[Criterion], met: bool | None) -> str:
    """The criteria in this state, in few words."""
    return ", ".join(NAMES[one.key] for one in found if one.met is met)


def figure(parts: Parts, outputs: Record) -> Figure:
    """Whether the patient may leave, what is due, and what the last reading is marked with."""
    last = parts.taken
    label, words = "Discharge", {True: "Criteria met", False: "Not ready to leave", None: "Not assessed"}[outputs.ready]
    if not last or last.reading.t == 0:
        label, words = "Dose", "Do not give" if begins_not(parts) else "Not begun"
    chips = [Chip(FLAGS[flag], "stop" if flag in STOPS else "caution") for flag in (last.flags if last else ())]
    if outputs.next_due is not None:
        chips.append(Chip(f"Next reading: minute {outputs.next_due}"))
    earlier = [str(one.reading.t) for one in parts.readings if one.stops and one is not last]
    after = [f"Peak rise {outputs.peak_rise} mmHg."] if outputs.peak_rise else []
    after += [f"Stopped earlier, at minute {', '.join(earlier)}."] if earlier else []
    says = ("next_due", "peak_rise") if label == "Dose" else ("ready", "next_due", "peak_rise")
    return Figure(words, "", label, tuple(chips), " ".join(after), says)


def working(parts: Parts, outputs: Record) -> Iterable[str]:
    """The dose for each kilogram, what each reading was judged by, and the discharge criteria counted."""
    session, per_kg = parts.session, dose_per_kg(parts.session)
    if per_kg is not None and session.dose_mg is not None:
        yield f"Dose: {plain(session.dose_mg)} mg ÷ weight = {plain(per_kg, 2)} mg/kg"
    for one in parts.readings:
        if one.rise and one.pressure and parts.baseline:
            now, first = one.pressure.inputs, parts.baseline
            yield (
                f"Minute {one.reading.t}. Rise: {plain(now.systolic)} − {plain(first.sys or 0)} = {plain(one.rise[0])}, "
                f"{plain(now.diastolic)} − {plain(first.dia or 0)} = {plain(one.rise[1])} mmHg"
            )
    found = criteria(parts)
    met = sum(one.met is True for one in found)
    yield f"Discharge criteria met: {met} of {len(found)}"
    yield from joined_working(parts.evaluations)


def _leaving() -> str:
    return ", ".join(f"{dose} mg from minute {first_minute_to_leave(dose)}" for dose in SPRAY_DOSES)


def _minutes(route: str) -> str:
    return ", ".join(map(str, PLANNED[route]))


WORKSHEET = Worksheet(
    id=SESSION,
    title="Record a treatment session",
    summary="Check before the dose, judge each reading, see what is due and who may leave.",
    moment="give",
    version=SESSION_VERSION,
    population="Adults during a ketamine infusion or after esketamine spray for depression. Not for anesthesia. It discharges "
    "nobody.",
    inputs=Session,
    outputs=Record,
    parts=parts_of,
    compute=record,
    headline=headline,
    figure=figure,
    working=working,
    warnings=lambda parts, outputs: warnings(parts),
    tables=lambda parts, outputs: tables(parts),
    charts=lambda parts, outputs: charts(parts),
    due=lambda parts, outputs: due(parts, outputs.next_due),
    proposes=proposals,
    rules=(answered_as_asked("minutes"), both_pressures, systolic_is_the_higher),
    needs=(what_a_session_asks, still_needed()),
    formula=(
        f"Readings of an infusion, our own value: minute {_minutes(IV)}. Of the spray, from the start of the first device: "
        f"minute {_minutes(ESKETAMINE)}, and the last one {OBSERVE_HOURS} hours after the last device; 0, "
        f"{PRESSURE_AFTER_MINUTES} (about) and the last one are the label's, the others our own value. Late: more than "
        f"{in_words(READING_LATE)} after its minute, our own value.",
        f"Spray: devices = dose ÷ {DEVICE_MG} mg, with {REST_MINUTES} min between them; leaving {SPRAY_MINUTES} min after the "
        f"last one: {_leaving()}. Without a dose the longest counts.",
        "Each blood pressure is judged by its calculator: before the dose, during an infusion, or after.",
        f"Substantial rise, the label's words: {RISE_SYSTOLIC} mmHg systolic or {RISE_DIASTOLIC} mmHg diastolic or more above "
        "the reading before the dose.",
        f"Oxygen saturation: no dose below {in_words(SPO2_START)}; act below {in_words(SPO2_TWICE)} twice in a row (trials), or "
        f"below {in_words(SPO2_ONCE)} once (our own value).",
        f"MOAA/S, our own value: watch at {plain(MOAAS_WATCH.value)}, act at {plain(MOAAS_STOP.value)} or less.",
        f"Leaving, our protocol: from {SPRAY_MINUTES} min after the last device of the spray (label) or {INFUSION_MINUTES} min "
        f"after the start of an infusion; MOAA/S {AWAKE}; oxygen saturation {in_words(SPO2_START)} on room air, or as before; "
        f"blood pressure below {in_words(BP_LEAVE)} and not rising, or within {in_words(BP_LEAVE_BASELINE)} of that before; no "
        "dissociation; walks and is oriented; suicide risk not high; escort, no driving, written instructions; nothing that "
        "stops.",
        "What is missing is not assessed, and never counts as met.",
        joined_names(JOINED),
    ),
    sources=(
        *joined_sources(JOINED),
        Source(CHERNIK_1990, "the scale of sedation, MOAA/S"),
    ),
    differences=(
        *joined_differences(JOINED),
        beside_literature(OBSERVE_IV, lambda parts, outputs: parts.session.route == IV),
        beside_literature(BP_LEAVE, lambda parts, outputs: bool(parts.readings)),
    ),
    synonyms=(
        *("vital signs", "vitals", "monitoring", "session record", "flow sheet", "discharge", "MOAA/S", "sedation"),
        *("pulse oximetry", "SpO2", "REMS monitoring", "two hours"),
    ),
    joins=JOINED,
    loinc={"rows.sys": "8480-6", "rows.dia": "8462-4", "rows.hr": "8867-4", "rows.spo2": "59408-5"},
    example={
        "route": IV, "day": "2026-03-02", "weight_kg": 70, "fasting": True, "agents": [],
        "suicide_before": "none", "consent": True, "escort_arranged": True, "dose_mg": 35, "start": "14:05", "minutes": 40,
        "rows": [
            {"t": 0, "sys": 120, "dia": 75, "hr": 72, "spo2": 97, "moaas": 5, "dissociation": "none"},
            {"t": 40, "sys": 138, "dia": 86, "hr": 84, "spo2": 96, "moaas": 4, "dissociation": "mild"},
            {"t": 120, "sys": 124, "dia": 78, "hr": 74, "spo2": 97, "moaas": 5, "dissociation": "none", "discharge": True,
             "gait": True, "escort": True, "suicide": "none"},
        ],
    },
    # By hand: 138 − 120 = 18 and 86 − 75 = 11. Between 0 and 40 the readings of 10, 20 and 30 are missing, after 40 those of 60
    # and 90. At 120: 124/78 is within 20 of 120/75, and each other criterion is met.
    expected={"ready": True, "peak_rise": "18/11", "next_due": None, "flags": [], "missing": [10, 20, 30, 60, 90], "late": []},
)  # fmt: skip
