"""The main jobs take no more taps and keys than they ever did, on the shortest way that a first-time reader finds.

A number is what the job took when it was first counted on the site. A course of treatment is counted in `test_course.py`.
"""

from collections.abc import Iterator
from typing import Self

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.pages.calculator import CalculatorForm
from support.pages.seen import label_in_focus
from support.pages.site import Site
from support.windows import window


class Hand:
    """A finger and a keyboard that count what they do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def tap(self, *places: Locator) -> Self:
        for place in places:
            place.click()
        self.count += len(places)
        return self

    def type(self, place: Locator, text: str) -> Self:
        """A field that has not the focus takes a tap."""
        if not place.evaluate("field => field === document.activeElement"):
            self.tap(place)
        return self.keys(text)

    def keys(self, text: str) -> Self:
        self.page.keyboard.type(text)
        self.count += len(text)
        return self

    def press(self, key: str) -> Self:
        self.page.keyboard.press(key)
        self.count += 1
        return self

    def tab_to(self, name: str) -> Self:
        """Tab until what has this name has the focus."""
        self.press("Tab")
        while not label_in_focus(self.page).startswith(name):
            assert self.count < 500, f"{name} is not reached"
            self.press("Tab")
        return self


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with window(browser, 390, 844) as page:
        yield page


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("main").get_by_role("link", name=name, exact=True).first


def test_an_intravenous_dose_from_home(phone: Page, site_url: str) -> None:
    Site(phone, site_url).open()
    form, hand = CalculatorForm(phone, "IV ketamine dose"), Hand(phone)
    hand.type(form.field("Weight"), "82.5").tap(form.option("Vial strength", "50 mg/mL"))
    hand.type(form.field("Final volume"), "50")
    # 82.5 × 0.5; 50 mL in 40 min
    expect(form.answer).to_contain_text("41.3 mg")
    expect(form.answer).to_contain_text("75 mL/h")
    assert hand.count <= 4 + 6


def test_a_phq9_by_its_items_from_home(phone: Page, site_url: str) -> None:
    Site(phone, site_url).open()
    hand = Hand(phone).tap(link(phone, "PHQ-9"))
    form = CalculatorForm(phone, "PHQ-9")
    for number in range(1, 10):
        hand.tap(form.item(number).get_by_role("radio").nth(2))
    # Nine items of two points each
    expect(form.figure).to_contain_text("18")
    assert hand.count <= 1 + 9


def test_a_screen_for_suicide_risk_without_a_yes_from_home(phone: Page, site_url: str) -> None:
    Site(phone, site_url).open()
    hand = Hand(phone).tap(link(phone, "C-SSRS screener triage"))
    form = CalculatorForm(phone, "C-SSRS screener triage")
    for question in ("1 Wish to be dead", "2 Suicidal thoughts", "6 Suicidal behavior, ever"):
        hand.tap(form.option(question, "No").first)
    expect(form.headline).to_be_visible()
    assert hand.count <= 1 + 3


def test_esketamine_in_week_five_from_home(phone: Page, site_url: str) -> None:
    Site(phone, site_url).open()
    hand = Hand(phone).tap(link(phone, "Esketamine visit"))
    form = CalculatorForm(phone, "Esketamine visit")
    hand.tap(form.option("Indication", "Treatment-resistant"), form.option("Text that applies", "United States"))
    hand.type(form.field("Week of treatment"), "5").tap(form.option("First dose ever", "No"))
    hand.tap(form.option("Dose", "56 mg")).type(form.field("Age"), "40")
    expect(form.headline).to_be_visible()
    assert hand.count <= 8 + 4 + 3


def test_a_dose_by_another_route(phone: Page, site_url: str) -> None:
    form, hand = Site(phone, site_url).calculator("route-convert", "Route conversion"), Hand(phone)
    hand.type(form.field("IV dose"), "40").tap(form.option("New route", "Sublingual"))
    # Twice to four times the dose by our rule
    expect(form.figure).to_contain_text("80 to 160")
    assert hand.count <= 2 + 2


def test_whether_a_medicine_is_held(phone: Page, site_url: str) -> None:
    form, hand = Site(phone, site_url).calculator("medication-hold", "Medication hold"), Hand(phone)
    form.card.get_by_role("combobox", name="Medicine").select_option("SSRI")
    # A list takes two: to open it, and to choose.
    hand.count += 2
    expect(form.headline).to_be_visible()
    assert hand.count <= 4


def test_an_infusion_as_far_as_its_sheet(page: Page, open_site: Site) -> None:
    open_site.open("worksheets/infusion/")
    form, hand = CalculatorForm(page, "Infusion"), Hand(page)
    hand.type(form.field("Weight"), "82.5").tap(form.option("Weight unit", "kg"))
    hand.tap(form.card.get_by_role("group", name="Findings").get_by_role("checkbox", name="None of these"))
    hand.type(form.field("Systolic pressure"), "128").press("Tab").type(form.field("Diastolic pressure"), "76")
    hand.tap(form.card.get_by_role("group", name="Other medicines").get_by_role("checkbox", name="None of these"))
    hand.tap(form.option("Vial strength", "50 mg/mL").last).type(form.field("Final volume"), "50")
    hand.tap(form.option("Response to the last infusion", "Not judged"))
    # 82.5 × 0.5
    expect(form.answer).to_contain_text("41.3 mg")
    form.whole_answer()
    hand.tap(form.take("Print"))
    assert hand.count <= 28


def test_a_history_of_four_drugs_and_electroconvulsive_therapy_by_keyboard(page: Page, open_site: Site) -> None:
    open_site.open("worksheets/treatment-history/")
    form, hand = CalculatorForm(page, "Treatment history"), Hand(page)
    form.card.get_by_role("combobox", name="Drug").first.focus()
    for number, (drug, dose) in enumerate((("ser", "150"), ("ven", "225"), ("ami", "150"), ("phe", "60")), 1):
        hand.keys(drug)
        for label, text in (("Daily dose", dose), ("Weeks", "8"), ("Adherence", "90"), ("Improvement", "10")):
            hand.tab_to(label).keys(text)
        hand.tab_to("Yes").press("Space")
        if number < 4:
            hand.tab_to("Add trial").press("Enter")
            expect(form.card.get_by_role("combobox", name="Drug").nth(number)).to_be_focused()
    # The first of the choices has the focus; up from it is the last.
    hand.tab_to("No ECT failed").press("ArrowUp")
    expect(form.group("ECT that failed").get_by_role("radio", name="Bilateral")).to_be_checked()
    expect(form.headline).to_be_visible()
    assert hand.count <= 102
