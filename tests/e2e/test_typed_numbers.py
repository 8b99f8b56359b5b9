"""Numbers typed by thumb: a phone whose keypad has only a comma, and entries pasted from elsewhere."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from support.pages.calculator import CalculatorForm
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.pages.storage import kept_besides_used
from support.pages.worksheet import Worksheet

READ, REFUSE = "Read the comma as a decimal mark", "Refuse commas"


@pytest.fixture
def dose(open_site: Site) -> CalculatorForm:
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    return form.enter(Final_volume="50").choose("Vial strength", "50 mg/mL")


def with_commas(form: CalculatorForm) -> CalculatorForm:
    form.enter(Weight="70,5").leave().remedy(READ).click()
    # 70.5 kg × 0.5 mg/kg = 35.25 mg
    expect(form.headline).to_contain_text("35.3 mg")
    return form


def test_a_comma_is_refused_until_the_reader_says_at_the_place_that_it_is_a_decimal_mark(dose: CalculatorForm) -> None:
    dose.enter(Weight="70,5")
    expect(dose.words).to_have_text("Check: Weight")
    expect(dose.remedy(READ)).to_have_count(0)
    dose.leave()
    expect(dose.problem("Weight")).to_contain_text("write the decimal mark as a point")
    expect(dose.answer).to_be_empty()
    dose.remedy(READ).click()
    expect(dose.headline).to_contain_text("35.3 mg")
    expect(dose.reading("Weight")).to_contain_text("Read as 70.5 kg: seventy point five.")
    expect(dose.field("Weight")).to_be_focused()
    expect(dose.field("Weight")).to_have_accessible_description("Read as 70.5 kg: seventy point five. Today's weight")
    expect(dose.problem("Weight")).to_be_empty()
    expect(dose.field("Weight")).to_have_value("70,5")


def test_the_choice_can_be_taken_back_beside_each_number_that_it_was_used_for(dose: CalculatorForm) -> None:
    with_commas(dose).remedy(REFUSE).click()
    expect(dose.problem("Weight")).to_contain_text("write the decimal mark as a point")
    expect(dose.answer).to_be_empty()
    expect(dose.reading("Weight")).to_have_count(0)
    expect(dose.field("Weight")).to_be_focused()


def test_three_digits_behind_a_mark_are_refused_whatever_the_reader_has_said_of_commas(dose: CalculatorForm) -> None:
    with_commas(dose)
    for typed in ("70.000", "70,000"):
        dose.enter(Weight=typed).leave()
        expect(dose.problem("Weight")).to_have_text(
            f"Weight: {typed} can be read as 70 or as 70,000. Write 70 or 70000."
        )
        expect(dose.remedy(READ)).to_have_count(0)
        expect(dose.answer).to_be_empty()


def test_words_about_an_entry_never_stand_beside_another_one(dose: CalculatorForm) -> None:
    with_commas(dose)
    dose.shown_right_after("Weight", "70,55")
    expect(dose.reading("Weight")).to_contain_text("seventy point five five")
    shown = dose.field("Weight").evaluate(
        """field => {
            field.value = "80";
            field.dispatchEvent(new Event("input", { bubbles: true }));
            return getComputedStyle(document.getElementById(`${field.id}-reading`)).visibility;
        }"""
    )
    assert shown == "hidden"
    expect(dose.headline).to_contain_text("40 mg")
    expect(dose.reading("Weight")).to_have_count(0)


def test_the_choice_holds_on_the_next_page_and_nowhere_in_the_browser(
    dose: CalculatorForm, open_site: Site, page: Page
) -> None:
    before = kept_besides_used(page)
    with_commas(dose)
    open_site.remember_document()
    open_site.follow("Calculators")
    page.get_by_role("link", name="Weight conversion", exact=False).first.click()
    weight = open_site.form("Weight conversion")
    weight.enter(Weight="70,5")
    expect(weight.headline).to_contain_text("70.5 kg")
    assert open_site.is_same_document()
    assert kept_besides_used(page) == before


def test_what_is_copied_holds_a_point(dose: CalculatorForm) -> None:
    assert "weight 70.5 kg" in with_commas(dose).whole_answer().copy("summary")


def test_a_link_holds_a_point_for_whoever_opens_it(dose: CalculatorForm, page: Page) -> None:
    link = with_commas(dose).whole_answer().copy("link")
    assert "weight=70.5&" in link
    page.goto("about:blank")
    page.goto(link)
    expect(dose.headline).to_contain_text("35.3 mg")
    expect(dose.field("Weight")).to_have_value("70.5")


def test_a_saved_file_holds_a_point(open_site: Site, page: Page, tmp_path: Path) -> None:
    open_site.open("worksheets/infusion/")
    sheet = Worksheet(page, "Infusion")
    sheet.enter(Weight="70,5").leave().remedy(READ).click()
    expect(sheet.reading("Weight")).to_contain_text("seventy point five")
    assert ["weight", "70.5"] in json.loads(sheet.saved(tmp_path).read_text("utf-8"))["entries"]


def test_what_cannot_be_seen_is_left_out_and_said(dose: CalculatorForm) -> None:
    dose.enter(Weight="\u200b70\u00a0Kg.")
    expect(dose.headline).to_contain_text("35 mg")
    expect(dose.reading("Weight")).to_have_text("Read as 70 kg. Characters that cannot be seen were left out.")
    dose.clear()
    expect(dose.reading("Weight")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1350])
def test_the_offer_and_the_words_fit_the_page(dose: CalculatorForm, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    dose.enter(Weight="70,5").leave()
    expect(dose.remedy(READ)).to_be_visible()
    assert accessibility_problems(page) == []
    dose.remedy(READ).click()
    expect(dose.reading("Weight")).to_be_visible()
    assert accessibility_problems(page) == []
    assert not scrolls_sideways(page)


def test_a_phone_offers_a_minus_where_an_improvement_may_be_negative(open_site: Site) -> None:
    form = open_site.calculator("timeline-action", "Timeline action")
    expect(form.field("Improvement since baseline")).to_have_attribute("inputmode", "text")
