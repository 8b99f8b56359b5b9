"""A records system opens a calculator by a link: what is complete is answered, and what is in doubt is asked about first."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from ketamine_calculators import find
from ketamine_calculators.answer import full_answer
from press.site.launch_page import DAY
from support.pages.calculator import CalculatorForm
from support.pages.site import Site

GO_ON = "Continue with what is in the form"
ORDER = "concentration_mg_ml=50&dose_mg_per_kg=0.5&minutes=40&route=iv"
WEIGHT = "weight=70&weight_unit=kg"
VERSION = f"v={find('iv_dose').version}"
TODAY = datetime.date.today()


def day(ago: int) -> str:
    return str(TODAY - datetime.timedelta(days=ago))


def launched(open_site: Site, page: Page, fragment: str) -> CalculatorForm:
    page.goto("about:blank")
    open_site.open(f"calculators/iv-dose/#iv_dose?{fragment}")
    return open_site.form("IV ketamine dose")


@pytest.mark.parametrize("calculator", ["iv_dose", "body_weights", "bp_gate", "phq9", "infusion", "treatment_history"])
def test_the_example_of_the_contract_is_answered_at_once(open_site: Site, page: Page, calculator: str) -> None:
    card = find(calculator)
    open_site.open("launch/")
    (example,) = [text for text in page.get_by_role("code").all_inner_texts() if text.startswith(f"#{calculator}?")]
    page.goto("about:blank")
    open_site.open(f"{card.folder}/{card.slug}/{example.replace(DAY, str(TODAY))}")
    expect(open_site.form(card.title).headline).to_contain_text(full_answer(card, card.examples[0].inputs)["headline"])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", "This link does not say on which day “Weight” was measured."),
        (f"&weight_on={day(1)}", f"was measured on {day(1)}, a day ago. Is it still right?"),
        (f"&weight_on={day(30)}", f"was measured on {day(30)}, 30 days ago."),
        (f"&weight_on={day(-2)}", f"was measured on {day(-2)}. By the clock of this device that is to come."),
        ("&weight_on=yesterday", "says “yesterday” for the day on which “Weight” was measured. That is no day"),
        (f"&weight_on={TODAY}&height_on={TODAY}", f"has no place in this form and is left out: height_on: {TODAY}."),
    ],
)
def test_a_weight_whose_day_is_in_doubt_is_answered_when_the_reader_has_said_so(
    open_site: Site, page: Page, given: str, words: str
) -> None:
    form = launched(open_site, page, f"{WEIGHT}{given}&{ORDER}&{VERSION}")
    expect(form.words).to_contain_text(words)
    expect(form.headline).to_have_count(0)
    expect(form.field("Weight")).to_have_value("70")
    form.words.get_by_role("button", name=GO_ON).click()
    expect(form.headline).to_contain_text("35 mg")


def test_a_number_without_its_unit_is_never_taken_for_one_in_kilograms(open_site: Site, page: Page) -> None:
    form = launched(open_site, page, f"weight=154&weight_on={TODAY}&{ORDER}&{VERSION}")
    expect(form.words).to_contain_text("This link does not name the unit of “Weight”.")
    form.words.get_by_role("button", name=GO_ON).click()
    expect(form.words).to_contain_text("Still needed: Weight unit")
    form.choose("Weight unit", "lb")
    expect(form.headline).to_contain_text("34.9 mg")  # 154 lb are 69.85 kg


def test_a_unit_behind_a_number_is_compared_with_the_one_of_the_form(open_site: Site, page: Page) -> None:
    form = launched(open_site, page, f"weight=154 lb&weight_unit=kg&weight_on={TODAY}&{ORDER}&{VERSION}")
    expect(form.words).to_contain_text("Check: Weight")
    expect(form.headline).to_have_count(0)


def test_a_copied_link_keeps_the_day_of_the_weight_until_another_weight_is_typed(open_site: Site, page: Page) -> None:
    form = launched(open_site, page, f"{WEIGHT}&weight_on={day(3)}&{ORDER}&{VERSION}")
    form.words.get_by_role("button", name=GO_ON).click()
    expect(form.headline).to_contain_text("35 mg")
    assert f"weight_on={day(3)}" in form.copy("link")
    form.enter(Weight="80")
    expect(form.headline).to_contain_text("40 mg")
    assert f"weight_on={TODAY}" in form.copy("link")
