"""Limits of a treatment session: sedation, when a reading is late, and when the patient may leave."""

from .value import HouseValue, one, pressure

_NO_SEDATION_LIMIT = (
    "The esketamine label asks to watch sedation until it has gone and gives no score at which to act. The scale is that of "
    "Chernik 1990."
)
_NO_DISCHARGE_NUMBER = (
    "The esketamine label asks for a clinically stable patient whose blood pressure falls; it has no number."
)

MOAAS_WATCH = HouseValue(
    key="moaas_watch",
    title="Sedation that asks for closer watching (MOAA/S)",
    numbers=one(3),
    unit="points",
    rule="at or below",
    basis="At 3 the patient answers only when called loudly or repeatedly. No source that was read gives a number to act at.",
    resting_on="house",
    literature=_NO_SEDATION_LIMIT,
)
MOAAS_STOP = HouseValue(
    key="moaas_stop",
    title="Sedation to act on at once (MOAA/S)",
    numbers=one(2),
    unit="points",
    rule="at or below",
    basis="At 2 the patient answers only to prodding or shaking. No source that was read gives a number to act at.",
    resting_on="house",
    literature=_NO_SEDATION_LIMIT,
)
BP_LEAVE = HouseValue(
    key="bp_leave",
    title="Blood pressure at which the patient may leave",
    numbers=pressure(160, 100),
    unit="mmHg",
    rule="below both, and not rising",
    basis="The same figures at which a dose is put off.",
    resting_on="house",
    literature=_NO_DISCHARGE_NUMBER,
)
BP_LEAVE_BASELINE = HouseValue(
    key="bp_leave_baseline",
    title="Distance from the blood pressure before the dose at which the patient may leave",
    numbers=one(20),
    unit="mmHg",
    rule="at most, of both pressures",
    basis="For a patient whose pressure was high before the dose. No source that was read gives a number.",
    resting_on="house",
    literature=_NO_DISCHARGE_NUMBER,
)
READING_LATE = HouseValue(
    key="reading_late",
    title="Minutes after its time at which a reading is late",
    numbers=one(5),
    unit="min",
    rule="more than",
    basis="Half of the 10 minutes between the first planned readings of an infusion.",
    resting_on="house",
    literature="The esketamine label says about 40 minutes, and gives no limits for it.",
)
