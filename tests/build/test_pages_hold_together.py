"""Every built page: its ids, its links, and nothing fetched from anywhere else."""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from press.runtime.file_manifest import MANIFEST

ORIGIN = "https://site.invalid/"
FETCHED = ("src", "srcset", "poster", "data")
FETCHING_LINKS = {
    "stylesheet",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "icon",
    "manifest",
}
CSS_ADDRESS = re.compile(r"(?:url\(|@import\s+)\s*[\"']?([^\"')\s;]+)")


@cache
def parsed(page: Path) -> BeautifulSoup:
    return BeautifulSoup(page.read_text("utf-8"), "html5lib")


@cache
def ids(page: Path) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in parsed(page).select("[id]"))


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


@cache
def base(site: Path) -> str:
    """The path of the address that the site is made for: `/`, or the folder of a host."""
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))["manifest"]
    return urlsplit(str(manifest["app"])).path or "/"


def address_of(page: Path, site: Path) -> str:
    relative = page.relative_to(site).as_posix()
    return urljoin(ORIGIN, base(site)) + relative.removesuffix("index.html")


def file_at(address: str, site: Path) -> Path:
    path = site / unquote(urlsplit(address).path).removeprefix(base(site)).lstrip("/")
    return path / "index.html" if path.is_dir() else path


def test_there_are_pages_to_look_at(site: Path) -> None:
    assert any("articles" in page.parts for page in pages(site))


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    doubled = {
        page.relative_to(site).as_posix(): twice
        for page in pages(site)
        if (twice := [name for name, n in Counter(str(t["id"]) for t in parsed(page).select("[id]")).items() if n > 1])
    }
    assert not doubled


def test_every_link_and_picture_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    broken = []
    for page in pages(site):
        here = address_of(page, site)
        for tag in parsed(page).select("a[href], img[src], link[href], script[src], source[src]"):
            written = str(tag.get("href") or tag.get("src"))
            there = urljoin(here, written)
            if not there.startswith(ORIGIN) or tag.get("rel") == ["canonical"]:
                continue
            target, place = file_at(there, site), unquote(urlsplit(there).fragment)
            if not target.is_file():
                broken.append(f"{page.relative_to(site)}: {written} (no such file)")
            elif place and target.suffix == ".html" and not place.startswith("__") and place not in ids(target):
                broken.append(f"{page.relative_to(site)}: {written} (no such place)")
    assert not broken, "\n".join(broken)


def test_no_page_fetches_anything_from_another_host(site: Path) -> None:
    outside = []
    for page in pages(site):
        for tag in parsed(page).find_all(True):
            written = [str(tag[name]) for name in FETCHED if name in tag.attrs]
            if tag.name == "link" and FETCHING_LINKS & set(tag.get("rel") or []):
                written.append(str(tag.get("href")))
            if tag.name == "style" or tag.get("style"):
                written += CSS_ADDRESS.findall(f"{tag.string or ''} {tag.get('style') or ''}")
            if tag.name == "meta" and str(tag.get("http-equiv", "")).lower() == "refresh":
                written.append(str(tag.get("content")).partition("=")[2])
            outside += [
                f"{page.relative_to(site)}: <{tag.name}> {address}"
                for address in written
                if not address.startswith(("data:", "blob:"))
                and not urljoin(address_of(page, site), address).startswith(ORIGIN)
            ]
    assert not outside, "\n".join(outside)


def test_no_style_sheet_or_drawing_fetches_anything_from_another_host(site: Path) -> None:
    outside = []
    for file in [*site.rglob("*.css"), *site.rglob("*.svg")]:
        text = file.read_text("utf-8")
        addresses = CSS_ADDRESS.findall(text) + re.findall(r"(?:xlink:)?href=[\"']([^\"']+)", text)
        outside += [f"{file.relative_to(site)}: {a}" for a in addresses if re.match(r"(?i)(?:[a-z]+:)?//", a)]
    assert not outside, "\n".join(outside)


@pytest.mark.parametrize("host", ["fonts.googleapis.com", "fonts.gstatic.com"])
def test_no_font_comes_from_another_host(host: str, site: Path) -> None:
    assert [page.name for page in pages(site) if host in page.read_text("utf-8")] == []


def test_the_service_worker_knows_every_page_as_one_of_this_site(site: Path) -> None:
    assert [
        page for page in pages(site) if '<meta name="kept-copy-days" content="' not in page.read_text("utf-8")
    ] == []
