"""The self-test page: each step says whether it works, what a failure means, and what a help desk has to allow."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from press.runtime.policy import page_policy
from support.faults import Fault, in_worker, missing, turned, visiting
from support.pages.colors import Colors
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.self_test import SelfTest
from support.pages.storage import wait_until_kept_offline
from support.serving import Manner, serving
from support.windows import window

PAGE = "self-test/"
# Playwright's visits have no service worker unless they ask for one.
NO_WORKER = "Service worker"


def opened(page: Page, address: str) -> SelfTest:
    page.goto(f"{address}/{PAGE}")
    return SelfTest(page)


def test_every_step_works_where_nothing_is_in_the_way_and_the_report_is_copied(browser: Browser, site: Path) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with (
        serving(site) as host,
        window(browser, 320, 700, service_worker=True, permissions=allowed, reduced_motion="reduce") as page,
    ):
        page.goto(f"{host.address}/{PAGE}")
        wait_until_kept_offline(page)
        test = SelfTest(page).run()
        expect(test.says).to_have_text("No step fails.")
        for name in ("Scripts", "Worker", "One known answer", "Service worker", "Clock"):
            expect(test.step(name)).to_contain_text("✓ Works")
        for colors in Colors(page).each_that_the_system_may_ask_for():
            assert accessibility_problems(page) == [], colors
            assert not scrolls_sideways(page), colors
        assert "[Works] Quick start of Python" in test.report
        assert f"Site: {host.address}/" in test.report
        test.place.get_by_role("button", name="Copy the report").click()
        expect(test.place.get_by_text("Report copied.")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == test.report


@pytest.mark.violates
def test_a_proxy_whose_policy_forbids_webassembly_is_named_with_what_it_has_to_allow(
    browser: Browser, site: Path
) -> None:
    policy = page_policy().replace(" 'wasm-unsafe-eval'", "")

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/worker-" not in path:
            return None
        headers = {"Content-Type": "text/javascript", "Content-Security-Policy": "script-src 'self'"}
        return 200, headers, (site / path.lstrip("/")).read_bytes()

    manner = Manner(headers={"Content-Security-Policy": policy}, fault=fault)
    with visiting(browser, site, manner) as (page, host):
        test = opened(page, host.address).run()
        steps = ["WebAssembly", "Quick start of Python", "Complete start of Python", "Content policy"]
        assert [name for name in test.failing() if name != NO_WORKER] == steps
        expect(test.step("WebAssembly")).to_contain_text("The calculators do not run in this browser.")
        assert accessibility_problems(page) == []
        assert "[Fails] WebAssembly" in test.report
        assert "To allow: WebAssembly: 'wasm-unsafe-eval' in a Content-Security-Policy that a proxy adds" in test.report
        assert "the policy that arrives is another one: default-src 'self'; script-src 'self';" in test.report


BLOCKED = [
    pytest.param(
        lambda site: missing(".wasm", ".bin", ".zip"),
        ["Files arrive as they were published", "Quick start of Python", "Complete start of Python"],
        "(text/plain): the host or the network answered 404",
        id="a filter of file types",
    ),
    pytest.param(
        lambda site: turned(site, "/snapshot-"),
        ["Files arrive as they were published", "Quick start of Python"],
        "(application/octet-stream): changed on the way",
        id="an inspection that changes bytes",
    ),
    pytest.param(
        lambda site: missing("/worker-"),
        ["Files arrive as they were published", "Worker", "Quick start of Python", "Complete start of Python"],
        "/assets/app/worker-",
        id="the worker",
    ),
    pytest.param(
        lambda site: missing("/main-"),
        ["Script modules", "Files arrive as they were published"],
        "/assets/app/main-",
        id="the script of every page",
    ),
    pytest.param(
        lambda site: in_worker(
            site,
            "const post = self.postMessage.bind(self); "
            "self.postMessage = (said) => post(said.reply ? { ...said, reply: `${said.reply} ` } : said)",
        ),
        ["Files arrive as they were published", "One known answer"],
        "Another answer than the tested one.",
        id="an answer that is changed",
    ),
]


@pytest.mark.parametrize(("fault", "failing", "words"), BLOCKED)
def test_what_is_blocked_is_named_with_its_address_and_type(
    browser: Browser, site: Path, fault: Callable[[Path], Fault], failing: list[str], words: str
) -> None:
    with visiting(browser, site, Manner(fault=fault(site))) as (page, host):
        test = opened(page, host.address).run()
        assert [name for name in test.failing() if name != NO_WORKER] == failing
        assert words in test.report


def test_what_the_browser_denies_is_told_and_the_answer_is_right(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied') } });"
            "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
            "window.print = undefined;"
            "const now = Date.now; Date.now = () => now() - 86400000 * 400;"
        )
        test = opened(page, host.address).run()
        assert [name for name in test.failing() if name != NO_WORKER] == ["Storage", "Clipboard", "Printing", "Clock"]
        expect(test.step("One known answer")).to_contain_text("✓ Works")
        expect(test.step("Clock")).to_contain_text("576000 minutes behind the host")
        test.place.get_by_role("button", name="Copy the report").click()
        expect(test.place.get_by_text("Copy the text below.")).to_be_visible()


def test_without_scripts_the_page_says_so_and_what_has_to_be_allowed(browser: Browser, site_url: str) -> None:
    with window(browser, java_script_enabled=False) as page:
        page.goto(site_url + PAGE)
        test = SelfTest(page)
        expect(test.place).to_contain_text("No scripts run on this page.")
        expect(test.button).to_have_count(0)
        step = test.step("Scripts")
        step.get_by_text("If it fails").click()
        expect(step).to_contain_text("/assets/app/*.js and /assets/javascripts/*.js, type text/javascript")
