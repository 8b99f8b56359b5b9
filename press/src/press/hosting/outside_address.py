"""Whether an address of another site is there, asked as a polite program does. Never raises for what the other side does."""

import http.client
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import IO

from ..content.link_checks import LinkState

_TIMEOUT = 20
_FOR_GOOD = (301, 308)
_LEADING_ON = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_REFUSED = (401, 402, 403, 405, 406, 429, 451, 999)
_LEAST_READ = 1024
_REGISTRIES = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/")


@dataclass(frozen=True)
class Outcome:
    """What came of asking."""

    state: LinkState
    detail: str = ""
    to: str = ""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *asked: object) -> None:
        return None


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows what leads on, and remembers where the page is for good: up to the first redirect that is for now."""

    def __init__(self) -> None:
        self.for_good = ""
        self._is_for_good = True

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self._is_for_good = self._is_for_good and code in _FOR_GOOD
        if self._is_for_good:
            self.for_good = newurl
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if request is not None and req.get_method() == "HEAD":
            request.method = "HEAD"
        return request


def outcome_of(address: str, program: str, timeout: float = _TIMEOUT) -> Outcome:
    """Ask for the head of a page, and for the page itself where that is not answered. `program` says who asks."""
    outcome = _asked("HEAD", address, program, timeout)
    if outcome.state in ("found", "moved", "unreachable"):
        return outcome
    # Many hosts answer HEAD wrongly; what they say to GET is what a reader gets.
    return _asked("GET", address, program, timeout)


def _asked(method: str, address: str, program: str, timeout: float) -> Outcome:
    # A DOI exists when its registry leads on; the publisher behind it often answers no program.
    is_registry = address.lower().startswith(_REGISTRIES)
    redirects = _NoRedirect() if is_registry else _Redirects()
    try:
        request = urllib.request.Request(address, method=method, headers={"User-Agent": program, "Accept": "*/*"})
        with urllib.request.build_opener(redirects).open(request, timeout=timeout) as response:
            response.read(_LEAST_READ)
            to = getattr(redirects, "for_good", "")
            return Outcome("moved", to=to) if to else Outcome("found")
    except urllib.error.HTTPError as refused:
        if is_registry and refused.code in _LEADING_ON:
            return Outcome("found")
        return Outcome(_state_of(refused.code), str(refused.code))
    except urllib.error.URLError as error:
        return Outcome("unreachable", _said(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Outcome("unreachable", _said(error))


def _state_of(status: int) -> LinkState:
    if status in _GONE:
        return "gone"
    return "refused" if status in _REFUSED else "failing"


def _said(error: object) -> str:
    match error:
        case TimeoutError():
            return "no answer in time"
        case ssl.SSLError():
            return f"its certificate is not accepted: {getattr(error, 'verify_message', '') or error.reason}"
        case OSError(strerror=str(words)):
            return words
        case _:
            return str(error) or type(error).__name__
