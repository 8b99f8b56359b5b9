"""The same question has the same reply in CPython and in each browser, from a clean start, from the snapshot and offline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support import engines
from support.engines.checking import Checked, checked, checking
from support.serving import Host

STARTS = ["clean", "snapshot"]


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with checking(site, STARTS) as running:
        yield running


@pytest.fixture(scope="module", params=["Chromium", "Firefox", "WebKit"])
def engine(request: pytest.FixtureRequest, host: Host, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Everything asked in one browser. Those that a machine may lack are skipped aloud."""
    home = tmp_path_factory.mktemp("home") / "profile"
    if request.param == "Chromium":
        browser: Browser = request.getfixturevalue("browser")
        return checked(host, lambda address: engines.chromium(browser, address))
    if request.param == "Firefox":
        path: str = request.getfixturevalue("firefox_path")
        return checked(host, lambda address: engines.firefox(path, home, address))
    request.getfixturevalue("webkit_driver_path")
    minibrowser = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
    return checked(host, lambda address: engines.webkit(minibrowser, home, address))


@pytest.mark.parametrize("start", STARTS)
def test_every_reply_is_that_of_cpython_to_the_byte(engine: Checked, start: str) -> None:
    assert engine.differing(start) == []


def test_with_the_network_cut_every_calculator_has_its_page_and_answers_its_examples(engine: Checked) -> None:
    assert engine.pages_missing_offline() == []
    assert engine.examples_differing_offline() == []
