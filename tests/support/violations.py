"""Violations of the site's policy, noticed in any page, worker or browser; `tests/e2e/conftest.py` fails a test for them."""

import json
from queue import Queue

from playwright.sync_api import BrowserContext

REPORTS = "/violation"
"""Where browsers report those of a policy that the tests' host has sent, from workers as well."""
_LISTENER = """
addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI, sample, sourceFile, lineNumber}) =>
  noticeViolation(`${location.pathname}: ${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`));
"""

_noticed: Queue[str] = Queue()


def notice_report(body: bytes) -> None:
    """A report as browsers post it."""
    report = json.loads(body)["csp-report"]
    _noticed.put(f"{report.get('document-uri')}: {report.get('violated-directive')}: {report.get('blocked-uri')}")


def watch(context: BrowserContext) -> None:
    """Notice those of every page of a visit, that of the policy which the page itself names included."""
    context.expose_binding("noticeViolation", lambda _, words: _noticed.put(words))
    context.add_init_script(_LISTENER)


def reported(seconds: float) -> list[str]:
    """Those that are noticed until one has been reported to the host, which comes last and has to come within so many seconds."""
    found: list[str] = []
    while not any(words.startswith("http") for words in found):
        found.append(_noticed.get(timeout=seconds))
    return found


def noticed() -> list[str]:
    """Those that nobody has asked for yet."""
    return [_noticed.get() for _ in range(_noticed.qsize())]
