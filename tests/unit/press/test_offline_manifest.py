"""What is added to a finished site: what it keeps offline, how hosts send it, and precompressed files."""

import datetime
import gzip
import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from ketamine_calculators import every
from press.runtime.offline_manifest import offline_manifest, write_offline_manifest
from press.runtime.site_files import SiteFiles

DAY = datetime.date(2026, 11, 20)
PAGE = "<!doctype html><title>A page</title>" + "<p>The same words again.</p>" * 20


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name in (
        "index.html",
        "404.html",
        "sitemap.xml",
        "articles/index.html",
        "articles/one/index.html",
        "articles/one/index.html.md",
        "articles/one/cite.bib",
        "articles/feed.xml",
        "llms.txt",
        "recommendations.json",
        "calculators/iv-dose/index.html",
        "assets/app/core-0123456789ab.wasm",
        "assets/stylesheets/main.57a0d79d.min.css",
        "search/parts/words-0123456789.json",
        "assets/css/tokens.css",
        "offline/index.html",
        "search/base.json",
        "images/one.svg",
        "desk/index.html",
        "assets/desk/library-0123456789ab.zip",
    ):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(PAGE + name, "utf-8")
    return site


@pytest.fixture
def worker(tmp_path: Path) -> Path:
    path = tmp_path / "service-worker.js"
    path.write_text("keep(PRESS_OFFLINE_MANIFEST);")
    return path


def finish(site: Path, worker: Path) -> None:
    write_offline_manifest(SiteFiles(site), worker, site.parent / "cache", "/", DAY)


def _listed(lists: Mapping[str, bytes]) -> set[str]:
    """What a reader gets who keeps every page."""
    files = [file for content in lists.values() for file in json.loads(content)]
    return {file["address"] for file in files if not file.get("onlyOpened")}


def test_calculators_and_what_pages_wear_are_always_kept_and_articles_on_request(site: Path) -> None:
    manifest, lists = offline_manifest(SiteFiles(site), DAY)
    assert [file.address for file in manifest.always] == [
        "articles/index.html",
        "assets/app/core-0123456789ab.wasm",
        "assets/css/tokens.css",
        "assets/stylesheets/main.57a0d79d.min.css",
        "calculators/iv-dose/index.html",
        "index.html",
        "offline/index.html",
        "search/base.json",
    ]
    assert _listed(lists) == {"articles/one/index.html", "images/one.svg"}
    part = site / "search/parts/words-0123456789.json"
    kept = [part, *(site / name for name in _listed(lists))]
    assert manifest.onRequest.size == sum(file.stat().st_size for file in kept)


def test_the_editors_desk_is_kept_only_once_it_was_opened(site: Path) -> None:
    manifest, lists = offline_manifest(SiteFiles(site), DAY)
    desk = {"assets/desk/library-0123456789ab.zip", "desk/index.html"}
    files = [file for content in lists.values() for file in json.loads(content)]
    assert {file["address"] for file in files if file.get("onlyOpened")} == desk
    assert {file.address for file in manifest.always}.isdisjoint(desk)
    offered = [file["size"] for file in files if file["address"] not in desk]
    assert sum(offered) < manifest.onRequest.size < sum(file["size"] for file in files)


def test_each_file_is_kept_with_the_digest_of_its_content(site: Path) -> None:
    (page,) = (file for file in offline_manifest(SiteFiles(site), DAY)[0].always if file.address == "index.html")
    digest = b64encode(sha256((site / "index.html").read_bytes()).digest()).decode()
    assert page.integrity == f"sha256-{digest}"


def test_only_an_address_that_stays_the_same_has_a_revision(site: Path) -> None:
    revised = {file.address: file.revision is not None for file in offline_manifest(SiteFiles(site), DAY)[0].always}
    assert revised["assets/app/core-0123456789ab.wasm"] is False
    assert revised["assets/stylesheets/main.57a0d79d.min.css"] is False
    assert revised["assets/css/tokens.css"] is True


def test_a_changed_page_makes_another_version(site: Path) -> None:
    before = offline_manifest(SiteFiles(site), DAY)[0].version
    (site / "index.html").write_text("Changed.")
    assert offline_manifest(SiteFiles(site), DAY)[0].version != before


