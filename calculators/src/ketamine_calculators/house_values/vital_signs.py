"""Limits of blood pressure, heart rate and oxygen saturation around a dose."""

from fractions import Fraction

from .value import HouseValue, one, pressure

_NO_PRESSURE_LIMIT = (
    "No label or guideline that was read sets an upper limit of blood pressure for giving or stopping a dose."
)
_NO_SATURATION = "The esketamine label asks for pulse oximetry at each session and gives no number."

BP_WEIGH = HouseValue(
    key="bp_weigh",
    title="Weigh risk and benefit before dosing",
    numbers=pressure(140, 90),
    unit="mmHg",
    rule="above either",
    basis="The US esketamine label names these figures; they are used as a caution for intravenous ketamine too.",
    resting_on="label",
    literature="US esketamine label: above 140 systolic or 90 diastolic, weigh the risk of a short rise against the benefit.",
)
BP_WEIGH_65 = HouseValue(
    key="bp_weigh_65",
    title="Weigh risk and benefit before dosing, above the age of 65",
    numbers={**pressure(150, 90), "age": Fraction(65)},
    unit="mmHg",
    rule="above either, if older",
    basis="Phase 3 esketamine trials did not dose above 150 mmHg systolic if older than 65.",
    resting_on="literature",
    literature="The US esketamine label names 140/90 at any age.",
    in_use=False,
)
BP_DEFER = HouseValue(
    key="bp_defer",
    title="Put off the dose",
    numbers=pressure(160, 100),
    unit="mmHg",
    rule="at or above either",
    basis="With the mean rise of 12.61/8.49 mmHg of one review, 160/100 comes to just under 180/110.",
    resting_on="house",
    literature=f"{_NO_PRESSURE_LIMIT} It is not an FDA rule.",
)
BP_STOP = HouseValue(
    key="bp_stop",
    title="Do not dose",
    numbers=pressure(180, 120),
    unit="mmHg",
    rule="at or above either",
    basis="The severe range of the American Heart Association and the American College of Cardiology lies above 180/120.",
    resting_on="house",
    literature=_NO_PRESSURE_LIMIT,
)
BP_PAUSE = HouseValue(
    key="bp_pause",
    title="Pause during or after a dose",
    numbers=pressure(180, 110),
    unit="mmHg",
    rule="at or above either",
    basis="One series of 394 doses called readings above 180 or 110 transient hypertension; 14 of 70 patients had one.",
    resting_on="house",
    literature=_NO_PRESSURE_LIMIT,
)
BP_LOW = HouseValue(
    key="bp_low",
    title="Too low to dose without assessment",
    numbers=pressure(90, 50),
    unit="mmHg",
    rule="below either",
    basis="The racemic label lists falls of blood pressure and gives no number.",
    resting_on="house",
    literature="No label that was read gives a lower limit.",
)
HEART_RATE_LOW = HouseValue(
    key="heart_rate_low",
    title="Heart rate that asks for an assessment, lower end",
    numbers=one(50),
    unit="/min",
    rule="below",
    basis="No source that was read gives a number.",
    resting_on="house",
    literature="Labels ask for vital signs and give no number.",
)
HEART_RATE_HIGH = HouseValue(
    key="heart_rate_high",
    title="Heart rate that asks for an assessment, upper end",
    numbers=one(110),
    unit="/min",
    rule="above",
    basis="No source that was read gives a number.",
    resting_on="house",
    literature="Labels ask for vital signs and give no number.",
)
SPO2_START = HouseValue(
    key="spo2_start",
    title="Oxygen saturation needed before a dose, breathing room air",
    numbers=one(93),
    unit="%",
    rule="at or above",
    basis="Phase 3 esketamine trials excluded patients below 93%.",
    resting_on="literature",
    literature=_NO_SATURATION,
)
SPO2_TWICE = HouseValue(
    key="spo2_twice",
    title="Oxygen saturation to act on, two readings in a row",
    numbers=one(93),
    unit="%",
    rule="below, twice in a row",
    basis="Esketamine trials counted two readings in a row below 93%.",
    resting_on="literature",
    literature=_NO_SATURATION,
)
SPO2_ONCE = HouseValue(
    key="spo2_once",
    title="Oxygen saturation to act on at once",
    numbers=one(90),
    unit="%",
    rule="below, once",
    basis="No source that was read gives a number.",
    resting_on="house",
    literature=_NO_SATURATION,
)
