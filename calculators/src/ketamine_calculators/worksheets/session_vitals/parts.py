"""One session put to every calculator that has a say in it, and each of its readings judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from ...catalogue import bp_gate, medication_hold
from ...definition import Notice
from ...esketamine_label import RISE_DIASTOLIC, RISE_SYSTOLIC
from ...evaluation import Evaluation, evaluated
from ...house_values import (
    HEART_RATE_HIGH,
    HEART_RATE_LOW,
    MOAAS_STOP,
    MOAAS_WATCH,
    SPO2_ONCE,
    SPO2_START,
    SPO2_TWICE,
)
from ...medicine_pairs import pair_notices
from .inputs import Reading, Session, intakes_of, pressure_of
from .planned import Planned, planned

Pressure = Evaluation[bp_gate.Reading, bp_gate.Gate]
Hold = Evaluation[medication_hold.Intake, medication_hold.Hold]
JOINED = (bp_gate.CALCULATOR, medication_hold.CALCULATOR)

# What a reading is marked with, the most serious first; the words stand in the table of readings.
STOPS = {
    "symptoms": "symptoms of a crisis: emergency care at once",
    "bp_stop": "blood pressure: stop",
    "spo2_start": "oxygen saturation too low to dose",
    "spo2_act": "oxygen saturation: act now",
    "moaas_stop": "sedation: act now",
}
CAUTIONS = {
    "bp_defer": "blood pressure: defer the dose",
    "bp_low": "blood pressure low: assess",
    "substantial_rise": "substantial rise of blood pressure",
    "spo2_low": "oxygen saturation low: measure again now",
    "moaas_watch": "sedation: watch more closely",
    "heart_rate": "heart rate: assess",
}
FLAGS = STOPS | CAUTIONS


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A reading with what it is marked with. `rise` is that of both pressures above the reading before the dose."""

    reading: Reading
    pressure: Pressure | None
    rise: tuple[Fraction, Fraction] | None
    flags: tuple[str, ...]

    @property
    def stops(self) -> list[str]:
        """What of it stops."""
        return [flag for flag in self.flags if flag in STOPS]


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The session with its readings in the order of their minutes, and the evaluations that they lead to.

    in_order    whether they were entered in that order
    doubled     minutes that were entered more than once
    """

    session: Session
    readings: tuple[Judged, ...]
    in_order: bool
    doubled: tuple[int, ...]
    plan: tuple[Planned, ...]
    holds: tuple[Hold, ...]

    @property
    def evaluations(self) -> Iterable[Evaluation[Any, Any]]:
        """Every calculator that was asked: each medicine, then each pressure."""
        return (*self.holds, *(one.pressure for one in self.readings if one.pressure))

    @property
    def baseline(self) -> Reading | None:
        """The reading before the dose."""
        first = self.readings[0].reading if self.readings else None
        return first if first and first.t == 0 else None

    @property
    def last(self) -> Judged | None:
        """The reading of the latest minute."""
        return self.readings[-1] if self.readings else None

    @property
    def taken(self) -> Judged | None:
        """The latest reading with anything measured: a row that is still to be filled in hides no stop before it."""
        measured = [one for one in self.readings if is_measured(one.reading)]
        return measured[-1] if measured else self.last

    @property
    def stopped_at(self) -> int | None:
        """The minute of that reading where its pressure stops: it is measured again soon."""
        taken = self.taken
        return taken.reading.t if taken and taken.reading.t and "bp_stop" in taken.flags else None

    @property
    def pairs(self) -> tuple[Notice, ...]:
        """What the medicines are to each other."""
        return pair_notices(self.session.agents or (), self.session.maoi_hours)

    def with_flag(self, flag: str) -> list[Reading]:
        """The readings that are marked so."""
        return [one.reading for one in self.readings if flag in one.flags]


def is_measured(row: Reading) -> bool:
    """Whether anything of the patient stands in a row."""
    measured = (row.sys, row.dia, row.hr, row.spo2, row.moaas, row.dissociation, row.symptoms)
    return any(one is not None for one in measured)


def parts_of(session: Session) -> Parts:
    """Asks each calculator. Raises InvalidInputs when what it is asked does not go together."""
    rows = tuple(sorted(session.rows, key=lambda row: row.t))
    minutes = [row.t for row in rows]
    return Parts(
        session=session,
        readings=tuple(_judged(session, rows)),
        in_order=[row.t for row in session.rows] == minutes,
        doubled=tuple(dict.fromkeys(one for one, after in pairwise(minutes) if one == after)),
        # A row with nothing but its minute is no reading that was taken.
        plan=planned(session, [row.t for row in rows if is_measured(row)]),
        holds=tuple(
            evaluated(medication_hold.CALCULATOR, intake, medication_hold.AGENTS[intake.agent])
            for intake in intakes_of(session)
        ),
    )


def _judged(session: Session, rows: tuple[Reading, ...]) -> Iterator[Judged]:
    baseline = rows[0] if rows and rows[0].t == 0 else None
    low_before = False
    for row in rows:
        asked = pressure_of(session, row)
        pressure = evaluated(bp_gate.CALCULATOR, asked, f"Minute {row.t}") if asked else None
        rise = _rise(baseline, row) if baseline and row.t > 0 else None
        found = [*_of_pressure(row, pressure, rise), *_of_breathing(row, low_before), *_of_the_rest(row)]
        # A reading without a saturation between two low ones does not part them.
        low_before = low_before if row.spo2 is None else row.spo2 < SPO2_TWICE.value
        yield Judged(reading=row, pressure=pressure, rise=rise, flags=tuple(flag for flag in FLAGS if flag in found))


def _rise(baseline: Reading, row: Reading) -> tuple[Fraction, Fraction] | None:
    if baseline.sys is None or baseline.dia is None or row.sys is None or row.dia is None:
        return None
    return row.sys - baseline.sys, row.dia - baseline.dia


def is_substantial(rise: tuple[Fraction, Fraction]) -> bool:
    """Whether a rise is a substantial one by the words of the esketamine label."""
    return rise[0] >= RISE_SYSTOLIC or rise[1] >= RISE_DIASTOLIC


def _of_pressure(row: Reading, pressure: Pressure | None, rise: tuple[Fraction, Fraction] | None) -> Iterator[str]:
    """The level of its calculator; a pressure that stops is not marked for its rise as well."""
    if row.symptoms:
        yield "symptoms"
    level = pressure.outputs.level if pressure else ""
    if level in ("stop", "defer", "low"):
        yield f"bp_{level}"
    if level != "stop" and rise and is_substantial(rise):
        yield "substantial_rise"


def _of_breathing(row: Reading, low_before: bool) -> Iterator[str]:
    if row.spo2 is None:
        return
    if row.t == 0:
        if row.spo2 < SPO2_START.value:
            yield "spo2_start"
    elif row.spo2 < SPO2_ONCE.value or (low_before and row.spo2 < SPO2_TWICE.value):
        yield "spo2_act"
    elif row.spo2 < SPO2_TWICE.value:
        yield "spo2_low"


def _of_the_rest(row: Reading) -> Iterator[str]:
    if row.moaas is not None and row.moaas <= MOAAS_WATCH.value:
        yield "moaas_stop" if row.moaas <= MOAAS_STOP.value else "moaas_watch"
    if row.hr is not None and not HEART_RATE_LOW.value <= row.hr <= HEART_RATE_HIGH.value:
        yield "heart_rate"
