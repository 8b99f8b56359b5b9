"""After Back, fields and answer belong together in every browser, whether it kept the page whole or loaded it anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support import engines
from support.engines.going_back import found_again, going_back
from support.serving import Host


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with going_back(site) as running:
        yield running


@pytest.fixture(params=["Chromium", "Firefox", "WebKit"])
def found(request: pytest.FixtureRequest, host: Host, tmp_path: Path) -> tuple[dict[str, str], dict[str, object]]:
    """What a browser showed before and after. Those that a machine may lack are skipped aloud."""
    home = tmp_path / "profile"
    if request.param == "Chromium":
        browser: Browser = request.getfixturevalue("browser")
        return found_again(host, lambda address: engines.chromium(browser, address))
    if request.param == "Firefox":
        path: str = request.getfixturevalue("firefox_path")
        return found_again(host, lambda address: engines.firefox(path, home, address))
    request.getfixturevalue("webkit_driver_path")
    minibrowser = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
    return found_again(host, lambda address: engines.webkit(minibrowser, home, address))


def test_fields_and_answer_belong_together_or_both_are_empty(
    found: tuple[dict[str, str], dict[str, object]],
) -> None:
    before, after = found
    # 73.12 kg × 0.75 mg/kg = 54.84 mg
    assert "54.8 mg" in before["headline"]
    del after["persisted"]
    empty = {"weight": "", "dose": "0.5", "vial": "", "headline": "", "state": "untouched"}
    assert after in (before, empty)
