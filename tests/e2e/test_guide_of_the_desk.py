"""The editors' guide is walked step by step: a test does what a section of "The desk" says, with the labels that it names.

With GUIDE_PICTURES the tests make the pictures of the guide as well: `make pictures`.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator, expect

from support import violations
from support.building import PROJECT
from support.guide_pictures import take_picture
from support.hand_in_page import TOKEN, FakeHost, HandIn, desk_with_repository, fake_host
from support.pages.desk import Desk
from support.windows import visiting

PLACE = "## Key points"
WORD_FILE = PROJECT / "tests" / "support" / "brought" / "article.docx"


class Published:
    """An article as it is published."""

    def __init__(self, slug: str) -> None:
        self.path = f"content/articles/{slug}.md"
        self.file = (PROJECT / self.path).read_text("utf-8")
        self.top, _, self.text = self.file.partition("\n---\n")
        self.title: str = yaml.safe_load(self.top.removeprefix("---"))["title"]


MONITORING = Published("monitoring-and-rescue")
PROTOCOL = Published("treatment-resistant-depression-protocols")
# What is handed in stays so in the tab: each test that hands in has an article of its own.
HANDED_IN = Published("maintenance-spacing-relapse-and-stopping")
NEW = "Care after the last treatment"
OF_TWO_EDITORS = Published("titration-and-non-response")

TakePicture = Callable[..., None]
"""Of a part of the page; of its upper part alone where a height is named."""


@pytest.fixture(scope="module")
def github() -> Iterator[FakeHost]:
    with fake_host("github", {one.path: one.file for one in (HANDED_IN, OF_TWO_EDITORS)}) as host:
        yield host


@pytest.fixture(scope="module")
def tab(browser: Browser, site: Path, github: FakeHost) -> Iterator[Desk]:
    """One tab for the file: its Python starts once."""
    with (
        desk_with_repository(site, github.settings) as host,
        visiting(browser, 1200, 800, color_scheme="light", reduced_motion="reduce") as context,
    ):
        yield Desk(context.new_page(), f"{host.address}/").start()


@pytest.fixture
def desk(tab: Desk) -> Iterator[Desk]:
    """The list of articles, and nothing kept on this device."""
    yield tab
    tab.to_the_list().remove_all_drafts()
    assert violations.noticed() == []


@pytest.fixture
def article(desk: Desk) -> Desk:
    """A published article, opened."""
    desk.choose(MONITORING.title)
    return desk.opened()


@pytest.fixture
def picture(request: pytest.FixtureRequest, tab: Desk) -> Iterator[TakePicture]:
    """Takes the pictures that a test is marked with, in their order."""
    (_, *names) = request.node.get_closest_marker("guide").args

    def take(shown: Locator, height: int | None = None) -> None:
        take_picture(tab.page, names.pop(0), shown, height)

    yield take
    assert names == [], "The test has not made these pictures."


@pytest.mark.guide("open", "articles")
def test_the_desk_lists_all_articles_and_begins_a_new_one_as_a_draft(desk: Desk, picture: TakePicture) -> None:
    expect(desk.names).to_have_count(len(list((PROJECT / "content" / "articles").glob("*.md"))))
    states = re.compile("^(Draft|Published later|Published|Withdrawn)( · |$)")
    expect(desk.facts).to_have_text([states] * desk.names.count())
    picture(desk.page.get_by_role("main"), 480)
    desk.button("Show what is due and what is wrong").click()
    expect(desk.page.get_by_text(re.compile(r"^\d+ overdue, \d+ due soon, \w+ errors?\.$"))).to_be_visible()
    desk.button("New article").click()
    desk.dialog.get_by_label("Title").fill(NEW)
    desk.dialog.get_by_label("Category").select_option(index=0)
    desk.dialog.get_by_label("Author").select_option(index=0)
    desk.dialog.get_by_role("button", name="New article").click()
    expect(desk.opened().heading).to_have_text(NEW)
    desk.button("Publish, review …").click()
    expect(desk.button("Publish")).to_be_visible()
    expect(desk.to_the_list().row(NEW)).to_contain_text("Draft")


@pytest.mark.guide("write")
def test_buttons_put_in_the_signs_that_nobody_needs_to_know_by_heart(article: Desk) -> None:
    expect(article.button("Text")).to_have_attribute("aria-pressed", "true")

    def chosen(button: str, looked_for: str, put_in: str) -> None:
        article.put_cursor_before(PLACE)
        before = article.text.input_value()
        article.button(button).click()
        article.dialog.get_by_role("searchbox").fill(looked_for)
        article.dialog.get_by_role("searchbox").press("Enter")
        # The article may have such signs already.
        expect(article.text).not_to_have_value(before)
        expect(article.text).to_have_value(re.compile(put_in))

    chosen("Link", "IV dose", r"\]\(/calculators/iv-dose/\)")
    chosen("Reference", "Efficacy of esketamine", r"\[@[a-z-]+\d{4}")
    chosen("Calculator", "IV dose", "id: iv_dose")
    chosen("Box", "contraindications", r"> \[!CONTRAINDICATIONS\]")
    for button, put_in in {"Numbered list": r"1\. ", "List": "- ", "Subheading": "### ", "Heading": "## "}.items():
        article.text.fill("Words.")
        article.button(button).click()
        expect(article.text).to_have_value(re.compile(f"^{put_in}Words", re.MULTILINE))
    article.button("Table").click()
    article.dialog.get_by_label("Head of column 1").fill("Drug")
    article.dialog.get_by_role("button", name="Insert table").click()
    expect(article.text).to_have_value(re.compile(r"^\| Drug", re.MULTILINE))
    article.button("Picture").click()
    expect(article.dialog.get_by_label("What does it show?")).to_be_visible()
    article.page.keyboard.press("Escape")
    article.button("About the article").click()
    expect(article.page.get_by_label("What it answers")).to_have_value(re.compile("^Who and what"))


@pytest.mark.guide("word", "brought-along")
def test_a_word_file_comes_with_a_list_of_what_was_kept_what_was_not_and_what_is_doubtful(
    article: Desk, picture: TakePicture
) -> None:
    article.put_cursor_before(PLACE)
    with article.page.expect_file_chooser() as choosing:
        article.button("Open a Word or web file").click()
    choosing.value.set_files(WORD_FILE)
    for part in ("Does not come along", "Bold lines that look like headings"):
        expect(article.dialog.get_by_role("heading", name=part)).to_be_visible()
    expect(article.dialog.get_by_role("table", name="Counted on both sides")).to_be_visible()
    picture(article.dialog)
    article.dialog.get_by_role("button", name="Put it into the text").click()
    expect(article.says).to_contain_text("Brought into the text.")
    assert len(article.text.input_value()) > len(MONITORING.text) + 1000
    article.text.fill("• A bullet of Word\n")
    article.checked()
    expect(article.problems.filter(has_text="bullet").first).to_be_visible()


@pytest.mark.guide("problems", "problems")
def test_mend_puts_right_what_has_one_right_form_and_leaves_the_rest_to_the_editor(
    article: Desk, picture: TakePicture
) -> None:
    article.type_before(PLACE, "Give .5 mg, then .25 mg, or 1,5 mg -> observe.\n\n")
    article.checked()
    for kind in ("Error", "Warning"):
        expect(article.problems.filter(has_text=kind).first).to_be_attached()
    picture(article.writing)
    article.problems.first.get_by_role("button").first.click()
    expect(article.text).to_be_focused()
    assert article.text.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == ".5"
    expect(article.button("Mend all 2 of this kind")).to_have_count(2)
    article.button("Mend all 2 of this kind").first.click()
    article.checked()
    expect(article.text).to_have_value(re.compile("Give 0.5 mg, then 0.25 mg, or 1,5 mg"))
    comma = article.problems.filter(has_text="1,5")
    expect(comma.first).to_contain_text("Error")
    expect(comma.get_by_role("button", name=re.compile("^Mend"))).to_have_count(0)
    article.text.fill("# Title\n\nPatients should fast.\n")
    article.checked()
    article.page.get_by_role("button", name=re.compile("^Say how strong")).click()
    for choice in ("conditional recommendation", "very low certainty", "our protocol"):
        article.dialog.get_by_label(choice, exact=True).check()
    article.dialog.get_by_role("button", name="Put it in").click()
    mark = "[conditional recommendation, very low certainty, our protocol]"
    expect(article.text).to_have_value(f"# Title\n\nPatients should fast {mark}.\n")


@pytest.mark.guide("see", "beside")
def test_the_real_page_stands_beside_the_text_as_screens_paper_and_lists_show_it(
    article: Desk, picture: TakePicture
) -> None:
    article.type_before(PLACE, "Two people stay in the room.\n\n")
    sentence = article.seen.get_by_text("Two people stay in the room.")
    expect(sentence).to_be_in_viewport()
    picture(article.whole)
    width = "element => element.ownerDocument.defaultView.innerWidth"
    for button, narrowest, widest in (("Phone", 300, 450), ("Desktop", 1100, 1600)):
        article.button(button).click()
        assert narrowest < sentence.evaluate(width) < widest
    expect(article.button("Print view")).to_be_enabled()
    article.button("In the list").click()
    expect(article.seen_in_the_list.get_by_role("link", name=MONITORING.title)).to_be_visible()
    article.button("Page").click()


@pytest.mark.guide("compare", "what-changed")
def test_what_changed_sets_clinical_changes_apart_asks_for_an_entry_and_names_the_calculator(
    desk: Desk, picture: TakePicture
) -> None:
    desk.choose(PROTOCOL.title)
    desk.opened().put_cursor_before("0.5 mg/kg |")
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Backspace", "4"):
        desk.page.keyboard.press(key)
    desk.button("What changed").click()
    expect(desk.clinical).to_contain_text("0.4 mg/kg")
    expect(desk.consequences).to_contain_text("IV ketamine dose rests on the row “Dose”")
    desk.to_the_list().choose(MONITORING.title)
    desk.opened().type_before(PLACE, "Give ondansetron 4 mg by mouth.\n\n")
    desk.button("What changed").click()
    expect(desk.clinical).to_contain_text("4 mg")
    picture(desk.see_pane)
    desk.page.get_by_label("What changed, and why").fill("Ondansetron is added.")
    desk.button("Add to the changes of this article").click()
    expect(desk.says).to_have_text("The change is added to what readers are told.")


@pytest.mark.guide("hand-in", "hand-in")
def test_each_way_to_hand_in_says_what_will_happen_and_afterwards_where_the_text_is(
    desk: Desk, github: FakeHost, picture: TakePicture
) -> None:
    desk.choose(HANDED_IN.title)
    desk.opened().type_before(PLACE, "Ask about sleep at each visit.\n\n")
    desk.button("Hand in").click()
    handing = HandIn(desk.page)
    handing.title.fill("Ask about sleep at each visit")
    for way, says in {
        "Send it to GitHub": "a pull request is made",
        "Write it into a folder on this computer": "all of them, or none",
        "Open GitHub's own page": "it holds your text, or you paste",
        "Save one file to send": "among your downloads",
        "Save a patch to send": "git",
    }.items():
        expect(handing.way(way)).to_have_accessible_description(re.compile(says))
    picture(desk.handing)
    handing.token.fill("another")
    handing.hand_in()
    handing.expect_outcome("Not handed in", "GitHub does not accept the token.")
    handing.token.fill(TOKEN)
    handing.hand_in()
    handing.expect_outcome("Done", "Handed in. It is pull request 1 at GitHub")
    expect(handing.outcome).to_contain_text("The tests are running.")
    branches = github.told()["branches"]
    assert branches.pop("main")[HANDED_IN.path] == HANDED_IN.file
    (handed,) = branches.values()
    assert "Ask about sleep at each visit." in handed[HANDED_IN.path]
    desk.button("Forget the token").click()
    expect(handing.token).to_have_value("")


@pytest.mark.guide("two-editors", "two-editors")
def test_what_two_have_changed_is_joined_by_choices_before_anything_is_written(
    desk: Desk, github: FakeHost, picture: TakePicture
) -> None:
    desk.choose(OF_TWO_EDITORS.title)
    desk.opened().type_before(PLACE, "Ask about sleep at each visit.\n\n")
    theirs = OF_TWO_EDITORS.file.replace(PLACE, f"Ask about alcohol at each visit.\n\n{PLACE}")
    before = github.told(change=[OF_TWO_EDITORS.path, theirs])["branches"]
    desk.button("Hand in").click()
    handing = HandIn(desk.page)
    handing.title.fill("Ask about sleep at each visit")
    handing.token.fill(TOKEN)
    handing.hand_in()
    handing.expect_outcome("Not handed in", "Someone else changed the same file since you began. Nothing was written.")
    assert github.told()["branches"] == before
    place = desk.page.get_by_role("group", name="Place 1 of 1")
    picture(place)
    place.get_by_role("radio", name="Keep both, theirs first").check()
    desk.button("Use these choices").click()
    handing.expect_outcome("Settled", "nothing is handed in yet")
    handing.hand_in()
    handing.expect_outcome("Done", "Handed in.")
    after = github.told()["branches"]
    (name,) = after.keys() - before.keys()
    assert re.search(
        r"Ask about alcohol at each visit\.\s+Ask about sleep at each visit\.", after[name][OF_TWO_EDITORS.path]
    )


@pytest.mark.guide("drafts")
def test_what_is_written_is_kept_on_this_device_until_it_is_removed_or_not_at_all(article: Desk) -> None:
    article.type_before(PLACE, "Kept words.\n\n")
    expect(article.kept).to_have_text(re.compile("^Kept on this device only"))
    again = article.page.context.new_page()
    again.goto(f"{article.address}desk/")
    mine = again.get_by_role("region", name="On this device")
    expect(mine.get_by_role("button", name=MONITORING.title, exact=True)).to_be_visible()
    again.close()
    article.to_the_list().remove_all_drafts()
    keeps = article.page.get_by_label("Keep what I write on this device")
    keeps.uncheck()
    article.choose(MONITORING.title)
    expect(article.opened().text).to_have_value(MONITORING.text)
    article.type_before(PLACE, "Fleeting words.\n\n")
    expect(article.kept).to_have_text("Not kept: it is lost when you close this page")
    article.text.fill(MONITORING.text)
    assert article.to_the_list().drafts() == []
    keeps.check()


@pytest.mark.guide("life")
def test_an_article_is_reviewed_withdrawn_and_moved_by_buttons_that_change_its_files(article: Desk) -> None:
    before = article.top_lines()
    article.ask_for("Note a review").get_by_label("Reviewed by").select_option("Ketamine Association Clinical Reviewer")
    article.answer("Note a review", "the next review is due on")
    assert "reviewedText:" in article.top_lines()
    article.take_back()
    article.ask_for("Withdraw").get_by_label("What readers are told").fill("A dose was wrong.")
    article.answer("Withdraw", "It is marked as withdrawn.")
    assert 'withdrawnReason: "A dose was wrong."' in article.top_lines()
    article.take_back()
    assert article.top_lines() == before
    article.ask_for("Change address").get_by_label("Name in the address").fill("care-and-rescue")
    article.dialog.get_by_role("button", name="Change address").click()
    expect(article.page).to_have_url(re.compile("#care-and-rescue$"))
    assert "redirectFrom:" in article.opened().top_lines()
