"""The desk's Python asked in a browser about many texts, by a script in the place of what stands on its page."""

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from press.checks.run import some
from press.content.articles import article_of
from press.content.project import Project
from press.desk.entry import opened
from press.reading.file_text import as_text
from press.reading.source_file import source_of
from press.site.site_map import whole_site
from support.broken_articles import CASES, GOOD
from support.building import PROJECT
from support.engines.checking import TIMEOUT, Open
from support.serving import Host, Manner, serving
from support.written_lines import WRITTEN

SCRIPT = Path(__file__).with_name("desk.js")
PAGE = "/desk/"
Fault = Callable[[str], tuple[int, Mapping[str, str], bytes] | None]
CASE = "content/articles/case.md"
PASTED = PROJECT / "tests" / "support" / "pasted"


@dataclass(frozen=True)
class Text:
    """A text of a file, as an editor has it."""

    name: str
    path: str
    text: str


def every_text() -> list[Text]:
    """Every article, every broken article of the tests, and every piece that editors write and paste."""
    articles = sorted((PROJECT / "content" / "articles").glob("*.md"))
    return [
        *(Text(file.stem, f"content/articles/{file.name}", as_text(file.read_bytes())) for file in articles),
        *(Text(f"broken: {case.name}", CASE, _text(case.article)) for case in CASES),
        *(Text(f"written: {written.name}", CASE, f"{GOOD}{written.text}\n") for written in WRITTEN),
        *(Text(f"pasted: {file.stem}", CASE, GOOD + as_text(file.read_bytes())) for file in sorted(PASTED.iterdir())),
    ]


def _text(article: str | bytes) -> str:
    return article if isinstance(article, str) else as_text(article)


@contextmanager
def desk_checking(site: Path, texts: Sequence[Text], fault: Fault = lambda path: None) -> Iterator[Host]:
    """Serve a site whose desk has these texts checked; `fault` may answer in place of a file."""
    page = (site / "desk" / "index.html").read_text("utf-8")
    own = re.sub(r"<desk-page.*?</desk-page>", "", page, flags=re.DOTALL)
    script = '<script type="module" src="/check/desk.js"></script></body>'
    pages = {
        PAGE: ("text/html", own.replace("</body>", script).encode()),
        "/check/desk.js": ("text/javascript", SCRIPT.read_bytes()),
        "/check/texts.json": ("application/json", json.dumps({"texts": [vars(text) for text in texts]}).encode()),
    }

    def check_page(path: str) -> tuple[int, Mapping[str, str], bytes] | None:
        return (200, {"Content-Type": pages[path][0]}, pages[path][1]) if path in pages else fault(path)

    with serving(site, Manner(fault=check_page)) as running:
        yield running


def desk_checked(host: Host, open_browser: Open) -> dict[str, Any]:
    """What the desk's Python says of each text, by its name."""
    with open_browser(f"{host.address}{PAGE}"):
        path = "/report/progress"
        while path == "/report/progress":
            path, body = host.posted.get(timeout=TIMEOUT)
    assert path == "/report/done", body.decode()
    posted: dict[str, Any] = json.loads(body)
    checked: dict[str, Any] = posted["checked"]
    return checked


def said_by_the_command_line(text: Text) -> list[dict[str, Any]]:
    """What the command line would say if the project's own file had this text."""
    project, file = Project(PROJECT), PROJECT / text.path
    article = article_of(source_of(text.text.encode(), text.path), file, project.lists)
    return [problem.as_data() for problem in some([file], whole_site(project.with_article(article)))]


def said_here(project: Path, texts: Sequence[Text]) -> dict[str, Any]:
    """The same by this machine's Python, at the desk of a copy of the project."""
    desk = opened(str(project), datetime.date.today().isoformat())
    said = {}
    for text, following in zip_longest(texts, texts[1:]):
        reply = json.loads(desk(json.dumps({"service": "check", "path": text.path, "text": text.text})))
        assert reply["ok"], f"{text.name}: {reply['words']}"
        said[text.name] = {name: reply["value"][name] for name in ("problems", "html")}
        # As in the browser: one text after the other is a version of the same file, which is gone before the next file.
        if text.path == CASE and (following is None or following.path != CASE):
            desk(json.dumps({"service": "keep", "files": [{"path": CASE, "text": None}]}))
    return said
