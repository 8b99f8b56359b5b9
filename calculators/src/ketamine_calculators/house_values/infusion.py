"""Limits of an infusion of racemic ketamine: time, rate, volume and dose."""

from fractions import Fraction

from .value import HouseValue, one

_NO_MILLIGRAM_LIMIT = "Trials dosed on actual weight; no agreed limit in milligrams was found."

MINUTES_BOLUS = HouseValue(
    key="minutes_bolus",
    title="Infusion time that is a bolus",
    numbers=one(10),
    unit="min",
    rule="below",
    basis="No source that was read gives a number for depression.",
    resting_on="house",
    literature="The racemic label gives an anesthetic dose over at least 60 seconds; ASKP basics: 40 to 60 minutes.",
)
MINUTES_FAST = HouseValue(
    key="minutes_fast",
    title="Infusion time that is too fast",
    numbers=one(30),
    unit="min",
    rule="below",
    basis="No source that was read gives a number; the protocol gives 40 minutes.",
    resting_on="house",
    literature="ASKP basics: 40 to 60 minutes.",
)
MINUTES_SLOW = HouseValue(
    key="minutes_slow",
    title="Infusion time that is slower than usual",
    numbers=one(60),
    unit="min",
    rule="above",
    basis="ASKP basics give 40 to 60 minutes.",
    resting_on="literature",
    literature="ASKP basics: 40 to 60 minutes.",
)
RATE_MAX = HouseValue(
    key="rate_max_ml_h",
    title="Highest pump rate",
    numbers=one(999),
    unit="mL/h",
    rule="above",
    basis="A common highest rate of infusion pumps.",
    resting_on="house",
    literature="Pumps differ; no source that was read gives a number.",
)
DRAW_MIN = HouseValue(
    key="draw_min_ml",
    title="Smallest volume that can be drawn up",
    numbers=one(Fraction(1, 10)),
    unit="mL",
    rule="below",
    basis="On a 1 mL syringe with marks of 0.01 mL, one mark is 10% of 0.1 mL.",
    resting_on="house",
    literature="No source that was read gives a number.",
)
MEASURE_ERROR = HouseValue(
    key="measure_error",
    title="Error of a volume or a rate between two marks or steps",
    numbers=one(2),
    unit="%",
    rule="at or above",
    basis="Half a mark of a 1 mL syringe with marks of 0.01 mL is 2% of 0.25 mL.",
    resting_on="house",
    literature="No source that was read gives a number.",
)
DOSE_ALERT = HouseValue(
    key="dose_alert_mg",
    title="Intravenous dose that is checked again",
    numbers=one(100),
    unit="mg",
    rule="above",
    basis="No source that was read gives a limit in milligrams.",
    resting_on="house",
    literature=_NO_MILLIGRAM_LIMIT,
)
DOSE_ALERT_IDEAL = HouseValue(
    key="dose_alert_ibw",
    title="Dose for each kilogram of ideal body weight that is checked again",
    numbers=one(1),
    unit="mg/kg",
    rule="at or above",
    basis="1 mg/kg is the lowest anesthetic dose of the racemic label; it is applied here to ideal body weight.",
    resting_on="house",
    literature=_NO_MILLIGRAM_LIMIT,
)
DOSE_RISE = HouseValue(
    key="dose_rise_mg_per_kg",
    title="Rise from one infusion to the next that is checked again",
    numbers=one(Fraction(1, 4)),
    unit="mg/kg",
    rule="above",
    basis="The largest step of the titration table is from 0.75 to 1 mg/kg.",
    resting_on="house",
    literature="No trial has tested a titration table.",
)
OBSERVE_IV = HouseValue(
    key="observe_iv_minutes",
    title="Observation after the start of an infusion",
    numbers=one(120),
    unit="min",
    rule="at least, and until every discharge criterion is met",
    basis="The esketamine label asks for 2 hours; in one series pressures had settled 90 minutes after an infusion.",
    resting_on="house",
    literature="The racemic label gives no time for depression.",
)
