"""Whatever goes wrong, a right answer or a plain message stands on the page within 15 seconds."""

import json
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

import browsers
from press.runtime.bundle import build_bundle
from press.runtime.digests import Measured, measured
from press.runtime.policy import page_policy
from press.runtime.reference_answers import known_answers, question_of
from support import violations
from support.faults import (
    BLOCKED,
    DAMAGED,
    LIMIT,
    TITLE,
    Fault,
    filled,
    gives_the_right_answer,
    missing,
    opened,
    says,
    visiting,
)
from support.pages.engine import STARTED_FROM, wait_until_python_is_ready
from support.pages.site import Site
from support.serving import Manner, serving

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "bundle"
SLIMMER_CORE = Path(__file__).with_name("slimmer_core.mjs")
WITHOUT_WASM = page_policy().replace(" 'wasm-unsafe-eval'", "")


def welcome(*parts: str) -> Fault:
    """A page in place of a file, as some hosts send it and call it a success."""

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        kind = "application/wasm" if path.endswith(".wasm") else "text/html"
        page = b"<!doctype html><title>Welcome</title>"
        return (200, {"Content-Type": kind}, page) if any(part in path for part in parts) else None

    return fault


def sent_as(part: str, site: Path, kind: str) -> Fault:
    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": kind}, (site / path.lstrip("/")).read_bytes()) if part in path else None

    return fault


@pytest.mark.parametrize(
    "parts",
    [["/core-", "/slim-core-"], ["/snapshot-", "/library-"], ["/snapshot-", "/pyodide-start-"], ["/worker-"]],
    ids=["both cores", "the snapshot and the library", "the snapshot and the clean start", "the worker"],
)
def test_missing_files_without_which_nothing_runs_are_told(browser: Browser, site: Path, parts: list[str]) -> None:
    with visiting(browser, site, Manner(fault=missing(*parts))) as (page, host):
        says(opened(page, host.address), "A part of the calculators could not be fetched.")


@pytest.mark.parametrize("part", ["/main-", "/engine-"])
def test_a_missing_script_of_the_page_is_told_where_it_is_missed(browser: Browser, site: Path, part: str) -> None:
    with visiting(browser, site, Manner(fault=missing(part))) as (page, host):
        form = Site(page, f"{host.address}/").calculator("iv-dose", TITLE)
        expect(form.card.get_by_text("If it is already on, reload the page.")).to_be_visible(timeout=LIMIT)
        expect(form.card.get_by_role("button", name="Calculate")).to_be_hidden()


def test_a_core_of_the_wrong_content_type_still_runs(browser: Browser, site: Path) -> None:
    manner = Manner(fault=sent_as("/slim-core-", site, "application/octet-stream"))
    with visiting(browser, site, manner) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "snapshot"


def test_a_worker_of_the_wrong_content_type_is_told(browser: Browser, site: Path) -> None:
    manner = Manner(fault=sent_as("/worker-", site, "text/plain"))
    with visiting(browser, site, manner) as (page, host):
        says(opened(page, host.address), "A part of the calculators could not be fetched.")


@pytest.mark.parametrize(
    "parts",
    [["/core-", "/slim-core-"], ["/snapshot-", "/library-"]],
    ids=["both cores", "the snapshot and the library"],
)
def test_a_page_sent_in_place_of_a_file_is_not_taken_for_it(browser: Browser, site: Path, parts: list[str]) -> None:
    with visiting(browser, site, Manner(fault=welcome(*parts))) as (page, host):
        says(opened(page, host.address), DAMAGED)


def test_a_line_that_falls_silent_is_told(browser: Browser, site: Path) -> None:
    over = threading.Event()

    def silent(path: str) -> None:
        if "/slim-core-" in path:
            over.wait(60)

    with visiting(browser, site, Manner(fault=silent)) as (page, host):
        says(opened(page, host.address), "The calculators took too long to start.")
        over.set()


