"""The site works under the policy that it names and asks its host to send, and whatever breaks it is noticed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from support import engines, violations
from support.addresses import ARTICLE
from support.engines.touring import toured, touring
from support.faults import gives_the_right_answer, missing, opened
from support.pages.site import Site
from support.serving import Host, Manner, serving
from support.windows import TIMEOUT, window

# One of each template, and of each kind of what stands on a page.
KINDS = ("", "about/", "articles/", ARTICLE, "calculators/", "calculators/madrs/", "desk/page/", "glossary/", "hazards/",
         "our-own-values/", "offline/", "worksheets/", "worksheets/course/", "404.html")  # fmt: skip
SINKS = {
    "a script in the text of the page": """() => {
        const script = document.createElement("script");
        script.append("window.ran = true");
        document.body.append(script);
    }""",
    "an address of a script": "() => { document.createElement('script').src = '/assets/app/main.js'; }",
    "markup": "() => { document.body.innerHTML += '<p>words</p>'; }",
    "a worker": "() => { new Worker('/assets/app/other.js'); }",
    "a handler": "() => { document.body.setAttribute('onclick', 'window.ran = true'); }",
    "a style": "() => { document.body.setAttribute('style', 'color: red'); }",
    "another host": "() => { fetch('https://other.invalid/').catch(() => {}); }",
    "a policy of another name": "() => { trustedTypes.createPolicy('other', {}); }",
    "a second policy": "() => { trustedTypes.createPolicy('press', {}); }",
}


@pytest.fixture(scope="module")
def tour_host(site: Path) -> Iterator[Host]:
    with touring(site) as running:
        yield running


@pytest.fixture(params=["Chromium", "Firefox", "WebKit"])
def seen(request: pytest.FixtureRequest, tour_host: Host, tmp_path: Path) -> dict[str, Any]:
    """What a browser saw on its way. Those that a machine may lack are skipped aloud."""
    home = tmp_path / "profile"
    if request.param == "Chromium":
        browser: Browser = request.getfixturevalue("browser")
        return toured(tour_host, lambda address: engines.chromium(browser, address))
    if request.param == "Firefox":
        path: str = request.getfixturevalue("firefox_path")
        return toured(tour_host, lambda address: engines.firefox(path, home, address))
    request.getfixturevalue("webkit_driver_path")
    minibrowser = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
    return toured(tour_host, lambda address: engines.webkit(minibrowser, home, address))


def test_answer_search_and_changes_of_page_break_no_rule_in_any_browser(seen: dict[str, Any]) -> None:
    assert seen["violations"] == []
    assert "35 mg" in seen["headline"]  # 70 × 0.5
    assert seen["broken"] == []  # numbers parted from their units
    assert seen["marked"].lower() == "madrs"
    assert [heading.removesuffix("#") for heading in seen["headings"]] == ["Worksheets", "Guidance"]
    assert seen["sameDocument"]


@pytest.mark.parametrize("address", KINDS)
def test_a_page_of_each_kind_opens_without_breaking_a_rule(open_site: Site, page: Page, address: str) -> None:
    open_site.change_pages_instantly()
    open_site.open(address)
    page.emulate_media(media="print")
    assert violations.noticed() == []


@pytest.mark.violates
@pytest.mark.parametrize("does", SINKS.values(), ids=SINKS)
def test_whatever_a_page_may_not_do_is_refused_and_noticed(open_site: Site, page: Page, does: str) -> None:
    open_site.calculator("iv-dose", "IV ketamine dose")
    expect(open_site.form("IV ketamine dose").card).to_be_visible()
    page.evaluate(f"async () => {{ try {{ await ({does})(); }} catch {{}} document.body.click(); }}")
    assert "/calculators/iv-dose/: " in violations.reported(TIMEOUT / 1000)[-1]
    assert page.evaluate("window.ran") is None
    # What the page itself has told comes with the next thing that it is asked.
    assert [words for words in violations.noticed() if words.startswith("/calculators/iv-dose/: ")]


@pytest.mark.violates
def test_a_worker_that_reaches_for_another_host_is_noticed(open_site: Site, page: Page) -> None:
    with page.expect_worker() as started:
        open_site.calculator("iv-dose", "IV ketamine dose")
    started.value.evaluate("() => { fetch('https://other.invalid/').catch(() => {}); }")
    assert "connect-src" in violations.reported(TIMEOUT / 1000)[-1]


@pytest.mark.violates
def test_no_other_service_worker_is_let_in(browser: Browser, site_url: str) -> None:
    with window(browser, service_worker=True) as page:
        Site(page, site_url).open("about/")
        page.evaluate("navigator.serviceWorker.register('/images/articles/a.svg').catch(() => {})")
        assert "trusted-types-sink" in violations.reported(TIMEOUT / 1000)[-1]


def test_only_workers_of_the_site_get_an_address(open_site: Site, page: Page) -> None:
    open_site.calculator("iv-dose", "IV ketamine dose")

    def given(address: str) -> object:
        let_through = (
            "address => { try { return String(sitePolicy.createScriptURL(address)); } catch { return null; } }"
        )
        return page.evaluate(let_through, address)

    assert given(f"{open_site.address}service-worker.js") == f"{open_site.address}service-worker.js"
    for other in ("https://other.invalid/service-worker.js", f"{open_site.address}images/articles/a.svg", "data:,1"):
        assert given(other) is None


def test_without_the_first_script_a_form_still_answers(browser: Browser, site: Path) -> None:
    with serving(site, Manner(fault=missing("/head-"))) as host, window(browser) as page:
        gives_the_right_answer(opened(page, host.address))
