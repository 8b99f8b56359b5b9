"""From a new article to handing it in: what goes, what stays, what is still to be thought of, in words of an editor."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import violations
from support.pages.desk import START, Desk
from support.windows import visiting

PUBLISHED = "Intravenous induction, from order to pump"
WORK = "Nobody AB, Noone CD. A study that this site has not read. J Affect Disord. 2019;12(3):45-67. doi:10.1000/nobody.2019"
WRITTEN = """# {title}

Patients do not drive on the day of treatment.

## Key points {{#key-points}}

- Nobody drives before the next day.
"""


@pytest.fixture(autouse=True)
def _the_policy() -> Iterator[None]:
    yield
    assert violations.noticed() == []


@pytest.fixture
def desk(browser: Browser, site_url: str) -> Iterator[Desk]:
    """A device that has never seen the desk."""
    with visiting(browser, 1440, accept_downloads=True, reduced_motion="reduce") as context:
        yield Desk(context.new_page(), site_url)


def begin(desk: Desk, title: str) -> None:
    """A new article, written."""
    desk.button("New article").click()
    desk.dialog.get_by_label("Title").fill(title)
    desk.dialog.get_by_role("button", name="New article").click()
    desk.opened()
    desk.text.fill(WRITTEN.format(title=title))
    desk.button("About the article").click()
    desk.page.get_by_label("What it answers").fill("When a patient may drive.")
    desk.page.get_by_label("What it answers").blur()
    desk.button("Text").click()
    desk.checked()


def cite_new_work(desk: Desk) -> None:
    """A work that the list of references does not have, cited at the end."""
    desk.text.press("Control+End")
    desk.button("Reference").click()
    desk.dialog.get_by_label("Or paste a new one").fill(WORK)
    desk.dialog.get_by_role("button", name="Cite what was pasted").click()
    expect(desk.text).to_have_value(re.compile(r"\[@"))
    desk.checked()


def hand_in(desk: Desk) -> Page:
    desk.button("Hand in").first.click()
    expect(desk.page.get_by_role("heading", name="Hand in")).to_be_focused()
    return desk.page


def saved(page: Page) -> list[str]:
    """The names of what is saved to be sent."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Hand in", exact=True).click()
    with zipfile.ZipFile(Path(download.value.path())) as archive:
        return sorted(name for name in archive.namelist() if name != "READ-ME.txt")


def test_a_new_article_asked_for_before_the_lists_are_read_has_them_when_it_comes(desk: Desk) -> None:
    desk.page.goto(f"{desk.address}desk/")
    desk.button("New article").click()
    expect(desk.page.get_by_text("One moment: the lists of this site are being read.")).to_be_visible()
    desk.dialog.wait_for(timeout=START)
    for name in ("Category", "Author"):
        expect(desk.dialog.get_by_label(name).get_by_role("option")).not_to_have_count(0)
    expect(desk.dialog.get_by_text("For your name to be added, write to whoever looks after the site")).to_be_visible()


def test_an_article_is_handed_in_alone_with_what_it_needs_and_the_other_stays(desk: Desk) -> None:
    desk.start()
    begin(desk, "Driving after treatment")
    cite_new_work(desk)
    desk.button("In the list").click()
    picture = desk.card_picture
    expect(picture).to_have_attribute("src", re.compile("^data:image/svg"))
    assert picture.evaluate("async (image) => { await image.decode(); return image.naturalWidth; }") > 0
    desk.button("All articles").click()
    begin(desk, "Work after treatment")
    page = hand_in(desk)
    expect(page.get_by_role("checkbox", name="Work after treatment")).to_be_checked()
    expect(page.get_by_role("checkbox", name="Driving after treatment")).not_to_be_checked()
    expect(page.get_by_text("With that goes what it needs: 1 picture.")).to_be_visible()
    expect(page.get_by_role("group", name="Which articles do you hand in?")).not_to_contain_text("content/")
    expect(page.get_by_label("What did you change?")).to_have_value("New: Work after treatment")
    assert page.get_by_role("group", name="How do you hand in?").get_by_role("radio").first.is_checked()
    expect(page.get_by_role("group", name="How do you hand in?").get_by_role("radio").first).to_have_accessible_name(
        "Save one file to send"
    )
    assert saved(page) == [
        "content/articles/work-after-treatment.md",
        "content/images/articles/work-after-treatment.svg",
    ]
    expect(page.get_by_role("link", name="How to reach the editorial team")).to_be_visible()
    page.get_by_role("checkbox", name="Driving after treatment").check()
    expect(
        page.get_by_text("With that goes what it needs: the list of references (1 work added); 2 pictures.")
    ).to_be_visible()
    page.get_by_role("checkbox", name="Work after treatment").uncheck()
    assert saved(page) == [
        "content/articles/driving-after-treatment.md",
        "content/images/articles/driving-after-treatment.svg",
        "content/references.yml",
    ]
    desk.button("All articles").click()
    mine = page.get_by_role("region", name="On this device")
    expect(mine.get_by_role("button", name="Driving after treatment", exact=True)).to_be_visible()
    expect(mine).not_to_contain_text(".svg")
    expect(mine).to_contain_text(
        "Works and pictures that these articles need: the list of references (1 work added) and 2 pictures."
    )
    mine.get_by_role("button", name="Remove the draft of Driving after treatment").click()
    expect(mine).to_contain_text("With it went what only it needs: 1 work and 1 picture.")
    assert len(desk.drafts()) == 2
    mine.get_by_role("button", name="Bring it back").click()
    expect(mine).to_contain_text("It is back: Driving after treatment.")
    assert len(desk.drafts()) == 5


