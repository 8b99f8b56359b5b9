"""The check of all calculators in any browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.engines.checking import TIMEOUT, Open
from support.serving import Host, Manner, serving

SCRIPT = Path(__file__).with_name("verify.js")
PAGE = "/verify/"


@contextmanager
def verifying(site: Path) -> Iterator[Host]:
    """Serve a site whose page of the check begins by itself."""
    text = (site / PAGE[1:] / "index.html").read_bytes()

    def changed(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path == "/check/verify.js":
            return 200, {"Content-Type": "text/javascript"}, SCRIPT.read_bytes()
        # Without a service worker: it keeps pages only as they were published.
        if path == "/service-worker.js":
            return 404, {}, b""
        if path == PAGE:
            script = b'<script type="module" src="/check/verify.js"></script></body>'
            return 200, {"Content-Type": "text/html"}, text.replace(b"</body>", script)
        return None

    with serving(site, Manner(fault=changed)) as running:
        yield running


def found(host: Host, open_browser: Open) -> dict[str, str]:
    """What the page said when the check had ended."""
    with open_browser(f"{host.address}{PAGE}"):
        _, body = host.posted.get(timeout=TIMEOUT)
    said: dict[str, str] = json.loads(body)
    return said
