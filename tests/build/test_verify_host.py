"""A host that sends the site otherwise than it was built is found out, with what it did; a right host is not blamed."""

import gzip
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import brotli
import pytest

from press.cli import main
from press.hosting.answer import answer as answer_of
from press.hosting.header_rules import header_rules
from press.hosting.verify_host import Verdict, as_text, built_files, verify_host
from support.serving import Manner, serving
from support.small_project import small_project

PAGE = """<!doctype html>
<html>
  <head><title>About</title><script src="/assets/app/main.js"></script></head>
  <body>
    <h1>About this site</h1>
    <p>Write to <a href="mailto:editor@site.example">the editor</a>. Nothing typed on these pages is stored.</p>
  </body>
</html>
"""
HEADERS = """\
# For hosts
/*
  X-Content-Type-Options: nosniff

/assets/app/*
  Cache-Control: public, max-age=31536000, immutable
"""
RIGHT = {"X-Content-Type-Options": "nosniff"}
Change = Callable[[bytes], bytes]
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    files = {
        "index.html": PAGE.replace("About", "First"),
        "404.html": "<!doctype html><p>Not here.</p>",
        "about/index.html": PAGE,
        "assets/app/main.js": "export const answer = 42;\n",
        "assets/app/core.wasm": "\0asm",
        ".well-known/security.txt": "Contact: mailto:editor@site.example\n",
        "images/one two.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "_headers": HEADERS,
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    (site / "about/index.html.br").write_bytes(brotli.compress(PAGE.encode()))
    (site / "about/index.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    return site


def verdict(site: Path, manner: Manner) -> Verdict:
    with serving(site, manner) as host:
        return verify_host(host.address, site)


def of_about(answer: Answer) -> Manner:
    return Manner(headers=RIGHT, fault=lambda path: answer if path == "/about/" else None)


def found(site: Path, manner: Manner) -> list[tuple[str, str, str]]:
    return [(finding.kind, finding.address, finding.what) for finding in verdict(site, manner).findings]


def test_a_host_that_sends_what_was_built_is_right(site: Path) -> None:
    right = verdict(site, Manner(headers=RIGHT))
    assert right.findings == ()
    assert as_text(right) == "6 files asked for: 6 as they were built, 0 not.\n"


def test_what_is_meant_for_the_host_alone_is_not_asked_for(site: Path) -> None:
    assert [file.address for file in built_files(site)] == [
        ".well-known/security.txt",
        "about/",
        "assets/app/core.wasm",
        "assets/app/main.js",
        "images/one%20two.svg",
        "",
    ]


HTML = {"Content-Type": "text/html; charset=utf-8"}


def replaced(old: str, new: str) -> Change:
    return lambda page: page.replace(old.encode(), new.encode())


TAMPERED = [
    pytest.param(
        replaced("</body>", '<script src="https://count.example/a.js"></script></body>'),
        "got a script added: https://count.example/a.js",
        id="analytics by address",
    ),
    pytest.param(
        replaced("<head>", "<head><script>track()</script>"), "got a script added: track()", id="analytics as text"
    ),
    pytest.param(
        replaced('<script src="/assets/app/main.js"></script>', ""),
        "lost a script: /assets/app/main.js",
        id="a filter that takes scripts away",
    ),
    pytest.param(
        lambda page: b"".join(line.strip() for line in page.splitlines()),
        "was minified or formatted anew; its words are the same",
        id="minifier",
    ),
    pytest.param(
        replaced("mailto:editor@site.example", "/cdn-cgi/l/email-protection"),
        "has other words or links: /cdn-cgi/l/email-protection",
        id="hidden mail address",
    ),
    pytest.param(replaced("Nothing typed", "Everything typed"), "has other words or links: Everything", id="a word"),
    pytest.param(
        replaced("Nothing typed on these pages is stored.", ""),
        "has other words or links: words left out",
        id="words left out",
    ),
    pytest.param(lambda page: page[:60], f"breaks off after 60 of {len(PAGE)} bytes", id="cut short"),
    pytest.param(lambda page: b"", "is empty", id="empty"),
    pytest.param(
        lambda page: b"<h1>Hotel wifi</h1>",
        f"is another page (19 bytes in place of {len(PAGE)})",
        id="sign-in page",
    ),
]


@pytest.mark.parametrize(("change", "what"), TAMPERED)
def test_a_page_that_was_changed_on_the_way_is_named_with_what_was_done_to_it(
    site: Path, change: Change, what: str
) -> None:
    manner = of_about((200, HTML, change(PAGE.encode())))
    assert found(site, manner) == [("changed", "about/", what)]


def test_a_script_with_one_bit_turned_has_other_bytes(site: Path) -> None:
    answer = (200, {"Content-Type": "text/javascript", "Cache-Control": "public, max-age=31536000, immutable"}, b"")
    turned = (*answer[:2], b"export const answer = 43;\n")
    manner = Manner(headers=RIGHT, fault=lambda path: turned if path.endswith("main.js") else None)
    assert found(site, manner) == [("changed", "assets/app/main.js", "has other bytes (26 bytes in place of 26)")]


ANSWERS = [
    pytest.param((404, HTML, b""), ("missing", "about/", "is answered with status 404"), id="missing"),
    pytest.param((503, HTML, b""), ("missing", "about/", "is answered with status 503"), id="fault"),
    pytest.param(
        (302, {"Location": "https://portal.example/"}, b""),
        ("redirected", "about/", "leads to https://portal.example/"),
        id="redirect",
    ),
    pytest.param(
        (200, {"Content-Type": "text/plain"}, PAGE.encode()),
        ("type", "about/", "is sent as text/plain, not as text/html"),
        id="type",
    ),
    pytest.param(
        (200, {**HTML, "Content-Encoding": "br"}, PAGE.encode()),
        ("unreachable", "about/", "did not arrive: what was sent cannot be unpacked as br"),
        id="packed wrongly",
    ),
]


@pytest.mark.parametrize(("answer", "finding"), ANSWERS)
def test_a_page_that_does_not_come_as_it_should_is_named(
    site: Path, answer: Answer, finding: tuple[str, str, str]
) -> None:
    assert found(site, of_about(answer)) == [finding]


def test_a_packed_form_that_holds_something_else_is_found(site: Path) -> None:
    (site / "about/index.html.br").write_bytes(brotli.compress(PAGE.replace("About", "Old").encode()))
    assert [finding[:2] for finding in found(site, Manner(headers=RIGHT))] == [("changed", "about/")]


def test_a_header_that_is_missing_everywhere_is_said_once(site: Path) -> None:
    words = as_text(verdict(site, Manner(reads_headers=False)))
    assert words.startswith("6 files asked for: 6 as they were built, 0 not.\n")
    assert words.count("X-Content-Type-Options is missing, not nosniff") == 1
    assert " and 1 more: X-Content-Type-Options" in words


def test_a_header_with_another_value_is_named_with_both(site: Path) -> None:
    manner = Manner(headers=RIGHT, immutable=lambda path: False)
    said = "Cache-Control is no-cache, not public, max-age=31536000, immutable"
    assert found(site, manner) == [
        ("header", "assets/app/core.wasm", said),
        ("header", "assets/app/main.js", said),
    ]


def test_a_host_that_answers_everything_with_a_page_is_found(site: Path) -> None:
    fault = (200, HTML, PAGE.encode())
    manner = Manner(headers=RIGHT, fault=lambda path: fault if "no-such-page" in path else None)
    assert [finding[0] for finding in found(site, manner)] == ["missing"]


def test_rules_are_for_addresses_with_stars_and_parts(tmp_path: Path) -> None:
    rules = "/*\n  A: 1\n/images/*\n  B: 2\n/people/:name/\n  C: 3\n/a+b.js\n  D: 4\n"
    (tmp_path / "_headers").write_text(rules, "utf-8")
    asked = header_rules(tmp_path)
    named = {
        path: "".join(header.name for header in asked.of(path))
        for path in ("/", "/images/a.svg", "/people/one/", "/people/one/two/", "/a+b.js", "/aab.js")
    }
    assert named == {
        "/": "A",
        "/images/a.svg": "AB",
        "/people/one/": "AC",
        "/people/one/two/": "A",
        "/a+b.js": "AD",
        "/aab.js": "A",
    }


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


def test_the_command_gives_0_for_a_right_host_and_1_for_another(
    project: Path, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(site, Manner(headers=RIGHT)) as host:
        assert main(["verify-host", f"{host.address}/", "--site", str(site)]) == 0
        (site / "about/index.html").write_text("Another edition.", "utf-8")
        (site / "about/index.html.br").unlink()
    with serving(site, of_about((200, HTML, PAGE.encode()))) as host:
        assert main(["verify-host", host.address, "--site", str(site)]) == 1
    assert "Changed on the way:" in capsys.readouterr().out


def nobody() -> str:
    """An address at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/"


TROUBLES = [
    pytest.param(b"", "Remote end closed connection without response", id="nothing"),
    pytest.param(b"Hello.\r\n\r\n", "Hello.", id="no HTTP"),
    pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHalf", "broke off after 4 bytes", id="half"),
    pytest.param(
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nHalf",
        "cannot be unpacked as gzip",
        id="not packed",
    ),
]


@pytest.mark.parametrize(("sent", "trouble"), TROUBLES)
def test_whatever_a_host_or_a_line_does_is_told_and_stops_nothing(sent: bytes, trouble: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as host:

        def send() -> None:
            line, _ = host.accept()
            with line:
                line.recv(4096)
                line.sendall(sent)

        thread = Thread(target=send)
        thread.start()
        answer = answer_of(f"http://127.0.0.1:{host.getsockname()[1]}/")
        thread.join()
    assert answer.status is None
    assert trouble in answer.trouble


REFUSED = [
    pytest.param(lambda: "guidance.example.org", "is no address of a site", id="no address"),
    pytest.param(lambda: "file:///etc/", "is no address of a site", id="file"),
    pytest.param(nobody, "does not answer", id="nobody there"),
]


@pytest.mark.parametrize(("url", "words"), REFUSED)
def test_where_nothing_can_be_compared_the_command_gives_2_and_says_why(
    project: Path, site: Path, url: Callable[[], str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify-host", url(), "--site", str(site)]) == 2
    assert words in capsys.readouterr().err


def test_without_a_built_site_the_command_says_to_build_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-host", nobody()]) == 2
    assert "build the edition that is published there first" in capsys.readouterr().err
