"""Colours are the reader's choice; a page that opens does not restyle itself for a choice that nobody has made."""

from playwright.sync_api import Browser, Page, expect

WATCH = """
window.switched = 0;
new MutationObserver((changes) => (window.switched += changes.length))
    .observe(document, { subtree: true, attributeFilter: ["data-md-color-switching"] });
"""


def test_every_element_is_restyled_for_a_change_of_colours_and_not_at_the_start(page: Page, site_url: str) -> None:
    page.add_init_script(WATCH)
    page.goto(f"{site_url}about/")
    page.wait_for_function("window.component$ !== undefined")
    assert page.evaluate("window.switched") == 0
    page.locator("label[title='Use the light colors']").click()
    page.locator("label[title='Use the dark colors']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("window.switched") > 0


def test_where_the_system_is_dark_a_first_visit_is_dark_before_any_script_has_arrived(
    browser: Browser, site_url: str
) -> None:
    page = browser.new_context(color_scheme="dark").new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site_url}about/")
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"
    expect(page.locator("meta[name='color-scheme']")).to_have_attribute("content", "dark")