def test_what_goes_along_says_why_to_whoever_reaches_it_and_stays_ticked(desk: Desk) -> None:
    desk.start()
    begin(desk, "Driving after treatment")
    desk.button("All articles").click()
    begin(desk, "Work after treatment")
    desk.text.fill(f"{desk.text.input_value()}\nSee [driving](driving-after-treatment.md).\n")
    desk.checked()
    page = hand_in(desk)
    along = page.get_by_role("checkbox", name="Driving after treatment")
    expect(along).to_have_accessible_description(re.compile("goes along with “Work after treatment”"))
    along.focus()
    page.keyboard.press("Space")
    page.get_by_text("Driving after treatment", exact=True).click(force=True)
    expect(along).to_be_focused()
    expect(along).to_be_checked()
    page.get_by_role("checkbox", name="Work after treatment").uncheck()
    expect(along).not_to_be_checked()
    along.check()
    expect(along).to_be_checked()


def test_a_removed_draft_is_not_brought_back_over_what_was_written_since(desk: Desk) -> None:
    desk.start().choose(PUBLISHED)
    desk.opened().type_before("## Key points", "Removed words.\n\n")
    desk.button("All articles").click()
    mine = desk.page.get_by_role("region", name="On this device")
    mine.get_by_role("button", name=f"Remove the draft of {PUBLISHED}").click()
    expect(mine).to_contain_text("is removed from this device")
    desk.choose(PUBLISHED)
    desk.opened().type_before("## Key points", "Written since.\n\n")
    desk.button("All articles").click()
    mine.get_by_role("button", name="Bring it back").click()
    expect(mine).to_contain_text(f"overwrite what was written since: {PUBLISHED}.")
    mine.get_by_role("button", name=PUBLISHED, exact=True).click()
    expect(desk.text).to_have_value(re.compile("Written since"))


def test_a_draft_is_said_to_be_one_and_published_where_it_is_handed_in(desk: Desk) -> None:
    desk.start()
    begin(desk, "Driving after treatment")
    page = hand_in(desk)
    expect(page.get_by_text("“Driving after treatment” is still a draft.")).to_be_visible()
    page.get_by_role("button", name="Publish: Driving after treatment").click()
    desk.dialog.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Now hand it in: readers see it when it has been taken in.")).to_be_visible()
    expect(page.get_by_text("is still a draft")).to_have_count(0)
    expect(page.get_by_role("group", name="Which articles do you hand in?")).to_contain_text(
        "new · Published when handed in"
    )
    for way in page.get_by_role("group", name="How do you hand in?").get_by_role("radio").all():
        way.check()
        page.get_by_label("What did you change?").fill("")
        page.get_by_role("button", name="Hand in", exact=True).click()
        expect(page.get_by_text("Say in one line what you changed")).to_be_visible()
        expect(page.get_by_label("What did you change?")).to_be_focused()
    page.get_by_role("checkbox", name="Driving after treatment").uncheck()
    page.get_by_role("button", name="Hand in", exact=True).click()
    expect(page.get_by_text("There is nothing to hand in: choose an article first.")).to_be_visible()
    desk.button("All articles").click()
    row = desk.articles.get_by_role("listitem").filter(has_text="Driving after treatment")
    expect(row).to_contain_text("Published when handed in")


def test_the_words_of_a_new_article_are_refused_where_it_is_published(desk: Desk) -> None:
    desk.start()
    begin(desk, "Driving after treatment")
    desk.text.fill(
        f"{desk.text.input_value()}\n## (write here: the heading)\n\n- (write here: what is first)\n- (write here: the next)\n"
    )
    desk.checked()
    expect(desk.counts).to_have_text("No errors, 3 warnings")
    desk.button("Publish, review …").click()
    desk.button("Publish").click()
    desk.dialog.get_by_role("button", name="Publish").click()
    expect(desk.dialog.get_by_role("alert")).to_contain_text(
        "“(write here: the heading)” “(write here: what is first)”"
    )


def test_a_number_that_changed_is_told_to_readers_before_it_is_handed_in(desk: Desk) -> None:
    desk.start().choose(PUBLISHED)
    desk.opened()
    desk.text.fill(desk.text.input_value().replace("over 40 minutes by pump", "over 45 minutes by pump", 1))
    desk.checked()
    page = hand_in(desk)
    page.get_by_role("button", name=f"Tell readers: {PUBLISHED}").click()
    page.get_by_label("What changed, and why").fill("The infusion takes 45 minutes.")
    desk.button("Add to the changes of this article").click()
    expect(page.get_by_text("Added to the changes of this article.")).to_be_visible()
    hand_in(desk)
    expect(page.get_by_role("checkbox", name=PUBLISHED)).to_be_checked()
    desk.compared()
    expect(page.get_by_role("button", name=re.compile("^Tell readers"))).to_have_count(0)


def test_on_a_phone_every_button_is_in_view_without_scrolling_a_row(browser: Browser, site_url: str) -> None:
    with visiting(browser, 390) as context:
        desk = Desk(context.new_page(), site_url).open("monitoring-and-rescue")
        for name in ("Publish, review …", "Open a Word or web file"):
            box = desk.button(name).bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
