"""What an article calls our own value is one: the same number that calculators work with."""

from pathlib import Path

import pytest

from ketamine_calculators.house_values import BP_PAUSE, DRUG_SCREEN_DAYS, SPO2_ONCE
from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.source_file import source_of
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


def said(root: Path, text: str) -> list[str]:
    site = whole_site(Project(root))
    source = source_of((GOOD + text).encode(), "content/articles/case.md")
    found = article_problems(article_of(source, root / "content/articles/case.md", site.project.lists), site)
    return [problem.message for problem in found if problem.rule == "own-value"]


def test_the_numbers_these_tests_speak_of_are_our_own() -> None:
    numbers = (BP_PAUSE.systolic, BP_PAUSE.diastolic, SPO2_ONCE.value, DRUG_SCREEN_DAYS.value)
    assert list(map(int, numbers)) == [180, 110, 90, 91]


@pytest.mark.parametrize(
    "text",
    [
        "Pause at 180 mmHg systolic or 110 mmHg diastolic (our own value).",
        "Pause at 180/110 mmHg; that is our own value.",
        "| Finding | Source |\n|---|---|\n| Saturation below 90% | Our own value |",
        "- Readings at 0, 10, 20, 30, 40, 60, 90 and 120 minutes (our own value)",
        "Observe for 2 h, our own value.",
        "Screen every 3 months (our own value).",
        "The limit is our own value. Another trial stopped at 200 mmHg.",
        "Our own value is 180 mmHg; a trial stopped at 200 mmHg [1].\n\n## References\n\n1. A paper. doi:10.1000/abc",
        "Start with 0.5 mg/kg by our protocol; the limit is our own value.",
    ],
)
def test_a_number_of_our_own_passes(root: Path, text: str) -> None:
    assert said(root, text + "\n") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Pause at 190 mmHg systolic or 110 mmHg diastolic (our own value).", "190 mmHg"),
        ("Pause at 180/101 mmHg; that is our own value.", "101 mmHg"),
        ("| Finding | Source |\n|---|---|\n| Saturation below 91% | Our own value |", "91 %"),
        ("- Readings at 0, 10, 25 and 120 minutes (our own value)", "25 min"),
        ("Observe for 3 h, our own value.", "3 h"),
        ("Screen every 5 months (our own value).", "5 months"),
        ("An alert above 1000 mg is our own value.", "1000 mg"),
    ],
)
def test_another_number_is_an_error_and_named(root: Path, text: str, number: str) -> None:
    assert said(root, text + "\n") == [f"{number} is called our own value, and none of our own values is that number."]
