"""A reader follows a passage from the calculator that rests on it to the article, and comes back."""

import pytest
from playwright.sync_api import Browser, Page, expect

from support.pages.article import Article, ground
from support.pages.site import Site
from support.windows import window


@pytest.mark.parametrize(("width", "instantly"), [(320, False), (1350, True)], ids=["by-loading", "instantly"])
def test_a_reader_follows_a_passage_there_and_back(
    width: int, instantly: bool, site_url: str, browser: Browser
) -> None:
    with window(browser, width, 915, reduced_motion="reduce") as page:
        site = Site(page, site_url)
        if instantly:
            site.change_pages_instantly()
        site.open("calculators/iv-dose/")
        site.scroll_to(page.get_by_role("link", name="Dose | 0.5 mg/kg")).click()
        article = Article(page)
        row = article.row_led_to
        expect(row).to_be_in_viewport()
        expect(row).to_contain_text("0.5 mg/kg")
        assert ground(row) != ground(article.row_after)
        back = row.get_by_role("link", name="Calculator: IV ketamine dose")
        box = back.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
        back.click()
        expect(page).to_have_url(f"{site_url}calculators/iv-dose/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("IV ketamine dose")


def test_paper_has_no_links_to_calculators_in_the_passages(open_site: Site, page: Page) -> None:
    open_site.article()
    links = Article(page).links_to_calculators("row-induction-phase-protocols-dose")
    expect(links).to_be_visible()
    page.emulate_media(media="print")
    expect(links).to_be_hidden()
