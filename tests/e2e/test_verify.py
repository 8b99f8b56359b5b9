"""Anybody can check in their own browser that it answers as the tested program does; what does not is told first."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import engines
from support.engines.verifying import found, verifying
from support.faults import Fault, in_worker, missing, turned, visiting
from support.pages.colors import Colors
from support.pages.seen import accessibility_problems, scrolls_sideways
from support.pages.storage import wait_until_kept_offline
from support.pages.verification import Verification
from support.serving import Manner, serving
from support.windows import window

DOSE = "calculators/iv-dose/"
# All of it, on a machine that does other things besides.
LONG = 120_000
ALL_AGREE = "answers agree: this browser answers as the tested program does."
DO_NOT_USE = "Do not use the calculators in this browser."
# An answer that none of the questions has which the engine asks before its first answer: 650 kg × 0.5 mg/kg.
ANOTHER_NUMBER = (
    "const post = self.postMessage.bind(self); "
    "self.postMessage = (said) => post(said.reply ? { ...said, reply: said.reply.replaceAll('325 mg', '235 mg') } : said)"
)


def opened(page: Page, address: str, path: str = DOSE) -> Verification:
    page.goto(f"{address}/{path}")
    return Verification(page)


def faultless(page: Page) -> None:
    for colors in Colors(page).each_that_the_system_may_ask_for():
        assert accessibility_problems(page) == [], colors
        assert not scrolls_sideways(page), colors


def test_one_calculator_is_checked_from_below_its_form(page: Page, site_url: str) -> None:
    check = opened(page, site_url).begin()
    expect(check.says).to_contain_text(ALL_AGREE)
    expect(check.differing).to_have_count(0)
    report = check.report
    assert "Differ: 0." in report
    assert "iv_dose 2.0" in report
    assert "Python was started from: the snapshot" in report
    assert "library-" in report
    shown = check.unfold("IV ketamine dose")
    assert len(shown) >= 30
    assert "Weight: 29.99 kg, at a limit" in "\n".join(shown)
    assert all(question.startswith("Agrees") for question in shown)


def test_all_calculators_are_checked_on_a_phone(browser: Browser, site_url: str) -> None:
    with window(browser, 320, 700, reduced_motion="reduce") as page:
        check = opened(page, site_url, "verify/")
        faultless(page)
        check.begin()
        expect(check.says).to_contain_text(ALL_AGREE, timeout=LONG)
        check.unfold("C-SSRS screener")
        assert "Python was started from: the snapshot" in check.report
        faultless(page)


@pytest.mark.parametrize("name", ["Firefox", "WebKit"])
def test_all_calculators_are_checked_in_other_engines(
    request: pytest.FixtureRequest, site: Path, tmp_path: Path, name: str
) -> None:
    with verifying(site) as host:
        if name == "Firefox":
            path: str = request.getfixturevalue("firefox_path")
            said = found(host, lambda address: engines.firefox(path, tmp_path / "home", address))
        else:
            request.getfixturevalue("webkit_driver_path")
            own = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
            said = found(host, lambda address: engines.webkit(own, tmp_path / "home", address))
    assert said["state"] == "agrees", said["report"]
    assert ALL_AGREE in said["says"]


def test_a_number_altered_on_the_way_is_shown_first_with_what_was_expected(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(fault=in_worker(site, ANOTHER_NUMBER))) as (page, host):
        check = opened(page, host.address).begin()
        expect(check.says).to_contain_text(DO_NOT_USE)
        assert accessibility_problems(page) == []
        first = check.differing.first
        expect(first).to_contain_text("Differs")
        expect(first.get_by_text("325 mg").first).to_be_visible()
        expect(first.get_by_text("235 mg").first).to_be_visible()
        assert "235 mg" in check.report


@pytest.mark.parametrize("part", ["/library-", "/core-"])
def test_an_edition_with_one_bit_turned_does_not_pass(browser: Browser, site: Path, part: str) -> None:
    with visiting(browser, site, Manner(fault=turned(site, "/snapshot-", part))) as (page, host):
        check = opened(page, host.address).begin()
        expect(check.says).to_contain_text("Not finished: A part of the calculators did not arrive as it was published")
        assert "Asked: 0." in check.report


@pytest.mark.parametrize("fault", ["turned", "missing"])
def test_questions_that_are_not_as_they_were_published_are_not_asked(browser: Browser, site: Path, fault: str) -> None:
    broken: Fault = turned(site, "/expected-iv_dose-") if fault == "turned" else missing("/expected-iv_dose-")
    with visiting(browser, site, Manner(fault=broken)) as (page, host):
        check = opened(page, host.address).begin()
        expect(check.says).to_contain_text("did not arrive as they were published")
        expect(check.differing).to_have_count(0)


def test_a_check_can_be_stopped_from_the_keyboard(page: Page, site_url: str) -> None:
    check = opened(page, site_url, "verify/")
    check.button.focus()
    page.keyboard.press("Enter")
    expect(check.stop).to_be_focused()
    page.keyboard.press("Enter")
    expect(check.says).to_contain_text("Not finished: It was stopped.")
    assert "Not finished" in check.report
    check.place.get_by_role("button", name="Copy the report").press("Enter")
    expect(check.place.get_by_text("Report copied.")).to_be_visible()


def test_it_works_without_a_network(browser: Browser, site: Path) -> None:
    with serving(site) as host, window(browser, service_worker=True) as page:
        page.goto(f"{host.address}/verify/")
        wait_until_kept_offline(page)
        host.down = True
        check = opened(page, host.address).begin()
        expect(check.says).to_contain_text(ALL_AGREE)


def test_without_scripts_the_page_says_what_it_needs(browser: Browser, site_url: str) -> None:
    with window(browser, java_script_enabled=False) as page:
        check = opened(page, site_url, "verify/")
        expect(check.button).to_have_count(0)
        expect(check.place).to_contain_text("Turn on JavaScript to run this check.")
