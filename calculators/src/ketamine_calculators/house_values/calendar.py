"""Days of a calendar of treatment: how often what is checked, and when after stopping. A month is 28 days."""

from fractions import Fraction

from .value import HouseValue, one

_NO_INTERVAL = (
    "No guideline with an interval was found; the label of ketamine asks for liver tests at first, then periodically."
)

FUNCTION_DAYS = HouseValue(
    key="function_days",
    title="Days between two assessments of function",
    numbers=one(28),
    unit="days",
    rule="every",
    basis="Our protocol says monthly; a month of four weeks keeps the weekday.",
    resting_on="house",
    literature="No source that was read gives a number.",
)
DRUG_SCREEN_DAYS = HouseValue(
    key="drug_screen_days",
    title="Days between two urine drug screens",
    numbers=one(91),
    unit="days",
    rule="every",
    basis="Our protocol says periodically; 13 weeks are three months.",
    resting_on="house",
    literature="Labels ask to look for misuse and give no interval.",
)
LABORATORY_DAYS = HouseValue(
    key="laboratory_days",
    title="Days between two checks of liver, urine and cognition",
    numbers=one(182),
    unit="days",
    rule="every",
    basis="No agreed interval was found; 26 weeks are six months.",
    resting_on="house",
    literature=_NO_INTERVAL,
)
STOPPING_DAYS = HouseValue(
    key="stopping_days",
    title="Days after the last dose on which a patient who stops is checked",
    numbers={f"check_{place}": Fraction(day) for place, day in enumerate((7, 14, 28, 56, 84), 1)},
    unit="days",
    rule="on days",
    basis="Close together in the first month, then monthly to three months.",
    resting_on="house",
    literature="In a withdrawal trial of esketamine relapses went on for months; no source that was read gives dates of checks.",
)