@pytest.mark.violates
def test_a_policy_that_forbids_webassembly_is_told(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(headers={"Content-Security-Policy": WITHOUT_WASM})) as (page, host):
        says(opened(page, host.address), BLOCKED)


@pytest.mark.violates
def test_a_policy_that_forbids_webassembly_in_the_worker_alone_is_told(browser: Browser, site: Path) -> None:
    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/worker-" not in path:
            return None
        headers = {"Content-Type": "text/javascript", "Content-Security-Policy": "script-src 'self'"}
        return 200, headers, (site / path.lstrip("/")).read_bytes()

    with visiting(browser, site, Manner(fault=fault)) as (page, host):
        says(opened(page, host.address), BLOCKED)


@pytest.mark.violates
def test_where_calculators_may_not_run_the_way_to_the_self_test_is_shown(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner(headers={"Content-Security-Policy": WITHOUT_WASM})) as (page, host):
        form = opened(page, host.address)
        form.words.get_by_role("link", name="Find out what is in the way").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Self-test")


def test_the_worker_needs_no_host_but_its_own(browser: Browser, site: Path) -> None:
    """The words of `_headers` for the worker."""
    words = next(line for line in (site / "_headers").read_text().splitlines() if "default-src 'none'" in line)
    name, _, policy = words.strip().partition(": ")

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/worker-" not in path:
            return None
        return 200, {"Content-Type": "text/javascript", name: policy}, (site / path.lstrip("/")).read_bytes()

    with visiting(browser, site, Manner(fault=fault)) as (page, host):
        gives_the_right_answer(opened(page, host.address))


