"""No page, in no state, width or colors, has anything that axe calls wrong; none scrolls sideways."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.addresses import ARTICLE
from support.pages.calculator import CalculatorForm
from support.pages.colors import Colors
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.windows import window

WIDTHS = (320, 412, 1350)
PAGES = [
    "",
    "calculators/",
    "calculators/phq9/",
    "calculators/qids-sr16/",
    "calculators/trd-definitions/",
    "calculators/resistance-checklist/",
    "calculators/maintenance-plan/",
    "articles/",
    ARTICLE,
    "about/",
    "404.html",
]


@pytest.fixture(params=WIDTHS)
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    # Colors that are still fading from one to another have no contrast to judge.
    with window(browser, request.param, 915, reduced_motion="reduce") as page:
        yield page


def faultless(page: Page, what: str) -> None:
    for colors in Colors(page).each_that_the_system_may_ask_for():
        assert accessibility_problems(page) == [], f"{what}, {colors}"
        assert not scrolls_sideways(page), f"{what}, {colors}"


def test_pages_as_they_open(view: Page, site_url: str) -> None:
    for path in PAGES:
        Site(view, site_url).open(path)
        faultless(view, path)


def test_a_calculator_in_each_of_its_states(view: Page, site_url: str) -> None:
    form = Site(view, site_url).calculator("iv-dose", "IV ketamine dose")
    faultless(view, "untouched")

    form.enter(Weight="700").calculate()
    expect(form.summary).to_be_visible()
    faultless(view, "problem")

    form.enter(Weight="70", Final_volume="50").choose("Vial strength", "100 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    for part in ("Working", "Where our protocol differs from the evidence", "Sources"):
        form.unfold(part)
    faultless(view, "answer")

    form.enter(Weight="")
    expect(form.words).to_have_text("Still needed: Weight")
    faultless(view, "changed")


def test_a_calculator_that_cannot_start(view: Page, site_url: str) -> None:
    view.route("**/worker-*.js", lambda route: route.abort())
    form: CalculatorForm = Site(view, site_url).calculator("iv-dose", "IV ketamine dose")
    expect(form.words.get_by_role("button", name="Try again")).to_be_visible()
    faultless(view, "failed")


def test_rows_that_repeat(view: Page, site_url: str) -> None:
    form = Site(view, site_url).calculator("trd-definitions", "TRD definitions")
    form.card.get_by_role("button", name="Add trial").click()
    expect(form.card.get_by_role("group", name="Trial 2")).to_be_visible()
    faultless(view, "two rows")
    form.calculate()
    expect(form.summary).to_be_visible()
    faultless(view, "problems in rows")
