"""The page of the editors' desk: what it fetches and who else does, what happens to a damaged part, and its frame."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from support import engines
from support.addresses import ARTICLE
from support.broken_articles import GOOD
from support.engines.desk_checking import CASE, Text, desk_checked, desk_checking
from support.pages.framed_page import framed
from support.serving import serving
from support.windows import window

TEXTS = (Text("a bullet of Word", CASE, f"{GOOD}• one\n"),)
DESK = "/assets/desk/"


def rules(checked: Mapping[str, Mapping[str, list[Mapping[str, str]]]]) -> list[str]:
    return [problem["rule"] for problem in checked[TEXTS[0].name]["problems"] if problem["severity"] == "error"]


def test_no_page_of_a_reader_fetches_anything_of_the_desk(browser: Browser, site: Path) -> None:
    with serving(site) as host, window(browser) as page:
        for address in ("", ARTICLE, "calculators/iv-dose/", "about/", "editors-guide/"):
            page.goto(f"{host.address}/{address}")
    assert [path for path, _ in host.sent if "/desk" in path] == []


@pytest.mark.parametrize(
    "parts", [["snapshot-"], ["unloaded-"], ["snapshot-", "library-"], ["project-"], ["pyodide.asm.wasm"]], ids="+".join
)
def test_a_part_with_one_bit_turned_is_never_used(browser: Browser, site: Path, parts: list[str]) -> None:
    turned_ones: list[str] = []

    def turned(path: str) -> tuple[int, Mapping[str, str], bytes] | None:
        part = next((part for part in parts if path.startswith(DESK) and part in path), None)
        # Of the snapshot every copy is damaged, and the desk does without; of the others the first one.
        if part is None or (part in turned_ones and part != "snapshot-"):
            return None
        turned_ones.append(part)
        content = bytearray((site / path.lstrip("/")).read_bytes())
        content[len(content) // 2] ^= 4
        return 200, {"Content-Type": "application/octet-stream"}, bytes(content)

    with desk_checking(site, TEXTS, turned) as host:
        checked = desk_checked(host, lambda address: engines.chromium(browser, address))
    assert "no-list" in rules(checked)
    assert set(turned_ones) == set(parts)


def test_the_desk_shows_the_one_page_that_may_stand_in_a_frame(browser: Browser, site: Path) -> None:
    with serving(site) as host, window(browser) as page:
        page.goto(f"{host.address}/desk/")
        assert framed(page, f"{host.address}/desk/page/") == "an empty article"


@pytest.mark.violates
def test_no_other_page_of_the_site_may_stand_in_the_frame_of_the_desk(browser: Browser, site: Path) -> None:
    with serving(site) as host, window(browser) as page:
        page.goto(f"{host.address}/desk/")
        assert framed(page, f"{host.address}/about/") == "nothing"


def test_search_engines_and_the_map_of_the_site_leave_both_pages_out(site: Path) -> None:
    for place in ("desk", "desk/page"):
        assert '<meta name="robots" content="noindex">' in (site / place / "index.html").read_text("utf-8")
    assert "/desk/" not in (site / "sitemap.xml").read_text("utf-8")
    assert "Editors' desk" not in "".join(file.read_text("utf-8") for file in (site / "search").rglob("*.json"))


def test_the_foot_of_the_desk_promises_only_what_is_so_there(site: Path) -> None:
    everywhere, at_the_desk = "Nothing typed on these pages is sent anywhere.", "only when it is handed in"
    desk, other = ((site / place / "index.html").read_text("utf-8") for place in ("desk", "about"))
    assert everywhere not in desk
    assert at_the_desk in desk
    assert everywhere in other
    assert at_the_desk not in other