def test_an_old_browser_is_told(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        page.add_init_script("delete globalThis.WebAssembly")
        says(opened(page, host.address), "This browser is too old")


def test_a_killed_worker_is_replaced_and_the_question_asked_again(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        form = opened(page, host.address)
        expect(form.headline).to_contain_text("35 mg")
        page.workers[0].evaluate("self.close()")
        form.enter(Weight="80")
        # 80 × 0.5
        right = form.headline.filter(has_text="40 mg")
        # In time the answer is there, or the start of another worker is seen; that is a clean one, which takes longer.
        expect(right.or_(form.card.get_by_role("progressbar"))).to_be_visible(timeout=LIMIT)
        expect(right).to_be_visible()
        # The snapshot may be why the worker was lost.
        assert page.evaluate(STARTED_FROM) == "clean"


def noted(content: Measured) -> str:
    """What the worker's script says of a file."""
    said = content.described("")
    return ",".join(f"{name}:{json.dumps(value)}" for name, value in said.items() if name != "address")


def signed(script: Path, made: Path, sent: bytes, folder: Path) -> bytes:
    """The worker's script as if the build had made `sent` in place of a file."""
    other = folder / "other.bin"
    other.write_bytes(sent)
    words = script.read_text("utf-8")
    assert noted(measured(made)) in words
    return words.replace(noted(measured(made)), noted(measured(other))).encode()


def spoiled(site: Path, spoil: str, folder: Path) -> Fault:
    """The snapshot as it might arrive. `signed` also tells the worker that it has to be so."""
    (snapshot,) = site.glob("assets/app/snapshot-*.bin")
    whole = snapshot.read_bytes()
    middle = len(whole) // 2
    sent = {
        "whole": whole,
        "with one bit turned": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "cut off": whole[:middle],
        "half nonsense": whole[:middle] + bytes([7]) * (len(whole) - middle),
    }[spoil.removesuffix(", signed")]

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/snapshot-" in path:
            return 200, {"Content-Type": "application/octet-stream"}, sent
        if "/worker-" in path and spoil.endswith(", signed"):
            return 200, {"Content-Type": "text/javascript"}, signed(site / path.lstrip("/"), snapshot, sent, folder)
        return None

    return fault


@pytest.mark.parametrize("spoil", ["whole", "with one bit turned", "cut off", "half nonsense"])
def test_a_snapshot_in_any_doubt_gives_way_to_a_clean_start(
    browser: Browser, site: Path, tmp_path: Path, spoil: str
) -> None:
    with visiting(browser, site, Manner(fault=spoiled(site, spoil, tmp_path))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == ("snapshot" if spoil == "whole" else "clean")


def test_nonsense_with_the_right_digest_gives_way_to_a_clean_start(
    whole_browser: Browser, site: Path, tmp_path: Path
) -> None:
    """In the headless shell nonsense can end the whole page: only the whole program turns it into an error."""
    with visiting(whole_browser, site, Manner(fault=spoiled(site, "half nonsense, signed", tmp_path))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


def slimmer_core(folder: Path, proof: str, question: str) -> bytes:
    """The slim core without what the question calls and the proof does not."""
    results, slimmer = build_bundle(CACHE, CACHE / "site", root=ROOT).results, folder / "slimmer.wasm"
    slim = results["slim-core"] / "slim-core.wasm"
    subprocess.run(["node", SLIMMER_CORE, slim, results["snapshot"], proof, question, slimmer], check=True)
    return slimmer.read_bytes()


@pytest.mark.parametrize("part", ["/snapshot-", "/slim-core-"])
@pytest.mark.parametrize("lost", [missing, welcome], ids=["missing", "another page"])
def test_without_the_snapshot_or_its_core_python_starts_cleanly(
    browser: Browser, site: Path, lost: Callable[[str], Fault], part: str
) -> None:
    with visiting(browser, site, Manner(fault=lost(part))) as (page, host):
        gives_the_right_answer(opened(page, host.address))
        assert page.evaluate(STARTED_FROM) == "clean"


def test_a_question_that_calls_what_the_slim_core_is_without_is_answered_from_a_clean_start(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """The core is without all that this question calls and the proof did not, as it is without what no coverage input called."""
    values = {"weight": "70", "concentration_mg_ml": "50"}
    question = json.dumps({"calculator": "iv_dose", "entries": list(values.items())})
    proof = [question_of("iv_dose", values) for values, _ in known_answers()["iv_dose"]]
    slimmer = slimmer_core(tmp_path, json.dumps(proof), question)
    (whole,) = site.glob("assets/app/slim-core-*.wasm")

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/slim-core-" in path:
            return 200, {"Content-Type": "application/wasm"}, slimmer
        if "/worker-" not in path:
            return None
        return 200, {"Content-Type": "text/javascript"}, signed(site / path.lstrip("/"), whole, slimmer, tmp_path)

    with visiting(browser, site, Manner(fault=fault)) as (page, host):
        form = Site(page, f"{host.address}/").calculator("iv-dose", TITLE)
        wait_until_python_is_ready(page)
        assert page.evaluate(STARTED_FROM) == "snapshot"
        form.enter(Weight="70").choose("Vial strength", "50 mg/mL")
        gives_the_right_answer(form)
        assert page.evaluate(STARTED_FROM) == "clean"


def test_full_storage_costs_no_answer(browser: Browser, site: Path) -> None:
    with visiting(browser, site, Manner()) as (page, host):
        session = page.context.new_cdp_session(page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 1_000_000})
        gives_the_right_answer(opened(page, host.address))
        page.reload()
        gives_the_right_answer(filled(page))


def test_forbidden_storage_costs_no_answer(
    playwright: Playwright, chromium_path: str, site: Path, tmp_path: Path
) -> None:
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings))
    with serving(site) as host:
        context: BrowserContext = playwright.chromium.launch_persistent_context(
            str(tmp_path), executable_path=chromium_path, args=[*browsers.CHROMIUM_FLAGS]
        )
        violations.watch(context)
        page = context.pages[0]
        page.goto(f"{host.address}/calculators/iv-dose/")
        assert (
            page.evaluate("(() => { try { return String(localStorage) } catch (no) { return no.name } })()")
            == "SecurityError"
        )
        gives_the_right_answer(filled(page))
        context.close()
