"""The page of house values shows every limit with its number, its basis and who uses it, and changes with them."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

import ketamine_calculators.house_values as declared
from ketamine_calculators import every
from ketamine_calculators.definition import Calculator
from ketamine_calculators.display import plain
from ketamine_calculators.house_values import BASES, CHECKED, HOUSE_VALUES, HouseValue
from ketamine_calculators.house_values.beside_literature import in_words
from ketamine_calculators.registry import worksheets
from press.reading.source_file import source_of
from press.site.docs_page import read_docs_page
from press.site.house_value_use import used_by
from press.site.house_values_page import house_values_html, value_id
from press.site.pages import Pages
from press.site.site import Site

PROJECT = Path(__file__).resolve().parents[3]
SOURCES = PROJECT / "calculators" / "src"
CARDS = (*every(), *worksheets())
USED = used_by(HOUSE_VALUES, CARDS)
values = pytest.mark.parametrize("value", [pytest.param(value, id=key) for key, value in HOUSE_VALUES.items()])


@pytest.fixture(scope="module")
def page(site: Site, pages: Pages) -> BeautifulSoup:
    docs = site.docs_page("our-own-values.md")
    assert docs is not None
    assert docs.problems == ()
    return BeautifulSoup(pages.docs(docs).html, "html5lib")


def row_of(page: BeautifulSoup, value: HouseValue) -> Tag:
    (row,) = page.select(f"#{value_id(value)}")
    return row


@values
def test_a_value_of_our_own_stands_with_its_numbers_its_rule_and_what_it_rests_on(
    page: BeautifulSoup, value: HouseValue
) -> None:
    limit, basis, literature, _ = row_of(page, value).select("th, td")
    assert isinstance(limit.strong, Tag)
    words, number = limit.get_text(), limit.strong.get_text()
    assert words == f"{value.title}{number}, {value.rule}"
    assert value.unit in number
    said = [limit for name, limit in value.numbers.items() if name != "age"]
    assert re.findall(r"\d+(?:\.\d+)?", number) == [plain(one) for one in said]
    assert all(plain(one) in words for one in value.numbers.values())  # an age stands in the title
    assert basis.get_text() == f"{BASES[value.resting_on]}. {value.basis}"
    assert literature.get_text() == value.literature


@values
def test_a_value_of_our_own_leads_to_whoever_uses_it(page: BeautifulSoup, value: HouseValue) -> None:
    cell = row_of(page, value).select("td")[-1]
    users = USED[value.key]
    assert [link.get_text() for link in cell.select("a")] == [card.title for card in users]
    assert [link["href"] for link in cell.select("a")] == [f"../{card.folder}/{card.slug}/" for card in users]
    assert users or cell.get_text().endswith("No calculator yet")


def test_the_page_says_when_the_values_were_compared_with_their_sources(page: BeautifulSoup) -> None:
    assert f"last compared on {CHECKED} with the clinical fact sheets of this site." in page.get_text()


@pytest.mark.parametrize("card", [pytest.param(card, id=card.id) for card in CARDS])
def test_a_file_that_imports_a_house_value_is_among_its_users(card: Calculator[Any, Any]) -> None:
    own = SOURCES / "ketamine_calculators" / card.folder.replace("calculators", "catalogue")
    files = [own / f"{card.id}.py"] if (own / f"{card.id}.py").is_file() else sorted((own / card.id).glob("*.py"))
    assert files
    block = re.compile(r"^from \.+house_values import (\([^)]*\)|.*)$", re.MULTILINE)
    named = {
        name for file in files for found in block.findall(file.read_text("utf-8")) for name in re.findall(r"\w+", found)
    }
    held = {value.key for name in named if isinstance(value := getattr(declared, name), HouseValue)}
    assert {key for key in held if card not in USED[key]} == set()


def test_who_takes_only_a_number_from_another_calculator_does_not_use_its_limits() -> None:
    assert "contraindication_screen" not in {card.id for card in USED["bp_defer"]}
    assert {"bp_gate", "infusion", "esketamine_visit"} <= {card.id for card in USED["bp_defer"]}


def test_a_worksheet_uses_what_its_calculators_use() -> None:
    for worksheet in worksheets():
        inside = {card.id for card in worksheet.joins}
        for key, users in USED.items():
            if inside & {card.id for card in users}:
                assert worksheet in users, key


def test_a_changed_value_changes_its_row_and_no_other(page: BeautifulSoup) -> None:
    (key, value), *_ = HOUSE_VALUES.items()
    first = next(iter(value.numbers))
    other = replace(value, numbers={**value.numbers, first: Fraction(777)})
    html = house_values_html({**HOUSE_VALUES, key: other}, {}, lambda card: "")
    rows = BeautifulSoup(html, "html5lib").select("tbody tr")
    assert in_words(other) in rows[0].get_text()
    assert in_words(value) not in rows[0].select("th")[0].get_text()
    before = page.select("tbody tr")
    cells = [[cell.get_text() for cell in row.select("th, td")[:3]] for row in rows[1:]]
    assert cells == [[cell.get_text() for cell in row.select("th, td")[:3]] for row in before[1:]]


def test_a_limit_that_is_not_in_use_says_so() -> None:
    for value in HOUSE_VALUES.values():
        for in_use in (True, False):
            html = house_values_html({"one": replace(value, in_use=in_use)}, {}, lambda card: "")
            assert ("Not in use on this site." in html) is not in_use


def test_the_page_of_a_calculator_leads_to_the_house_values_that_it_uses(site: Site, pages: Pages) -> None:
    for card in CARDS:
        docs = site.docs_page(f"{card.folder}/{card.slug}.md")
        assert docs is not None
        html = BeautifulSoup(pages.docs(docs).html, "html5lib")
        links = [str(link["href"]) for link in html.select("a[href*='/our-own-values/#']")]
        wanted = [
            f"../../our-own-values/#{value_id(HOUSE_VALUES[key])}" for key, users in USED.items() if card in users
        ]
        assert links == wanted


def test_a_table_that_does_not_exist_is_named(site: Site) -> None:
    source = source_of(b"---\ntitle: X\ntable: hazard\n---\n\n# X\n", "docs/x.md")
    (problem,) = read_docs_page(source, "x.md", site.project, site.addresses).problems
    assert problem.message == 'There is no table "hazard".'
