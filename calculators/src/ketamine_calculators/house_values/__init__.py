"""House values: numbers for which no label or guideline read gives one, or that a site may set otherwise."""

from collections.abc import Mapping

from .follow_up import (
    LAPSE_DAYS,
    MISSED_DAYS_MAINTENANCE,
    MISSED_DAYS_TWICE_WEEKLY,
    MISSED_DAYS_WEEKLY,
    RELAPSE_REVIEW_PHQ9,
    RELAPSE_REVIEW_RISE,
    SMALL_BASELINE,
)
from .infusion import (
    DOSE_ALERT,
    DOSE_ALERT_IDEAL,
    DOSE_RISE,
    DRAW_MIN,
    MINUTES_BOLUS,
    MINUTES_FAST,
    MINUTES_SLOW,
    OBSERVE_IV,
    RATE_MAX,
)
from .routes import ALCOHOL_HOURS, ORAL_DOSE_CAUTION, ORAL_DOSE_STOP, ROUTE_DOSE_CAUTION, ROUTE_DOSE_STOP
from .value import BASES, CHECKED, HouseValue
from .vital_signs import (
    BP_DEFER,
    BP_LOW,
    BP_PAUSE,
    BP_STOP,
    BP_WEIGH,
    HEART_RATE_HIGH,
    HEART_RATE_LOW,
    SPO2_ONCE,
    SPO2_START,
    SPO2_TWICE,
)

HOUSE_VALUES: Mapping[str, HouseValue] = {
    value.key: value
    for value in (
        BP_WEIGH,
        BP_DEFER,
        BP_STOP,
        BP_PAUSE,
        BP_LOW,
        HEART_RATE_LOW,
        HEART_RATE_HIGH,
        SPO2_START,
        SPO2_TWICE,
        SPO2_ONCE,
        MINUTES_BOLUS,
        MINUTES_FAST,
        MINUTES_SLOW,
        RATE_MAX,
        DRAW_MIN,
        DOSE_ALERT,
        DOSE_ALERT_IDEAL,
        DOSE_RISE,
        OBSERVE_IV,
        ROUTE_DOSE_CAUTION,
        ROUTE_DOSE_STOP,
        ORAL_DOSE_CAUTION,
        ORAL_DOSE_STOP,
        ALCOHOL_HOURS,
        RELAPSE_REVIEW_PHQ9,
        RELAPSE_REVIEW_RISE,
        SMALL_BASELINE,
        MISSED_DAYS_TWICE_WEEKLY,
        MISSED_DAYS_WEEKLY,
        MISSED_DAYS_MAINTENANCE,
        LAPSE_DAYS,
    )
}
"""Every house value by its key, in the order in which a page shows them."""

__all__ = [
    "ALCOHOL_HOURS",
    "BASES",
    "BP_DEFER",
    "BP_LOW",
    "BP_PAUSE",
    "BP_STOP",
    "BP_WEIGH",
    "CHECKED",
    "DOSE_ALERT",
    "DOSE_ALERT_IDEAL",
    "DOSE_RISE",
    "DRAW_MIN",
    "HEART_RATE_HIGH",
    "HEART_RATE_LOW",
    "HOUSE_VALUES",
    "LAPSE_DAYS",
    "MINUTES_BOLUS",
    "MINUTES_FAST",
    "MINUTES_SLOW",
    "MISSED_DAYS_MAINTENANCE",
    "MISSED_DAYS_TWICE_WEEKLY",
    "MISSED_DAYS_WEEKLY",
    "OBSERVE_IV",
    "ORAL_DOSE_CAUTION",
    "ORAL_DOSE_STOP",
    "RATE_MAX",
    "RELAPSE_REVIEW_PHQ9",
    "RELAPSE_REVIEW_RISE",
    "ROUTE_DOSE_CAUTION",
    "ROUTE_DOSE_STOP",
    "SMALL_BASELINE",
    "SPO2_ONCE",
    "SPO2_START",
    "SPO2_TWICE",
    "HouseValue",
]
