"""Style sheets go out as one for screens and one for paper, in their order, under names that change with their content."""

import re
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from press.runtime.build_cache import BundleError
from press.runtime.styles import joined_style_sheets
from support.style_sheets import left_out, sheets_of

PROJECT = Path(__file__).resolve().parents[2]


def words_of(sheet: Path) -> set[str]:
    """The classes and variables that a sheet names."""
    return set(re.findall(r"(?:\.|--)[a-z][a-z-]{5,}(?=[\s:,{)])", sheet.read_text("utf-8")))


def first_of(words: set[str], text: str) -> int | None:
    """Where the first of the words stands in a sheet."""
    found = (match.start() for word in words if (match := re.search(rf"{re.escape(word)}(?![\w-])", text)))
    return min(found, default=None)


@pytest.mark.parametrize("page", ["index.html", "calculators/iv-dose/index.html", "offline/index.html"])
def test_a_page_waits_for_one_sheet_and_has_another_for_paper(page: str, site: Path) -> None:
    assert [sheet.name.split("-")[0] for sheet in sheets_of(site, page)] == ["styles", "paper"]
    assert all(sheet.is_file() for sheet in sheets_of(site, page))
    soup = BeautifulSoup((site / page).read_text("utf-8"), "html5lib")
    assert [link.get("media") for link in soup.select("link[rel=stylesheet]")] == [None, "print"]


def test_the_sheets_it_was_made_of_are_not_published(site: Path) -> None:
    published = {path for path in site.rglob("*.css") if path.parent != site / "assets" / "desk"}
    assert {path.resolve() for path in published} == set(sheets_of(site, "index.html"))


def test_what_only_paper_needs_is_in_the_sheet_for_paper_alone(site: Path) -> None:
    screen, paper = (sheet.read_text("utf-8") for sheet in sheets_of(site, "index.html"))
    assert "@page" in paper
    assert "@media print" not in screen[screen.index("--text-s") :]


def test_nothing_on_a_page_has_a_class_whose_rules_were_left_out(site: Path) -> None:
    unused = left_out(site)
    assert len(unused) > 150
    used = set()
    for page in site.rglob("*.html"):
        for names in re.findall(r'\bclass="?([^">]+)', page.read_text("utf-8")):
            used.update(names.split())
    assert len(used) > 300
    assert not used & unused
    programs = {program for folder in ("app", "desk") for program in (site / "assets" / folder).glob("*.js")}
    words = {word for program in programs for word in re.findall(r"[\w-]{4,}", program.read_text("utf-8"))}
    assert {name for name in words & unused if name.startswith("md-")} == set()


def test_it_holds_every_sheet_in_the_order_of_the_configuration(site: Path) -> None:
    text = (PROJECT / "mkdocs.yml").read_text("utf-8")
    (block,) = [part for part in text.split("\n\n") if part.startswith("extra_css:")]
    names = [Path(sheet).name for sheet in yaml.safe_load(block)["extra_css"]]
    screen, paper = (sheet.read_text("utf-8") for sheet in sheets_of(site, "index.html"))
    own = {name: words_of(PROJECT / "web" / "css" / name) for name in names}
    ours = screen[screen.index("--text-s") :]
    places: dict[str, list[int]] = {ours: [], paper: []}
    for name in names:
        only_here = own[name].difference(*(own[other] for other in names if other != name))
        firsts = {joined: first_of(only_here, joined) for joined in places}
        assert not only_here or any(first is not None for first in firsts.values()), f"Nothing of {name} is there."
        for joined, first in firsts.items():
            places[joined] += [] if first is None else [first]
    assert len(places[ours]) > 15
    assert len(places[paper]) > 4
    assert all(found == sorted(found) for found in places.values())


def test_a_later_sheet_comes_later_and_a_change_makes_another_name(tmp_path: Path) -> None:
    theme, first, second = tmp_path / "theme.css", tmp_path / "z.css", tmp_path / "a.css"
    theme.write_text("p{color:green}@media print{p{color:gray}}")
    first.write_text("p { color: red }")
    second.write_text("p { color: blue }\n\n/* Words. */\n@media print { p { color: black } }")
    joined = joined_style_sheets([theme], [first, second], tmp_path / "cache", PROJECT)
    assert joined.screen.file.read_text("utf-8").split() == [
        "p{color:green}@media",
        "print{p{color:gray}}",
        "p{color:red}p{color:#00f}",
    ]
    assert joined.paper.file.read_text("utf-8") == "p{color:#000}"

    turned = joined_style_sheets([theme], [second, first], tmp_path / "cache", PROJECT)
    assert turned.screen.address != joined.screen.address
    assert turned.paper.address == joined.paper.address
    assert joined_style_sheets([theme], [first, second], tmp_path / "cache", PROJECT) == joined


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (".md-search{top:0}.md-nav{top:0}", ".md-nav{top:0}"),
        (".md-nav,.md-nav .tabbed-set>p{top:0}", ".md-nav{top:0}"),
        (":not(.md-search){top:0}", ":not(.md-search){top:0}"),
        (":is(.md-nav,.tabbed-set:hover) p{top:0}", ":is(.md-nav,.tabbed-set:hover) p{top:0}"),
        ("@media print{.md-banner{top:0}}p{top:0}", "p{top:0}"),
        ("@media print{@supports (top:0){.key-tab:before{top:0}}}", ""),
        (".md-sources{top:0}.highlight{top:0}", ".highlight{top:0}"),
        ("@keyframes a{0%{top:0}to{top:1px}}", "@keyframes a{0%{top:0}to{top:1px}}"),
    ],
)
def test_rules_of_the_theme_for_what_the_site_does_not_have_are_left_out(given: str, left: str, tmp_path: Path) -> None:
    theme, own = tmp_path / "theme.css", tmp_path / "own.css"
    theme.write_text(given)
    own.write_text("")
    joined = joined_style_sheets([theme], [own], tmp_path / "cache", PROJECT)
    assert joined.screen.file.read_text("utf-8").strip() == left


def test_a_sheet_that_is_not_there_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"extra_css names what is not there: .*gone\.css\."):
        joined_style_sheets([], [tmp_path / "gone.css"], tmp_path / "cache", PROJECT)
