"""The first page leads to a calculator while its name is being typed."""

import pytest
from playwright.sync_api import Page, expect

from support.pages.finder import CalculatorFinder
from support.pages.search import Search
from support.pages.site import Site


@pytest.fixture
def finder(open_site: Site, page: Page) -> CalculatorFinder:
    open_site.open("")
    return CalculatorFinder(page)


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
        # A worksheet, what a calculator asks about, a brand, British spelling, and one wrong letter.
        ("course", "Track a treatment course"),
        ("vial", "IV ketamine dose"),
        ("mg/kg", "IV ketamine dose"),
        ("lorazepam", "Medication hold"),
        ("Ketalar", "IV ketamine dose"),
        ("haemorrhage", "Contraindication screen"),
        ("naltrexoen", "Medication hold"),
    ],
)
def test_enter_opens_what_is_called_so(finder: CalculatorFinder, page: Page, typed: str, found: str) -> None:
    finder.field.fill(typed)
    finder.field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(found)


def test_few_letters_are_not_looked_for_inside_words(finder: CalculatorFinder) -> None:
    finder.field.fill("IV")
    expect(finder.row("IV ketamine dose")).to_be_visible()
    # It holds these letters in "liver" alone.
    expect(finder.row("Contraindication screen")).to_be_hidden()


def test_what_is_not_found_is_said_and_escape_shows_all_again(open_site: Site, page: Page) -> None:
    open_site.open("calculators/")
    finder = CalculatorFinder(page)
    everything = finder.rows.count()
    assert everything > 30
    finder.field.fill("HAM-D")
    expect(finder.announced).to_have_text("1 found")
    finder.field.fill("xyzzy")
    expect(finder.nothing_found).to_be_visible()
    expect(finder.announced).to_have_text("Nothing found")
    expect(finder.rows).to_have_count(0)
    finder.field.press("Escape")
    expect(finder.rows).to_have_count(everything)


def test_what_no_calculator_has_is_looked_for_in_the_whole_site(finder: CalculatorFinder, page: Page) -> None:
    expect(finder.often.first).to_be_visible()
    finder.field.fill("tolerance")
    # Tiles above the list would be rows that were not asked for.
    expect(finder.often.first).to_be_hidden()
    finder.nothing_found.get_by_role("button", name="Search the whole site for “tolerance”").click()
    search = Search(page)
    expect(search.field).to_be_focused()
    expect(search.results.first).to_contain_text("olerance")
