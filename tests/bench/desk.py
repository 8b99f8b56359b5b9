"""How soon the editors' desk answers, and what it fetches: `python tests/bench/desk.py [site]`, of site/ unless another is named.

Visits with an empty cache, and with a full one as a browser of its own has it and as a private window has it, which keeps no
compiled code: three of each, in Chromium. How much of the code a browser has kept after a visit differs, so three more visits
tell what an editor has who comes again and again. In each the longest article is checked once and then, changed by a word each
time, thirty times more.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools")]

import browsers  # noqa: E402  (from tools/)
from support.serving import Host, Manner, serving  # noqa: E402

ARTICLE = "content/articles/treatment-resistant-depression-protocols.md"
VISITS, AGAIN, CHECKS = 3, 3, 30
SCRIPT = """
const post = (where, what) => fetch(`/report/${where}`, { method: "POST", body: JSON.stringify(what) });
try {
  const script = document.querySelector("script[type=module][src*='/desk/desk-']");
  const { DeskPython, settingsOf } = await import(new URL(script.getAttribute("src"), document.baseURI).href);
  const { path, text, checks } = await (await fetch("/check/text.json")).json();
  const python = new DeskPython(settingsOf(document).python);
  await python.start();
  const ready = performance.now();
  const times = [];
  for (let number = 0; number <= checks; number++) {
    const begun = performance.now();
    await python.check({ path, text: number ? text.replace("\\n## ", ` and ${number}\\n\\n## `) : text });
    times.push(performance.now() - begun);
  }
  await post("done", { ready, first: ready + times[0], later: times.slice(1) });
} catch (thrown) {
  await post("failed", { thrown: String(thrown?.stack ?? thrown) });
}
"""


def main(site: Path) -> None:
    # Times count from the start of the navigation.
    cold, warm, again, private, fetched = [], [], [], [], 0
    with sync_playwright() as playwright, _serving(site) as host:
        for _ in range(VISITS):
            with _own_browser(playwright.chromium) as context:
                before = len(host.sent)
                cold.append(_visit(context, host))
                fetched = sum(_size(site, path) for path, _ in host.sent[before:] if path.startswith("/assets/desk/"))
                warm.append(_visit(context, host))
                again += [_visit(context, host) for _ in range(AGAIN)]
            with _private_window(playwright.chromium) as context:
                cold.append(_visit(context, host))
                private.append(_visit(context, host))
    for name, visits in (
        ("empty cache", cold),
        ("full cache, the second visit", warm),
        ("full cache, later visits", again),
        ("full cache of a private window", private),
    ):
        first = statistics.median(visit["first"] for visit in visits) / 1000
        ready = statistics.median(visit["ready"] for visit in visits) / 1000
        later = statistics.median(time for visit in visits for time in visit["later"])
        print(
            f"{name}: ready after {ready:.2f} s, the first check after {first:.2f} s, a later check in {later:.0f} ms"
        )
    print(f"bytes that the desk alone fetches, compressed where the site has such files: {fetched:,}")


@contextmanager
def _own_browser(chromium: BrowserType) -> Iterator[BrowserContext]:
    """A browser with a folder of its own on the disk, as everybody has it who has not asked for a private window."""
    with tempfile.TemporaryDirectory() as folder:
        context = chromium.launch_persistent_context(
            folder,
            executable_path=browsers.chromium(),
            args=list(browsers.CHROMIUM_FLAGS),
            service_workers="block",
        )
        yield context
        context.close()


@contextmanager
def _private_window(chromium: BrowserType) -> Iterator[BrowserContext]:
    browser = chromium.launch(executable_path=browsers.chromium(), args=list(browsers.CHROMIUM_FLAGS))
    yield browser.new_context(service_workers="block")
    browser.close()


def _visit(context: BrowserContext, host: Host) -> dict[str, Any]:
    page = context.new_page()
    page.goto(f"{host.address}/desk/", wait_until="commit")
    path, body = host.posted.get(timeout=300)
    page.close()
    if path != "/report/done":
        raise SystemExit(body.decode())
    seen: dict[str, Any] = json.loads(body)
    return seen


def _size(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    packed = file.with_name(f"{file.name}.br")
    return (packed if packed.is_file() else file).stat().st_size


@contextmanager
def _serving(site: Path) -> Iterator[Host]:
    """The site, whose desk's page measures itself in place of what stands on it."""
    page = (site / "desk" / "index.html").read_text("utf-8")
    start, end = page.index("<desk-page"), page.index("</desk-page>")
    own = page[:start] + page[end:].replace("</body>", '<script type="module" src="/check/desk.js"></script></body>')
    text = {"path": ARTICLE, "text": (ROOT / ARTICLE).read_text("utf-8"), "checks": CHECKS}
    pages = {
        "/desk/": ("text/html", own.encode()),
        "/check/desk.js": ("text/javascript", SCRIPT.encode()),
        "/check/text.json": ("application/json", json.dumps(text).encode()),
    }

    def changed(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": pages[path][0]}, pages[path][1]) if path in pages else None

    with serving(site, Manner(fault=changed)) as running:
        yield running


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
