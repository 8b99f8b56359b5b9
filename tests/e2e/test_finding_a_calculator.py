"""The first page leads to a calculator while its name is being typed."""

import pytest
from playwright.sync_api import Page, expect

from support.pages.site import Site


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Spravato", "Esketamine visit"),
        ("IV", "IV ketamine dose"),
        ("ham d", "HAM-D17"),
        ("HAMD", "HAM-D17"),
        ("BMI", "Body weights"),
        ("bp", "Blood pressure before dosing"),
        ("titration", "Titration step"),
    ],
)
def test_enter_opens_what_is_called_so(open_site: Site, page: Page, typed: str, found: str) -> None:
    open_site.open("")
    field = page.get_by_label("Find a calculator")
    field.fill(typed)
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(found)


def test_few_letters_are_not_looked_for_inside_words(open_site: Site, page: Page) -> None:
    open_site.open("")
    page.get_by_label("Find a calculator").fill("IV")
    rows = page.locator("calculator-filter [data-words]:visible")
    expect(rows.filter(has_text="IV ketamine dose")).to_be_visible()
    # It holds these letters in "liver" alone.
    expect(rows.filter(has_text="Contraindication screen")).to_be_hidden()


def test_what_is_not_found_is_said_and_escape_shows_all_again(open_site: Site, page: Page) -> None:
    open_site.open("")
    field = page.get_by_label("Find a calculator")
    everything = page.locator("calculator-filter [data-words]:visible").count()
    field.fill("xyzzy")
    expect(page.locator("calculator-filter .filter-empty")).to_be_visible()
    field.press("Escape")
    expect(page.locator("calculator-filter [data-words]:visible")).to_have_count(everything)
