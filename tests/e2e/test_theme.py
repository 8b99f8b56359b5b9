"""What the theme does while a page is read works on the page that was opened first as well."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from support.pages.article import heading_words
from support.pages.site import Site

TITLE = "Treating treatment-resistant depression: advanced protocol considerations"


@pytest.fixture
def second_heading(open_site: Site) -> Locator:
    """The second heading of the article, which is read as far as there."""
    return open_site.article().read_as_far_as(2)


def test_the_header_takes_the_title_of_a_page_whose_own_is_out_of_sight(
    open_site: Site, second_heading: Locator
) -> None:
    expect(second_heading).to_be_in_viewport()
    expect(open_site.title_in_header).to_contain_text(TITLE)


def test_the_contents_mark_the_part_that_is_read(open_site: Site, second_heading: Locator) -> None:
    expect(open_site.part_being_read).to_have_text(heading_words(second_heading))


def test_without_the_themes_script_a_page_is_one_without_scripts(open_site: Site, page: Page) -> None:
    open_site.open("about/")
    expect(open_site.root).to_have_class(re.compile(r"\bjs\b"))
    page.route("**/javascripts/theme.*", lambda route: route.abort())
    page.reload()
    expect(open_site.root).to_have_class("no-js")
