"""What a reader does with keys and a pointer: scales by digits, shortcuts, meanings, folded forms and links to headings."""

import pytest
from playwright.sync_api import Page, expect

from support.pages.article import Article
from support.pages.site import Site, wait_until_ready
from support.pages.worksheet import Worksheet

ARTICLE = "articles/depression-scales-and-what-a-change-means/"


@pytest.fixture
def article(open_site: Site, page: Page) -> Article:
    open_site.open(ARTICLE)
    wait_until_ready(page)
    return Article(page)


def test_nine_digits_answer_a_phq_9(open_site: Site, page: Page) -> None:
    form = open_site.calculator("phq9", "PHQ-9")
    form.item(1).get_by_role("radio").first.focus()
    for score in "321012300":
        page.keyboard.press(score)
    expect(form.item(9).get_by_role("radio", name="0 Not at all")).to_be_focused()
    expect(form.headline).to_contain_text("12")
    # Outside the items a digit is a digit, and one that is no score of the item does nothing.
    page.keyboard.press("9")
    expect(form.item(9).get_by_role("radio", checked=True)).to_have_attribute("value", "0")


def test_the_shortcuts_are_listed_and_single_keys_can_be_turned_off(open_site: Site, page: Page) -> None:
    form = open_site.calculator("iv-dose", "IV ketamine dose")
    wait_until_ready(page)
    shortcuts = page.get_by_role("dialog", name="Keyboard shortcuts")
    form.field("Weight").press("?")
    expect(shortcuts).to_have_count(0)
    form.card.get_by_role("radio").first.press("?")
    expect(shortcuts).to_be_visible()
    shortcuts.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(shortcuts).to_be_hidden()
    form.card.get_by_role("radio").first.press("?")
    form.card.get_by_role("radio").first.press("/")
    expect(shortcuts).to_be_hidden()
    expect(form.card.get_by_role("radio").first).to_be_focused()
    page.get_by_role("button", name="Keyboard shortcuts").click()
    shortcuts.get_by_role("checkbox").check()
    shortcuts.get_by_role("button", name="Close").click()
    form.card.get_by_role("radio").first.press("?")
    expect(shortcuts).to_be_visible()


def test_a_meaning_opens_under_the_pointer_and_with_the_focus_and_escape_closes_it(
    article: Article, page: Page
) -> None:
    term = article.terms.first
    term.hover()
    expect(article.meaning).to_be_visible()
    article.meaning.hover()
    expect(article.meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(article.meaning).to_have_count(0)
    page.keyboard.press("Tab")  # from now on the focus is shown
    term.focus()
    expect(article.meaning).to_be_visible()
    page.keyboard.press("Tab")
    expect(article.meaning.get_by_role("link")).to_be_focused()
    words = article.meaning.inner_text()
    page.keyboard.press("Tab")
    expect(article.meaning.filter(has_text=words)).to_have_count(0)


def test_a_long_form_is_folded_and_opened_by_its_line_a_link_or_paper(article: Article, page: Page) -> None:
    fold = article.folded("HAM-D")
    form = fold.get_by_role("region")
    expect(form).to_be_hidden()
    article.line_of(fold).click()
    expect(form).to_be_visible()
    article.line_of(fold).click()
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="Calculator: HAM-D17").click()
    expect(form).to_be_visible()
    other = article.folded("MADRS").get_by_role("region")
    expect(other).to_be_hidden()
    article.print_begins()
    expect(other).to_be_visible()


def test_the_sign_beside_a_heading_copies_the_link_to_it_and_says_so(article: Article, page: Page) -> None:
    heading = page.get_by_role("main").get_by_role("heading", level=2).first
    article.link_to(heading).press("Enter")
    expect(page.get_by_role("status").filter(has_text="Link copied")).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "#" in page.url


def test_a_list_to_go_through_can_be_ticked(article: Article, page: Page) -> None:
    box = page.get_by_role("checkbox", name="Was the form complete, with no blank taken for zero?")
    box.check()
    expect(box).to_be_checked()


def test_the_questions_of_a_row_stand_at_one_height(open_site: Site, page: Page) -> None:
    open_site.open("worksheets/treatment-history/")
    row = Worksheet(page, "Treatment history").row("Trial 1")
    boxes = [
        box.bounding_box() for box in row.group.get_by_role("textbox").or_(row.group.get_by_role("combobox")).all()
    ]
    tops = sorted({round(box["y"]) for box in boxes if box})
    lines = [top for top, before in zip(tops[1:], tops, strict=False) if top - before < 60]
    assert lines == []