def test_the_service_worker_holds_the_manifest(site: Path, worker: Path) -> None:
    finish(site, worker)
    text = (site / "service-worker.js").read_text()
    held = json.loads(text.removeprefix("keep(").removesuffix(");"))
    assert held["date"] == "2026-11-20"
    assert held["calculators"] == {calculator.id: calculator.version for calculator in every()}
    assert held["version"] == offline_manifest(SiteFiles(site), DAY)[0].version
    assert {file["address"] for file in held["always"]} > {"index.html", "articles/index.html"}
    (name,) = held["onRequest"]["lists"]
    listed = (site / "assets" / "offline" / f"{name}.json").read_bytes()
    assert _listed({name: listed}) == {"articles/one/index.html", "images/one.svg"}


def test_a_list_is_named_by_what_it_holds(site: Path) -> None:
    _, lists = offline_manifest(SiteFiles(site), DAY)
    assert all(sha256(content).hexdigest().startswith(name) for name, content in lists.items())


def test_the_service_worker_of_many_articles_is_hardly_longer_and_a_page_needs_one_short_list(site: Path) -> None:
    few = len(json.dumps(asdict(offline_manifest(SiteFiles(site), DAY)[0])))
    for number in range(2000):
        page = site / "articles" / f"number-{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(f"{PAGE}{number}", "utf-8")
    manifest, lists = offline_manifest(SiteFiles(site), DAY)
    assert len(_listed(lists)) == 2002
    assert len(json.dumps(asdict(manifest))) < few + 40 * len(lists)
    assert len(lists) == 16
    assert max(map(len, lists.values())) < 40_000


def test_each_address_chooses_the_list_that_it_stands_in(site: Path) -> None:
    for number in range(300):
        (site / "images" / f"{number}.svg").write_text(PAGE, "utf-8")
    manifest, lists = offline_manifest(SiteFiles(site), DAY)
    names = manifest.onRequest.lists
    for address in _listed(lists):
        chosen = names[int(sha256(address.encode()).hexdigest()[:8], 16) % len(names)]
        assert address in {file["address"] for file in json.loads(lists[chosen])}


def test_finishing_twice_changes_nothing(site: Path, worker: Path) -> None:
    finish(site, worker)
    first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    finish(site, worker)
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == first


def test_precompressed_files_hold_the_same_content(site: Path, worker: Path) -> None:
    finish(site, worker)
    page = (site / "index.html").read_bytes()
    assert brotli.decompress((site / "index.html.br").read_bytes()) == page
    assert gzip.decompress((site / "index.html.gz").read_bytes()) == page
    assert len((site / "index.html.br").read_bytes()) < len(page)


def test_hosts_are_told_to_keep_what_is_named_by_its_content(site: Path, worker: Path) -> None:
    finish(site, worker)
    rules = (site / "_headers").read_text().split("\n\n")
    (app,) = (rule for rule in rules if "/assets/app/*\n" in rule)
    assert "Cache-Control: public, max-age=31536000, immutable" in app
    assert any("/assets/app/*.wasm\n" in rule and "Content-Type: application/wasm" in rule for rule in rules)
    assert any("/service-worker.js\n" in rule and "Cache-Control: no-cache" in rule for rule in rules)


def test_hosts_are_told_to_keep_what_the_theme_names_by_its_content(site: Path, worker: Path) -> None:
    finish(site, worker)
    rules = (site / "_headers").read_text().split("\n\n")
    (theme,) = (rule for rule in rules if rule.startswith("/assets/stylesheets/"))
    assert theme.split("\n")[:2] == [
        "/assets/stylesheets/main.57a0d79d.min.css",
        "  Cache-Control: public, max-age=31536000, immutable",
    ]
    assert not any("assets/css" in rule for rule in rules)


def test_a_picture_that_is_opened_by_itself_runs_and_fetches_nothing(site: Path, worker: Path) -> None:
    finish(site, worker)
    rules = (site / "_headers").read_text().split("\n\n")
    (pictures,) = (rule for rule in rules if "/images/*\n" in rule)
    assert "  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\n" in pictures + "\n"


def test_a_site_below_a_path_is_told_with_that_path(site: Path, worker: Path) -> None:
    write_offline_manifest(SiteFiles(site), worker, site.parent / "cache", "/guidance/", DAY)
    assert "/guidance/assets/app/*\n" in (site / "_headers").read_text()
