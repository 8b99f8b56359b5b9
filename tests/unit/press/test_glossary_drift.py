"""A word of the glossary that an article writes out or defines otherwise is asked about."""

from pathlib import Path

import pytest

from press.checks.checked_page import CheckedPage
from press.checks.glossary_drift import problems
from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.source_file import source_of
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project

GLOSSARY = """\
terms:
  tms:
    term: Transcranial magnetic stimulation
    short: [TMS]
    also: [magnetic stimulation of the brain]
  phq-9:
    term: Patient Health Questionnaire-9
    short: [PHQ-9]
  staging:
    term: Massachusetts General Hospital staging
    short: [MGH-S]
  response:
    term: Response
    definition: A depression score that has fallen by at least 50% since the baseline.
    see: /articles/there/
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small_project(tmp_path_factory.mktemp("project"))
    (root / "content" / "glossary.yml").write_text(GLOSSARY, "utf-8")
    return root


def asked(root: Path, text: str) -> list[str]:
    site = whole_site(Project(root))
    source = source_of((GOOD + text).encode(), "content/articles/case.md")
    found = article_problems(article_of(source, root / "content/articles/case.md", site.project.lists), site)
    assert {problem.severity for problem in found if problem.rule == "glossary-drift"} <= {"warning"}
    return [f"{one.line}:{one.column} {one.message}" for one in found if one.rule == "glossary-drift"]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Consider transcranial magnet stimulation (TMS) first.", "transcranial magnet stimulation", "15:43"),
        ("Some had magnetic transcranial stimulation (TMS).", "transcranial stimulation", "15:45"),
        ("TMS is transcranial motor stimulation.", "transcranial motor stimulation", "15:1"),
        ("Ask the patients’ health questionnaire (PHQ-9) again.", "patients’ health questionnaire", "15:41"),
    ],
)
def test_an_abbreviation_that_is_written_out_in_other_words_is_asked_about(
    root: Path, text: str, words: str, place: str
) -> None:
    (said,) = asked(root, text + "\n")
    assert said.startswith(place)
    assert f'written out as "{words}" here' in said


@pytest.mark.parametrize(
    "text",
    [
        "Consider transcranial magnetic stimulation (TMS) first.",
        "Magnetic stimulation of the brain (TMS) is another.",
        "The nine-item Patient Health Questionnaire (PHQ-9) is short.",
        "The method of Massachusetts General Hospital (MGH-S) adds points.",
        "Other treatments (TMS) follow.",
        "TMS is less invasive.",
        "Response is a fall of at least 50%.",
        "Response means 60% in one trial.",
        "Response is judged after 6 treatments.",
        "In that trial response was 40%.",
    ],
)
def test_the_same_words_and_numbers_and_those_of_others_are_no_question(root: Path, text: str) -> None:
    assert asked(root, text + "\n") == []


def test_a_definition_with_another_number_is_asked_about(root: Path) -> None:
    assert asked(root, "Response is a fall of at least 40%.\n") == [
        '15:1 The article says 40% where it defines "Response", and the glossary 50%: '
        '"A depression score that has fallen by at least 50% since the baseline."'
    ]


def test_an_article_of_this_site_writes_words_out_as_the_glossary_does(pages: Pages) -> None:
    site = pages.site
    article = site.articles["articles/staging-systems-compared.md"]
    assert "(TRD)" in article.source.body or "(MGH-S)" in article.source.body
    page = CheckedPage(site.parsed(article), pages, article=article)
    assert [problem.message for problem in problems(page)] == []
