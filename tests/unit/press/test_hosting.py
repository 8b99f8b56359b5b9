"""How hosts are told to send the site: one declaration, and every recipe says the same."""

import datetime
import re
import textwrap
from pathlib import Path

import pytest

from press.runtime.hosting import EVERYWHERE, apache_recipe, headers_file, nginx_recipe, policy_of
from press.runtime.policy import PYTHON_WORKER_POLICY, SENT_PAGE_POLICY, page_policy, sent_desk_policy
from press.site.security_contact import security_txt
from support.host_headers import POLICY, rules_of, sent

GUIDE = Path(__file__).parents[3] / "MAINTAINING.md"
FILES = (
    "index.html",
    "about/index.html",
    "articles/one/index.html",
    "articles/one/index.html.md",
    "assets/app/worker-0123456789ab.js",
    "assets/app/core-0123456789ab.wasm",
    "assets/desk/python-worker-0A1B2C3D.js",
    "assets/desk/pyodide-0123456789ab/pyodide.asm.wasm",
    "assets/javascripts/workers/search.01234567.min.js",
    "assets/stylesheets/main.01234567.min.css",
    "desk/index.html",
    "desk/page/index.html",
    "edit/index.html",
    "images/articles/a.svg",
    "service-worker.js",
)


def headers(tmp_path: Path, address: str) -> dict[str, str]:
    (tmp_path / "_headers").write_text(headers_file(FILES, "/"), "utf-8")
    return sent(rules_of(tmp_path), "/" + re.sub(r"(^|/)index\.html$", r"\1", address))


@pytest.mark.parametrize("address", [one for one in FILES if "stylesheets" not in one])
def test_the_file_for_hosts_gives_each_file_its_one_policy(tmp_path: Path, address: str) -> None:
    assert headers(tmp_path, address).get(POLICY) == policy_of(address)


@pytest.mark.parametrize("address", FILES)
def test_the_file_for_hosts_gives_every_file_what_all_have(tmp_path: Path, address: str) -> None:
    assert EVERYWHERE.items() <= headers(tmp_path, address).items()


def test_files_are_kept_only_where_their_names_change_with_them(tmp_path: Path) -> None:
    kept = [one for one in FILES if "immutable" in headers(tmp_path, one).get("Cache-Control", "")]
    assert kept == [one for one in FILES if re.search(r"(?i)[0-9a-f]{8}", one)]
    assert headers(tmp_path, "service-worker.js")["Cache-Control"] == "no-cache"


def test_markdown_is_sent_as_markdown(tmp_path: Path) -> None:
    assert headers(tmp_path, "articles/one/index.html.md")["Content-Type"] == "text/markdown; charset=utf-8"


def test_a_page_may_run_the_scripts_of_the_site_and_no_others() -> None:
    directives = dict(one.split(" ", 1) for one in page_policy().split("; "))
    assert directives["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert directives["require-trusted-types-for"] == "'script'"
    assert directives["trusted-types"] == "press"
    assert {directives[name] for name in ("object-src", "frame-src", "form-action", "base-uri")} == {"'none'"}
    assert f"{page_policy()}; frame-ancestors 'none'" == SENT_PAGE_POLICY


def test_the_desk_alone_shows_a_frame_and_reaches_the_host_of_the_repository(tmp_path: Path) -> None:
    host = "https://git.example.org"
    (tmp_path / "_headers").write_text(headers_file(FILES, "/", host), "utf-8")
    policies = {one: sent(rules_of(tmp_path), "/" + one).get(POLICY, "") for one in FILES}
    assert [one for one in FILES if host in policies[one]] == ["desk/index.html"]
    assert [one for one in FILES if "frame-src 'self'" in policies[one]] == ["desk/index.html"]
    assert policies["desk/index.html"] == sent_desk_policy(host) == policy_of("desk/index.html", host)
    assert sent(rules_of(tmp_path), "/desk/") == sent(rules_of(tmp_path), "/desk/index.html")


def test_one_page_may_be_shown_in_a_frame_and_only_by_this_site(tmp_path: Path) -> None:
    framed = headers(tmp_path, "desk/page/index.html")
    assert framed[POLICY] == f"{page_policy()}; frame-ancestors 'self'"
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert [one for one in FILES if "frame-ancestors 'self'" in headers(tmp_path, one).get(POLICY, "")] == [
        "desk/page/index.html"
    ]


def test_python_in_its_worker_reaches_no_host_but_its_own() -> None:
    assert PYTHON_WORKER_POLICY.startswith(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    )


@pytest.mark.parametrize("recipe", [nginx_recipe(), apache_recipe()], ids=["nginx", "Apache"])
def test_the_guide_prints_each_recipe(recipe: str) -> None:
    assert textwrap.indent(recipe, "    ") in GUIDE.read_text("utf-8")


def test_who_finds_a_weakness_is_told_where_to_report_it() -> None:
    day = datetime.date(2026, 3, 1)
    text = security_txt("https://site.invalid/", "https://repository.invalid/security/advisories/new", day).decode()
    assert text.splitlines() == [
        "Contact: https://repository.invalid/security/advisories/new",
        "Contact: https://site.invalid/report-an-error/",
        "Expires: 2027-02-28T00:00:00Z",  # less than a year after the day
        "Preferred-Languages: en",
        "Canonical: https://site.invalid/.well-known/security.txt",
    ]


def test_without_a_private_page_the_page_for_errors_is_named_alone() -> None:
    text = security_txt("https://site.invalid/", "", datetime.date(2026, 3, 1)).decode()
    assert re.findall("Contact: (.*)", text) == ["https://site.invalid/report-an-error/"]
