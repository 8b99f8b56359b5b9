"""Sheets on screen and on paper: one page each, readable on a phone, and a dose table whose code opens its own form."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from support.pages.calculator import CalculatorForm
from support.pages.paper import on_paper
from support.pages.qr_code import text_of
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.windows import window

SHEETS = ("session", "tracking", "patient-and-escort", "consent")
TITLE = "Dose table by weight"
# The fullest page: 21 rows, a vial that is diluted first, and cautions of every weight and of some.
FULLEST = {"Dose": "0.8", "Final volume": "50", "Infusion time": "35", "Rows": "21"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_is_one_page_and_readable_on_a_phone(browser: Browser, site_url: str, sheet: str) -> None:
    with window(browser, 320, 640) as page:
        site = Site(page, site_url)
        site.open(f"sheets/{sheet}/")
        assert accessibility_problems(page) == []
        assert not scrolls_sideways(page)
        for size in ("A4", "Letter"):
            paper = on_paper(page, size)
            assert len(paper.sheets) == 1, [one[-80:] for one in paper.sheets]
        for words in ("What this sheet is not:", "Where it is from:", f"/sheets/{sheet}/"):
            assert words in paper.text
        assert "browser's menu" not in paper.text


def test_the_sheets_are_reached_from_home_and_from_the_worksheets(page: Page, open_site: Site) -> None:
    for start in ("", "worksheets/"):
        open_site.open(start)
        page.get_by_role("main").get_by_role("link", name="Sheets to print").click()
        expect(page.get_by_role("heading", level=1, name="Sheets to print")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name=TITLE)).to_be_visible()


@pytest.fixture
def table(page: Page, open_site: Site) -> CalculatorForm:
    """The fullest dose table."""
    form = open_site.calculator("dose-table", TITLE)
    for label, text in FULLEST.items():
        form.field(label).fill(text)
    return form.choose("Vial strength", "100 mg/mL").whole_answer()


def test_a_dose_table_is_one_page_with_all_that_tells_it_from_an_old_one(table: CalculatorForm) -> None:
    code = table.answer.get_by_role("img", name=f"QR code of the form of {TITLE}", include_hidden=True)
    expect(code).to_be_attached()
    for size in ("A4", "Letter"):
        paper = on_paper(table.page, size)
        assert len(paper.sheets) == 1, [one[-80:] for one in paper.sheets]
    assert on_paper(table.page) == table.printed()
    # 140 kg × 0.8 mg/kg = 112 mg; ÷ 100 mg/mL = 1.12 mL; 50 − 1.12 = 48.88 mL
    for words in (
        *("Made by", "Checked by", "Take down on", "Check sum of the table", "version 1.0", "/calculators/dose-table/"),
        *("112 mg (check first)", "1.12 mL (dilute first)", "48.88 mL", "Limits: at most 1 mg/kg", "no order"),
        *("Never give the 100 mg/mL vial undiluted", "Scan to open this form"),
    ):
        assert words in paper.text
    for gone in ("Date of birth", "Identifier", "Working"):
        assert gone not in paper.text


def test_the_code_of_a_table_opens_the_form_with_the_same_entries(table: CalculatorForm, open_site: Site) -> None:
    code = table.answer.get_by_role("img", name=f"QR code of the form of {TITLE}", include_hidden=True)
    expect(code).to_be_attached()
    link, said = text_of(code), table.value("Check sum of the table").inner_text()
    # Everything stands behind the sign #, which no browser sends.
    address = urlsplit(link)
    assert (address.path, address.query) == ("/calculators/dose-table/", "")
    assert address.fragment.startswith("dose_table?")
    table.page.goto("about:blank")
    table.page.goto(link)
    opened = CalculatorForm(table.page, TITLE).whole_answer()
    for label, text in FULLEST.items():
        expect(opened.field(label)).to_have_value(text)
    expect(opened.value("Check sum of the table")).to_have_text(said)


def test_a_dose_table_is_whole_on_a_phone(browser: Browser, site_url: str) -> None:
    with window(browser, 320, 640) as page:
        form = Site(page, site_url).calculator("dose-table", TITLE)
        form.field("Final volume").fill("50")
        form.choose("Vial strength", "50 mg/mL").whole_answer()
        assert accessibility_problems(page) == []
        assert not scrolls_sideways(page)
        expect(form.answer.get_by_role("row", name="70 kg 35 mg 0.7 mL 49.3 mL 0.7 mg/mL 75 mL/h")).to_be_visible()
