"""Whether the patient may leave: each criterion at the last reading, met, not met, or not assessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...display import mass, plain
from ...esketamine_label import LONGEST_DOSE_MG, OBSERVE_MINUTES, SPRAY_DOSES, first_minute_to_leave
from ...house_values import BP_LEAVE, BP_LEAVE_BASELINE, OBSERVE_IV, SPO2_START
from ...house_values.beside_literature import in_words as limit_in_words
from .inputs import AWAKE, DISSOCIATION, ESKETAMINE, MOAAS, SUICIDE, Reading, Session, in_words
from .parts import STOPS, Judged, Parts

NOT_ASSESSED = "not assessed"
STATES = {True: "met", False: "not met", None: NOT_ASSESSED}
SPRAY_MINUTES, INFUSION_MINUTES = OBSERVE_MINUTES, int(OBSERVE_IV.value)


@dataclass(frozen=True)
class Criterion:
    """One criterion, what was found, and whether it is met; None where that is not known."""

    key: str
    words: str
    found: str
    met: bool | None


def ready(criteria: Iterable[Criterion]) -> bool | None:
    """True only when each criterion is met; False as soon as one is not; else None, not assessed."""
    met = [criterion.met for criterion in criteria]
    return False if False in met else None if None in met or not met else True


def observed_from(session: Session) -> int:
    """The first minute at which a patient may leave. Label of the spray; our own value for an infusion."""
    return first_minute_to_leave(session.dose_mg) if session.route == ESKETAMINE else INFUSION_MINUTES


def counted_for(session: Session) -> str:
    """The dose of the spray that its two hours are counted for, and why it is not the dose entered where it is not."""
    if session.dose_mg is None:
        return f"{LONGEST_DOSE_MG} mg, the longest: no dose is entered"
    if session.dose_mg < LONGEST_DOSE_MG and session.dose_mg not in SPRAY_DOSES:
        return f"{LONGEST_DOSE_MG} mg, the longest: {mass(session.dose_mg)} mg is no dose of the spray"
    return f"{mass(session.dose_mg)} mg"


def _time(session: Session, minute: int) -> Criterion:
    least = observed_from(session)
    if session.route != ESKETAMINE:
        return Criterion("time", f"At least {least} min from the start of the dose", f"{minute} min", minute >= least)
    return Criterion(
        "time",
        f"At least {SPRAY_MINUTES} min after the last device",
        f"minute {minute} from the start of the first device; from minute {least} for {counted_for(session)}",
        minute >= least,
    )


def criteria(parts: Parts) -> tuple[Criterion, ...]:
    """All of them, in the order in which they are told; none before the first reading."""
    last = parts.last
    return tuple(_criteria(parts, last)) if last else ()


def _criteria(parts: Parts, last: Judged) -> Iterable[Criterion]:
    now = last.reading
    yield _time(parts.session, now.t)
    yield Criterion(
        "moaas",
        f"MOAA/S {AWAKE}",
        "not measured" if now.moaas is None else MOAAS[now.moaas],
        None if now.moaas is None else now.moaas == AWAKE,
    )
    yield Criterion(
        "spo2",
        f"Oxygen saturation {limit_in_words(SPO2_START)} or more on room air, or as before the dose",
        in_words(now.spo2, "%") + (" with oxygen" if now.oxygen else ""),
        _breathes(parts, now),
    )
    yield Criterion(
        "pressure",
        f"Blood pressure below {limit_in_words(BP_LEAVE)} and not rising, or within {limit_in_words(BP_LEAVE_BASELINE)} of "
        "that before the dose",
        in_words(now.sys) if now.sys is None else f"{plain(now.sys)}/{in_words(now.dia)} mmHg",
        _has_settled(parts, last),
    )
    yield Criterion(
        "dissociation",
        "No dissociation",
        NOT_ASSESSED if now.dissociation is None else DISSOCIATION[now.dissociation],
        None if now.dissociation is None else now.dissociation == "none",
    )
    yield Criterion("gait", "Walks steadily and is oriented", _said(now.gait), now.gait)
    yield Criterion(
        "suicide",
        "Suicide risk not high",
        NOT_ASSESSED if now.suicide is None else SUICIDE[now.suicide],
        None if now.suicide is None else now.suicide != "high",
    )
    yield Criterion(
        "escort",
        "Escort here, no driving until after a night's sleep, written instructions given",
        _said(now.escort),
        now.escort,
    )
    yield Criterion(
        "stops",
        "Nothing stops at this reading",
        "; ".join(STOPS[flag] for flag in last.stops) or "nothing",
        not last.stops,
    )
    if not parts.in_order or parts.doubled:
        # Which reading is the last one is only known once their minutes are right.
        yield Criterion("order", "Minutes of the readings in order, each once", "to be checked", None)


def _said(answer: bool | None) -> str:
    return NOT_ASSESSED if answer is None else "Yes" if answer else "No"


def _breathes(parts: Parts, now: Reading) -> bool | None:
    """On room air as high as is needed to begin, or as before the dose. With oxygen given nobody knows."""
    if now.spo2 is None or now.oxygen:
        return None
    before = parts.baseline.spo2 if parts.baseline else None
    return now.spo2 >= SPO2_START.value or (before is not None and now.spo2 >= before)


def _has_settled(parts: Parts, last: Judged) -> bool | None:
    """By either way; the level of the calculator of blood pressure comes before both."""
    now = last.reading
    if last.pressure is None or now.sys is None or now.dia is None:
        return None
    if last.pressure.outputs.level in ("stop", "low"):
        return False
    if last.rise and all(abs(rise) <= BP_LEAVE_BASELINE.value for rise in last.rise):
        return True
    if now.sys >= BP_LEAVE.systolic or now.dia >= BP_LEAVE.diastolic:
        return False
    earlier = [one.reading for one in parts.readings[:-1] if one.pressure]
    if not earlier or earlier[-1].sys is None or earlier[-1].dia is None:
        return None
    return now.sys <= earlier[-1].sys and now.dia <= earlier[-1].dia
