"""A clinician works out an infusion in the article that describes it."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.pages.calculator import CalculatorForm
from support.pages.site import Site

TITLE = "IV ketamine dose"


@pytest.fixture
def dose(open_site: Site) -> CalculatorForm:
    return open_site.article().form(TITLE)


def test_70_kg_from_a_50_mg_ml_vial_in_50_ml_is_35_mg(dose: CalculatorForm) -> None:
    dose.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(dose.headline).to_contain_text("35 mg")
    expect(dose.value("Draw up")).to_have_text("0.7 mL")
    expect(dose.value("Pump rate")).to_have_text("75 mL/h")


def test_198_lb_is_44_9_mg(dose: CalculatorForm) -> None:
    dose.enter(Weight="198", Final_volume="100").choose("Weight unit", "lb").choose("Vial strength", "10 mg/mL")
    expect(dose.headline).to_contain_text("44.9 mg")
    expect(dose.value("Pump rate")).to_have_text("150 mL/h")


def test_a_unit_typed_after_the_number_is_understood(dose: CalculatorForm) -> None:
    dose.enter(Weight="70 kg", Final_volume="50 mL").choose("Vial strength", "50 mg/mL")
    expect(dose.headline).to_contain_text("35 mg")


def test_pounds_typed_where_kilograms_are_chosen_are_refused(dose: CalculatorForm) -> None:
    dose.choose("Vial strength", "50 mg/mL").enter(Weight="154 lb").leave()
    expect(dose.problem("Weight")).to_contain_text("the unit beside it says kg")
    expect(dose.answer).to_be_empty()


REFUSED = [
    ("0", "Weight must be a number from 30 to 650 kg"),
    ("700", "Weight must be a number from 30 to 650 kg"),
    ("1,5", "write the decimal mark as a point"),
    ("70 stone", "typed in st, but the unit beside it says kg"),
    ("70 sacks", "“sacks” is not understood"),
    ("", "Enter weight"),
]


@pytest.mark.parametrize(("typed", "words"), [pytest.param(*case, id=case[0] or "blank") for case in REFUSED])
def test_a_weight_that_cannot_be_right_is_refused_with_help(dose: CalculatorForm, typed: str, words: str) -> None:
    dose.choose("Vial strength", "50 mg/mL").enter(Weight=typed, Final_volume="50").calculate()
    expect(dose.problem("Weight")).to_contain_text(words)
    expect(dose.summary).to_contain_text(words)
    expect(dose.answer).to_be_empty()
    expect(dose.field("Weight")).to_have_value(typed)
    expect(dose.field("Weight")).to_have_attribute("aria-invalid", "true")


def test_calculate_takes_the_reader_to_what_is_wrong(dose: CalculatorForm, page: Page) -> None:
    dose.enter(Weight="700").calculate()
    expect(dose.summary).to_be_focused()
    expect(dose.summary.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page).to_have_title(re.compile("^Error: "))
    dose.summary.get_by_role("link", name=re.compile("Choose vial strength")).click()
    expect(dose.group("Vial strength").get_by_role("radio").first).to_be_focused()


def test_the_summary_goes_once_everything_is_right(dose: CalculatorForm, page: Page) -> None:
    dose.enter(Weight="700").calculate()
    dose.enter(Weight="70").choose("Vial strength", "10 mg/mL")
    expect(dose.headline).to_contain_text("35 mg")
    expect(dose.summary).to_be_hidden()
    expect(dose.problem("Weight")).to_be_empty()
    expect(page).not_to_have_title(re.compile("^Error: "))


def test_the_form_names_what_it_still_needs_and_a_press_goes_there(dose: CalculatorForm) -> None:
    dose.enter(Final_volume="50")
    expect(dose.words).to_have_text("Still needed: Weight, Vial strength")
    dose.go_to("Weight")
    expect(dose.field("Weight")).to_be_focused()
    dose.enter(Weight="70")
    expect(dose.words).to_have_text("Still needed: Vial strength")
    dose.go_to("Vial strength")
    expect(dose.group("Vial strength").get_by_role("radio").first).to_be_focused()


def test_an_answer_goes_the_moment_an_input_changes(dose: CalculatorForm) -> None:
    dose.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(dose.headline).to_contain_text("35 mg")
    assert dose.shown_right_after("Weight", "7") == ""
    expect(dose.words).to_have_text("Check: Weight")


def test_nothing_is_said_of_a_number_half_typed_until_the_field_is_left(dose: CalculatorForm) -> None:
    dose.choose("Vial strength", "50 mg/mL").enter(Weight="7")
    expect(dose.words).to_have_text("Check: Weight")
    expect(dose.problem("Weight")).to_be_empty()
    dose.leave()
    expect(dose.problem("Weight")).to_contain_text("from 30 to 650 kg")


def test_an_example_never_stands_beside_an_answer(dose: CalculatorForm) -> None:
    expect(dose.example).to_be_visible()
    expect(dose.example).to_contain_text("Worked example, not your patient")
    dose.enter(Weight="80").choose("Vial strength", "50 mg/mL")
    expect(dose.headline).to_contain_text("40 mg")
    expect(dose.example).to_be_hidden()


def test_clear_empties_the_form_and_shows_the_example_again(dose: CalculatorForm) -> None:
    dose.enter(Weight="80").choose("Vial strength", "50 mg/mL")
    expect(dose.headline).to_contain_text("40 mg")
    dose.clear()
    expect(dose.field("Weight")).to_have_value("")
    expect(dose.field("Weight")).to_be_focused()
    expect(dose.headline).to_have_count(0)
    expect(dose.example).to_be_visible()


def test_the_100_mg_ml_vial_says_stop(dose: CalculatorForm) -> None:
    dose.enter(Weight="70", Final_volume="50").choose("Vial strength", "100 mg/mL")
    expect(dose.words).to_contain_text("Dilute first: Never give the 100 mg/mL vial undiluted")
    expect(dose.announced).to_contain_text("Dilute first: Never give the 100 mg/mL vial undiluted")


def test_the_working_stays_unfolded_while_numbers_change(dose: CalculatorForm) -> None:
    dose.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    working = dose.unfold("Working")
    expect(working).to_contain_text("70 kg × 0.5 mg/kg = 35 mg")
    dose.enter(Weight="80")
    expect(working).to_contain_text("80 kg × 0.5 mg/kg = 40 mg")


def test_everything_can_be_done_with_the_keyboard(dose: CalculatorForm, page: Page) -> None:
    dose.field("Weight").focus()
    page.keyboard.type("70")
    page.keyboard.press("Tab")  # unit: kg is chosen
    page.keyboard.press("Tab")  # dose: 0.5 stands there
    page.keyboard.press("Tab")  # vial strength
    page.keyboard.press("Space")
    for _ in ("2 mg/mL", "5 mg/mL", "10 mg/mL", "25 mg/mL", "50 mg/mL"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("50")
    expect(dose.headline).to_contain_text("35 mg")
    expect(dose.value("Draw up")).to_have_text("0.7 mL")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(dose.summary).to_be_hidden()
