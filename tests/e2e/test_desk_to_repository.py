"""The whole way at the desk: an article of the site is opened, changed and handed in, and is then on its way at the host."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from support.hand_in_page import TOKEN, FakeHost, HandIn, desk_with_repository, fake_host
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.windows import window

PROJECT = Path(__file__).resolve().parents[2]
SLUG = "maintenance-spacing-relapse-and-stopping"
ARTICLE = f"content/articles/{SLUG}.md"
OTHER = "Intravenous induction, from order to pump"
CLOSING = "\n\nA closing sentence.\n"
# The desk's Python starts, beside other tests, before the article can be written.
START = 180_000
TEXT = (PROJECT / ARTICLE).read_text("utf-8")


@pytest.fixture
def github() -> Iterator[FakeHost]:
    with fake_host("github", {ARTICLE: TEXT}) as host:
        yield host


@pytest.fixture
def desk(browser: Browser, site: Path, github: FakeHost) -> Iterator[HandIn]:
    """The desk of a site whose settings name the fake host."""
    with desk_with_repository(site, github.settings) as host, window(browser) as tab:
        tab.goto(f"{host.address}/desk/#{SLUG}")
        yield HandIn(tab)


def test_the_words_of_a_change_that_was_handed_in_are_not_those_of_the_next(desk: HandIn, github: FakeHost) -> None:
    page = desk.page
    text = page.get_by_role("textbox", name="Text of the article")
    text.wait_for(timeout=START)
    text.fill(text.input_value().rstrip("\n") + CLOSING)
    page.get_by_role("button", name="All articles").click()
    page.get_by_role("region", name="Articles").get_by_role("button", name=OTHER, exact=True).click()
    text.fill(text.input_value().rstrip("\n") + CLOSING)
    page.get_by_role("button", name="Hand in", exact=True).click()
    rows = page.get_by_role("group", name="Which articles do you hand in?").get_by_role("listitem")
    rows.filter(has_text=OTHER).get_by_role("checkbox").uncheck()
    rows.filter(has_not_text=OTHER).get_by_role("checkbox").check()
    desk.title.fill("A closing sentence")
    summary = page.get_by_label("More about it")
    summary.fill("It was missing.")
    desk.token.fill(TOKEN)
    page.get_by_role("button", name="Hand in", exact=True).click()
    desk.expect_outcome("Done", "Handed in. It is pull request 1 at GitHub")
    page.get_by_role("button", name="Hand in another").click()
    expect(summary).to_have_value("")
    page.get_by_role("checkbox", name=OTHER).check()
    expect(desk.title).to_have_value(f"Change: {OTHER}")


def test_an_article_that_was_changed_at_the_desk_goes_to_the_host_of_the_repository(
    desk: HandIn, github: FakeHost
) -> None:
    text = desk.page.get_by_role("textbox", name="Text of the article")
    text.wait_for(timeout=START)
    text.fill(text.input_value().rstrip("\n") + CLOSING)
    desk.page.get_by_role("button", name="Hand in", exact=True).click()
    assert not scrolls_sideways(desk.page)
    desk.title.fill("A closing sentence")
    desk.token.fill(TOKEN)
    desk.page.get_by_role("button", name="Hand in", exact=True).click()
    desk.expect_outcome("Done", "Handed in. It is pull request 1 at GitHub")
    assert accessibility_problems(desk.page) == []
    held = github.told()
    (branch,) = held["branches"].keys() - {"main"}
    assert held["branches"] == {"main": {ARTICLE: TEXT}, branch: {ARTICLE: TEXT.rstrip("\n") + CLOSING}}
    assert TOKEN not in desk.kept()
    desk.page.get_by_role("button", name="All articles").click()
    expect(desk.page.get_by_role("heading", name="On this device")).to_be_visible()
    assert "A closing sentence" not in desk.page.get_by_role("main").inner_text()
