"""Which entries of a session go together, and what a part of its answer waits for."""

from collections.abc import Iterable
from dataclasses import replace

from ...catalogue import bp_gate
from ...errors import InputProblem
from ...fields.base import fields_of
from .inputs import IV, Reading, Session, pressure_of


def both_pressures(session: Session) -> Iterable[InputProblem]:
    """The rule that a reading has both pressures or neither."""
    for place, row in enumerate(session.rows):
        for name, given, other in (("sys", row.sys, row.dia), ("dia", row.dia, row.sys)):
            if given is None and other is not None:
                label = next(field.spec.missing for field in fields_of(Reading) if field.name == name)
                yield InputProblem(f"rows.{place}.{name}", f"Reading {place + 1}: {label}", "missing")


def systolic_is_the_higher(session: Session) -> Iterable[InputProblem]:
    """The rule of the blood pressure's calculator, for each reading."""
    for place, row in enumerate(session.rows):
        pressure = pressure_of(session, row)
        for problem in bp_gate.systolic_is_the_higher(pressure) if pressure else ():
            yield replace(problem, field=f"rows.{place}.sys", message=f"Reading {place + 1}: {problem.message}")


def what_a_session_asks(session: Session) -> Iterable[InputProblem]:
    """What has to be asked before the dose, and of the dose itself, and was not."""
    asked = ["fasting", "agents", "suicide_before", "consent", "escort_arranged", "dose_mg", "start"]
    if session.route == IV:
        asked.append("weight_kg")
    for field in fields_of(Session):
        if field.name in asked and getattr(session, field.name) is None:
            yield InputProblem(field.name, field.spec.missing, "missing")
