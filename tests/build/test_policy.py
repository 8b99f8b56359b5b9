"""Every built page names the policy before anything that it judges, and holds nothing that the policy would refuse."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from press.runtime.policy import desk_policy, page_policy

# How far browsers look for the encoding of a page.
LOOKED_THROUGH = 1024
DESK = "desk/index.html"
DATA = {"application/json", "application/ld+json"}


def pages(site: Path) -> dict[str, BeautifulSoup]:
    found = {
        page.relative_to(site).as_posix(): BeautifulSoup(page.read_text("utf-8"), "html5lib")
        for page in site.rglob("*.html")
    }
    assert len(found) > 90
    return found


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[str, BeautifulSoup]:
    return pages(site)


def refused(page: BeautifulSoup) -> list[str]:
    """What the policy would refuse: scripts and styles in the text, handlers, addresses that are scripts, frames."""
    inline = [tag for tag in page.find_all("script") if not tag.get("src") and tag.get("type") not in DATA]
    found = [*inline, *page.find_all(["style", "iframe", "frame", "object", "embed", "base"])]
    for tag in page.find_all(True):
        names = [name for name in tag.attrs if re.match(r"(?i)on|style$", name)]
        scripts = [name for name, value in tag.attrs.items() if re.match(r"(?i)\s*javascript:", str(value))]
        found += [tag] if names or scripts else []
    return [str(tag)[:200] for tag in found]


def test_no_page_holds_what_its_policy_refuses(parsed: dict[str, BeautifulSoup]) -> None:
    assert {address: found for address, page in parsed.items() if (found := refused(page))} == {}


@pytest.mark.parametrize(
    "markup",
    [
        "<script>1</script>",
        '<script type="module">1</script>',
        '<p onclick="go()">',
        '<P STYLE="color: red">',
        "<style>p {}</style>",
        '<a href=" javascript:void(0)">',
        '<iframe src="/"></iframe>',
    ],
)
def test_what_is_refused_is_found(markup: str) -> None:
    assert refused(BeautifulSoup(f"<!doctype html><body>{markup}", "html5lib"))


def test_the_policy_is_the_first_thing_in_every_head(parsed: dict[str, BeautifulSoup]) -> None:
    for address, page in parsed.items():
        assert page.head is not None
        first = page.head.find(True)
        assert first is not None, address
        policy = desk_policy() if address == DESK else page_policy()
        assert first.attrs == {"http-equiv": "Content-Security-Policy", "content": policy}, address


def test_browsers_find_the_encoding_behind_the_policy(site: Path, parsed: dict[str, BeautifulSoup]) -> None:
    late = [address for address in parsed if (site / address).read_bytes().find(b'<meta charset="utf-8">') < 0]
    late += [
        address for address in parsed if (site / address).read_bytes().find(b"<meta charset") > LOOKED_THROUGH - 30
    ]
    assert late == []


def test_no_exception_of_the_preview_is_in_a_site_that_is_built(site: Path, parsed: dict[str, BeautifulSoup]) -> None:
    assert "'unsafe-inline'" in page_policy(preview=True)
    assert [address for address in parsed if "unsafe-inline" in str(parsed[address].head)] == []


def test_no_page_names_a_page_that_a_browser_would_fetch_unasked(parsed: dict[str, BeautifulSoup]) -> None:
    assert [address for address, page in parsed.items() if page.select("link[rel~=next]")] == []
