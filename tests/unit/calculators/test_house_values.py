"""Each house value is the number that was agreed on: typed here from the clinical addendum, not from the table."""

from fractions import Fraction

import pytest

from ketamine_calculators.house_values import HOUSE_VALUES, HouseValue
from ketamine_calculators.house_values.beside_literature import in_words

# key: the number in words
AGREED = """
bp_weigh 140/90 mmHg
bp_weigh_65 150/90 mmHg
bp_defer 160/100 mmHg
bp_stop 180/120 mmHg
bp_pause 180/110 mmHg
bp_low 90/50 mmHg
heart_rate_low 50/min
heart_rate_high 110/min
spo2_start 93%
spo2_twice 93%
spo2_once 90%
moaas_watch 3 points
moaas_stop 2 points
reading_late 5 min
bp_leave 160/100 mmHg
bp_leave_baseline 20 mmHg
minutes_bolus 10 min
minutes_fast 30 min
minutes_slow 60 min
rate_max_ml_h 999 mL/h
draw_min_ml 0.1 mL
measure_error 2%
dose_alert_mg 100 mg
dose_alert_ibw 1 mg/kg
dose_rise_mg_per_kg 0.25 mg/kg
observe_iv_minutes 120 min
route_dose_caution_mg 100 mg
route_dose_stop_mg 200 mg
oral_dose_caution_mg 300 mg
oral_dose_stop_mg_per_kg 7 mg/kg
alcohol_hours 24 h
relapse_review_phq9 15 points
relapse_review_rise 10 points
small_baseline 10 points
missed_days_twice_weekly 4 days
missed_days_weekly 8 days
missed_days_maintenance 15 days
lapse_days 28 days
function_days 28 days
drug_screen_days 91 days
laboratory_days 182 days
stopping_days 7, 14, 28, 56 and 84 days
asrm_hold 6 points
ymrs_hold 12 points
ymrs_manic 21 points
"""
ROWS = dict(row.split(" ", 1) for row in AGREED.strip().splitlines())


def test_every_value_was_agreed_on() -> None:
    assert sorted(value.key for value in HOUSE_VALUES.values()) == sorted(ROWS)


@pytest.mark.parametrize("value", [pytest.param(value, id=value.key) for value in HOUSE_VALUES.values()])
def test_a_value_is_the_number_that_was_agreed_on(value: HouseValue) -> None:
    assert in_words(value) == ROWS[value.key]


def test_a_value_that_is_off_unless_a_site_turns_it_on_is_that_of_systolic_above_65() -> None:
    assert [value.key for value in HOUSE_VALUES.values() if not value.in_use] == ["bp_weigh_65"]
    (at,) = [value.numbers["age"] for value in HOUSE_VALUES.values() if value.key == "bp_weigh_65"]
    assert at == Fraction(65)
