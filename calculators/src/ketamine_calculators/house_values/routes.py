"""Limits of doses by other routes, and of alcohol before a dose."""

from .value import HouseValue, one

_NO_MILLIGRAM_LIMIT = "Trials dosed on actual weight; no agreed limit in milligrams was found."

ROUTE_DOSE_CAUTION = HouseValue(
    key="route_dose_caution_mg",
    title="Intravenous dose above which a conversion is cautioned",
    numbers=one(100),
    unit="mg",
    rule="above",
    basis="The same limit as for an infusion.",
    resting_on="house",
    literature=_NO_MILLIGRAM_LIMIT,
)
ROUTE_DOSE_STOP = HouseValue(
    key="route_dose_stop_mg",
    title="Intravenous dose above which a conversion is stopped",
    numbers=one(200),
    unit="mg",
    rule="above",
    basis="Twice the limit for an infusion.",
    resting_on="house",
    literature=_NO_MILLIGRAM_LIMIT,
)
ORAL_DOSE_CAUTION = HouseValue(
    key="oral_dose_caution_mg",
    title="Oral or sublingual dose that is cautioned",
    numbers=one(300),
    unit="mg",
    rule="above",
    basis="Fixed oral doses in one review range from 25 to 300 mg.",
    resting_on="literature",
    literature="Fixed oral doses from 25 to 300 mg have been used.",
)
ORAL_DOSE_STOP = HouseValue(
    key="oral_dose_stop_mg_per_kg",
    title="Oral or sublingual dose for each kilogram that is stopped",
    numbers=one(7),
    unit="mg/kg",
    rule="above",
    basis="Oral doses by weight in one review range from 0.25 to 7 mg/kg.",
    resting_on="literature",
    literature="Oral doses by weight from 0.25 to 7 mg/kg have been used.",
)
ALCOHOL_HOURS = HouseValue(
    key="alcohol_hours",
    title="Time without alcohol before a dose",
    numbers=one(24),
    unit="h",
    rule="within, put off the dose",
    basis="Labels warn of deeper sedation with alcohol and give no time.",
    resting_on="house",
    literature="Labels warn of deeper sedation with alcohol and give no time.",
)
