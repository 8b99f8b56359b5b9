"""A page of the site used under the site's policy, in any browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.engines.checking import TIMEOUT, Open
from support.serving import Host, Manner, serving

SCRIPT = Path(__file__).with_name("tour.js")
PAGE = "/calculators/iv-dose/"


@contextmanager
def touring(site: Path) -> Iterator[Host]:
    """Serve a site in which one page uses itself; all pages ask for the same scripts, so that it changes pages in place."""
    script = b'<script type="module" src="/check/tour.js"></script></body>'

    def changed(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path == "/check/tour.js":
            return 200, {"Content-Type": "text/javascript"}, SCRIPT.read_bytes()
        if path == PAGE:
            page = (site / path[1:] / "index.html").read_bytes()
            return 200, {"Content-Type": "text/html"}, page.replace(b"</body>", script)
        return None

    with serving(site, Manner(fault=changed)) as running:
        yield running


def toured(host: Host, open_browser: Open) -> dict[str, Any]:
    """What the page saw."""
    with open_browser(f"{host.address}{PAGE}"):
        path, body = host.posted.get(timeout=TIMEOUT)
    assert path == "/done", body.decode()
    seen: dict[str, Any] = json.loads(body)
    return seen
