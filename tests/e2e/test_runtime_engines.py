"""The same question has the same reply in CPython and in each browser, from a clean start, from the snapshot and offline."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser

from bench.serving import Host, Manner, serving
from e2e import engines
from ketamine_calculators import every
from ketamine_calculators.browser import answer
from press.runtime.reference_answers import questions
from random_inputs import hostile, plausible

CHECK = Path(engines.__file__).with_name("check.js")
RANDOM_INPUTS = 12
STARTS = ["clean", "snapshot"]
# A clean start in WebKitGTK alone can take a quarter of this on a busy machine.
PATIENCE = 240.0

Open = Callable[[str], AbstractContextManager[None]]


def random_questions() -> list[tuple[str, str]]:
    """Inputs that nobody thought of, the same in every run."""
    random = Random(20)
    asked = []
    for calculator in every():
        for make in (plausible, hostile):
            for _ in range(RANDOM_INPUTS):
                values = json.dumps(make(calculator, random), default=str, skipkeys=True)
                asked.append((calculator.id, f'{{"calculator": "{calculator.id}", "values": {values}}}'))
    return asked


ASKED = [(json.loads(question).get("calculator", ""), question) for question in questions()] + random_questions()
EXAMPLES = [json.loads(question) for question in questions() if '"values"' in question]


@dataclass(frozen=True)
class Checked:
    """What a browser sent back."""

    said: dict[str, bytes]

    def replies(self, start: str) -> list[str]:
        return list(json.loads(self.said[f"/replies/{start}"]))


def plan(site: Path) -> dict[str, object]:
    """What the check page needs to know of the built site."""
    app = {
        path.name.split("-")[0]: f"/assets/app/{path.name}"
        for path in (site / "assets/app").iterdir()
        if path.suffix == ".js"
    }
    pages = [f"/calculators/{calculator.slug}/" for calculator in every()]
    return {
        "worker": app["worker"],
        "starts": STARTS,
        "script": app["engine"],
        "pages": pages,
        "questions": ASKED,
        "examples": EXAMPLES,
    }


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[Host]:
    pages = {
        "/check/": (
            "text/html",
            b'<!doctype html><meta charset="utf-8"><script type="module" src="check.js"></script>',
        ),
        "/check/check.js": ("text/javascript", CHECK.read_bytes()),
        "/check/plan.json": ("application/json", json.dumps(plan(site)).encode()),
    }

    def check_page(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": pages[path][0]}, pages[path][1]) if path in pages else None

    with serving(site, Manner(fault=check_page)) as running:
        yield running


def checked(host: Host, open_browser: Open) -> Checked:
    """Open the check page and wait until it has sent everything."""
    host.down = False
    said: dict[str, bytes] = {}
    with open_browser(f"{host.address}/check/"):
        while "/done" not in said:
            path, body = host.posted.get(timeout=PATIENCE)
            said[path] = body
            assert path != "/failed", f"{body.decode()}; after {sorted(said)}"
    return Checked(said)


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


@pytest.mark.xdist_group("engines")
@pytest.mark.parametrize("start", STARTS)
def test_every_reply_is_that_of_cpython_to_the_byte(engine: Checked, start: str) -> None:
    replies = engine.replies(start)
    assert len(replies) == len(ASKED)
    for (_, question), reply in zip(ASKED, replies, strict=True):
        assert reply == answer(question), question


@pytest.mark.xdist_group("engines")
def test_with_the_network_cut_every_calculator_has_its_page_and_answers_its_examples(engine: Checked) -> None:
    assert json.loads(engine.said["/missing"]) == []
    offline = json.loads(engine.said["/offline"])
    assert len(offline) == len(EXAMPLES)
    for example, reply in zip(EXAMPLES, offline, strict=True):
        assert reply == json.loads(answer(json.dumps(example))), example
