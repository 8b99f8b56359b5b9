"""Every kind of page, and every state that one may be in, keeps the site's policy in three browsers.

The host sends the policy and browsers report to it what they refused; Chromium's is the whole of it, Trusted Types included.
There is no service worker: it would answer in the place of the host.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from support import violations
from support.addresses import ARTICLE
from support.engines.driving import Driven
from support.faults import missing
from support.pages.driven_page import DrivenPage
from support.pages.driven_states import STATES
from support.serving import Manner, serving
from support.windows import TIMEOUT

HANDOUT = "articles/ketamine-infusion-for-patients/"
KINDS = (
    "", "404.html", "abbreviations/", "about/", "articles/", ARTICLE, HANDOUT, "calculators/", "calculators/madrs/",
    "change-log/", "check-an-answer/", "desk/", "desk/page/", "editors-guide/", "glossary/", "hazards/", "how-sure/", "launch/",
    "notices/", "offline/", "our-own-values/", "performance/", "privacy/", "recalls/", "recommendations/", "report-an-error/",
    "scoring/which-scale-when/", "security/", "self-test/", "sheets/", "sheets/consent/", "sheets/session/", "sheets/tracking/",
    "verify/", "worksheets/", "worksheets/course/", "worksheets/infusion/", "worksheets/monitoring-calendar/",
    "worksheets/session-vitals/", "worksheets/treatment-history/",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site, Manner(fault=missing("/service-worker.js"))) as host:
        yield f"{host.address}/"


def refused(page: DrivenPage) -> list[str]:
    """What browser and host noticed until a picture of another host, which the policy forbids, was reported; that one apart."""
    page.driven.run("() => { new Image().src = 'https://other.invalid/picture.png'; }")
    found = violations.reported(TIMEOUT / 1000) + violations.noticed()
    return [words for words in found if "other.invalid" not in words]


@pytest.mark.violates
def test_every_kind_of_page_opens_without_breaking_a_rule(driven: Driven, address: str) -> None:
    page = DrivenPage(driven, address)
    for path in KINDS:
        page.open(path)
    assert refused(page) == []


@pytest.mark.violates
@pytest.mark.parametrize("state", STATES)
def test_no_state_of_a_page_breaks_a_rule(driven: Driven, address: str, state: str) -> None:
    page = DrivenPage(driven, address, 1350)
    STATES[state](page)
    assert refused(page) == []
