"""One visit of a reader to one contestant, in a real Chromium with a profile of its own."""

import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright

import browsers
from support.serving import Host

WATCH = (Path(__file__).parent / "watch.js").read_text("utf-8")
TIMEOUT = 120.0
# Long enough after the answer for what a page does when it is at rest: installing a service worker.
AT_REST = 5.0
# A browser that has just been started is busy with itself for about this long.
SETTLED = 3.0
SECOND_PAGE = "calculators/iv-dose/"
SECOND_CHOICE = {"concentration_mg_ml": "50"}
SECOND_ENTRIES = {"total_volume_ml": "50", "weight": "70"}
SECOND_ANSWER = "35 mg"


@dataclass(frozen=True)
class Visit:
    """Milliseconds since the navigation began; bytes and requests until the first answer, as the host sent them.

    `blocked` is the time in tasks of 50 ms and more, `beyond` what each of them took more than 50 ms, until the page rests;
    `main_thread` the processor's time that the page's own thread took until then, whatever else the machine did.
    """

    form: float
    answer: float
    second_answer: float
    bytes: int
    requests: int
    longest_task: float
    blocked: float
    beyond: float
    main_thread: float
    second_page: float | None = None
    keystroke: float | None = None


def visit(
    playwright: Playwright, chromium: str, profile: Path, host: Host, path: str, *, on_to_second_page: bool = False
) -> Visit:
    """Open the browser, read the page until its two answers, and close the browser again."""
    context = playwright.chromium.launch_persistent_context(
        str(profile), executable_path=chromium, args=[*browsers.CHROMIUM_FLAGS], headless=True
    )
    try:
        return _read(context, host, path, on_to_second_page)
    finally:
        context.close()


def after_another_page(
    playwright: Playwright, chromium: str, profile: Path, host: Host, other: str, path: str
) -> float:
    """Milliseconds until the first answer on a page that is opened when another one has been at rest for a while."""
    context = playwright.chromium.launch_persistent_context(
        str(profile), executable_path=chromium, args=[*browsers.CHROMIUM_FLAGS], headless=True
    )
    try:
        page = context.pages[0] if context.pages else context.new_page()
        page.wait_for_timeout(SETTLED * 1000)
        page.goto(host.address + other, wait_until="load")
        page.wait_for_timeout(AT_REST * 1000)
        page.add_init_script(WATCH)
        page.goto(host.address + path, wait_until="commit")
        _until(page, "benchMarks.answer !== null")
        return float(page.evaluate("benchMarks.answer"))
    finally:
        context.close()


def _read(context: BrowserContext, host: Host, path: str, on_to_second_page: bool) -> Visit:
    page = context.pages[0] if context.pages else context.new_page()
    page.add_init_script(WATCH)
    page.wait_for_timeout(SETTLED * 1000)
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    host.sent.clear()
    page.goto(host.address + path, wait_until="commit")
    _until(page, "benchMarks.answer !== null")
    size, requests = host.bytes_sent(), len(host.sent)
    _until(page, "benchMarks.second !== null")
    page.wait_for_timeout(AT_REST * 1000)
    # A service worker that is still fetching would hold up the next page, and be missing from the next visit.
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then((found) => found && navigator.serviceWorker.ready.then(() => true))"
    )
    marks = page.evaluate("benchMarks")
    metrics = {metric["name"]: metric["value"] for metric in devtools.send("Performance.getMetrics")["metrics"]}
    second_page, keystroke = _second_page(page) if on_to_second_page else (None, None)
    return Visit(
        form=marks["form"],
        answer=marks["answer"],
        second_answer=marks["second"],
        bytes=size,
        requests=requests,
        longest_task=marks["longest"],
        blocked=marks["blocked"],
        beyond=marks["beyond"],
        main_thread=1000 * metrics["TaskDuration"],
        second_page=second_page,
        keystroke=keystroke,
    )


def _second_page(page: Page) -> tuple[float, float]:
    """From a link followed to the answer there, and from the last keystroke to that answer."""
    timing: dict[str, float] = page.evaluate(
        """async ([path, choice, entries, answer]) => {
          const link = [...document.querySelectorAll("a")].find(({ href }) => href.endsWith(path));
          const begun = performance.now();
          link.click();
          const seen = (find) => new Promise((resolve, reject) => {
            setTimeout(() => reject(new Error(`never seen: ${find}`)), 30_000);
            const look = () => find() && (watch.disconnect(), resolve(performance.now()));
            const watch = new MutationObserver(look);
            watch.observe(document, { childList: true, subtree: true, characterData: true });
            look();
          });
          const live = () => document.querySelector("clinical-calculator .live");
          await seen(() => location.pathname.endsWith(path) && document.querySelector("clinical-calculator [name=weight]"));
          await customElements.whenDefined("clinical-calculator");
          for (const [name, value] of Object.entries(choice))
            document.querySelector(`clinical-calculator [name=${name}][value="${value}"]`).click();
          let last = 0;
          for (const [name, text] of Object.entries(entries)) {
            const entry = document.querySelector(`clinical-calculator [name=${name}]`);
            for (let end = 1; end <= text.length; end++) {
              entry.value = text.slice(0, end);
              last = performance.now();
              entry.dispatchEvent(new Event("input", { bubbles: true }));
            }
          }
          const done = await seen(() => live()?.textContent.includes(answer));
          return { all: done - begun, keystroke: done - last };
        }""",
        [SECOND_PAGE, SECOND_CHOICE, SECOND_ENTRIES, SECOND_ANSWER],
    )
    return timing["all"], timing["keystroke"]


def _until(page: Page, condition: str) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            page.wait_for_function(condition, timeout=5_000)
        except Error:
            continue
        return
    raise SystemExit(f"{page.url}: no answer within {TIMEOUT:.0f} s.")
