"""Violations of the site's policy, noticed in any page, worker or browser while a test runs. `tests/e2e/conftest.py` fails for them."""

import json

from playwright.sync_api import BrowserContext

REPORTS = "/violation"
"""Where browsers report those of a policy that the tests' host has sent, from workers as well."""
_LISTENER = """
addEventListener("securitypolicyviolation", ({effectiveDirective, blockedURI, sample, sourceFile, lineNumber}) =>
  noticeViolation(`${location.pathname}: ${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`));
"""

_noticed: list[str] = []


def notice(words: str) -> None:
    _noticed.append(words)


def notice_report(body: bytes) -> None:
    """A report as browsers post it."""
    report = json.loads(body)["csp-report"]
    notice(f"{report.get('document-uri')}: {report.get('violated-directive')}: {report.get('blocked-uri')}")


def noticed() -> list[str]:
    """Those since the last call."""
    found = _noticed.copy()
    _noticed.clear()
    return found


def watch(context: BrowserContext) -> None:
    """Notice those of every page of a visit, that of the policy which the page itself names included."""
    context.expose_binding("noticeViolation", lambda _, words: notice(words))
    context.add_init_script(_LISTENER)
