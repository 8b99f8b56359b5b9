"""A built site asked everything in a browser, by a page that posts the replies back."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from ketamine_calculators import every
from ketamine_calculators.browser import answer
from press.runtime.reference_answers import questions
from support.random_inputs import hostile, plausible
from support.serving import Host, Manner, serving

CHECK = Path(__file__).with_name("check.js")
RANDOM_INPUTS = 12
# A clean start in WebKitGTK alone can take a quarter of this on a busy machine.
TIMEOUT = 240.0

Open = Callable[[str], AbstractContextManager[None]]


def _random_questions() -> list[tuple[str, str]]:
    """Inputs that nobody thought of, the same in every run."""
    random = Random(20)
    asked = []
    for calculator in every():
        for make in (plausible, hostile):
            for _ in range(RANDOM_INPUTS):
                values = json.dumps(make(calculator, random), default=str, skipkeys=True)
                asked.append((calculator.id, f'{{"calculator": "{calculator.id}", "values": {values}}}'))
    return asked


ASKED = [(json.loads(question).get("calculator", ""), question) for question in questions()] + _random_questions()
EXAMPLES = [json.loads(question) for question in questions() if '"values"' in question]


@dataclass(frozen=True)
class Checked:
    """What a browser sent back."""

    posted: dict[str, bytes]

    def differing(self, start: str) -> list[str]:
        """The questions whose reply after this start is not CPython's, to the byte."""
        replies = json.loads(self.posted[f"/replies/{start}"])
        asked = [question for _, question in ASKED]
        return [question for question, reply in zip(asked, replies, strict=True) if reply != answer(question)]

    def pages_missing_offline(self) -> list[str]:
        missing: list[str] = json.loads(self.posted["/missing"])
        return missing

    def examples_differing_offline(self) -> list[object]:
        replies = json.loads(self.posted["/offline"])
        return [
            example
            for example, reply in zip(EXAMPLES, replies, strict=True)
            if reply != json.loads(answer(json.dumps(example)))
        ]


@contextmanager
def checking(site: Path, starts: Sequence[str]) -> Iterator[Host]:
    """Serve a site with the page that asks everything after each start."""
    pages = {
        "/check/": (
            "text/html",
            b'<!doctype html><meta charset="utf-8"><script type="module" src="check.js"></script>',
        ),
        "/check/check.js": ("text/javascript", CHECK.read_bytes()),
        "/check/plan.json": ("application/json", json.dumps(_plan(site, starts)).encode()),
    }

    def check_page(path: str) -> tuple[int, dict[str, str], bytes] | None:
        return (200, {"Content-Type": pages[path][0]}, pages[path][1]) if path in pages else None

    with serving(site, Manner(fault=check_page, framed=True)) as running:
        yield running


def _plan(site: Path, starts: Sequence[str]) -> dict[str, object]:
    """What the check page needs to know of the built site."""
    app = {path.name.split("-")[0]: f"/assets/app/{path.name}" for path in (site / "assets/app").glob("*.js")}
    return {
        "worker": app["worker"],
        "script": app["engine"],
        "starts": starts,
        "pages": [f"/calculators/{calculator.slug}/" for calculator in every()],
        "questions": ASKED,
        "examples": EXAMPLES,
    }


def checked(host: Host, open_browser: Open) -> Checked:
    """Open the check page and wait until it has sent everything."""
    host.down = False
    posted: dict[str, bytes] = {}
    with open_browser(f"{host.address}/check/"):
        while "/done" not in posted:
            path, body = host.posted.get(timeout=TIMEOUT)
            posted[path] = body
            assert path != "/failed", f"{body.decode()}; after {sorted(posted)}"
    return Checked(posted)
