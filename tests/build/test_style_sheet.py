"""The site's own style sheets go out as one, in their order, under a name that changes with their content."""

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from press.runtime.build_cache import BundleError
from press.runtime.styles import one_style_sheet

PROJECT = Path(__file__).resolve().parents[2]


def sheets_of(site: Path, page: str) -> list[Path]:
    """Where the style sheets of a page lie."""
    soup = BeautifulSoup((site / page).read_text("utf-8"), "html5lib")
    return [((site / page).parent / str(link["href"])).resolve() for link in soup.select("link[rel=stylesheet]")]


def words_of(sheet: Path) -> set[str]:
    """The classes and variables that a sheet names."""
    return set(re.findall(r"(?:\.|--)[a-z][a-z-]{5,}(?=[\s:,{)])", sheet.read_text("utf-8")))


@pytest.mark.parametrize("page", ["index.html", "calculators/iv-dose/index.html", "offline/index.html"])
def test_a_page_asks_for_one_sheet_of_ours_behind_the_themes(page: str, site: Path) -> None:
    *themes, ours = sheets_of(site, page)
    assert [sheet.parent.name for sheet in themes] == ["stylesheets", "stylesheets"]
    assert ours.parent == (site / "assets" / "app").resolve()
    assert ours.is_file()


def test_the_sheets_it_was_made_of_are_not_published(site: Path) -> None:
    published = [path.relative_to(site).as_posix() for path in site.rglob("*.css")]
    assert [path for path in published if not path.startswith(("assets/stylesheets/", "assets/desk/"))] == [
        f"assets/app/{sheets_of(site, 'index.html')[-1].name}"
    ]


def test_it_holds_every_sheet_in_the_order_of_the_configuration(site: Path) -> None:
    text = (PROJECT / "mkdocs.yml").read_text("utf-8")
    (block,) = [part for part in text.split("\n\n") if part.startswith("extra_css:")]
    names = [Path(sheet).name for sheet in yaml.safe_load(block)["extra_css"]]
    joined = sheets_of(site, "index.html")[-1].read_text("utf-8")
    own = {name: words_of(PROJECT / "web" / "css" / name) for name in names}
    places = []
    for name in names:
        only_here = own[name].difference(*(own[other] for other in names if other != name))
        found = [match.start() for word in only_here if (match := re.search(rf"{re.escape(word)}(?![\w-])", joined))]
        assert found or not only_here, f"Nothing of {name} is there."
        places.extend(sorted(found)[:1])
    assert len(places) > 8
    assert places == sorted(places)


def test_a_later_sheet_comes_later_and_a_change_makes_another_name(tmp_path: Path) -> None:
    first, second = tmp_path / "z.css", tmp_path / "a.css"
    first.write_text("p { color: red }")
    second.write_text("p { color: blue }\n\n/* Words. */\n@media print { p { color: black } }")
    joined = one_style_sheet([first, second], tmp_path / "cache", PROJECT)
    text = joined.file.read_text("utf-8")
    assert text.index("red") < text.index("#00f") < text.index("@media print")
    assert "Words" not in text

    turned = one_style_sheet([second, first], tmp_path / "cache", PROJECT)
    assert turned.address != joined.address
    assert one_style_sheet([first, second], tmp_path / "cache", PROJECT).address == joined.address


def test_a_sheet_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"extra_css names what is not there: .*gone\.css\."):
        one_style_sheet([tmp_path / "gone.css"], tmp_path / "cache", PROJECT)
