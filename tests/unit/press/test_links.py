"""`press links` asks each address of another site once, politely, keeps the answers, and the report tells them."""

import datetime
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from press.cli import main
from press.content.link_checks import LinkCheck, is_due, link_checks_text, read_link_checks
from press.content.site_address import site_address
from press.hosting.outside_address import Outcome, outcome_of
from press.hosting.outside_asking import asked
from press.reading.errors import SetupError
from press.site.outside_addresses import outside_addresses
from press.site.site import Site
from support.broken_articles import GOOD
from support.small_project import small_project

TODAY = datetime.date(2026, 6, 1)
ANSWERS = {
    "/there": (200, ""),
    "/moved": (301, "/there"),
    "/twice": (308, "/moved"),
    "/for-now": (302, "/there"),
    "/first-for-now": (302, "/moved"),
    "/gone": (404, ""),
    "/leads-to-gone": (301, "/gone"),
    "/shut": (403, ""),
    "/faulty": (500, ""),
    "/round": (302, "/round"),
}


class OtherSite(ThreadingHTTPServer):
    """A site that answers as its path says, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.address = f"http://127.0.0.1:{self.server_address[1]}"
        self.asked: list[str] = []
        self.programs: set[str] = set()


class _Handler(BaseHTTPRequestHandler):
    server: OtherSite

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        self.server.asked.append(f"{method} {self.path}")
        self.server.programs.add(self.headers["User-Agent"])
        if self.path == "/cut":
            self.close_connection = True
            return
        status, to = (405, "") if (method, self.path) == ("HEAD", "/no-head") else ANSWERS.get(self.path, (200, ""))
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words: object) -> None:
        pass


@contextmanager
def another_site() -> Iterator[OtherSite]:
    server = OtherSite()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(name="there")
def _there() -> Iterator[OtherSite]:
    with another_site() as server:
        yield server


@pytest.mark.parametrize(
    ("path", "state", "detail", "to"),
    [
        ("/there", "found", "", ""),
        ("/no-head", "found", "", ""),
        ("/for-now", "found", "", ""),
        ("/first-for-now", "found", "", ""),
        ("/moved", "moved", "", "/there"),
        ("/twice", "moved", "", "/there"),
        ("/gone", "gone", "404", ""),
        ("/leads-to-gone", "gone", "404", ""),
        ("/shut", "refused", "403", ""),
        ("/faulty", "failing", "500", ""),
        ("/round", "failing", "302", ""),
        ("/cut", "unreachable", "Remote end closed connection without response", ""),
    ],
)
def test_each_answer_has_its_meaning(path: str, state: str, detail: str, to: str, there: OtherSite) -> None:
    outcome = outcome_of(there.address + path, "press-links")
    assert outcome == Outcome(state, detail, there.address + to if to else "")  # type: ignore[arg-type]


def test_a_page_is_fetched_only_where_its_head_is_not_answered(there: OtherSite) -> None:
    outcome_of(f"{there.address}/there", "press-links")
    outcome_of(f"{there.address}/no-head", "press-links")
    assert there.asked == ["HEAD /there", "HEAD /no-head", "GET /no-head"]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://no-such-host.invalid/", "https://[", "http://a b.invalid/"]
)
def test_what_cannot_be_reached_is_told_and_never_raised(address: str) -> None:
    outcome = outcome_of(address, "press-links", timeout=5)
    assert (outcome.state, bool(outcome.detail)) == ("unreachable", True)


def test_no_host_is_asked_twice_at_once_or_without_a_pause() -> None:
    running: dict[str, int] = {}
    moments: dict[str, list[float]] = {}
    lock = threading.Lock()

    def ask(address: str) -> Outcome:
        host = address.split("/")[2]
        with lock:
            running[host] = running.get(host, 0) + 1
            assert running[host] == 1
            moments.setdefault(host, []).append(time.monotonic())
        with lock:
            running[host] -= 1
        return Outcome("found")

    addresses = [f"https://{host}/{page}" for page in range(4) for host in ("a", "b", "c", "d", "e")]
    assert sorted(address for address, _ in asked(addresses, ask, pause=0.02)) == sorted(addresses)
    assert all(later - sooner >= 0.02 for of_host in moments.values() for sooner, later in pairwise(of_host))


def test_without_a_network_nothing_more_is_asked() -> None:
    tried: list[str] = []

    def ask(address: str) -> Outcome:
        tried.append(address)
        return Outcome("unreachable", "Name or service not known")

    with pytest.raises(SetupError, match=r"There is no network here \(Name or service not known\)\."):
        list(asked([f"https://{host}.org/{page}" for host in "abcdef" for page in (1, 2)], ask, pause=0))
    assert len(tried) == 3


def test_whoever_stops_listening_is_asked_for_no_more() -> None:
    tried: list[str] = []

    def ask(address: str) -> Outcome:
        tried.append(address)
        return Outcome("found")

    answers = asked([f"https://a.org/{page}" for page in range(100)], ask, pause=0.5)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert len(tried) == 1


def small_site(root: Path, text: str) -> Path:
    small_project(root)
    (root / "content" / "articles" / "linking.md").write_text(GOOD.replace('"case"', '"linking"') + text, "utf-8")
    return root


def links(*options: str, today: datetime.date = TODAY) -> int:
    return main(["links", "--pause", "0", "--as-of", today.isoformat(), *options])


def test_the_command_asks_keeps_and_tells(
    there: OtherSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = ("there", "there#part", "gone", "moved")
    root = small_site(tmp_path / "site", "".join(f"[A page]({there.address}/{path})\n\n" for path in paths))
    (root / "mkdocs.yml").write_text("site_name: T\nsite_url: https://guidance.test/\n", "utf-8")
    monkeypatch.chdir(root)

    assert links() == 0
    said = capsys.readouterr().out
    assert said.startswith("3 addresses of other sites, 3 to be asked.\n")
    assert f"  {there.address}/gone is gone (404), asked on 2026-06-01\n" in said
    assert f"  {there.address}/moved has another address for good: {there.address}/there, asked" in said
    assert sorted(there.asked) == ["GET /gone", "HEAD /gone", "HEAD /moved", "HEAD /there", "HEAD /there"]
    assert there.programs == {"press-links/1.0 (+https://guidance.test/)"}

    main(["report", "--as-of", TODAY.isoformat()])
    report = capsys.readouterr().out
    assert re.search(
        r"Addresses of other sites that are gone: 1\n  \S+/gone is gone .*: content/\S+linking\.md:19\n", report
    )
    assert "Addresses of other sites that nobody has asked yet: none" in report

    there.asked.clear()
    assert links(today=TODAY + datetime.timedelta(29)) == 0
    assert "3 addresses of other sites, 0 to be asked." in capsys.readouterr().out
    assert there.asked == []
    assert links(today=TODAY + datetime.timedelta(30)) == 0
    assert "3 to be asked" in capsys.readouterr().out
    assert links("--all", today=TODAY + datetime.timedelta(31)) == 0
    assert "3 to be asked" in capsys.readouterr().out


def test_without_a_network_the_command_says_so_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_site(tmp_path / "site", "[A page](http://127.0.0.1:1/)\n")
    monkeypatch.chdir(root)
    assert links() == 2
    assert "press: There is no network here (Connection refused)" in capsys.readouterr().err
    assert not (root / "content" / "link-check.json").exists()


def test_a_site_that_was_never_asked_is_one_line_of_the_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small_site(tmp_path / "site", "[A page](https://a.org/) and [b](https://b.org/)\n"))
    main(["report"])
    assert "nobody has asked yet: 1\n  2 addresses; press links asks them\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("check", "days", "due"),
    [
        (None, 0, True),
        (LinkCheck(TODAY, "found"), 29, False),
        (LinkCheck(TODAY, "found"), 30, True),
        (LinkCheck(TODAY, "gone"), 5, False),
        (LinkCheck(TODAY, "unreachable"), 0, True),
        (LinkCheck(TODAY, "failing"), 0, True),
    ],
)
def test_what_answered_within_a_month_is_not_asked_again(check: LinkCheck | None, days: int, due: bool) -> None:
    assert is_due(check, TODAY + datetime.timedelta(days)) is due


def test_what_is_kept_is_read_as_it_was_and_what_is_broken_counts_for_nothing(tmp_path: Path) -> None:
    checks = {
        "https://b.org/ä": LinkCheck(TODAY, "gone", "404"),
        "https://a.org/": LinkCheck(TODAY, "moved", "", "https://c"),
    }
    file = tmp_path / "link-check.json"
    file.write_text(link_checks_text(checks), "utf-8")
    assert read_link_checks(tmp_path) == checks
    assert len(file.read_text("utf-8").splitlines()) == 4
    for broken in (
        "",
        "{}",
        "[]",
        '{"addresses": {"a": {"on": "x", "state": "found"}}}',
        '{"addresses": {"a": []}}',
        "\udce9",
    ):
        file.write_text(broken, "utf-8", "surrogateescape")
        assert read_link_checks(tmp_path) == {}


def test_our_own_addresses_are_found_once_each_with_their_places(site: Site) -> None:
    found = outside_addresses(site)
    assert len(found["https://doi.org/10.1056/NEJMoa2302399"]) == 1
    assert found["https://doi.org/10.1056/NEJMoa2302399"][0].path == "content/references.yml"
    assert not [address for address in found if "#" in address or ".example" in address]
    assert len(found) > 100


def test_the_address_of_the_site_is_that_of_its_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "mkdocs.yml"
    for text, address in (
        ("site_name: x\n", ""),
        ("site_url: https://a.org/ # ours\n", "https://a.org/"),
        ('site_url: !ENV [PRESS_TEST_URL, "https://b.org/"]\n', "https://b.org/"),
    ):
        settings.write_text(text, "utf-8")
        assert site_address(tmp_path) == address
    monkeypatch.setenv("PRESS_TEST_URL", "https://c.org/")
    assert site_address(tmp_path) == "https://c.org/"
