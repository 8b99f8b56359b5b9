"""A form filled in, or a link opened, left for another page and found again by Back, in any browser."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.engines.checking import TIMEOUT, Open
from support.serving import Host, Manner, serving

FILLED_IN, OPENED = (Path(__file__).with_name(name) for name in ("back.js", "link.js"))
PAGES = ("/calculators/iv-dose/", "/about/")


@contextmanager
def going_back(site: Path, script: Path = FILLED_IN) -> Iterator[Host]:
    """Serve a site whose two pages fill in, or were opened by a link, and leave and come back by themselves."""
    texts = {path: (site / path[1:] / "index.html").read_bytes() for path in PAGES}

    def changed(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path == "/check/back.js":
            return 200, {"Content-Type": "text/javascript"}, script.read_bytes()
        # Without a service worker: it keeps pages only as they were published.
        if path == "/service-worker.js":
            return 404, {}, b""
        if path in texts:
            tag = b'<script type="module" src="/check/back.js"></script></body>'
            return 200, {"Content-Type": "text/html"}, texts[path].replace(b"</body>", tag)
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


def known_of_a_link(host: Host, open_browser: Open, fragment: str) -> dict[str, dict[str, object]]:
    """What page and history knew when a link was answered, on the page after it, and when the reader came back."""
    found: dict[str, dict[str, object]] = {}
    with open_browser(f"{host.address}{PAGES[0]}#{fragment}"):
        while "back" not in found:
            path, body = host.posted.get(timeout=TIMEOUT)
            found[path.removeprefix("/")] = json.loads(body)
    return found
