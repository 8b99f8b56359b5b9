"""What editors write and paste arrives as it was meant, or the check names its line: several hundred pieces, each judged."""

from functools import cache
from pathlib import Path

import pytest

from press.checks.repeated import one_of_a_kind
from press.checks.run import article_problems
from press.content.articles import Article, article_of
from press.content.project import Project
from press.markdown.page_html import page_html
from press.reading.mended_text import mended_text
from press.reading.source_file import source_of
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.building import PROJECT
from support.visible_page import visible_lines
from support.written_lines import WRITTEN, Written

ELSEWHERE = frozenset({"abbreviation", "contradicting-fact"})
PASTED = PROJECT / "tests" / "support" / "pasted"


@cache
def site() -> Site:
    return whole_site(Project(PROJECT))


def case(text: str) -> Article:
    source = source_of(f"{GOOD}{text}\n".encode(), "content/articles/case.md")
    return article_of(source, Path("case.md"), site().project.lists)


def mended(text: str) -> str:
    article = case(text)
    return mended_text(article.source.text, article_problems(article, site()))[0].removeprefix(GOOD).removesuffix("\n")


def said_and_shown(text: str) -> tuple[list[str], list[str]]:
    """Each problem as "line rule", line 1 being the first of the text; and the lines that readers see below the title."""
    article = case(text)
    above = GOOD.count("\n")
    # Advice on words is tested by itself; abbreviations and other numbers than ours, of which these pieces are full, as well.
    found = article_problems(article, site())
    judged = [problem for problem in found if problem.severity != "advice" and problem.rule not in ELSEWHERE]
    said = [f"{problem.line - above} {problem.rule}" for problem in one_of_a_kind(judged)]
    # The article stands alone here: its picture is one of the tests' small project.
    said = [problem for problem in said if not problem.endswith("front-matter-featuredImage")]
    return said, visible_lines(page_html(site().parsed(article)).body)


@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: written.name)
def test_a_line_arrives_as_it_was_meant_or_is_named(written: Written) -> None:
    said, shown = said_and_shown(written.text)
    if written.says:
        assert set(written.says) <= set(said)
    else:
        assert said == []
    if written.shows is not None:
        assert shown == written.shows.splitlines()
    if written.mended is not None:
        assert mended(written.text) == written.mended


def test_there_are_three_hundred_of_them_and_none_twice() -> None:
    assert len({written.text for written in WRITTEN}) == len(WRITTEN) >= 300


# As each program writes the same part of the house protocol when it is saved or pasted as plain text. Every line that
# would lose something: a heading, a table, a list, a number, a note.
EXPORTED = {
    "word": [
        *(
            "1 joined-lines",
            "1 pasted-page",
            "2 reference-mark",
            "4 columns",
            "11 no-list",
            "11 pasted-comment",
            "14 character",
            "14 no-list",
        ),
        *("20 list-number", "22 no-list", "25 character", "25 pasted-field", "26 reference-mark", "30 page-furniture"),
        "32 pasted-comment",
    ],
    "libreoffice": [
        *("1 plain-heading", "3 joined-lines", "11 no-list", "17 indented", "20 reference-mark", "22 character"),
        *("22 word-break", "26 list-sign", "28 page-furniture"),
    ],
    "google_docs": [
        *("1 plain-heading", "4 pasted-comment", "4 reference-absent", "7 loose-lines", "25 link-tracking"),
        *("25 pasted-picture", "31 no-list", "35 page-furniture", "36 reference-absent"),
    ],
}


@pytest.mark.parametrize("program", EXPORTED)
def test_every_loss_of_a_document_pasted_from_another_program_is_named(program: str) -> None:
    text = (PASTED / f"{program}.txt").read_text("utf-8-sig").rstrip("\n")
    assert sorted(set(said_and_shown(text)[0])) == sorted(EXPORTED[program])


def test_thirteen_bullets_are_one_message_in_print_and_thirteen_problems_in_data() -> None:
    text = "\n".join(f"•\tstep {number}" for number in range(1, 14))
    article = article_of(
        source_of(f"{GOOD}{text}\n".encode(), "content/articles/case.md"), Path("case.md"), site().project.lists
    )
    problems = [problem for problem in article_problems(article, site()) if problem.rule == "no-list"]
    assert len(problems) == 13
    (told,) = one_of_a_kind(problems)
    first = GOOD.count("\n") + 1
    assert told.line == first
    assert told.message.endswith(f" The same is true of 12 more lines, to line {first + 12}.")
