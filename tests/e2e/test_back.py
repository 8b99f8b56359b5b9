"""After Back, fields and answer belong together in every browser, and its history holds nothing of an opened link."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ketamine_calculators import find
from support import engines
from support.engines.checking import Open
from support.engines.going_back import OPENED, found_again, going_back, known_of_a_link
from support.serving import Host


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with going_back(site) as running:
        yield running


@pytest.fixture(scope="module")
def host_of_links(site: Path) -> Iterator[Host]:
    with going_back(site, OPENED) as running:
        yield running


@pytest.fixture(params=["Chromium", "Firefox", "WebKit"])
def open_browser(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """A browser opened at an address. Those that a machine may lack are skipped aloud."""
    home = tmp_path / "profile"
    if request.param == "Chromium":
        browser: Browser = request.getfixturevalue("browser")
        return lambda address: engines.chromium(browser, address)
    if request.param == "Firefox":
        path: str = request.getfixturevalue("firefox_path")
        return lambda address: engines.firefox(path, home, address)
    request.getfixturevalue("webkit_driver_path")
    minibrowser = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
    return lambda address: engines.webkit(minibrowser, home, address)


def test_fields_and_answer_belong_together_or_both_are_empty(host: Host, open_browser: Open) -> None:
    before, after = found_again(host, open_browser)
    # 73.12 kg × 0.75 mg/kg = 54.84 mg
    assert "54.8 mg" in before["headline"]
    del after["persisted"]
    empty = {"weight": "", "dose": "0.5", "vial": "", "headline": "", "state": "untouched"}
    assert after in (before, empty)


def test_a_link_that_was_opened_leaves_none_of_its_values_in_history_or_referrer(
    host_of_links: Host, open_browser: Open
) -> None:
    version, today = find("iv_dose").version, datetime.date.today()
    order = (
        f"weight=73.12&weight_unit=kg&concentration_mg_ml=50&dose_mg_per_kg=0.75&minutes=40&route=iv&weight_on={today}"
    )
    found = known_of_a_link(host_of_links, open_browser, f"iv_dose?{order}&v={version}")
    assert "54.8 mg" in str(found["opened"]["headline"])
    page, about = (f"{host_of_links.address}{path}" for path in ("/calculators/iv-dose/", "/about/"))
    assert found["opened"]["address"] == found["back"]["address"] == page
    assert found["elsewhere"]["referrer"] in (page, "")
    # The addresses of other documents are not told where pages send no referrer.
    # One entry for each page: none is left in which the values stood.
    length = found["opened"]["length"]
    assert isinstance(length, int)
    assert found["elsewhere"]["length"] == found["back"]["length"] == length + 1
    for moment in found.values():
        assert "73.12" not in str({name: known for name, known in moment.items() if name != "headline"})
        entries = moment["entries"]
        assert isinstance(entries, list)
        assert set(entries) <= {page, about, "about:blank", None}
