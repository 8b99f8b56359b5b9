"""A host for the tests: a folder served as good static hosts do, with the headers it asks for; or made slow, or to fail."""

import gzip
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from queue import Queue
from typing import Any
from urllib.parse import unquote, urlsplit

from support.host_headers import POLICY, reporting, rules_of, sent
from support.violations import REPORTS, notice_report

IMMUTABLE = "public, max-age=31536000, immutable"
CHUNK = 16_384
# Ours, and the theme's own files, which `_headers` names one by one.
_KEPT = re.compile(r"/assets/(?:app|desk)/|\.[0-9a-f]{8}\.min\.(js|css)$")


@dataclass(frozen=True)
class Line:
    """The line between host and reader. Bytes per second are shared by everything that is fetched at once."""

    delay: float = 0.0
    bytes_per_second: float | None = None


NO_LIMIT = Line()
FAST_4G = Line(delay=0.165, bytes_per_second=1_012_500)


@dataclass
class Host:
    """A running host. `sent` lists what was asked for, with the bytes of each body."""

    address: str
    sent: list[tuple[str, int]] = field(default_factory=list)
    down: bool = False
    # What pages have sent back, as (path, body); a page may also post "down", and the host is gone for all that follows.
    posted: Queue[tuple[str, bytes]] = field(default_factory=Queue)

    def bytes_sent(self) -> int:
        return sum(size for _, size in self.sent)


@dataclass(frozen=True)
class Manner:
    """How the host behaves."""

    line: Line = NO_LIMIT
    # In the place of those that the site asks for.
    headers: Mapping[str, str] = field(default_factory=dict)
    # Whether the host reads what the site asks for.
    reads_headers: bool = True
    # Whether the pages may be shown in a frame of the same host, which the site forbids.
    framed: bool = False
    # Given the path, the status and headers to answer with in place of the file, or None.
    fault: Callable[[str], tuple[int, Mapping[str, str], bytes] | None] = lambda path: None
    immutable: Callable[[str], bool] = lambda path: bool(_KEPT.search(path))


class _Bucket:
    """Bytes trickle out at one rate, whoever takes them."""

    def __init__(self, rate: float) -> None:
        self.rate = rate
        self.free_at = time.monotonic()
        self.lock = threading.Lock()

    def wait_for(self, size: int) -> None:
        with self.lock:
            self.free_at = max(self.free_at, time.monotonic()) + size / self.rate
            until = self.free_at
        time.sleep(max(0.0, until - time.monotonic()))


@contextmanager
def serving(folder: Path, manner: Manner | None = None, port: int = 0) -> Iterator[Host]:
    """Serve a folder on this machine for as long as the block lasts."""
    how = manner or Manner()
    bucket = _Bucket(how.line.bytes_per_second) if how.line.bytes_per_second else None
    host = Host("")
    rules = rules_of(folder) if how.reads_headers else []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Else the body of each answer waits until the browser has confirmed its head, which it puts off by 40 ms.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if host.down:
                self.close_connection = True
                return
            if how.line.delay:
                time.sleep(how.line.delay)
            path = unquote(urlsplit(self.path).path)
            fault = how.fault(path)
            status, headers, body = fault if fault else self.file(path)
            self.send_response(status)
            told = {"Content-Length": str(len(body)), **self.declared(path), **how.headers, **headers}
            # A fault may promise more than it sends; then the line is cut where it ends.
            self.close_connection = told["Content-Length"] != str(len(body))
            for name, value in told.items():
                self.send_header(name, value)
            self.end_headers()
            host.sent.append((path, len(body)))
            for start in range(0, len(body), CHUNK):
                piece = body[start : start + CHUNK]
                if bucket:
                    bucket.wait_for(len(piece))
                self.wfile.write(piece)

        def do_HEAD(self) -> None:
            self.send_response(204)
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            path = urlsplit(self.path).path
            if path == "/down":
                host.down = True
            if path == REPORTS:
                notice_report(body)
            else:
                host.posted.put((path, body))
            self.send_response(204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def declared(self, path: str) -> dict[str, str]:
            headers = reporting(sent(rules, path))
            if how.framed and POLICY in headers:
                headers[POLICY] = headers[POLICY].replace("; frame-ancestors 'none'", "")
            return headers

        def file(self, path: str) -> tuple[int, dict[str, str], bytes]:
            place = (folder / path.lstrip("/")).resolve()
            if place.is_dir():
                place /= "index.html"
            if not place.is_relative_to(folder.resolve()) or not place.is_file():
                return 404, {"Content-Type": "text/plain"}, b"Not found."
            stat = place.stat()
            tag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
            kind = guess_type(place.name)[0] or "application/octet-stream"
            caching = IMMUTABLE if how.immutable(path) else "no-cache"
            headers = {"Content-Type": kind, "Cache-Control": caching, "ETag": tag, "Vary": "Accept-Encoding"}
            if self.headers.get("If-None-Match") == tag:
                return 304, headers, b""
            accepted = self.headers.get("Accept-Encoding", "")
            for encoding, suffix in (("br", ".br"), ("gzip", ".gz")):
                precompressed = place.with_name(place.name + suffix)
                if encoding in accepted and precompressed.is_file():
                    return 200, {**headers, "Content-Encoding": encoding}, precompressed.read_bytes()
            body = place.read_bytes()
            if "gzip" in accepted and kind.startswith("text/"):
                return 200, {**headers, "Content-Encoding": "gzip"}, gzip.compress(body, 6, mtime=0)
            return 200, headers, body

        def log_message(self, *words: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A browser that leaves in the middle of an answer is no error of ours."""

    server = Server(("127.0.0.1", port), Handler)
    host.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
