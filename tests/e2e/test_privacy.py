"""What a reader typed is nowhere in the browser: not in its storage, and in no response that is kept for later."""

import re

from playwright.sync_api import Browser, expect

from support.addresses import ARTICLE
from support.pages.site import Site
from support.pages.storage import kept, searched_caches, wait_until_kept_offline
from support.windows import window

TYPED = "73.4321"


def test_nothing_that_a_reader_typed_is_in_storage(site_url: str, browser: Browser) -> None:
    with window(browser, service_worker=True) as page:
        site = Site(page, site_url)
        form = site.calculator("iv-dose", "IV ketamine dose")
        form.enter(Weight=TYPED, Final_volume="50").choose("Vial strength", "50 mg/mL")
        expect(form.headline).to_contain_text("36.7 mg")
        wait_until_kept_offline(page)
        site.open(ARTICLE)
        assert TYPED not in kept(page)
        assert page.context.cookies() == []
        caches, holding = searched_caches(page, TYPED)
        # The last holds the day on which this edition was found to be the newest.
        assert {re.sub(r"-[0-9a-f]{12}$|-v2.*", "", name) for name in caches} == {
            "workbox-precache", "pages-at-hand", "pages-read", "lists-on-request", "editions-confirmed"
        }  # fmt: skip
        assert sum(caches.values()) > 80
        assert holding == []


def test_what_stands_on_a_page_is_found_in_its_stored_body(site_url: str, browser: Browser) -> None:
    """So the search of the caches finds what is there."""
    with window(browser, service_worker=True) as page:
        Site(page, site_url).calculator("iv-dose", "IV ketamine dose")
        wait_until_kept_offline(page)
        _, holding = searched_caches(page, "Worked example, not your patient")
        assert f"{site_url}calculators/iv-dose/" in holding
