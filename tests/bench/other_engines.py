"""Ours against stock in Firefox and WebKitGTK: time to the first answer, cold and on a second visit."""

import json
import tempfile
from base64 import b64encode
from collections.abc import Callable
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from queue import Empty

import browsers
from bench.contestants import OURS, address
from press.runtime.offline_manifest import SERVICE_WORKER
from support import engines
from support.serving import Host, Manner, serving

WATCH = (Path(__file__).parent / "watch.js").read_text("utf-8")
# The page reports when it has both answers and is at rest, then is left for the second visit in the same profile.
REPORT = """
const reported = setInterval(() => {
  if (benchMarks.second === null) return;
  clearInterval(reported);
  setTimeout(() => fetch("/report", { method: "POST", body: JSON.stringify(benchMarks) }), 8000);
}, 100);
"""
TIMEOUT = 180.0

Open = Callable[[Path, str], AbstractContextManager[None]]
Visits = dict[str, dict[str, dict[str, list[float]]]]


def race_in_other_engines(site: Path, rounds: int, folder: Path) -> Visits:
    """Milliseconds to the first answer by engine, contestant and kind of visit. An engine that is missing has no entry."""
    found: Visits = {}
    for engine, opened in _engines().items():
        found[engine] = {name: {"cold": [], "warm": []} for name in ("stock", OURS)}
        with serving(site, Manner(fault=_watched(site))) as host:
            for turn in range(rounds):
                for name in ("stock", OURS) if turn % 2 else (OURS, "stock"):
                    home = Path(tempfile.mkdtemp(dir=folder)) / "profile"
                    for kind in ("cold", "warm"):
                        found[engine][name][kind].append(_visit(host, opened, home, address(name)))
                        print(
                            f"{engine}, round {turn + 1}, {name}, {kind}: {found[engine][name][kind][-1]:.0f} ms",
                            flush=True,
                        )
    return found


def _engines() -> dict[str, Open]:
    opened: dict[str, Open] = {}
    firefox, minibrowser = browsers.firefox(), engines.minibrowser()
    if firefox:
        opened["Firefox"] = lambda home, url: engines.firefox(firefox, home, url)
    if browsers.webkit() and minibrowser:
        opened["WebKitGTK"] = lambda home, url: engines.webkit(minibrowser, home, url)
    return opened


def _visit(host: Host, opened: Open, home: Path, path: str) -> float:
    with opened(home, host.address + path):
        try:
            _, body = host.posted.get(timeout=TIMEOUT)
        except Empty:
            raise SystemExit(f"{path}: no answer within {TIMEOUT:.0f} s.") from None
    return float(json.loads(body)["answer"])


def _watched(site: Path) -> Callable[[str], tuple[int, dict[str, str], bytes] | None]:
    """The pages of the contest with the watch put first in their heads, also where the service worker fetches and checks them."""
    files = {"/watch.js": ("text/javascript", (WATCH + REPORT).encode())}
    keeping = (site / SERVICE_WORKER).read_bytes()
    for name in ("stock", OURS):
        page = (site / address(name).lstrip("/") / "index.html").read_bytes()
        watched = page.replace(b"<head>", b'<head><script src="/watch.js"></script>', 1)
        keeping = keeping.replace(_digest(page), _digest(watched))
        for path in (address(name), f"{address(name)}index.html"):
            files[path] = ("text/html; charset=utf-8", watched)
    files[f"/{SERVICE_WORKER}"] = ("text/javascript", keeping)

    def file(path: str) -> tuple[int, dict[str, str], bytes] | None:
        if path not in files:
            return None
        kind, body = files[path]
        return 200, {"Content-Type": kind, "Cache-Control": "no-cache"}, body

    return file


def _digest(page: bytes) -> bytes:
    """As the service worker names what it has to find."""
    return b64encode(sha256(page).digest())
