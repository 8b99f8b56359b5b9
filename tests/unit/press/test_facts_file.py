"""content/facts.yml: read strictly, and each fact compared with the article, constant or work that it comes from."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from press.checks.checked_page import CheckedPage
from press.checks.fact_sources import article_problems, place_of, problems
from press.content.facts import Fact, Facts, read_facts
from press.content.project import Project
from press.site.pages import Pages
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import PROJECT, small_project

HOLD = """\
facts:
  made-up-hold:
    subject: The hold of naltrexone
    kind: hold
    number: 72 hours
    constant: other_medicines.NALTREXONE_HOURS
    names: [naltrexone]
    says: ["hold for #", "# without"]
"""


def read(folder: Path, text: str) -> tuple[Facts, list[str]]:
    (folder / "facts.yml").write_text(text, "utf-8")
    facts, found = read_facts(folder, "content/facts.yml")
    return facts, [problem.message for problem in found]


def test_a_fact_has_a_number_names_and_ways_in_which_sentences_say_it(tmp_path: Path) -> None:
    facts, found = read(tmp_path, HOLD)
    assert found == []
    (fact,) = facts.facts
    assert (fact.id, fact.value.kind, fact.is_vital) == ("made-up-hold", "time", True)


def test_a_project_may_do_without_facts(tmp_path: Path) -> None:
    assert read_facts(tmp_path, "content/facts.yml") == (Facts(), [])


@pytest.mark.parametrize(
    ("was", "written", "message"),
    [
        ("made-up-hold", "Made up", "is no name of a fact"),
        ("kind: hold", "kind: pause", "is not one of dose, hold, limit, other"),
        ("72 hours", "about three days", "cannot be read: about three days"),
        ("    constant: other_medicines.NALTREXONE_HOURS\n", "", "has no source"),
        ("    constant:", "    article: there\n    constant:", "needs either a row or an item"),
        ("    names: [naltrexone]\n", "", "has no names"),
        ("names: [naltrexone]", "names: naltrexone", "must be a list of words"),
        ("names: [naltrexone]", 'names: ["-"]', "is no word"),
        ("hold for #", "hold", "needs one # for its number"),
        ("hold for #", "hold for # or 48 hours", "has a number of its own"),
        ("hold for #", "hold (for #", "cannot be read"),
        ("hold for #", "hold for #?", "cannot be read"),
        ("    says:", "    say: x\n    says:", "unknown line"),
        ("facts:", "fact:", "There is no part"),
    ],
)
def test_a_fact_that_is_not_whole_is_a_problem_and_is_not_looked_for(
    tmp_path: Path, was: str, written: str, message: str
) -> None:
    facts, found = read(tmp_path, HOLD.replace(was, written))
    assert facts.facts == ()
    assert any(message in problem for problem in found), found


def site_with(root: Path, fact: str, text: str = "Text.\n") -> Site:
    small_project(root)
    (root / "content" / "facts.yml").write_text(fact, "utf-8")
    (root / "content" / "articles" / "there.md").write_text(GOOD.replace('"case"', '"there"') + text, "utf-8")
    return whole_site(Project(root))


def messages(site: Site) -> list[str]:
    page = CheckedPage(
        site.parsed(site.articles["articles/there.md"]), Pages(site), article=site.articles["articles/there.md"]
    )
    return [problem.message for problem in (*problems(site), *article_problems(page))]


def test_a_constant_with_another_number_is_named_with_both_numbers(tmp_path: Path) -> None:
    (said,) = messages(site_with(tmp_path / "project", HOLD.replace("72 hours", "48 hours")))
    assert said == '"made-up-hold" is 48 hours, and the calculators work with 72 (other_medicines.NALTREXONE_HOURS).'


def test_both_numbers_of_a_house_value_are_compared(tmp_path: Path) -> None:
    pressure = HOLD.replace("72 hours", "160/100 mmHg").replace(
        "other_medicines.NALTREXONE_HOURS", "house_values.BP_DEFER"
    )
    assert messages(site_with(tmp_path / "project", pressure)) == []
    other = pressure.replace("160/100", "160/110")
    assert "work with 160 and 100" in messages(site_with(tmp_path / "other", other))[0]


@pytest.mark.parametrize(
    "name", ["other_medicines.NALTREXONE", "nowhere.HOURS", "NALTREXONE_HOURS", "other_medicines.AGENTS"]
)
def test_a_constant_that_is_no_number_is_a_problem(tmp_path: Path, name: str) -> None:
    fact = HOLD.replace("other_medicines.NALTREXONE_HOURS", name)
    assert messages(site_with(tmp_path / "project", fact)) == [
        f'"{name}" of "made-up-hold" is no number of the calculators.'
    ]


ROW = HOLD.replace("constant: other_medicines.NALTREXONE_HOURS", "article: there\n    row: Naltrexone")
TABLE = "| Medicine | Rule |\n|---|---|\n| **Naltrexone** | Hold {} |\n"


def test_the_row_of_an_article_is_the_source_when_it_says_the_number(tmp_path: Path) -> None:
    site = site_with(tmp_path / "project", ROW, TABLE.format("3 days"))
    assert messages(site) == []
    place = place_of(site.facts.facts[0], site)
    assert (place.path, place.line, place.text) == (
        "content/articles/there.md",
        17,
        "| **Naltrexone** | Hold 3 days |",
    )


def test_the_source_of_a_fact_that_says_another_number_is_an_error_in_its_own_article(tmp_path: Path) -> None:
    (said,) = messages(site_with(tmp_path / "project", ROW, TABLE.format("48 hours")))
    assert said.endswith(": its source is this line, which says no such number.")


def test_a_row_an_article_and_a_work_that_are_gone_are_named(tmp_path: Path) -> None:
    (gone,) = messages(site_with(tmp_path / "row", ROW))
    assert 'its source is the row "Naltrexone" of this article, and there is none' in gone
    (article,) = messages(site_with(tmp_path / "article", ROW.replace("article: there", "article: their")))
    assert article == 'There is no article "their". Did you mean "there"?'
    work = HOLD.replace("constant: other_medicines.NALTREXONE_HOURS", "reference: nobody-1999")
    assert messages(site_with(tmp_path / "work", work)) == ['No work has the key "nobody-1999".']


def test_every_fact_of_this_site_is_right_and_a_sentence_of_this_page_of_words_says_how() -> None:
    facts, found = read_facts(PROJECT / "content", "content/facts.yml")
    assert found == []
    assert len(facts.facts) > 30


def shortest(said: str) -> str:
    """What may be absent is absent, and of two words the first is said."""
    return said_so(said, lambda ways, perhaps: "" if perhaps else ways[0])


def fullest(said: str) -> str:
    """What may be absent is there, and of two words the last is said."""
    return said_so(said, lambda ways, _: ways[-1])


def said_so(said: str, chosen: Callable[[list[str], bool], str]) -> str:
    while (bracket := re.search(r"\(([^()]*)\)(\??)", said)) is not None:
        said = said[: bracket.start()] + chosen(bracket[1].split("|"), bool(bracket[2])) + said[bracket.end() :]
    return re.sub(r"\s+", " ", said.replace("…", " some words ")).strip()


@pytest.mark.parametrize("way", [shortest, fullest])
@pytest.mark.parametrize(
    "fact", read_facts(PROJECT / "content", "content/facts.yml")[0].facts, ids=lambda fact: fact.id
)
def test_a_sentence_of_a_fact_is_found_however_its_brackets_are_read(fact: Fact, way: Callable[[str], str]) -> None:
    for said in fact.says:
        if said == "#":
            continue
        text = way(said).lower().replace("~", fact.sign).replace("#", fact.sign)
        pattern = fact.worded_in(f"before {text} behind")
        assert pattern, said
        assert pattern.search(f"before {text} behind"), said


def test_of_the_sentences_of_a_fact_only_those_are_looked_for_whose_words_are_there(tmp_path: Path) -> None:
    facts, _ = read(tmp_path, HOLD)
    (fact,) = facts.facts
    assert fact.worded_in(f"take it {fact.sign} before") is None
    only = fact.worded_in(f"hold for {fact.sign}")
    assert only
    assert only.search(f"hold for {fact.sign}")
    assert not only.search(f"{fact.sign} without")
