"""What a host answers to one request, as a browser would get it. Never raises for what the network or the host does."""

import gzip
import http.client
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass, field
from email.message import Message
from typing import IO

import brotli

_TIMEOUT = 30
# Some hosts change pages only for browsers.
_AS_A_BROWSER = {
    "User-Agent": "Mozilla/5.0 (compatible; press verify-host)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "br, gzip",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True)
class Answer:
    """A response, its body as it was before it was packed; without a status there is none, and `trouble` says why."""

    status: int | None
    headers: Message = field(default_factory=Message)
    body: bytes = b""
    trouble: str = ""

    def sent(self, header: str) -> list[str]:
        return [str(value) for value in self.headers.get_all(header, [])]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer of its own: what it leads to may be anything."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def answer(url: str) -> Answer:
    """The answer to a GET of an http or https address."""
    try:
        with _OPENER.open(urllib.request.Request(url, headers=_AS_A_BROWSER), timeout=_TIMEOUT) as response:
            return _unpacked(response.status, response.headers, response.read())
    except urllib.error.HTTPError as refused:
        return Answer(refused.code, refused.headers)
    except urllib.error.URLError as error:
        return Answer(None, trouble=str(error.reason))
    except http.client.IncompleteRead as cut:
        return Answer(None, trouble=f"the line broke off after {len(cut.partial):,} bytes")
    except (OSError, http.client.HTTPException) as error:
        return Answer(None, trouble=str(error) or type(error).__name__)


def _unpacked(status: int, headers: Message, body: bytes) -> Answer:
    packing = str(headers.get("Content-Encoding", "")).strip().lower()
    try:
        if packing == "br":
            body = brotli.decompress(body)
        elif packing == "gzip":
            body = gzip.decompress(body)
    except (brotli.error, OSError, EOFError, zlib.error):
        return Answer(None, trouble=f"what was sent cannot be unpacked as {packing}")
    return Answer(status, headers, body)
