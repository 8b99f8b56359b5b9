"""Nothing that is written at the desk is lost: not by closing, not by a crash, not by a second tab; and one button removes it."""

import contextlib
import random
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from support import violations
from support.building import PROJECT
from support.pages.desk import START, Desk
from support.pages.storage import kept, occupied_database
from support.windows import visiting

SLUG = "monitoring-and-rescue"
PATH = f"content/articles/{SLUG}.md"
TITLE = "Monitoring and rescue"
MOMENTS = 20


@pytest.fixture(autouse=True)
def _the_policy() -> Iterator[None]:
    yield
    assert violations.noticed() == []


@pytest.fixture
def visit(browser: Browser) -> Iterator[BrowserContext]:
    """A device that has never seen the desk."""
    with visiting(browser, 1440) as context:
        yield context


def desk_in(visit: BrowserContext, site_url: str) -> Desk:
    return Desk(visit.new_page(), site_url)


def kill(page: Page) -> None:
    """End the process of a tab, which is told nothing."""
    with page.expect_event("crash"), contextlib.suppress(Error):
        page.goto("chrome://crash")
    page.close()


def test_what_is_written_is_there_again_after_the_tab_is_closed(visit: BrowserContext, site_url: str) -> None:
    desk = desk_in(visit, site_url).open(SLUG)
    expect(desk.kept).to_have_text("As published")
    desk.type_before("## Key points", "Kept words.\n\n")
    expect(desk.kept).to_have_text(re.compile("^Kept on this device only"))
    desk.page.close()
    again = desk_in(visit, site_url).start()
    again.page.get_by_role("region", name="On this device").get_by_role("button", name=TITLE, exact=True).click()
    expect(again.text).to_have_value(re.compile("Kept words"))


def test_no_word_is_lost_when_the_tab_is_killed_at_any_moment(visit: BrowserContext, site_url: str) -> None:
    moments = random.Random(21)
    written = ""
    for number in range(MOMENTS):
        desk = desk_in(visit, site_url)
        desk.page.goto(f"{site_url}desk/#{SLUG}")
        desk.text.wait_for(timeout=START)
        assert written in desk.text.input_value()
        desk.put_cursor_before("## Key points")
        typed = "".join(moments.choice("abcdefgh ") for _ in range(moments.randint(1, 40))) + f"{number}."
        desk.page.keyboard.type(typed)
        written += typed
        kill(desk.page)
    desk = desk_in(visit, site_url)
    desk.page.goto(f"{site_url}desk/#{SLUG}")
    desk.text.wait_for(timeout=START)
    assert written in desk.text.input_value()


def test_what_the_field_shows_is_kept_though_the_database_was_busy_until_the_tab_was_killed(
    visit: BrowserContext, site_url: str
) -> None:
    desk = desk_in(visit, site_url).open(SLUG)
    other = visit.new_page()
    other.goto(f"{site_url}accessibility/")
    with occupied_database(other, "editors-desk", "drafts"):
        desk.type_before("## Key points", "Seen by the editor.\n\n")
        expect(desk.text).to_have_value(re.compile("Seen by the editor"))
        expect(desk.kept).to_have_text("As published")
        kill(desk.page)
    again = desk_in(visit, site_url).open(SLUG)
    expect(again.text).to_have_value(re.compile("Seen by the editor"))


def test_nothing_of_a_draft_is_left_in_the_browser_once_it_is_kept_and_removed(
    visit: BrowserContext, site_url: str
) -> None:
    desk = desk_in(visit, site_url).open(SLUG)
    desk.type_before("## Key points", "Kept words.\n\n")
    expect(desk.kept).to_have_text(re.compile("^Kept on this device only"))
    desk.button("All articles").click()
    desk.page.get_by_role("button", name=f"Remove the draft of {TITLE}").click()
    expect(desk.page.get_by_text("is removed from this device")).to_be_visible()
    assert desk.drafts() == []
    assert "Kept words" not in kept(desk.page)


def test_opening_and_closing_an_article_changes_no_byte_and_keeps_nothing(visit: BrowserContext, site_url: str) -> None:
    desk = desk_in(visit, site_url).start()
    for article in desk.names.all_inner_texts():
        desk.choose(article)
        desk.opened()
        desk.text.press("x")
        desk.text.press("Backspace")
        expect(desk.kept).to_have_text("As published")
        desk.button("All articles").click()
    assert desk.drafts() == []


def test_a_draft_is_removed_by_one_button_and_can_be_brought_back(visit: BrowserContext, site_url: str) -> None:
    desk = desk_in(visit, site_url).open(SLUG)
    desk.type_before("## Key points", "Kept words.\n\n")
    desk.button("All articles").click()
    mine = desk.page.get_by_role("region", name="On this device")
    mine.get_by_role("button", name=f"Remove the draft of {TITLE}").click()
    expect(mine.get_by_text("is removed from this device")).to_be_visible()
    assert desk.drafts() == []
    mine.get_by_role("button", name="Bring it back").click()
    mine.get_by_role("button", name=TITLE, exact=True).click()
    expect(desk.text).to_have_value(re.compile("Kept words"))


def test_a_removed_draft_leaves_the_published_text(visit: BrowserContext, site_url: str) -> None:
    desk = desk_in(visit, site_url).open(SLUG)
    desk.type_before("## Key points", "Kept words.\n\n")
    desk.button("All articles").click()
    desk.page.get_by_role("button", name=f"Remove the draft of {TITLE}").click()
    desk.page.get_by_role("region", name="Articles").get_by_role("button", name=TITLE, exact=True).click()
    published = (PROJECT / PATH).read_text("utf-8").split("\n---\n", 1)[1]
    expect(desk.text).to_have_value(published)


def test_who_wants_nothing_kept_is_told_that_it_is_lost_and_nothing_is_kept(
    visit: BrowserContext, site_url: str
) -> None:
    desk = desk_in(visit, site_url).start()
    desk.page.get_by_label("Keep what I write on this device").uncheck()
    desk.open(SLUG)
    desk.type_before("## Key points", "Fleeting words.\n\n")
    expect(desk.kept).to_have_text("Not kept: it is lost when you close this page")
    desk.checked()
    assert desk.drafts() == []
    assert "Fleeting words" not in kept(desk.page)


def test_a_second_tab_says_that_the_article_is_open_and_can_take_it_over(visit: BrowserContext, site_url: str) -> None:
    first = desk_in(visit, site_url).open(SLUG)
    second = desk_in(visit, site_url).open(SLUG)
    expect(second.page.get_by_text("is open in another tab")).to_be_visible()
    first.type_before("## Key points", "Written in the first.\n\n")
    expect(first.kept).to_have_text(re.compile("^Kept"))
    second.button("Write here instead").click()
    expect(second.text).to_have_value(re.compile("Written in the first"))
    expect(first.page.get_by_text("was taken over by another tab")).to_be_visible()


def test_the_desk_works_without_a_network_once_it_was_opened(browser: Browser, site_url: str) -> None:
    with visiting(browser, 1440, service_worker=True) as context:
        desk = desk_in(context, site_url).open(SLUG)
        desk.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        desk.reload()
        desk.reload()
        context.set_offline(True)
        desk.reload()
        desk.type_before("## Key points", "Give .5 mg.\n\n")
        desk.checked()
        expect(desk.counts).to_have_text(re.compile("^1 error"))
