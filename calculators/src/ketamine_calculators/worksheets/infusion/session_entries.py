"""What the record of a session takes over from the infusion that was planned, so that nothing is typed twice."""

from fractions import Fraction

from ...display import mass, plain
from ...fields import texts_of
from ...fields.base import fields_of
from .inputs import Infusion

CARRIED = ("agents", "maoi_hours", "naltrexone_hours", "benzodiazepine_today", "minutes")  # asked alike in both forms


def entries_for_session(infusion: Infusion, dose_mg: Fraction) -> tuple[tuple[str, str], ...]:
    """The entries of the session's form: the dose as it is shown, and the blood pressure as its first reading."""
    known = {field.name: getattr(infusion, field.name) for field in fields_of(Infusion) if field.name in CARRIED}
    fields = tuple(field for field in fields_of(Infusion) if known.get(field.name) is not None)
    carried = [(name, text) for name, several in texts_of(fields, known).items() for text in several]
    return (
        ("route", "iv"),
        ("weight_kg", f"{plain(infusion.weight)} {infusion.weight_unit}"),
        *carried,
        ("dose_mg", mass(dose_mg).replace(",", "")),
        ("rows.0.t", "0"),
        ("rows.0.sys", plain(infusion.systolic)),
        ("rows.0.dia", plain(infusion.diastolic)),
    )
