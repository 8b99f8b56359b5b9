"""A form filled in, left for another page, and found again by Back, in any browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.engines.checking import TIMEOUT, Open
from support.serving import Host, Manner, serving

SCRIPT = Path(__file__).with_name("back.js")
PAGES = ("/calculators/iv-dose/", "/about/")


@contextmanager
def going_back(site: Path) -> Iterator[Host]:
    """Serve a site whose two pages fill in, leave and come back by themselves."""
    texts = {path: (site / path[1:] / "index.html").read_bytes() for path in PAGES}

    def changed(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path == "/check/back.js":
            return 200, {"Content-Type": "text/javascript"}, SCRIPT.read_bytes()
        # Without a service worker: it keeps pages only as they were published.
        if path == "/service-worker.js":
            return 404, {}, b""
        if path in texts:
            script = b'<script type="module" src="/check/back.js"></script></body>'
            return 200, {"Content-Type": "text/html"}, texts[path].replace(b"</body>", script)
        return None

    with serving(site, Manner(fault=changed)) as running:
        yield running


def found_again(host: Host, open_browser: Open) -> tuple[dict[str, str], dict[str, object]]:
    """What stood in form and answer before it was left, and after the reader came back."""
    posted: dict[str, bytes] = {}
    with open_browser(f"{host.address}{PAGES[0]}"):
        while "/done" not in posted:
            path, body = host.posted.get(timeout=TIMEOUT)
            posted[path] = body
    return json.loads(posted["/before"]), json.loads(posted["/done"])
