"""What of the runtime is not as it was published is not used, and whatever keeps it from running is told by its cause."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

import browsers
from press.runtime.policy import page_policy
from support.faults import (
    BLOCKED,
    DAMAGED,
    gives_the_right_answer,
    in_worker,
    missing,
    opened,
    says,
    turned,
    visiting,
)
from support.pages.engine import STARTED_FROM
from support.serving import Manner


@pytest.mark.parametrize("part", ["/core-", "/library-", "/pyodide-start-"])
def test_a_part_of_the_clean_start_with_one_bit_turned_is_told(browser: Browser, site: Path, part: str) -> None:
    with visiting(browser, site, Manner(fault=turned(site, "/snapshot-", part))) as (page, host):
        says(opened(page, host.address), DAMAGED)


@pytest.mark.parametrize("part", ["/core-", "/library-", "/pyodide-start-"])
def test_a_damaged_copy_in_the_cache_is_replaced_by_a_whole_one(browser: Browser, site: Path, part: str) -> None:
    once = turned(site, part, times=1)
    lost = missing("/snapshot-")
    with visiting(browser, site, Manner(fault=lambda path: once(path) or lost(path))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


def test_a_slim_core_with_one_bit_turned_gives_way_to_a_clean_start(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(fault=turned(site, "/slim-core-"))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


def test_a_snapshot_with_the_right_values_in_another_text_gives_way_to_a_clean_start(
    browser: Browser, site: Path
) -> None:
    # A clean start does not decode texts in this way.
    shim = (
        "const decode = TextDecoder.prototype.decode; "
        "TextDecoder.prototype.decode = function (...given) { return decode.apply(this, given).replaceAll('35 mg', '63 mg') }"
    )
    with visiting(browser, site, Manner(fault=in_worker(site, shim))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


@pytest.mark.parametrize(
    "shim",
    [
        "WebAssembly.Memory = class { constructor() { throw new RangeError('could not allocate memory') } }",
        "WebAssembly.compileStreaming = async () => { throw new RangeError('WebAssembly.compileStreaming(): Out of memory') }",
        "WebAssembly.instantiate = async () => { throw new RangeError('WebAssembly.instantiate(): Out of memory') }",
    ],
    ids=["memory", "compile", "instantiate"],
)
def test_too_little_memory_is_told(browser: Browser, site: Path, shim: str) -> None:
    with visiting(browser, site, Manner(fault=in_worker(site, shim))) as (page, host):
        says(opened(page, host.address), "There is not enough free memory to run the calculators.")


@pytest.mark.violates
@pytest.mark.parametrize(
    "policy",
    [
        "require-trusted-types-for 'script'; trusted-types none",
        page_policy().replace("worker-src 'self'", "worker-src 'none'"),
    ],
    ids=["trusted types", "worker-src"],
)
def test_a_policy_that_forbids_the_worker_is_told(browser: Browser, site: Path, policy: str) -> None:
    with visiting(browser, site, Manner(headers={"Content-Security-Policy": policy})) as (page, host):
        says(opened(page, host.address), BLOCKED)


@pytest.mark.parametrize("part", [None, "/snapshot-"], ids=["whole", "the snapshot with one bit turned"])
def test_a_host_without_https_is_checked_by_the_browser(
    playwright: Playwright, headless_path: str, site: Path, part: str | None
) -> None:
    rules = "--host-resolver-rules=MAP clinic.test 127.0.0.1"
    fault = turned(site, part) if part else missing()
    browser = playwright.chromium.launch(executable_path=headless_path, args=[*browsers.CHROMIUM_FLAGS, rules])
    with visiting(browser, site, Manner(fault=fault)) as (page, host):
        form = opened(page, re.sub("127.0.0.1", "clinic.test", host.address))
        assert not page.evaluate("isSecureContext")
        gives_the_right_answer(form)
        assert page.evaluate(STARTED_FROM) == ("clean" if part else "snapshot")
    browser.close()
