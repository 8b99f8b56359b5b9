"""Colors are the reader's choice; a page that opens does not restyle itself for a choice that nobody has made."""

import re

from playwright.sync_api import Browser, Page, expect

from support.pages.colors import Colors
from support.pages.site import Site
from support.windows import window


def test_every_element_is_restyled_for_a_change_of_colors_and_not_at_the_start(open_site: Site, page: Page) -> None:
    colors = Colors(page)
    colors.watch()
    open_site.open("about/")
    assert colors.times_restyled() == 0
    colors.use_light()
    colors.use_dark()
    expect(colors.dark).to_be_attached()
    assert colors.times_restyled() > 0


def test_where_the_system_is_dark_a_first_visit_is_dark_before_any_other_script_has_arrived(
    browser: Browser, site_url: str
) -> None:
    with window(browser, color_scheme="dark") as page:
        page.route(re.compile(r"/(?!head-)[^/]+\.js$"), lambda route: route.abort())
        Site(page, site_url).open("about/")
        colors = Colors(page)
        assert colors.are_dark()
        expect(colors.mark).to_have_attribute("content", "dark")
