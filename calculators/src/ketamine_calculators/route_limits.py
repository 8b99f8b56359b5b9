"""Limits of doses by other routes than the vein, and the alerts on compounded ketamine."""

from collections.abc import Iterable
from fractions import Fraction

from .definition import Notice
from .display import mass, plain
from .house_values import ORAL_DOSE_CAUTION, ORAL_DOSE_STOP, ROUTE_DOSE_CAUTION, ROUTE_DOSE_STOP

SWALLOWED = ("sl", "oral")  # a lozenge is swallowed in part
COMPOUNDED = ("in", *SWALLOWED)
FIXED_FROM = 25  # mg, the lowest fixed oral dose in Andrade 2019
BY_WEIGHT_FROM = Fraction("0.25")  # mg/kg, the lowest oral dose by weight in Andrade 2019
ANESTHESIA_FROM, ANESTHESIA_TO = Fraction(13, 2), 13  # mg/kg intramuscular, label of ketamine for injection

FDA_ALERTS = Notice(
    "caution",
    "FDA, 10 October 2023: ketamine is approved for no psychiatric disorder, and home use adds risk because nobody monitors; "
    "one patient taking it by mouth at home had respiratory depression, with a level about twice that usual in anesthesia. "
    "FDA, 16 February 2022: five reports with compounded nasal spray, among them delusion, dissociation, hallucination, panic "
    "and abuse.",
    rule="route_convert.fda_alerts",
    short="compounded ketamine: FDA alerts of 2022 and 2023",
)


def milligrams(dose: Fraction) -> str:
    """A dose with its unit."""
    return f"{mass(dose)} mg"


def of_the_iv_dose(iv_dose_mg: Fraction) -> Iterable[Notice]:
    """Whether the intravenous dose in mg is itself above a house value."""
    if iv_dose_mg > ROUTE_DOSE_STOP.value:
        yield Notice(
            "stop",
            f"Check the intravenous dose: it is above {plain(ROUTE_DOSE_STOP.value)} mg (our own value). It is converted here, "
            "but not to be given.",
            rule="route_convert.iv_dose_stop",
            short=f"intravenous dose above {plain(ROUTE_DOSE_STOP.value)} mg",
        )
    elif iv_dose_mg > ROUTE_DOSE_CAUTION.value:
        yield Notice(
            "caution",
            f"Check the intravenous dose: it is above {plain(ROUTE_DOSE_CAUTION.value)} mg (our own value).",
            rule="route_convert.iv_dose_caution",
            short=f"intravenous dose above {plain(ROUTE_DOSE_CAUTION.value)} mg",
        )


def of_the_new_dose(route: str, dose: Fraction, weight: Fraction | None) -> Iterable[Notice]:
    """Whether a dose in mg by this route is above published oral doses, or in the anesthesia range of the label.

    weight    in kg; None when not known
    """
    limit, per_kg = plain(ORAL_DOSE_CAUTION.value), plain(ORAL_DOSE_STOP.value)
    range_ = f"{plain(BY_WEIGHT_FROM)} to {per_kg} mg/kg"
    if route in SWALLOWED and weight is not None and dose / weight > ORAL_DOSE_STOP.value:
        yield Notice(
            "stop",
            f"Do not give {milligrams(dose)}: it is {plain(dose / weight, 2)} mg/kg, and published oral doses end at "
            f"{per_kg} mg/kg.",
            rule="route_convert.oral_mg_per_kg",
            short=f"new dose above {per_kg} mg/kg",
        )
    elif route in SWALLOWED and dose > ORAL_DOSE_CAUTION.value:
        yield Notice(
            "caution",
            f"Check the dose: {milligrams(dose)} is above the published fixed oral doses, {FIXED_FROM} to {limit} mg. By weight "
            f"they run from {range_}.",
            rule="route_convert.oral_mg",
            short=f"new dose above {limit} mg",
        )
    if route == "im" and weight is not None and dose / weight >= ANESTHESIA_FROM:
        yield Notice(
            "stop",
            f"Do not give {milligrams(dose)}: {plain(dose / weight, 2)} mg/kg is in the anesthesia range of the label, "
            f"{plain(ANESTHESIA_FROM)} to {ANESTHESIA_TO} mg/kg.",
            rule="route_convert.im_anesthesia",
            short="intramuscular dose in the anesthesia range",
        )
