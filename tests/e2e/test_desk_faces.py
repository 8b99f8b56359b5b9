"""The desk in every state, width and color: nothing that axe calls wrong, nothing sideways; every job by the keyboard alone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from support import violations
from support.pages.colors import Colors
from support.pages.desk import Desk
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.windows import window

SLUG = "monitoring-and-rescue"
TITLE = "Monitoring and rescue"


@pytest.fixture(autouse=True)
def _the_policy() -> Iterator[None]:
    yield
    assert violations.noticed() == []


@pytest.fixture(params=[390, 820, 1440], scope="module")
def wide(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """One tab of a width: its Python starts once."""
    with window(browser, request.param, 900, reduced_motion="reduce") as page:
        yield page


def faultless(page: Page, state: str) -> None:
    for colors in Colors(page).each_that_the_system_may_ask_for():
        assert accessibility_problems(page) == [], f"{state}, {colors}"
    assert not scrolls_sideways(page), state


def test_every_state_is_accessible_in_every_width_and_color(wide: Page, site_url: str) -> None:
    desk = Desk(wide, site_url).start()
    faultless(wide, "the list of articles")
    desk.button("New article").click()
    faultless(wide, "a new article")
    wide.keyboard.press("Escape")
    desk.choose(TITLE)
    desk.opened()
    desk.type_before("## Key points", "Give .5 mg and .25 mg QD.\n\n")
    desk.checked()
    faultless(wide, "an article with errors")
    desk.paste(html="<h1>From Word</h1><p>Give <b>slowly</b>.</p>", text="x")
    desk.brought.wait_for()
    faultless(wide, "what was brought along")
    for view in ("About the article", "Publish, review …", "Problems", "See", "Text"):
        if desk.button(view).is_visible():
            desk.button(view).click()
            faultless(wide, view)
    for helper in ("Table", "Link", "Reference", "Calculator", "Box", "Picture"):
        desk.button(helper).click()
        desk.dialog.wait_for()
        faultless(wide, helper)
        wide.keyboard.press("Escape")
    desk.page.get_by_label("Number the lines and mark problems beside them").check()
    desk.numbered.wait_for()
    faultless(wide, "numbered lines")
    desk.page.get_by_label("Number the lines and mark problems beside them").uncheck()
    desk.button("Hand in").click()
    wide.get_by_role("heading", name="Hand in").wait_for()
    faultless(wide, "handing in")


def test_an_article_is_found_written_mended_and_handed_in_by_the_keyboard_alone(
    browser: Browser, site_url: str
) -> None:
    with window(browser, 1440, reduced_motion="reduce") as page:
        desk = Desk(page, site_url).start()
        desk.press_to("Look for an article")
        page.keyboard.type("rescue")
        desk.press_to(TITLE)
        page.keyboard.press("Enter")
        desk.opened()
        expect(desk.heading).to_be_focused()
        desk.press_to("Text of the article")
        page.keyboard.press("Control+End")
        page.keyboard.type("\n\nGive .5 mg.\n")
        desk.checked()
        expect(desk.counts).to_have_text(re.compile("^1 error"))
        desk.press_to(
            'Mend: ".5" has no zero before its point; the point is overlooked and the dose read ten times too high or more.',
        )
        page.keyboard.press("Enter")
        desk.checked()
        expect(desk.counts).to_have_text(re.compile("^No errors"))
        desk.press_to("Hand in", "Shift+Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Hand in")).to_be_focused()
