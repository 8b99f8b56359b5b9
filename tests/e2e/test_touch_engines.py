"""A tap after a wrong number reaches its target, in three browsers, from the narrowest phone to the widest screen.

Chromium and Firefox are given a finger. WebKitGTK's driver cannot: there the events of a finger are made by a script, and the
mouse events that follow a tap are real (`support/engines/driving.py`).
"""

import pytest

from support.engines.driving import Driven
from support.pages.driven_page import WIDTHS, DrivenPage


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tap_on_a_choice_after_a_wrong_number_chooses_it(driven: Driven, site_url: str, width: int) -> None:
    page = DrivenPage(driven, site_url, width)
    page.open_dose()
    page.tap_and_type_weight("500000")
    page.wait_for_words("Check: Weight")
    page.tap_vial()
    page.wait_until_weight_is_marked()
    assert page.vial_is_chosen()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_tap_on_calculate_after_a_wrong_number_lists_what_is_wrong(
    driven: Driven, site_url: str, width: int
) -> None:
    page = DrivenPage(driven, site_url, width)
    page.open_dose()
    page.tap_and_type_weight("9")
    page.wait_for_words("Check: Weight")
    page.tap_calculate()
    page.wait_until_summary_has_focus()
