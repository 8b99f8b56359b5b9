"""All recommendations on one page: narrowed by choosing, a plain list without a script, and nothing that axe calls wrong."""

import pytest
from playwright.sync_api import Browser, Page, expect

from support.pages.colors import Colors
from support.pages.recommendations import RecommendationList
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.site import Site
from support.windows import window


@pytest.fixture
def listed(open_site: Site, page: Page) -> RecommendationList:
    open_site.open("recommendations/")
    return RecommendationList(page)


def test_choosing_narrows_the_list_and_says_how_many_are_left(listed: RecommendationList) -> None:
    everything = listed.rows.count()
    assert everything > 1
    left = 0
    for strength in listed.options("Strength"):
        listed.choice("Strength").select_option(strength)
        found = listed.rows.count()
        assert 0 < found <= everything
        expect(listed.announced).to_have_text(f"{found} found")
        expect(listed.rows.filter(has_text=strength.lower())).to_have_count(found)
        left += found
    assert left == everything
    listed.choice("Strength").select_option("Any")
    expect(listed.rows).to_have_count(everything)
    expect(listed.announced).to_have_text("")


def test_an_article_is_chosen_by_its_title(listed: RecommendationList) -> None:
    title = listed.options("Article")[0]
    listed.choice("Article").select_option(title)
    expect(listed.articles).to_have_count(1)
    expect(listed.articles.get_by_role("heading", level=2)).to_contain_text(title)


def test_where_nothing_fits_one_button_shows_all_again(listed: RecommendationList) -> None:
    everything = listed.rows.count()
    for label in ("Strength", "Certainty", "Origin", "Article"):
        for option in listed.options(label):
            listed.choice(label).select_option(option)
            if listed.nothing_found.is_visible():
                break
    if not listed.nothing_found.is_visible():
        pytest.skip("Each choice of this edition finds something.")
    expect(listed.announced).to_have_text("Nothing found")
    listed.show_all.click()
    expect(listed.rows).to_have_count(everything)
    expect(listed.choice("Strength")).to_be_focused()


def test_a_recommendation_leads_to_its_sentence(listed: RecommendationList) -> None:
    place = listed.place_of_first()
    listed.rows.first.get_by_role("link").click()
    expect(place).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1350])
def test_nothing_is_wrong_with_it_in_any_colors(width: int, browser: Browser, site_url: str) -> None:
    with window(browser, width, 915, reduced_motion="reduce") as page:
        Site(page, site_url).open("recommendations/")
        for colors in Colors(page).each_that_the_system_may_ask_for():
            assert accessibility_problems(page) == [], colors
            assert not scrolls_sideways(page), colors


def test_without_a_script_it_is_a_plain_list(browser: Browser, site_url: str) -> None:
    with window(browser, 1350, 915, java_script_enabled=False) as page:
        page.goto(f"{site_url}recommendations/")
        listed = RecommendationList(page)
        assert listed.rows.count() > 1
        expect(page.get_by_label("Strength")).to_be_hidden()
