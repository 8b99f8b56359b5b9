"""Citations of an article: which works, which part of them, and the list that is made of them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from press.content.references import Work, read_references
from press.markdown.citations import PageCitations, without_keys
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parsed_page import ParsedPage
from press.markdown.parser import parse
from press.reading.source_file import SourceFile
from support.cited_works import WORKS


@pytest.fixture
def works(tmp_path: Path) -> dict[str, Work]:
    (tmp_path / "references.yml").write_text(WORKS, "utf-8")
    references, problems = read_references(tmp_path, "content/references.yml")
    assert problems == []
    return dict(references.works)


def made(markdown: str, works: dict[str, Work] | None = None) -> ParsedPage:
    source = SourceFile("content/articles/here.md", markdown)
    return parse(source, addresses=SiteMap({}), page="articles/here.md", passages=True, works=works)


def page(markdown: str, works: dict[str, Work] | None = None) -> BeautifulSoup:
    return BeautifulSoup(str(page_html(made(markdown, works))), "html.parser")


def shown(markdown: str, works: dict[str, Work] | None = None) -> list[str]:
    return [citation.get_text() for citation in page(markdown, works).select(".citation")]


NUMBERED = [
    ("[3]", [((3,), "")]),
    ("[2-4, 7]", [((2, 3, 4, 7), "")]),
    ("[1, section 5.3]", [((1,), "section 5.3")]),
    ("[1, sections 5.3 and 5.4; 4, table 2]", [((1,), "sections 5.3 and 5.4"), ((4,), "table 2")]),
    ("[1; 2, 3, table 2]", [((1,), ""), ((2, 3), "table 2")]),
    ("[2, Übersicht  1]", [((2,), "Übersicht 1")]),
]


@pytest.mark.parametrize(("written", "meant"), NUMBERED)
def test_a_citation_names_works_and_the_part_that_is_meant(
    written: str, meant: list[tuple[tuple[int, ...], str]]
) -> None:
    citations = PageCitations(None)
    citations.listed = frozenset(range(1, 10))
    [(_, parts)] = citations.found(f"Words {written}.")
    assert [(part.numbers, part.part) for part in parts] == meant


@pytest.mark.parametrize(
    "written", ["[x]", "[^1]", "[1.5]", "[1, 5.3]", "[mean 3]", "[1 to 3]", "[low certainty, label]"]
)
def test_other_brackets_are_words(written: str) -> None:
    citations = PageCitations({})
    citations.listed = frozenset({1, 3})
    assert list(citations.found(f"Words {written}.")) == []


def test_the_section_is_shown_behind_the_link_to_the_work() -> None:
    html = page("Watch the pressure [1, section 5.3; 2].\n\n## References\n\n1. Label.\n2. Paper.\n")
    citation = html.select_one(".citation")
    assert citation is not None
    assert citation.get_text() == "[1, section 5.3; 2]"
    assert [(link["href"], link["aria-label"]) for link in citation.select("a")] == [
        ("#ref-1", "Reference 1"),
        ("#ref-2", "Reference 2"),
    ]
    assert len(html.select('a.back-link[href="#cite-1"]')) == 2


def test_works_cited_by_key_are_numbered_in_the_order_of_their_first_citation(works: dict[str, Work]) -> None:
    text = "One [@label-esketamine-us, section 5.3]. Two [@daly-2019]. Both [@daly-2019; @label-esketamine-us]."
    assert shown(text, works) == ["[1, section 5.3]", "[2]", "[2, 1]"]
    assert shown("[@daly-2019; @label-esketamine-us, table 2]", works) == ["[1; 2, table 2]"]


def test_the_list_is_made_below_the_text_under_its_own_heading(works: dict[str, Work]) -> None:
    html = page("One [@label-esketamine-us]. Two [@daly-2019]. Again [@daly-2019].[^a]\n\n[^a]: A note.\n", works)
    heading = html.select_one("h2#references")
    assert heading is not None
    assert heading.get_text() == "References#"
    items = html.select("h2#references + ol > li")
    assert [item["id"] for item in items] == ["ref-1", "ref-2"]
    assert items[1].get_text().startswith("Daly EJ, Trivedi MH, Janik A, et al. Efficacy of esketamine")
    assert [link["href"] for link in items[1].select("a")] == [
        "https://doi.org/10.1001/jamapsychiatry.2019.1189",
        "https://pubmed.ncbi.nlm.nih.gov/31166571/",
        "#cite-2",
        "#cite-3",
    ]
    notes = html.select_one(".footnote")
    assert isinstance(notes, Tag)
    assert notes in heading.find_all_next()


def test_the_made_list_is_among_the_headings_and_references_of_the_page(works: dict[str, Work]) -> None:
    parsed = made("# T\n\nWords\n\n- an item [@daly-2019]\n", works)
    assert [(heading.level, heading.id) for heading in parsed.headings] == [(1, "t"), (2, "references")]
    (reference,) = parsed.references
    assert (reference.id, reference.line, reference.pmid) == ("ref-1", 5, "31166571")
    assert parsed.written_references == ()
    assert [passage.text for passage in parsed.passages] == ["an item"]


def test_a_key_that_nothing_has_stays_as_it_was_typed(works: dict[str, Work]) -> None:
    assert shown("Words [@nobody-1999; @daly-2019].", works) == ["[@nobody-1999, 1]"]


def test_a_page_without_works_to_cite_reads_no_key() -> None:
    assert "[@daly-2019]" in page("Words [@daly-2019].").get_text()
    assert page("Words [@daly-2019].").select(".citation, #references") == []


def test_a_label_is_listed_with_the_day_of_its_text_and_its_address(works: dict[str, Work]) -> None:
    (item,) = page("[@label-esketamine-us]", works).select("#ref-1")
    assert "prescribing information. Text of 13 March 2026. https://www.accessdata.fda.gov/spravato" in item.get_text()
    assert item.select_one('a[href="https://www.accessdata.fda.gov/spravato"]')


def test_a_retracted_work_says_so_before_its_title(works: dict[str, Work]) -> None:
    (item,) = page("[@made-up-2020]", works).select("#ref-1")
    assert item.get_text().startswith("Retracted. A made-up trial. 2020. Notice of retraction: 2021.")


def test_keys_are_left_out_of_words_and_columns_stay() -> None:
    assert without_keys("Dose [@a-2020, section 2; @b]. End") == "Dose. End"
    assert without_keys("Dose [@a-2020, table 2].", " ") == "Dose [       , table 2]."
