"""What the readings of a session stop and caution, and what of them is missing, late or out of order."""

from collections.abc import Iterable, Sequence

from ...definition import URGENT, Notice
from ...display import plain
from ...esketamine_label import RISE_DIASTOLIC, RISE_SYSTOLIC
from ...house_values import HEART_RATE_HIGH, HEART_RATE_LOW, MOAAS_STOP, MOAAS_WATCH, SPO2_ONCE, SPO2_TWICE
from ...house_values.beside_literature import in_words
from ...saturation_notices import too_low_to_dose
from ...wording import listed
from ...worksheet import by_urgency, joined_warnings
from .before_notices import about_suicide, before_the_dose
from .inputs import Reading
from .parts import Parts, is_substantial
from .planned import LATE


def warnings(parts: Parts) -> Iterable[Notice]:
    """Those of the session and those of its calculators, each once, the most urgent first."""
    every = (
        *before_the_dose(parts.session),
        *parts.pairs,
        *of_the_readings(parts),
        *of_their_times(parts),
        *joined_warnings(parts.evaluations),
    )
    return by_urgency(dict.fromkeys(every))


def of_the_readings(parts: Parts) -> Iterable[Notice]:
    """What one reading, or two in a row, ask for; each once, with the minutes."""
    if parts.with_flag("spo2_start"):
        yield too_low_to_dose()
    if found := [row for row in parts.with_flag("symptoms") if row.sys is None or row.dia is None]:
        yield Notice(
            "stop",
            f"Emergency care at once: symptoms of a crisis, {of_minutes(minutes_of(found))}, without a blood pressure. Measure "
            "it, and call the responsible clinician.",
            rule="session_vitals.symptoms",
            short=f"{briefly(minutes_of(found))}: symptoms of a crisis, emergency care",
            word=URGENT,
        )
    if found := parts.with_flag("spo2_act"):
        yield Notice(
            "stop",
            f"Oxygen saturation {told(found, 'spo2', '%')}: pause an infusion that is running, keep up oxygenation and "
            f"ventilation, call the responsible clinician. Acted on below {in_words(SPO2_ONCE)} once (our own value), or below "
            f"{in_words(SPO2_TWICE)} twice in a row (trials).",
            rule="session_vitals.spo2",
            short=f"{briefly(minutes_of(found))}: oxygen saturation low, act",
            word=URGENT,
        )
    if found := parts.with_flag("moaas_stop"):
        yield Notice(
            "stop",
            f"MOAA/S {told(found, 'moaas')}: pause an infusion that is running, look after airway and breathing, call the "
            f"responsible clinician. Our own value: {plain(MOAAS_STOP.value)} or less.",
            rule="session_vitals.sedation",
            short=f"{briefly(minutes_of(found))}: deep sedation, act",
            word=URGENT,
        )
    for one in parts.readings:
        yield from about_suicide(one.reading.suicide)
    yield from _cautions(parts)


def _cautions(parts: Parts) -> Iterable[Notice]:
    if risen := [one for one in parts.readings if one.rise and is_substantial(one.rise)]:
        rises = listed([f"{plain(one.rise[0])}/{plain(one.rise[1])}" for one in risen if one.rise], "and")
        minutes = minutes_of([one.reading for one in risen])
        yield Notice(
            "caution",
            f"Measure until the pressure falls: {of_minutes(minutes)}, {rises} mmHg above that before the dose. The label calls "
            f"{RISE_SYSTOLIC} systolic or {RISE_DIASTOLIC} diastolic a substantial rise; if it stays, get help from someone "
            "experienced in blood pressure.",
            rule="session_vitals.substantial_rise",
            short=f"{briefly(minutes)}: substantial rise of blood pressure",
        )
    if found := parts.with_flag("spo2_low"):
        yield Notice(
            "caution",
            f"Measure again now: oxygen saturation {told(found, 'spo2', '%')}. A second reading in a row below "
            f"{in_words(SPO2_TWICE)} has to be acted on.",
            rule="session_vitals.spo2_again",
            short=f"{briefly(minutes_of(found))}: oxygen saturation below {in_words(SPO2_TWICE)}",
        )
    if found := parts.with_flag("moaas_watch"):
        yield Notice(
            "caution",
            f"Watch breathing and sedation more closely: MOAA/S {told(found, 'moaas')}. Our own value: "
            f"{plain(MOAAS_WATCH.value)} or less.",
            rule="session_vitals.sedated",
            short=f"{briefly(minutes_of(found))}: sedated, watch more closely",
        )
    if found := parts.with_flag("heart_rate"):
        yield Notice(
            "caution",
            f"Assess the heart rate: {told(found, 'hr', '/min')}. Our own value: {plain(HEART_RATE_LOW.value)} to "
            f"{in_words(HEART_RATE_HIGH)}.",
            rule="session_vitals.heart_rate",
            short=f"{briefly(minutes_of(found))}: heart rate out of range",
        )


def of_their_times(parts: Parts) -> Iterable[Notice]:
    """What is missing, late, entered out of order or twice."""
    missing = [one.minute for one in parts.plan if one.state == "missing"]
    if 0 in missing:
        yield Notice(
            "caution",
            "There is no reading before the dose, at minute 0: whether pressure has risen, and by how much, cannot be judged.",
            rule="session_vitals.no_baseline",
            short="no reading before the dose",
        )
    if missed := [minute for minute in missing if minute]:
        yield Notice(
            "caution",
            f"Say why a planned reading is missing: {of_minutes(missed)}.",
            rule="session_vitals.missing",
            short=f"planned readings missing: {briefly(missed)}",
        )
    if late := [one for one in parts.plan if one.state == "late"]:
        taken = listed([f"{one.minute} taken at {one.taken}" for one in late], "and")
        yield Notice(
            "caution",
            f"Say why a planned reading is more than {LATE} min late: minute {taken}.",
            rule="session_vitals.late",
            short=f"planned readings late: {briefly([one.minute for one in late])}",
        )
    if not parts.in_order:
        yield Notice(
            "caution",
            "Check the minutes: the readings were not entered in their order. They are judged and shown by their minutes.",
            rule="session_vitals.order",
            short="readings not in order: check their minutes",
        )
    if parts.doubled:
        yield Notice(
            "caution",
            f"Check the minutes: two readings have the same one, {of_minutes(parts.doubled)}. Both are judged.",
            rule="session_vitals.doubled",
            short=f"two readings of one minute: {briefly(parts.doubled)}",
        )


def minutes_of(rows: Iterable[Reading]) -> list[int]:
    """When they were taken."""
    return [row.t for row in rows]


def told(rows: Sequence[Reading], name: str, unit: str = "") -> str:
    """`88% and 91%, minutes 40 and 60`: one measurement of each reading."""
    found = listed([f"{plain(getattr(row, name))}{unit}" for row in rows], "and")
    return f"{found}, {of_minutes(minutes_of(rows))}"


def of_minutes(minutes: Sequence[int]) -> str:
    """`minute 20`, `minutes 20, 30 and 40`."""
    return f"minute{'s' if len(minutes) > 1 else ''} {listed([str(one) for one in minutes], 'and')}"


def briefly(minutes: Sequence[int]) -> str:
    """The first of them, for a record, and how many more."""
    more = len(minutes) - 1
    return f"minute {minutes[0]}" + (f" and {more} more" if more else "")
