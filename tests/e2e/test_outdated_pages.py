"""A page of yesterday whose files are gone is loaded anew by itself, once, and never over what a reader has typed."""

import re
import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from support.faults import LIMIT, TITLE, Fault, filled, gives_the_right_answer, missing, visiting
from support.pages.calculator import CalculatorForm
from support.pages.seen import accessibility_problems
from support.pages.site import Site
from support.serving import Manner

DOSE = "/calculators/iv-dose/"
RELOAD = "Reload this page: it is from an earlier edition of this site, and a part of it is gone."
NOTHING = missing()
Sent = tuple[int, dict[str, str], bytes]


class Editions:
    """A host that sends the page of one edition or of the other, and has the files of one."""

    def __init__(self, site: Path, is_old: Callable[[int], bool], before: Fault = NOTHING) -> None:
        self.page = (site / DOSE.strip("/") / "index.html").read_bytes()
        self.is_old = is_old
        self.before = before
        # How often the page was asked for.
        self.asked = 0

    def __call__(self, path: str) -> Sent | None:
        if path != DOSE:
            return self.before(path)
        self.asked += 1
        names = rb"(/assets/app/[\w-]+-)[0-9a-f]{12}\."
        page = re.sub(names, rb"\g<1>000000000000.", self.page) if self.is_old(self.asked) else self.page
        return 200, {"Content-Type": "text/html"}, page


def alert(page: Page) -> Locator:
    return page.get_by_role("alert").filter(has_text="Reload this page")


def test_a_page_of_yesterday_whose_files_are_gone_is_loaded_anew_by_itself(browser: Browser, site: Path) -> None:
    editions = Editions(site, lambda time: time == 1)
    with visiting(browser, site, Manner(fault=editions)) as (page, host):
        page.goto(f"{host.address}{DOSE}")
        expect(Site(page, f"{host.address}/").script("main-000000000000.js")).to_have_count(0, timeout=LIMIT)
        gives_the_right_answer(filled(page))
        expect(alert(page)).to_have_count(0)
        # The old one, a look whether there is a newer one, and that.
        assert editions.asked == 3


def test_a_cache_that_goes_on_sending_the_old_page_makes_no_loop(browser: Browser, site: Path) -> None:
    editions = Editions(site, lambda time: time % 2 == 1)
    with visiting(browser, site, Manner(fault=editions)) as (page, host):
        page.goto(f"{host.address}{DOSE}")
        expect(alert(page)).to_contain_text(RELOAD, timeout=LIMIT)
        assert editions.asked == 4


def test_what_was_typed_into_a_page_of_yesterday_stays_until_the_reader_reloads(browser: Browser, site: Path) -> None:
    typed = threading.Event()

    def late(path: str) -> Sent | None:
        if "styles-000000000000" in path:
            typed.wait(60)
        return None

    editions = Editions(site, lambda time: time == 1, late)
    with visiting(browser, site, Manner(fault=editions)) as (page, host):
        page.goto(f"{host.address}{DOSE}", wait_until="commit")
        form = CalculatorForm(page, TITLE).enter(Weight="70")
        typed.set()
        expect(alert(page)).to_contain_text(f"{RELOAD} What you typed here will be cleared: write it down first.")
        expect(form.field("Weight")).to_have_value("70")
        alert(page).get_by_role("button", name="Reload").click()
        gives_the_right_answer(filled(page))


def test_an_open_tab_whose_python_is_gone_is_told_to_reload_and_keeps_what_was_typed(
    browser: Browser, site: Path
) -> None:
    typed = threading.Event()

    def gone(path: str) -> Sent | None:
        if not path.endswith((".wasm", ".bin", ".zip")) or editions.asked > 2:
            return None
        typed.wait(60)
        return 404, {"Content-Type": "text/plain", "Cache-Control": "no-store"}, b"Not found."

    # The tab was opened before the files were gone: the host's page has other names by now.
    editions = Editions(site, lambda time: time == 2, gone)
    with visiting(browser, site, Manner(fault=editions)) as (page, host):
        page.goto(f"{host.address}{DOSE}", wait_until="commit")
        form = filled(page)
        typed.set()
        expect(alert(page)).to_contain_text(RELOAD, timeout=LIMIT)
        expect(form.field("Weight")).to_have_value("70")
        alert(page).get_by_role("button", name="Reload").click()
        gives_the_right_answer(filled(page))


def test_a_script_that_is_blocked_is_told_with_the_way_to_the_self_test(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(fault=missing("/main-"))) as (page, host):
        page.goto(f"{host.address}{DOSE}")
        expect(alert(page)).to_contain_text("a part of it did not arrive, so calculators and search might not work.")
        assert accessibility_problems(page) == []
        alert(page).get_by_role("link", name="self-test").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Self-test")
