"""Plain mode: with Pyodide as published, and no layer at all, the site gives the same answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import engines
from support.engines.checking import Checked, checked, checking
from support.pages.site import Site
from support.pages.worksheet import Worksheet
from support.serving import Host, Manner, serving
from support.windows import window

# Python compiles its library at each start, on a machine that is busy with other tests.
UNTIL_STARTED = 90_000


@contextmanager
def visiting(browser: Browser, site: Path, manner: Manner) -> Iterator[tuple[Page, Host]]:
    with serving(site, manner) as host, window(browser) as page:
        yield page, host


@pytest.fixture(scope="module")
def chromium(plain_site: Path, browser: Browser) -> Checked:
    with checking(plain_site, ["clean"]) as host:
        return checked(host, lambda address: engines.chromium(browser, address))


def test_every_reply_is_that_of_cpython_to_the_byte(chromium: Checked) -> None:
    assert chromium.differing("clean") == []


def test_with_the_network_cut_every_calculator_has_its_page_and_answers_its_examples(chromium: Checked) -> None:
    assert chromium.pages_missing_offline() == []
    assert chromium.examples_differing_offline() == []


def worker_policy(site: Path) -> str:
    """The words of `_headers` for the worker: it reaches no host but its own."""
    lines = (site / "_headers").read_text("utf-8").splitlines()
    return next(line for line in lines if "default-src 'none'" in line).strip().partition(": ")[2]


def test_forms_are_answered_under_the_policy_of_the_worker(browser: Browser, plain_site: Path) -> None:
    policy = worker_policy(plain_site)

    def with_policy(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/worker-" not in path:
            return None
        headers = {"Content-Type": "text/javascript", "Content-Security-Policy": policy}
        return 200, headers, (plain_site / path.lstrip("/")).read_bytes()

    with visiting(browser, plain_site, Manner(fault=with_policy)) as (page, host):
        site = Site(page, f"{host.address}/")
        site.change_pages_instantly()
        form = site.calculator("iv-dose", "IV ketamine dose")
        form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
        expect(form.headline).to_contain_text("35 mg", timeout=UNTIL_STARTED)  # 70 × 0.5

        site.follow("Worksheets")
        page.get_by_role("main").get_by_role("link", name="Infusion").first.click()
        sheet = Worksheet(page, "Infusion")
        sheet.enter(Weight="80", Systolic_pressure="120", Diastolic_pressure="80", Final_volume="50")
        sheet.tick("Findings", "None of these (all checked)").tick("Other medicines", "None of these")
        sheet.choose("Vial strength", "50 mg/mL")
        expect(sheet.headline).to_contain_text("40 mg")  # 80 × 0.5


@pytest.mark.parametrize("part", ["/pyodide.asm.wasm", "/pyodide.asm.js", "/python_stdlib.zip", "/calculators-"])
def test_a_file_with_one_bit_turned_is_told_and_not_used(browser: Browser, plain_site: Path, part: str) -> None:
    def turned(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if part not in path:
            return None
        content = bytearray((plain_site / path.lstrip("/")).read_bytes())
        content[len(content) // 2] ^= 4
        return 200, {"Content-Type": "application/octet-stream"}, bytes(content)

    with visiting(browser, plain_site, Manner(fault=turned)) as (page, host):
        form = Site(page, f"{host.address}/").calculator("iv-dose", "IV ketamine dose")
        form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
        expect(form.words).to_contain_text("did not arrive as it was published", timeout=UNTIL_STARTED)
        expect(form.headline).to_have_count(0)


@pytest.mark.parametrize("part", ["/pyodide.asm.wasm", "/calculators-"])
def test_a_missing_file_is_told(browser: Browser, plain_site: Path, part: str) -> None:
    def missing(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (404, {"Content-Type": "text/plain"}, b"Not found.") if part in path else None

    with visiting(browser, plain_site, Manner(fault=missing)) as (page, host):
        form = Site(page, f"{host.address}/").calculator("iv-dose", "IV ketamine dose")
        form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
        expect(form.words).to_contain_text("A part of the calculators could not be fetched.", timeout=UNTIL_STARTED)
        expect(form.headline).to_have_count(0)
