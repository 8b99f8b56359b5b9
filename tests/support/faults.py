"""One page and its host, which fails in one way; and what must then stand on the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from support.pages.calculator import CalculatorForm
from support.pages.site import Site
from support.serving import Host, Manner, serving
from support.windows import window

TITLE = "IV ketamine dose"
LIMIT = 15_000
DAMAGED = "A part of the calculators did not arrive as it was published, and was not used."
BLOCKED = "does not allow the calculators to run here"

Fault = Callable[[str], tuple[int, dict[str, str], bytes] | None]


@contextmanager
def visiting(browser: Browser, site: Path, manner: Manner) -> Iterator[tuple[Page, Host]]:
    with serving(site, manner) as host, window(browser) as page:
        yield page, host


def filled(page: Page) -> CalculatorForm:
    """The form for 70 kg and 50 mg/mL; 35 mg is 70 × 0.5."""
    form = CalculatorForm(page, TITLE)
    return form.enter(Weight="70").choose("Vial strength", "50 mg/mL")


def opened(page: Page, address: str) -> CalculatorForm:
    Site(page, f"{address}/").calculator("iv-dose", TITLE)
    return filled(page)


def gives_the_right_answer(form: CalculatorForm) -> None:
    expect(form.headline).to_contain_text("35 mg", timeout=LIMIT)


def says(form: CalculatorForm, sentence: str) -> None:
    expect(form.words).to_contain_text(sentence, timeout=LIMIT)
    expect(form.headline).to_have_count(0)
    expect(form.words.get_by_role("button", name="Try again")).to_be_visible()


def missing(*parts: str) -> Fault:
    return lambda path: (404, {"Content-Type": "text/plain"}, b"Not found.") if any(p in path for p in parts) else None


def turned(site: Path, *parts: str, times: int = 1_000) -> Fault:
    """One bit is not as it was made in the middle of these parts, the first times that they are sent."""
    sent = count()

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if not any(part in path for part in parts) or next(sent) >= times:
            return None
        content = bytearray((site / path.lstrip("/")).read_bytes())
        content[len(content) // 2] ^= 4
        kind = {".wasm": "application/wasm", ".js": "text/javascript"}.get(
            Path(path).suffix, "application/octet-stream"
        )
        return 200, {"Content-Type": kind, "Cache-Control": "public, max-age=31536000, immutable"}, bytes(content)

    return fault


def in_worker(site: Path, before: str) -> Fault:
    """The worker with something run before it, as an add-on or a lack of the device might do it."""

    def fault(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if "/worker-" not in path:
            return None
        return 200, {"Content-Type": "text/javascript"}, f"{before};{(site / path.lstrip('/')).read_text()}".encode()

    return fault
