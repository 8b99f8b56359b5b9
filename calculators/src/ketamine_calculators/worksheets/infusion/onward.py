"""The way from an infusion to the record of its session: what was entered once is carried along."""

from collections.abc import Iterable
from fractions import Fraction

from ...display import mass, plain
from ...fields import texts_of
from ...fields.base import fields_of
from ...onward import Onward, to_the_session
from .inputs import Infusion
from .notices import against
from .parts import Parts

# What is asked in both forms, under the same name.
CARRIED = ("agents", "maoi_hours", "naltrexone_hours", "benzodiazepine_today", "minutes")


def onward(parts: Parts, dose_mg: Fraction) -> Iterable[Onward]:
    """The record of this session, with what was entered here, unless something stops the infusion."""
    if any(against(parts).values()):
        return
    infusion = parts.infusion
    known = {field.name: getattr(infusion, field.name) for field in fields_of(Infusion) if field.name in CARRIED}
    fields = tuple(field for field in fields_of(Infusion) if known.get(field.name) is not None)
    carried = [(name, text) for name, several in texts_of(fields, known).items() for text in several]
    dose = mass(dose_mg).replace(",", "")
    weight = f"{plain(infusion.weight)} {infusion.weight_unit}"
    pressure = (("rows.0.sys", plain(infusion.systolic)), ("rows.0.dia", plain(infusion.diastolic)))
    yield to_the_session(
        ("route", "iv"), ("weight_kg", weight), *carried, ("dose_mg", dose), ("rows.0.t", "0"), *pressure
    )
