"""Fingers on a phone: what is tapped is what was meant."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support.pages.article import Article
from support.pages.engine import wait_until_python_is_ready
from support.pages.site import Site, wait_until_ready
from support.pages.touch import phone, tap


@pytest.fixture(scope="module")
def phone_page(browser: Browser) -> Iterator[Page]:
    with phone(browser) as page:
        yield page


ARTICLE = "articles/depression-scales-and-what-a-change-means/"


@pytest.fixture
def on_phone(phone_page: Page, site_url: str) -> Site:
    return Site(phone_page, site_url)


@pytest.mark.parametrize("weight", ["500000", "82,5"])
def test_the_tap_after_a_wrong_number_reaches_its_target(on_phone: Site, weight: str) -> None:
    form = on_phone.calculator("iv-dose", "IV ketamine dose")
    tap(form.field("Weight"))
    form.page.keyboard.type(weight)
    expect(form.words).to_have_text("Check: Weight")
    option = form.option("Vial strength", "50")
    tap(option)
    expect(option.get_by_role("radio")).to_be_checked()
    expect(form.problem("Weight")).to_be_visible()


def test_calculate_is_reached_by_the_tap_that_leaves_a_wrong_number(on_phone: Site) -> None:
    form = on_phone.calculator("iv-dose", "IV ketamine dose")
    tap(form.field("Weight"))
    form.page.keyboard.type("9")
    expect(form.words).to_have_text("Check: Weight")
    calculate = form.card.get_by_role("button", name="Calculate")
    calculate.scroll_into_view_if_needed()
    tap(calculate)
    expect(form.summary).to_be_focused()


def test_the_contents_of_an_article_stay_at_hand_and_name_its_calculators(on_phone: Site, phone_page: Page) -> None:
    on_phone.open(ARTICLE)
    article = Article(phone_page)
    phone_page.evaluate("scrollTo(0, 4000)")
    expect(article.contents_button).to_be_in_viewport(ratio=1)
    tap(article.contents_button)
    expect(article.contents.get_by_role("link", name="Calculator: MADRS", exact=True)).to_have_count(1)
    # The form of this calculator is folded: its line is what the contents lead to.
    link = article.contents.get_by_role("link", name="Calculator: PHQ-9", exact=True)
    link.scroll_into_view_if_needed()
    tap(link)
    expect(article.contents).to_be_hidden()
    expect(on_phone.form("PHQ-9").card).to_be_in_viewport()


def test_a_word_of_the_glossary_says_its_meaning_where_it_is_tapped(on_phone: Site, phone_page: Page) -> None:
    on_phone.open(ARTICLE)
    wait_until_ready(phone_page)
    article, term = Article(phone_page), Article(phone_page).terms.first
    address = phone_page.url
    term.scroll_into_view_if_needed()
    tap(term)
    expect(article.meaning).to_be_in_viewport(ratio=1)
    assert phone_page.url == address
    tap(article.meaning.get_by_role("link", name="See the glossary"))
    expect(phone_page).to_have_url(re.compile("/glossary/#"))


def test_a_date_is_today_s_by_a_tap_and_figures_are_enough_to_type_one(on_phone: Site, phone_page: Page) -> None:
    form = on_phone.calculator("induction-plan", "Induction plan")
    wait_until_python_is_ready(phone_page)
    field = form.field("First treatment")
    expect(field).to_have_attribute("inputmode", "numeric")
    tap(form.card.get_by_role("button", name="Today: First treatment"))
    expect(field).to_have_value(phone_page.evaluate("new Date().toLocaleDateString('sv')"))
    form.enter(First_treatment="20260302").choose("Treatments a week", "2 (day 1 and day 4)")
    expect(form.reading("First treatment")).to_have_text("Read as 2026-03-02: 2 March 2026.")
    form.enter(Treatments="6")
    expect(form.headline).to_contain_text("from 2026-03-02")
