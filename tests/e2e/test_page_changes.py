"""Material changes pages without loading them anew; forms must come to life on each, and Python must start once."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from support.pages.article import Article
from support.pages.calculator import CalculatorForm
from support.pages.site import Site

MOVED = '<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url=../worksheets/">'


def test_a_form_works_after_changes_of_page_and_python_starts_once(open_site: Site, page: Page) -> None:
    workers: list[str] = []
    open_site.change_pages_instantly()
    page.on("worker", lambda worker: workers.append(worker.url))
    first = open_site.calculator("iv-dose", "IV ketamine dose")
    first.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(first.headline).to_contain_text("35 mg")
    open_site.remember_document()
    started = len(workers)

    open_site.follow("Calculators")
    expect(page).to_have_title("Calculators - Ketamine Association Guidance")
    page.get_by_role("link", name="Response status").click()

    second = open_site.form("Response status")
    second.choose("Scale", "MADRS").enter(Total_before_treatment="32", Total_now="16")
    expect(second.headline).to_contain_text("Response")
    assert open_site.is_same_document()
    assert len(workers) == started


def test_what_stays_on_a_changed_page_is_not_loaded_again_and_its_links_lead_where_they_led(
    open_site: Site, page: Page
) -> None:
    open_site.change_pages_instantly()
    open_site.calculator("iv-dose", "IV ketamine dose")
    open_site.remember_document()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for tab, title in (
        ("Home", "Ketamine for depression"),
        ("Worksheets", "Worksheets"),
        ("Calculators", "Calculators"),
    ):
        open_site.follow(tab)
        expect(page).to_have_title(f"{title} - Ketamine Association Guidance")
        assert open_site.home_address() == open_site.address
    assert open_site.is_same_document()
    assert [url for url in fetched if url.endswith(".css")] == []
    expect(open_site.style_sheets).to_have_count(2)  # for screens, and for paper


def test_going_back_finds_a_form_that_works(open_site: Site, page: Page) -> None:
    open_site.change_pages_instantly()
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="700").calculate()
    expect(form.summary).to_be_visible()
    open_site.follow("Calculators")
    expect(page).to_have_title("Calculators - Ketamine Association Guidance")
    page.go_back()
    form = open_site.form("IV ketamine dose")
    form.enter(Weight="80").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("40 mg")
    expect(form.summary).to_be_hidden()


def leave_in_place(open_site: Site, page: Page, path: str, fill_in: Callable[[], None]) -> None:
    """Fill in a form and follow a link, which does not load the page anew."""
    open_site.open(path)
    open_site.remember_document()
    fill_in()
    open_site.follow("Home")
    expect(page).to_have_title("Ketamine for depression - Ketamine Association Guidance")
    assert open_site.is_same_document()


@pytest.fixture
def left(open_site: Site, page: Page) -> CalculatorForm:
    """A form that was answered, and left for the first page without loading it."""
    open_site.change_pages_instantly()
    form = open_site.form("IV ketamine dose")

    def fill_in() -> None:
        form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
        expect(form.headline).to_contain_text("35 mg")

    leave_in_place(open_site, page, "calculators/iv-dose/", fill_in)
    return form


def test_going_back_finds_what_was_typed_and_its_answer(left: CalculatorForm, page: Page) -> None:
    page.go_back()
    expect(left.headline).to_contain_text("35 mg")
    expect(left.field("Weight")).to_have_value("70")


def test_who_comes_by_a_link_finds_an_empty_form(left: CalculatorForm, page: Page) -> None:
    page.get_by_role("link", name="IV ketamine dose").first.click()
    expect(page).to_have_title("IV ketamine dose - Ketamine Association Guidance")
    expect(left.field("Weight")).to_have_value("")


def test_a_worksheet_is_found_again_with_its_rows(open_site: Site, page: Page) -> None:
    open_site.change_pages_instantly()

    def fill_in() -> None:
        page.get_by_role("button", name="Add trial").click()
        page.get_by_role("textbox", name="Daily dose").nth(1).fill("150")

    leave_in_place(open_site, page, "worksheets/treatment-history/", fill_in)
    page.go_back()
    expect(page.get_by_role("textbox", name="Daily dose").nth(1)).to_have_value("150")


def test_two_calculators_of_an_article_do_not_disturb_each_other(open_site: Site, page: Page) -> None:
    article = open_site.article()
    Article(page).unfold("Thase–Rush staging")
    dose, staging = article.form("IV ketamine dose"), article.form("Thase–Rush staging")
    dose.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    staging.tick("Classes that failed", "SSRI", "SNRI").choose("Bilateral ECT failed", "No")
    expect(dose.headline).to_contain_text("35 mg")
    expect(staging.headline).to_contain_text("stage II")


def test_a_link_to_a_heading_of_the_page_leaves_what_was_typed(open_site: Site, page: Page) -> None:
    open_site.change_pages_instantly()
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
    expect(form.headline).to_contain_text("35 mg")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    heading = page.get_by_role("heading", name="When to use it")
    heading.hover()
    heading.get_by_role("link").click()
    expect(page).to_have_url(f"{open_site.address}calculators/iv-dose/#when-to-use-it")
    expect(heading).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(f"{open_site.address}calculators/iv-dose/")
    expect(form.headline).to_contain_text("35 mg")
    expect(form.field("Weight")).to_have_value("70")
    assert [url for url in fetched if url.endswith("/iv-dose/")] == []


def test_a_page_that_is_slow_to_arrive_opens_at_its_top(open_site: Site, page: Page) -> None:
    held: list[Route] = []
    page.clock.install()
    page.route("**/calculators/", lambda route: held.append(route))
    open_site.change_pages_instantly()
    open_site.article()
    open_site.follow("Calculators")
    open_site.scroll_down()
    page.clock.run_for(1000)  # the theme keeps how far a page is scrolled when the scrolling pauses
    for route in held:
        route.continue_()
    expect(page).to_have_title("Calculators - Ketamine Association Guidance")
    assert open_site.is_at_its_top()


def test_a_page_of_another_edition_is_loaded_whole(open_site: Site, page: Page) -> None:
    def renamed(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, body=re.sub(r"main-\w+\.js", "main-0.js", reply.text()))

    open_site.change_pages_instantly()
    open_site.calculator("iv-dose", "IV ketamine dose")
    open_site.remember_document()
    page.route("**/calculators/", renamed)
    open_site.follow("Calculators")
    expect(open_site.script("main-0.js")).to_be_attached()
    assert not open_site.is_same_document()


def test_a_redirect_is_followed_whole(open_site: Site, page: Page) -> None:
    """It is a page of the site and not of the theme."""
    open_site.change_pages_instantly()
    open_site.open()
    page.route("**/calculators/", lambda route: route.fulfill(body=MOVED, content_type="text/html"))
    open_site.follow("Calculators")
    expect(page).to_have_title("Worksheets - Ketamine Association Guidance")


def test_a_page_whose_end_is_lost_on_a_change_in_place_says_so(open_site: Site, page: Page) -> None:
    def cut(route: Route) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, body=reply.text()[: len(reply.text()) // 2])

    open_site.change_pages_instantly()
    open_site.open()
    page.route("**/calculators/", cut)
    open_site.follow("Calculators")
    expect(page.get_by_role("alert")).to_contain_text("This page did not arrive whole, so do not work with it.")
