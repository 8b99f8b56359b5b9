"""The check and the page of the editors' desk are those of the command line and of the site, to the byte, in every engine."""

import json
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from press.cli import main
from support import engines
from support.building import PROJECT, copy_of_project
from support.engines.desk_checking import (
    CASE,
    Text,
    desk_checked,
    desk_checking,
    every_text,
    said_by_the_command_line,
    said_here,
)
from support.serving import Host

PROTOCOL = "content/articles/treatment-resistant-depression-protocols.md"
ROW = "0.5 mg/kg"
CHANGED = "protocol with another number"
PACKAGE = "ketamine_calculators/"
SIGNS_OF_PATHS = f"{string.ascii_letters}{string.digits}_./-"


def texts() -> list[Text]:
    """All of them, and our protocol with another number where calculators take theirs."""
    found = every_text()
    protocol = next(text for text in found if text.path == PROTOCOL)
    assert ROW in protocol.text
    changed = Text(CHANGED, PROTOCOL, protocol.text.replace(ROW, "0.4 mg/kg"))
    return [*found, changed, protocol]


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    with desk_checking(site, texts()) as running:
        yield running


@pytest.fixture(scope="module", params=["Chromium", "Firefox", "WebKit"])
def checked(request: pytest.FixtureRequest, host: Host, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Everything that the desk says in one browser. Those that a machine may lack are skipped aloud."""
    home = tmp_path_factory.mktemp("home") / "profile"
    if request.param == "Chromium":
        browser: Browser = request.getfixturevalue("browser")
        return desk_checked(host, lambda address: engines.chromium(browser, address))
    if request.param == "Firefox":
        path: str = request.getfixturevalue("firefox_path")
        return desk_checked(host, lambda address: engines.firefox(path, home, address))
    request.getfixturevalue("webkit_driver_path")
    minibrowser = engines.minibrowser() or pytest.skip("NOT TESTED IN WEBKIT: its MiniBrowser is not on this machine")
    return desk_checked(host, lambda address: engines.webkit(minibrowser, home, address))


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What this machine's Python says of each text, at the desk of a copy of the project."""
    return said_here(copy_of_project(tmp_path_factory.mktemp("said") / "project"), texts())


def test_the_desk_says_and_shows_of_every_text_what_cpython_does(checked: dict[str, Any], said: dict[str, Any]) -> None:
    assert len(checked) == len(said) > 500
    assert [name for name in said if alike(checked[name]) != alike(said[name])] == []


def alike(answer: Any) -> Any:
    """The copy of the project has its calculators elsewhere, and places in them are named by their files."""
    *before, last = json.dumps(answer).split(PACKAGE)
    # A pattern would look from each sign of a long page for the end of a path.
    return PACKAGE.join([*(part.rstrip(SIGNS_OF_PATHS) for part in before), last])


def test_of_a_changed_number_the_desk_names_the_line_of_the_calculator_that_quotes_it(checked: dict[str, Any]) -> None:
    (changed,) = (text for text in texts() if text.name == CHANGED)
    told = said_by_the_command_line(changed)
    assert any("calculators/src/ketamine_calculators/" in problem["message"] for problem in told)
    assert checked[CHANGED]["problems"] == told


def test_of_every_article_the_desk_says_what_the_command_line_says(
    checked: dict[str, Any], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)
    for text in every_text():
        if text.path != CASE:
            main(["check", "--json", text.path])
            said = json.dumps(checked[text.name]["problems"], indent=2, ensure_ascii=False)
            assert f"{said}\n" == capsys.readouterr().out, text.name


def test_the_page_of_every_article_holds_what_the_desk_shows_of_it(checked: dict[str, Any], site: Path) -> None:
    for text in every_text():
        page = site / "articles" / Path(text.path).stem / "index.html"
        if not page.is_file():
            continue
        _, _, shown = checked[text.name]["html"].partition("</h1>")
        assert shown
        assert shown in page.read_text("utf-8"), text.name
