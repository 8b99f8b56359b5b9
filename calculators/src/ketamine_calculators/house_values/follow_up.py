"""Limits after treatment: a rise of a scale, a small baseline, a missed session of esketamine."""

from .value import HouseValue, one

RELAPSE_REVIEW_PHQ9 = HouseValue(
    key="relapse_review_phq9",
    title="PHQ-9 that asks for a review within days",
    numbers=one(15),
    unit="points",
    rule="at or above",
    basis="The lower end of the moderately severe band of the PHQ-9.",
    resting_on="house",
    literature="No source that was read gives a number for relapse after ketamine.",
)
RELAPSE_REVIEW_RISE = HouseValue(
    key="relapse_review_rise",
    title="Rise of the PHQ-9 that asks for a review within days",
    numbers=one(10),
    unit="points",
    rule="at or above",
    basis="Twice the smallest important change of the PHQ-9.",
    resting_on="house",
    literature="The smallest important change of one patient is 5 points.",
)
SMALL_BASELINE = HouseValue(
    key="small_baseline",
    title="Baseline of the PHQ-9 or MADRS at which percentages mislead",
    numbers=one(10),
    unit="points",
    rule="below",
    basis="From a small baseline one point is a large percentage.",
    resting_on="house",
    literature="No source that was read gives a number.",
)
MISSED_DAYS_TWICE_WEEKLY = HouseValue(
    key="missed_days_twice_weekly",
    title="Days since the last esketamine session that count as missed, weeks 1 to 4",
    numbers=one(4),
    unit="days",
    rule="above",
    basis="One day more than the longer gap of a twice-weekly schedule.",
    resting_on="house",
    literature="The manufacturer tells what to do after a missed session and gives no number of days.",
)
MISSED_DAYS_WEEKLY = HouseValue(
    key="missed_days_weekly",
    title="Days since the last esketamine session that count as missed, weekly schedule",
    numbers=one(8),
    unit="days",
    rule="above",
    basis="One day more than a week.",
    resting_on="house",
    literature="The manufacturer tells what to do after a missed session and gives no number of days.",
)
MISSED_DAYS_MAINTENANCE = HouseValue(
    key="missed_days_maintenance",
    title="Days since the last esketamine session that count as missed, every 2 weeks",
    numbers=one(15),
    unit="days",
    rule="above",
    basis="One day more than two weeks.",
    resting_on="house",
    literature="The manufacturer tells what to do after a missed session and gives no number of days.",
)
LAPSE_DAYS = HouseValue(
    key="lapse_days",
    title="Days since the last esketamine session after which the clinician decides whether to start again",
    numbers=one(28),
    unit="days",
    rule="above",
    basis="The length of the first phase of treatment.",
    resting_on="house",
    literature="The label has no rule for a gap of this length.",
)
