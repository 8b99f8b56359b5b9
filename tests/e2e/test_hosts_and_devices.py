"""Hosts that send something else than was published, and odd devices: a right answer, or plain words and none."""

import gzip
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, expect

from support.faults import DAMAGED, LIMIT, TITLE, Fault, filled, gives_the_right_answer, opened, says, visiting
from support.pages.engine import STARTED_FROM
from support.pages.site import Site
from support.serving import Manner, serving
from support.windows import window

BINARY = {"Content-Type": "application/octet-stream"}
NOT_FETCHED = "A part of the calculators could not be fetched."
# Each with what it is called in the names of its files; without both of a pair nothing runs.
BOTH_MEMORIES = ("/snapshot-", "/library-")

Sent = tuple[int, dict[str, str], bytes]


def instead(site: Path, made: Callable[[bytes], Sent], *parts: str, times: int = 1_000) -> Fault:
    """What a host makes of the file, the first times that it sends one of these parts."""
    sent = count()

    def fault(path: str) -> Sent | None:
        if not any(part in path for part in parts) or next(sent) >= times:
            return None
        return made((site / path.lstrip("/")).read_bytes())

    return fault


def cut(content: bytes) -> Sent:
    return 200, {**BINARY, "Content-Length": str(len(content))}, content[: len(content) // 2]


def half_of_a_range(content: bytes) -> Sent:
    half = len(content) // 2
    return 206, {**BINARY, "Content-Range": f"bytes 0-{half - 1}/{len(content)}"}, content[:half]


def compressed_without_a_word(content: bytes) -> Sent:
    return 200, BINARY, gzip.compress(content, 1)


def called_compressed(content: bytes) -> Sent:
    return 200, {**BINARY, "Content-Encoding": "gzip"}, content


def called_brotli(content: bytes) -> Sent:
    return 200, {**BINARY, "Content-Encoding": "br"}, gzip.compress(content, 1)


def with_a_byte_more(content: bytes) -> Sent:
    return 200, BINARY, content + b"\n"


def empty(_content: bytes) -> Sent:
    return 200, BINARY, b""


def sent_on(_content: bytes) -> Sent:
    return 302, {"Location": "/"}, b""


def refused(status: int) -> Callable[[bytes], Sent]:
    return lambda _content: (status, {"Content-Type": "text/html"}, b"<!doctype html><title>Sorry</title>")


SPOILT = [
    cut,
    half_of_a_range,
    compressed_without_a_word,
    called_compressed,
    called_brotli,
    with_a_byte_more,
    empty,
    sent_on,
]


@pytest.mark.parametrize("made", SPOILT, ids=lambda made: made.__name__)
def test_a_snapshot_that_is_sent_otherwise_gives_way_to_a_clean_start(
    browser: Browser, site: Path, made: Callable[[bytes], Sent]
) -> None:
    with visiting(browser, site, Manner(fault=instead(site, made, "/snapshot-"))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


@pytest.mark.parametrize(
    "made", [cut, compressed_without_a_word, called_compressed, empty], ids=lambda made: made.__name__
)
def test_when_the_clean_start_is_spoilt_too_that_is_told(
    browser: Browser, site: Path, made: Callable[[bytes], Sent]
) -> None:
    with visiting(browser, site, Manner(fault=instead(site, made, *BOTH_MEMORIES))) as (page, host):
        form = opened(page, host.address)
        expect(form.words).to_contain_text("A part of the calculators", timeout=LIMIT)
        expect(form.headline).to_have_count(0)


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_host_that_refuses_parts_is_told(browser: Browser, site: Path, status: int) -> None:
    with visiting(browser, site, Manner(fault=instead(site, refused(status), *BOTH_MEMORIES))) as (page, host):
        says(opened(page, host.address), NOT_FETCHED)


def test_when_a_fault_has_passed_the_same_question_is_answered(browser: Browser, site: Path) -> None:
    passed = threading.Event()
    refuse = instead(site, refused(503), *BOTH_MEMORIES)
    with visiting(browser, site, Manner(fault=lambda path: None if passed.is_set() else refuse(path))) as (page, host):
        form = opened(page, host.address)
        says(form, NOT_FETCHED)
        passed.set()
        form.words.get_by_role("button", name="Try again").click()
        gives_the_right_answer(form)


def test_parts_that_were_swapped_are_not_taken_for_each_other(browser: Browser, site: Path) -> None:
    (library,), (snapshot,) = site.glob("assets/app/library-*.zip"), site.glob("assets/app/snapshot-*.bin")

    def fault(path: str) -> Sent | None:
        other = {"/snapshot-": library, "/library-": snapshot}
        return next(((200, BINARY, file.read_bytes()) for part, file in other.items() if part in path), None)

    with visiting(browser, site, Manner(fault=fault)) as (page, host):
        says(opened(page, host.address), DAMAGED)


@pytest.mark.parametrize("share", [0.4, 0.45, 0.55, 0.7, 0.95])
def test_a_page_that_was_cut_off_says_so_and_gives_no_answer(browser: Browser, site: Path, share: float) -> None:
    whole = (site / "calculators" / "iv-dose" / "index.html").read_bytes()

    def fault(path: str) -> Sent | None:
        if path != "/calculators/iv-dose/":
            return None
        return 200, {"Content-Type": "text/html"}, whole[: int(len(whole) * share)]

    with visiting(browser, site, Manner(fault=fault)) as (page, host):
        form = Site(page, f"{host.address}/").calculator("iv-dose", TITLE)
        expect(page.get_by_role("alert")).to_have_text(
            "This page did not arrive whole, so do not work with it. Load it anew."
        )
        expect(form.headline).to_have_count(0)


def test_style_sheets_that_are_late_keep_no_answer_back(browser: Browser, site: Path) -> None:
    here = threading.Event()

    def late(path: str) -> None:
        if path.endswith(".css"):
            here.wait(60)

    with visiting(browser, site, Manner(fault=late)) as (page, host):
        page.goto(f"{host.address}/calculators/iv-dose/", wait_until="commit")
        gives_the_right_answer(filled(page))
        title = page.get_by_role("heading", name=TITLE, level=1)
        expect(title).not_to_have_css("margin-top", "0px")
        here.set()
        expect(title).to_have_css("margin-top", "0px")


# What is run before anything of the page.
DEVICES = {
    "a clock that stands at 1970": (
        "Date = class extends Date { constructor(...a) { a.length ? super(...a) : super(0) } static now() { return 0 } }"
    ),
    "a clock that is set back by years": "{ let asked = 0; Date.now = () => (asked += 1) < 10 ? 4e12 : 1e12 }",
    "a store that never answers": "CacheStorage.prototype.open = CacheStorage.prototype.match = () => new Promise(() => {})",
    "a store that always fails": "CacheStorage.prototype.open = () => Promise.reject(new Error('no'))",
    "no service worker": "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })",
    "no digests": "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })",
    "no idle time": "delete window.requestIdleCallback",
    "no storage of its own": "Object.defineProperty(window, 'localStorage', { get: () => null })",
    "an add-on that adds to every object": "Object.prototype.extra = () => 1",
    "an add-on that adds to every list": "Array.prototype.extra = () => 1",
    "an add-on that writes into the page": "addEventListener('DOMContentLoaded', () => document.body.prepend('70 mg'))",
    "an add-on that sends messages": "setInterval(() => window.postMessage({ answer: '70 mg' }, '*'), 10)",
    "sharing of memory": "Object.defineProperty(window, 'crossOriginIsolated', { get: () => true })",
}


@pytest.mark.parametrize("device", DEVICES)
def test_on_an_odd_device_the_answer_is_the_right_one(browser: Browser, site: Path, device: str) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        page.add_init_script(DEVICES[device])
        gives_the_right_answer(opened(page, host.address))


@pytest.mark.parametrize(
    ("locale", "zone"), [("ar-EG", "Africa/Cairo"), ("tr-TR", "Pacific/Kiritimati"), ("fa-IR", "Pacific/Pago_Pago")]
)
def test_where_numbers_and_days_are_written_otherwise_the_answer_is_the_right_one(
    browser: Browser, site: Path, locale: str, zone: str
) -> None:
    with serving(site) as host, window(browser, locale=locale, timezone_id=zone) as page:
        gives_the_right_answer(opened(page, host.address))


def test_of_many_changes_in_a_row_the_last_one_is_answered(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        form = opened(page, host.address)
        for weight in range(50, 80):
            form.enter(Weight=str(weight))
        # 79 × 0.5
        expect(form.headline).to_contain_text("39.5 mg", timeout=LIMIT)


def test_after_a_tab_has_crashed_the_form_is_empty(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        with page.expect_event("crash"), pytest.raises(Error):
            page.goto("chrome://crash")
        again = page.context.new_page()
        form = Site(again, f"{host.address}/").calculator("iv-dose", TITLE)
        expect(form.card.get_by_label("Weight", exact=True)).to_have_value("")
        expect(form.headline).to_have_count(0)
