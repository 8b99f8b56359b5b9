"""Limits of the watch for mania: totals at which the next dose waits."""

from .value import HouseValue, one

_NO_SOURCE = "No source that was read ties a total to a dose of ketamine."

ASRM_HOLD = HouseValue(
    key="asrm_hold",
    title="ASRM total at which the next dose waits for an assessment",
    numbers=one(6),
    unit="points",
    rule="at or above",
    basis="The cut-off of the scale, above 5. That the dose waits is our own choice.",
    resting_on="house",
    literature=f"Sensitivity 85.5% and specificity 87.3% above 5, in a study of 105 patients. {_NO_SOURCE}",
)
YMRS_HOLD = HouseValue(
    key="ymrs_hold",
    title="YMRS total at which the next dose waits for an assessment",
    numbers=one(12),
    unit="points",
    rule="at or above",
    basis="The lower end of the hypomanic group of a post hoc analysis. That the dose waits is our own choice.",
    resting_on="house",
    literature=f"About mildly ill on the Clinical Global Impression. {_NO_SOURCE}",
)
YMRS_MANIC = HouseValue(
    key="ymrs_manic",
    title="YMRS total that is treated as mania until an assessment says otherwise",
    numbers=one(21),
    unit="points",
    rule="at or above",
    basis="The lower end of the manic group of a post hoc analysis; our protocol does not treat in mania.",
    resting_on="house",
    literature=f"20 is about moderately ill on the Clinical Global Impression. {_NO_SOURCE}",
)
