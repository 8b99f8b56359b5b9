"""Citations of an article: which works, and which part of them."""

import pytest

from press.markdown.citations import CitedPart, cited
from press.markdown.links import SiteMap
from press.markdown.page_html import page_html
from press.markdown.parser import parse
from press.reading.source_file import SourceFile

WRITTEN = [
    ("[3]", [((3,), "")]),
    ("[2-4, 7]", [((2, 3, 4, 7), "")]),
    ("[1, section 5.3]", [((1,), "section 5.3")]),
    ("[1, sections 5.3 and 5.4; 4, table 2]", [((1,), "sections 5.3 and 5.4"), ((4,), "table 2")]),
    ("[1; 2, 3, table 2]", [((1,), ""), ((2, 3), "table 2")]),
    ("[1,  section\n5.3 ]", [((1,), "section 5.3")]),
    ("[2, Übersicht 1]", [((2,), "Übersicht 1")]),
]


@pytest.mark.parametrize(("written", "meant"), WRITTEN)
def test_a_citation_names_works_and_the_part_that_is_meant(
    written: str, meant: list[tuple[tuple[int, ...], str]]
) -> None:
    [(_, parts)] = cited(f"Words {written}.")
    assert parts == tuple(CitedPart(*part) for part in meant)


@pytest.mark.parametrize(
    "written", ["[x]", "[ ]", "[^1]", "[1.5]", "[1, 5.3]", "[mean 3]", "[1 to 3]", "[low certainty, label]"]
)
def test_other_brackets_are_words(written: str) -> None:
    assert list(cited(f"Words {written}.")) == []


def html(markdown: str) -> str:
    source = SourceFile("content/articles/here.md", markdown)
    return str(page_html(parse(source, addresses=SiteMap({}), page="articles/here.md", passages=True)))


def test_the_section_is_shown_behind_the_link_to_the_work() -> None:
    made = html("Watch the pressure [1, section 5.3; 2].\n\n## References\n\n1. Label.\n2. Paper.\n")
    assert (
        '[<a href="#ref-1" aria-label="Reference 1">1</a>, section 5.3; <a href="#ref-2" aria-label="Reference 2">2</a>]'
        in made
    )
    assert made.count('href="#cite-1"') == 2
