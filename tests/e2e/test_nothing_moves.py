"""Nothing moves under the reader's eyes when an answer comes or goes."""

import pytest
from playwright.sync_api import Page, expect

from support.pages.seen import shifts, watch_shifts
from support.pages.site import Site


@pytest.mark.parametrize("width", [412, 1350])
def test_nothing_moves_when_an_answer_comes_goes_and_comes_again(open_site: Site, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 915})
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(form.words).to_have_text("Still needed: Weight")
    watch_shifts(page)
    form.enter(Weight="70").whole_answer()
    expect(form.headline).to_contain_text("35 mg")
    form.enter(Weight="")
    expect(form.words).to_have_text("Still needed: Weight")
    form.enter(Weight="80").whole_answer()
    expect(form.headline).to_contain_text("40 mg")
    assert shifts(page) == []


def test_the_iv_dose_of_a_70_kg_patient_is_three_taps_and_a_number_away_on_a_phone(open_site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 412, "height": 915})
    open_site.open()
    page.get_by_role("link", name="IV ketamine dose").first.click()
    form = open_site.form("IV ketamine dose")
    form.field("Weight").click()
    page.keyboard.type("70")
    form.tap("Vial strength", "50")
    expect(form.glance).to_be_in_viewport(ratio=1)
    expect(form.value("Draw up")).to_be_in_viewport(ratio=1)
    expect(form.value("Draw up")).to_have_text("0.7 mL")
