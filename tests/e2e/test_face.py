"""What a reader sees first: the site's name, a calculator that answers, and where to report what is wrong."""

import base64
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from support.pages.article import Article
from support.pages.calculator import CalculatorForm
from support.pages.finder import CalculatorFinder
from support.pages.report import Report
from support.pages.seen import accessibility_problems
from support.pages.site import Site
from support.pages.storage import kept
from support.windows import window

NAME = "Ketamine Association Guidance"
DRAWING = "images/articles/titration-and-non-response.svg"
GROUNDS = {"light": [244, 247, 248], "dark": [26, 36, 43]}  # --surface of web/css/tokens.css


@pytest.fixture(params=["light", "dark"])
def colored(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[str, Page]]:
    with window(browser, 1350, 915, color_scheme=request.param, reduced_motion="reduce") as page:
        yield request.param, page


def ground(page: Page, drawing: Locator) -> list[int]:
    """The color near a corner of what is seen of a drawing."""
    seen = base64.b64encode(drawing.screenshot()).decode()
    found: list[int] = page.evaluate(
        """async (seen) => {
            const picture = Object.assign(new Image(), {src: `data:image/png;base64,${seen}`});
            await picture.decode();
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
            canvas.drawImage(picture, 0, 0);
            return [...canvas.getImageData(picture.width / 2, 5, 1, 1).data].slice(0, 3);
        }""",
        seen,
    )
    return found


def test_the_name_of_the_site_is_never_cut(open_site: Site, page: Page) -> None:
    open_site.open("articles/titration-and-non-response/")
    # Of letters of twice the size half as many fit, as in a window of half the width: 160 stands for a phone of 320.
    for width in (160, 195, 320, 390, 820, 1350):
        page.set_viewport_size({"width": width, "height": 844})
        expect(open_site.name).to_have_text(re.compile(NAME.replace(" ", r"\s+")))
        expect(open_site.name).to_be_in_viewport(ratio=1)
        assert open_site.masthead.evaluate("band => band.scrollWidth <= band.clientWidth"), width


def test_the_first_page_answers_and_shows_the_list_once_something_is_typed(open_site: Site, page: Page) -> None:
    open_site.open()
    finder = CalculatorFinder(page)
    expect(finder.rows).to_have_count(0)
    finder.field.fill("relapse")
    expect(finder.row("Relapse check")).to_be_visible()
    form = CalculatorForm(page, "IV ketamine dose")
    form.enter(Weight="70", Final_volume="50").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    for part in ("Decide", "Give", "Follow", "Stay well"):
        expect(page.get_by_role("region", name=part).get_by_role("link").first).to_be_visible()


def test_tools_used_on_this_device_are_listed_only_while_the_reader_wants_it(browser: Browser, site_url: str) -> None:
    with window(browser) as page:
        site = Site(page, site_url)
        site.calculator("iv-dose", "IV ketamine dose").enter(Weight="73.4")
        assert "iv_dose" not in kept(page)
        site.open()
        lately = CalculatorFinder(page).lately
        lately.get_by_role("button", name="Keep a list of the five tools used last on this device").click()
        stop = lately.get_by_role("button", name="Keep no list")
        expect(stop).to_be_focused()
        expect(lately.get_by_role("link")).to_have_count(0)
        CalculatorForm(page, "IV ketamine dose").enter(Weight="73.4")
        site.open()
        expect(lately.get_by_role("link")).to_have_text(["IV ketamine dose"])
        assert "73.4" not in kept(page)
        stop.click()
        expect(lately.get_by_role("button", name="Keep a list")).to_be_focused()
        expect(lately.get_by_role("link")).to_have_count(0)
        assert "iv_dose" not in kept(page)


def test_a_drawing_is_dark_on_a_dark_page_by_the_system_and_by_the_button(
    colored: tuple[str, Page], site_url: str
) -> None:
    scheme, page = colored
    site = Site(page, site_url)
    site.open("articles/titration-and-non-response/")
    drawing = Article(page).picture
    assert ground(page, drawing) == GROUNDS[scheme]
    other = "dark" if scheme == "light" else "light"
    page.evaluate(
        "scheme => { document.body.dataset.mdColorScheme = scheme }", "slate" if other == "dark" else "default"
    )
    assert ground(page, drawing) == GROUNDS[other]


def test_a_report_holds_page_and_version_and_what_was_entered_only_if_the_reader_says_so(
    colored: tuple[str, Page], site_url: str
) -> None:
    _, page = colored
    form = Site(page, site_url).calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="71.5")
    link = form.card.get_by_role("link", name="Report an error")
    link.click()
    report = Report(page)
    report.words.fill("The rate is wrong.")
    expect(report.text).to_have_value(
        re.compile(r"calculators/iv-dose/\nCalculator: IV ketamine dose \(iv_dose\), version ")
    )
    expect(report.text).to_have_value(re.compile("The rate is wrong"))
    expect(report.text).not_to_have_value(re.compile(r"71\.5"))
    expect(report.dialog).to_contain_text("names no address for reports")
    report.include_entries()
    expect(report.text).to_have_value(re.compile(r"weight=71\.5"))
    assert accessibility_problems(page) == []
    page.keyboard.press("Escape")
    expect(report.dialog).to_be_hidden()
    expect(link).to_be_focused()
    assert "71.5" not in kept(page)


def test_a_report_is_copied_or_goes_to_the_address_of_the_site(open_site: Site, page: Page) -> None:
    open_site.open("limits/")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('meta'), "
        "{name: 'report-address', content: 'mailto:reports@site.invalid'}))"
    )
    page.get_by_role("contentinfo").get_by_role("link", name="Report an error").click()
    report = Report(page)
    expect(report.mail).to_have_attribute("href", re.compile(r"^mailto:reports@site\.invalid\?subject=.*limits"))
    report.copy()
    assert "Page: Limits of use" in page.evaluate("navigator.clipboard.readText()")
