"""The one map of the site's addresses, and what a link to something that is not on it is told."""

from pathlib import Path

import pytest

from press.content.project import Project
from press.markdown.links import SiteMap
from press.site.site_map import address, site_map_of
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def addresses() -> SiteMap:
    return site_map_of(Project(PROJECT))


@pytest.mark.parametrize(
    "written",
    [
        "/assets/js/main.js",
        "/assets/css/tokens.css",
        "/assets/app/main.js",
        "/assets/stylesheets/main.57a0d79d.min.css",
        "/overrides/main.html",
        "/service-worker.js",
    ],
)
def test_what_the_site_is_made_with_cannot_be_linked_to(written: str, addresses: SiteMap) -> None:
    target = addresses.target(written, "articles/x.md")
    assert target.url is None
    assert target.refusal.startswith(f"There is no page {written}.")


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("index.md", "./"),
        ("about.md", "about/"),
        ("calculators/index.md", "calculators/"),
        ("calculators/iv-dose.md", "calculators/iv-dose/"),
        ("images/a curve.svg", "images/a%20curve.svg"),
    ],
)
def test_the_address_of_a_file_is_told_from_its_name(source: str, url: str) -> None:
    assert address(source) == url


def test_a_file_with_a_space_in_its_name_is_found_by_its_address_and_by_its_name(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    (root / "docs" / "two words.csv").write_text("1\n", "utf-8")
    addresses = site_map_of(Project(root))
    for written in ("/two%20words.csv", "../two words.csv"):
        assert addresses.target(written, "articles/there.md").url == "../../two%20words.csv", written
