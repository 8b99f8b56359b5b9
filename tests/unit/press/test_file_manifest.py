"""The manifest of a site names every file with its digest, in the form that WEBCAT reads."""

import json
from base64 import urlsafe_b64decode
from hashlib import sha256
from pathlib import Path

import pytest

from press.runtime.file_manifest import MANIFEST, digests, file_manifest, remove_file_manifest, write_file_manifest
from press.runtime.site_files import SiteFiles

HEADERS = """\
# How hosts should send the site.
/guidance/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'

# Scripts.
/guidance/assets/app/*
  Cache-Control: immutable
  Content-Security-Policy: default-src 'none'

/guidance/assets/app/*.wasm
  Content-Type: application/wasm
"""
# SHA-256 of nothing, as FIPS 180-4 examples and every tool print it.
OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in {
        "index.html": "home",
        "about/index.html": "",
        "core.wasm": "wasm",
        ".well-known/a.txt": "a",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "_headers").write_text(HEADERS, "utf-8")
    return tmp_path


def hexadecimal(digest: str) -> str:
    return urlsafe_b64decode(f"{digest}=").hex()


def test_every_file_but_the_manifest_is_in_it_with_its_digest(site: Path) -> None:
    write_file_manifest(SiteFiles(site), app="https://guidance.example/", version="1")
    files = json.loads((site / MANIFEST).read_text("utf-8"))["manifest"]["files"]
    assert [*files] == ["/.well-known/a.txt", "/_headers", "/about/index.html", "/core.wasm", "/index.html"]
    assert hexadecimal(files["/about/index.html"]) == OF_NOTHING
    assert hexadecimal(files["/index.html"]) == sha256(b"home").hexdigest()


def test_it_says_the_same_when_it_is_written_again(site: Path) -> None:
    write_file_manifest(SiteFiles(site), app="https://guidance.example/", version="1")
    first = (site / MANIFEST).read_bytes()
    write_file_manifest(SiteFiles(site), app="https://guidance.example/", version="1")
    assert (site / MANIFEST).read_bytes() == first


def test_nothing_of_an_earlier_manifest_stays(site: Path) -> None:
    before = digests(SiteFiles(site))
    write_file_manifest(SiteFiles(site), app="https://guidance.example/", version="1")
    for ending in (".br", ".gz"):
        (site / f"{MANIFEST}{ending}").write_text("packed", "utf-8")
    remove_file_manifest(site)
    assert digests(SiteFiles(site)) == before
    assert not (site / MANIFEST).exists()
    remove_file_manifest(site)  # in a folder that never had one


def test_one_changed_byte_is_another_digest(site: Path) -> None:
    before = digests(SiteFiles(site))
    (site / "index.html").write_text("Home", "utf-8")
    after = digests(SiteFiles(site))
    assert [name for name in before if before[name] != after[name]] == ["/index.html"]


def test_the_policies_are_those_of_the_rules_for_hosts(site: Path) -> None:
    manifest = file_manifest(digests(SiteFiles(site)), HEADERS, app="a", version="1", base="/guidance/")
    assert manifest["default_csp"] == "default-src 'self'"
    assert manifest["extra_csp"] == {"/assets/app/": "default-src 'none'"}


def test_pages_that_are_named_by_their_folders_have_the_policy_of_the_home_page() -> None:
    rules = "\n\n".join(f"{address}\n  Content-Security-Policy: default-src 'self'" for address in ("/", "/about/*"))
    rules += "\n\n/images/*\n  Content-Security-Policy: default-src 'none'\n"
    manifest = file_manifest({}, rules, app="a", version="1", base="/")
    assert manifest["default_csp"] == "default-src 'self'"
    assert manifest["extra_csp"] == {"/images/": "default-src 'none'"}


def test_without_a_policy_for_all_pages_none_is_claimed() -> None:
    manifest = file_manifest({}, "/*\n  X-Content-Type-Options: nosniff\n", app="a", version="1", base="/")
    assert "default_csp" not in manifest
    assert manifest["extra_csp"] == {}


def test_the_webassembly_is_named_as_well(site: Path) -> None:
    manifest = file_manifest(digests(SiteFiles(site)), HEADERS, app="a", version="1", base="/guidance/")
    assert [hexadecimal(digest) for digest in manifest["wasm"]] == [sha256(b"wasm").hexdigest()]
    assert {manifest["default_index"], manifest["default_fallback"]} == {"index.html", "/404.html"}
