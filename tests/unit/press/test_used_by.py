"""A row or list item of an article leads to the calculators that rest on it, and says nothing more by that."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from ketamine_calculators import every, find
from ketamine_calculators.definition import Calculator, HousePassage, ListItem, TableRow
from press.checks.lost_text import lost
from press.checks.visible_text import shown_text
from press.content.articles import article_of
from press.markdown.calculator_links import used_by_html
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.source_file import SourceFile
from press.site.house_passages import resting
from press.site.pages import Pages
from press.site.site import Site

PROJECT = Path(__file__).resolve().parents[3]
HOUSE = "treatment-resistant-depression-protocols"
TEXT = """# Doses

## First

| Parameter | Value |
|---|---|
| Dose | 1 mg |
| Rate | over 40 minutes |

- [ ] One **bold** item
    - inside it

Between the lists.

- Two

  with a second paragraph

  1. inside two

## Second

| Parameter | Value |
|---|---|
| Dose | 1 mg |
"""
SOURCE = SourceFile("content/articles/doses.md", TEXT)
PARSED = parse(SOURCE, addresses=SiteMap(), page="articles/doses.md", passages=True)


def with_house(calculator: str, *house: HousePassage) -> Calculator[Any, Any]:
    return replace(find(calculator), house=house)


def row(section: str, name: str, text: str, article: str = "doses") -> TableRow:
    return TableRow(article, section, name, text, "what it is for")


def mapped(*calculators: Calculator[Any, Any], article: str = "doses") -> dict[str, list[str]]:
    resting_on = resting(calculators, article, PARSED)
    return {passage: [calculator.id for calculator in there] for passage, there in resting_on.items()}


# Which calculators rest on which passage


def test_a_row_and_an_item_know_the_calculators_that_rest_on_them() -> None:
    item = ListItem("doses", "First", "One bold item", "a rule")
    assert mapped(with_house("iv_dose", row("First", "Dose", "1 mg"), item)) == {
        "row-first-dose": ["iv_dose"],
        "item-first-one-bold-item": ["iv_dose"],
    }


def test_all_calculators_of_a_row_are_named_each_once() -> None:
    twice = with_house("iv_dose", row("First", "Dose", "1 mg"), row("First", "Dose", "1 mg"))
    assert mapped(twice, with_house("bp_gate", row("First", "Dose", "1 mg"))) == {
        "row-first-dose": ["iv_dose", "bp_gate"]
    }


def test_the_same_row_under_another_heading_is_another_row() -> None:
    assert mapped(with_house("iv_dose", row("Second", "Dose", "1 mg"))) == {"row-second-dose": ["iv_dose"]}


def test_a_row_that_says_something_else_now_leads_nowhere() -> None:
    assert mapped(with_house("iv_dose", row("First", "Dose", "2 mg"))) == {}


def test_a_passage_belongs_to_the_article_that_it_names() -> None:
    resting_here = with_house("iv_dose", row("First", "Dose", "1 mg"))
    resting_there = with_house("bp_gate", row("First", "Dose", "1 mg", article="elsewhere"))
    assert mapped(resting_here, resting_there) == {"row-first-dose": ["iv_dose"]}
    assert mapped(resting_here, resting_there, article="elsewhere") == {"row-first-dose": ["bp_gate"]}
    assert mapped(resting_here, resting_there, article="a-third") == {}


# Where the links stand


def page_with(*passages: str) -> BeautifulSoup:
    links = {passage: used_by_html([("IV ketamine dose", "../../calculators/iv-dose/")]) for passage in passages}
    html = str(page_html(PARSED, used_by=links))
    assert list(lost(SOURCE, html)) == []
    return BeautifulSoup(html, "html5lib")


def only(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def test_in_a_row_the_link_stands_in_the_last_cell_behind_its_words() -> None:
    span = only(page_with("row-first-rate"), ".used-by")
    cell = only(page_with("row-first-rate"), "#row-first-rate > td:last-child")
    assert str(cell.contents[0]) == "over 40 minutes"
    assert cell.contents[-1] == span
    assert len(cell.contents) == 2


def test_in_an_item_the_link_stands_before_the_list_inside_it() -> None:
    item = only(page_with("item-first-one-bold-item"), "#item-first-one-bold-item")
    assert [child.name for child in item.children if isinstance(child, Tag)] == [
        "label", "strong", "span", "ul"
    ]  # fmt: skip
    assert not item.select("#item-first-inside-it .used-by")


def test_in_an_item_of_paragraphs_the_link_ends_the_last_of_them() -> None:
    page = page_with("item-first-two-with-a-second-paragraph")
    parent = only(page, ".used-by").parent
    assert isinstance(parent, Tag)
    assert parent.name == "p"
    assert str(parent.contents[0]) == "with a second paragraph"


def test_in_an_item_of_an_inner_list_the_link_is_its_own() -> None:
    page = page_with("item-first-inside-it", "item-first-inside-two")
    assert [only(page, f"#{name} > .used-by").name for name in ("item-first-inside-it", "item-first-inside-two")]
    assert len(page.select(".used-by")) == 2


def test_a_link_is_named_after_its_calculator_and_begins_with_what_it_is() -> None:
    link = only(page_with("row-first-dose"), ".used-by a")
    assert link["href"] == "../../calculators/iv-dose/"
    assert link["aria-label"] == "Calculator: IV ketamine dose"
    assert link.get_text() == "IV ketamine dose"


def test_several_calculators_of_a_row_are_links_with_a_space_between() -> None:
    span = BeautifulSoup(used_by_html([("MADRS", "a/"), ("PHQ-9", "b/")]), "html5lib").select_one("span")
    assert isinstance(span, Tag)
    assert span.get_text() == " MADRS PHQ-9"
    assert [link["href"] for link in span.select("a")] == ["a/", "b/"]


def test_titles_and_addresses_are_escaped() -> None:
    assert used_by_html([('<b> & "c"', 'x/?a&"')]) == (
        '<span class="used-by" data-search-exclude>'
        ' <a href="x/?a&amp;&quot;" aria-label="Calculator: &lt;b&gt; &amp; &quot;c&quot;">'
        "&lt;b&gt; &amp; &quot;c&quot;</a></span>"
    )


# What the links are not


def test_the_links_are_no_words_of_the_article() -> None:
    page = '<p>Dose</p><span class="used-by" data-search-exclude> <a href="x/">Naltrexone</a></span>'
    assert "Naltrexone" not in shown_text(page).text
    assert [problem.rule for problem in lost(SourceFile("x.md", "Dose\n\nNaltrexone\n"), page)] == ["lost-text"]


def test_a_page_without_such_passages_is_left_as_it_is() -> None:
    assert page_html(PARSED) == page_html(PARSED, used_by={"row-third-dose": "<b>"})
    assert "used-by" not in str(page_html(PARSED))


# In the real articles


def article_html(pages: Pages, slug: str) -> BeautifulSoup:
    return BeautifulSoup(pages.article(pages.site.articles[f"articles/{slug}.md"]).html, "html5lib")


def test_the_intravenous_dose_leads_to_the_calculators_that_use_it(pages: Pages) -> None:
    cell = only(article_html(pages, HOUSE), "#row-induction-phase-protocols-dose > td:last-child")
    assert {link["href"]: link["aria-label"] for link in cell.select(".used-by a")} == {
        "../../calculators/body-weights/": "Calculator: Body weights",
        "../../calculators/iv-dose/": "Calculator: IV ketamine dose",
    }


def test_other_articles_have_no_such_links(pages: Pages) -> None:
    named = {passage.article for calculator in every() for passage in calculator.house}
    others = [article.slug for article in pages.site.articles.values() if article.slug not in named]
    assert len(others) >= 9
    assert [slug for slug in others if article_html(pages, slug).select(".used-by")] == []


def test_a_calculator_without_a_page_is_not_linked_to(site: Site) -> None:
    files = {page: url for page, url in site.addresses.files.items() if page != "calculators/iv-dose.md"}
    without = Site(site.project, replace(site.addresses, files=files), site.articles)
    page = article_html(Pages(without), HOUSE)
    assert [a.get_text() for a in page.select("#row-induction-phase-protocols-dose .used-by a")] == ["Body weights"]
    # The rate is the infusion's alone.
    assert page.select("#row-induction-phase-protocols-infusion-rate")
    assert not page.select("#row-induction-phase-protocols-infusion-rate .used-by")


# The way there


def calculator_page(pages: Pages, slug: str) -> BeautifulSoup:
    docs = pages.site.docs_page(f"calculators/{slug}.md")
    assert docs is not None
    return BeautifulSoup(pages.docs(docs).html, "html5lib")


def withdrawn(site: Site, slug: str) -> Site:
    article = site.articles[f"articles/{slug}.md"]
    text = article.source.text.replace("\n---\n", '\nwithdrawnAt: "2026-02-01"\nwithdrawnReason: "Replaced."\n---\n', 1)
    return site.with_article(article_of(SourceFile(article.source.path, text), article.file, site.project.lists))


def test_where_a_calculator_is_placed_is_the_place_of_its_form(pages: Pages) -> None:
    page = calculator_page(pages, "iv-dose")
    urls = [str(link["href"]) for link in page.select("a[href^='../../articles/']")]
    # It is the second form of the house article, behind the Thase–Rush staging.
    assert f"../../articles/{HOUSE}/#iv-dose-2-title" in urls


def test_a_withdrawn_article_shows_no_passage_and_no_form_to_lead_to(pages: Pages) -> None:
    there, gone = calculator_page(pages, "iv-dose"), calculator_page(Pages(withdrawn(pages.site, HOUSE)), "iv-dose")
    assert len(there.select(f"a[href^='../../articles/{HOUSE}/#']")) == 6  # five passages and the form
    assert not gone.select(f"a[href^='../../articles/{HOUSE}/#']")
    assert "0.5 mg/kg" in only(gone, "table:has(th:-soup-contains('In the article'))").get_text()
