"""An answer goes into the record, onto paper and back again by its link, and no copy of it stays behind."""

import json
import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from ketamine_calculators.catalogue.iv_dose import CALCULATOR as IV_DOSE
from support.pages.calculator import CalculatorForm
from support.pages.colors import Colors
from support.pages.reading import style
from support.pages.site import Site
from support.pages.storage import kept


@pytest.fixture
def answered(open_site: Site) -> CalculatorForm:
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    return form


def test_the_line_holds_result_inputs_version_and_date(answered: CalculatorForm) -> None:
    line = answered.copy("line")
    assert "\n" not in line
    assert line.startswith("IV ketamine dose: 35 mg IV over 40 min")
    assert "weight 70 kg" in line
    assert re.search(rf"iv_dose {re.escape(IV_DOSE.version)}, \d{{4}}-\d{{2}}-\d{{2}}", line)


def test_the_note_holds_the_working(answered: CalculatorForm) -> None:
    assert "70 kg × 0.5 mg/kg = 35 mg" in answered.copy("note")


def test_fhir_is_an_observation(answered: CalculatorForm) -> None:
    assert json.loads(answered.copy("FHIR"))["resourceType"] == "Observation"


def test_a_link_reopens_the_same_inputs_and_says_who_can_read_it(answered: CalculatorForm, page: Page) -> None:
    link = answered.copy("link")
    expect(answered.answer).to_contain_text("treat it as part of the record")
    before, _, after = link.partition("#")
    assert "70" in after
    assert "weight" not in before
    page.goto("about:blank")
    page.goto(link)
    expect(answered.headline).to_contain_text("35 mg")
    expect(answered.field("Weight")).to_have_value("70")
    answered.enter(Weight="80")
    expect(answered.headline).to_contain_text("40 mg")
    assert "#" not in page.url


def test_another_link_to_the_form_that_stands_there_is_the_one_that_is_answered(
    answered: CalculatorForm, page: Page
) -> None:
    link = answered.copy("link")
    for weight, dose in (("60", "30 mg"), ("90", "45 mg")):
        page.goto(link.replace("weight=70", f"weight={weight}"))
        expect(answered.headline).to_contain_text(dose)
        expect(answered.field("Weight")).to_have_value(weight)
    answered.enter(Weight="55")
    expect(answered.headline).to_contain_text("27.5 mg")
    page.goto(link.replace("weight=70", "weight=90"))
    expect(answered.headline).to_contain_text("45 mg")


@pytest.mark.parametrize("what", ["line", "note", "FHIR", "link"])
def test_that_something_was_copied_is_seen_as_well_as_heard(answered: CalculatorForm, what: str) -> None:
    answered.copy(what)
    expect(answered.copy_note).to_contain_text(re.compile("copied", re.IGNORECASE))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_ink_is_dark_whatever_the_screen(
    answered: CalculatorForm, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(media="print", color_scheme=scheme)
    Colors(page).use_as_script_would(scheme)
    ink = style(answered.headline, "color")
    assert sum(map(int, re.findall(r"\d+", ink)[:3])) < 200, ink


def test_where_the_clipboard_is_refused_the_text_is_shown(answered: CalculatorForm) -> None:
    answered.refuse_the_clipboard()
    answered.answer.get_by_role("button", name="Copy line", exact=True).click()
    expect(answered.answer.get_by_label("Copy this text")).to_have_value(re.compile("^IV ketamine dose: 35 mg"))


def test_paper_shows_the_answer_and_not_the_navigation(answered: CalculatorForm, page: Page) -> None:
    page.emulate_media(media="print")
    expect(answered.headline).to_be_visible()
    expect(answered.printed_on).to_be_visible()
    expect(page.get_by_role("navigation", name="Tabs")).to_be_hidden()
    expect(answered.card.get_by_role("button", name="Calculate")).to_be_hidden()


def test_nothing_typed_stays_in_the_browser(answered: CalculatorForm, page: Page) -> None:
    assert "weight" not in kept(page)
    page.reload()
    expect(answered.field("Weight")).to_have_value("")
