"""What the desk offers to insert passes the check where it is inserted."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.new_article import words_to_replace
from press.desk.insertable import BOXES, insertable
from press.desk.workspace import Workspace
from press.markdown.admonitions import ALERTS
from press.reading.source_file import source_of
from support.broken_articles import GOOD
from support.building import PROJECT
from support.small_project import small_project


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace(PROJECT, datetime.date(2026, 12, 1))


@pytest.fixture(scope="module")
def offered(workspace: Workspace) -> Any:
    return insertable(workspace)


def said_of(text: str, workspace: Workspace) -> list[str]:
    source = source_of(f"{GOOD}{text}\n".encode(), "content/articles/case.md")
    article = article_of(source, workspace.project.articles_folder / "case.md", workspace.project.lists)
    found = article_problems(article, workspace.site)
    return [problem.words() for problem in found if problem.rule not in ("front-matter-featuredImage", "abbreviation")]


def test_every_page_can_be_linked_to_by_the_address_that_is_offered(offered: Any, workspace: Workspace) -> None:
    links = "\n".join(f"- [Page {i}]({page['address']})" for i, page in enumerate(offered["pages"]))
    assert [said for said in said_of(links, workspace) if "link" in said] == []
    kinds = {page["kind"] for page in offered["pages"]}
    assert kinds == {"article", "calculator", "worksheet", "list", "page"}
    addresses = {page["title"]: page["address"] for page in offered["pages"]}
    assert addresses["Monitoring and rescue"] == "/articles/monitoring-and-rescue/"
    assert addresses["How sure we are"] == "/how-sure/"


def test_every_calculator_can_be_set_into_a_text(offered: Any, workspace: Workspace) -> None:
    assert len({one["id"] for one in offered["calculators"]}) == len(offered["calculators"]) > 40
    blocks = "\n".join(one["block"] for one in offered["calculators"])
    assert [said for said in said_of(f"## Tools\n\n{blocks}", workspace) if "calculator" in said] == []


def test_every_work_is_shown_as_the_list_of_references_shows_it(offered: Any) -> None:
    lines = {one["key"]: one["line"] for one in offered["works"]}
    assert lines["altman-1997"] == (
        "Altman EG, Hedeker D, Peterson JL, Davis JM. The Altman Self-Rating Mania Scale. Biol Psychiatry. 1997. "
        "doi:10.1016/S0006-3223(96)00548-3 PMID 9359982"
    )


def test_every_box_is_offered_and_passes_the_check_as_it_is_inserted(offered: Any, workspace: Workspace) -> None:
    assert {name.lower() for name in BOXES} == set(ALERTS)
    for callout in offered["callouts"]:
        written = callout["markdown"].replace(words_to_replace(callout["markdown"])[0], "Written")
        assert said_of(written, workspace) == []
        (unwritten,) = said_of(callout["markdown"], workspace)
        assert ": unwritten " in unwritten


def test_no_article_is_published_with_the_words_of_an_inserted_box(offered: Any) -> None:
    for callout in offered["callouts"]:
        assert len(words_to_replace(callout["markdown"])) == 1


def test_a_page_that_readers_do_not_see_says_so(tmp_path: Path) -> None:
    pages = insertable(Workspace(small_project(tmp_path), datetime.date(2026, 12, 1)))["pages"]
    assert {page["address"]: page["unseen"] for page in pages if page["kind"] == "article"} == {
        "/articles/there/": "",
        "/articles/unfinished/": "a draft",
    }
