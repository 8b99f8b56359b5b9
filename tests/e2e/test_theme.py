"""What the theme does while a page is read works on the page that was opened first as well."""

import re

import pytest
from playwright.sync_api import Page, expect

from support.pages.site import Site

ARTICLE = "articles/treatment-resistant-depression-protocols/"
TITLE = "Treating Treatment-Resistant Depression: Advanced Protocol Considerations"


@pytest.fixture
def scrolled(open_site: Site, page: Page) -> Page:
    """The article, read as far as its second heading."""
    open_site.open(ARTICLE)
    heading = page.get_by_role("main").get_by_role("heading", level=2).nth(1)
    heading.evaluate("heading => scrollTo(0, heading.getBoundingClientRect().top + scrollY - 60)")
    return page


def test_the_header_takes_the_title_of_a_page_whose_own_is_out_of_sight(scrolled: Page) -> None:
    expect(scrolled.locator(".md-header__title")).to_have_class(re.compile("md-header__title--active"))
    expect(scrolled.locator(".md-header__topic").last).to_contain_text(TITLE)


def test_the_contents_mark_the_part_that_is_read(scrolled: Page) -> None:
    read = scrolled.get_by_role("main").get_by_role("heading", level=2).nth(1)
    words = read.evaluate("heading => heading.firstChild.textContent.trim()")
    contents = scrolled.get_by_role("navigation", name="Table of contents")
    expect(contents.locator(".md-nav__link--active")).to_have_text(words)
