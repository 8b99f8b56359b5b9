"""Which sentences recommend, and what an editor is told of those that do not say how sure that is."""

from pathlib import Path

import pytest

from press.checks.recommendations import recommending_word
from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.source_file import source_of
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.handouts import NEEDED
from support.small_project import small_project

KEY = "## Key points {#key-points}\n\n"
MARK = "[strong recommendation, low certainty, label]"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("A second person should stay in the room.", "should"),
        ("The pressure must be below 160/100 mmHg.", "must"),
        ("A washout is not recommended.", "is not recommended"),
        ("Two staff are recommended.", "are recommended"),
        ("We suggest a dose of 0.5 mg/kg.", "We suggest"),
        ("After 40 minutes we strongly recommend a reading.", "we strongly recommend"),
        ("This suggests that the dose should be lower.", "should"),
        ("The label was read, and patients should not drive.", "should"),
    ],
)
def test_a_sentence_recommends(sentence: str, word: str) -> None:
    assert recommending_word(sentence) == word


@pytest.mark.parametrize(
    "sentence",
    [
        "Measure the pressure before the dose.",
        "The label recommends two hours of observation.",
        "The label says that patients should not drive until the next day.",
        "NICE states that the dose must be reviewed.",
        "The guideline asks whether a second opinion should be sought.",
        "According to the label, a provider must be present.",
        "Two hours are recommended by the label.",
        "A washout is recommended in the guideline.",
        "The leaflet has the words “You should not drive”.",
        "This article answers what a patient should do with each medicine.",
        "This article answers who must not be given ketamine.",
        "Should the dose be lowered?",
        "Should the pressure rise, stop the infusion.",
        "The true effect should have been larger.",
        "The recommended dose is 0.5 mg/kg.",
    ],
)
def test_a_sentence_does_not_recommend(sentence: str) -> None:
    assert recommending_word(sentence) == ""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_project(tmp_path_factory.mktemp("project"))


def said(root: Path, text: str, old: str = "", new: str = "") -> list[str]:
    site = whole_site(Project(root))
    source = source_of((GOOD.replace(old, new) + text).encode(), "content/articles/case.md")
    found = article_problems(article_of(source, root / "content/articles/case.md", site.project.lists), site)
    return [f"{one.line}:{one.column} {one.rule} {one.message}" for one in found if one.severity == "error"]


def test_a_sentence_without_its_strength_is_named_at_its_beginning(root: Path) -> None:
    assert said(root, "It lasts 40 minutes. The pressure should be measured.\n") == [
        '15:22 strength This sentence recommends ("should") and does not say how strong it is, how certain and what it rests on.'
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"The pressure should be measured {MARK}.\n",
        "| Group | What to do |\n|---|---|\n| Pregnancy | It should not be given |\n",
        f"{KEY}- The pressure should be measured.\n\n## Dose\n\nText.\n",
    ],
)
def test_a_marked_sentence_a_cell_and_a_key_point_pass(root: Path, text: str) -> None:
    assert said(root, text) == []


def test_a_handout_needs_neither_strength_nor_key_points(root: Path) -> None:
    assert said(root, f"You should not drive.\n\n## At home\n\n{NEEDED}", '"practitioners"', '"patients"') == []


def test_a_withdrawn_article_needs_neither(root: Path) -> None:
    withdrawn = 'audience: "practitioners"\nwithdrawnAt: "2026-02-01"\nwithdrawnReason: "Replaced."'
    assert said(root, "It should stop.\n\n## Dose\n\nText.\n", 'audience: "practitioners"', withdrawn) == []


def test_key_points_come_first(root: Path) -> None:
    assert said(root, "Text.\n\n## Dose\n\nText.\n\n## Route\n\nText.\n") == [
        "17:1 key-points The article does not begin with its key points."
    ]
    assert said(root, f"Text.\n\n## Dose\n\nText.\n\n{KEY}- One\n- Two\n") == [
        "21:1 key-points The key points stand below the section Dose."
    ]
    assert said(root, f"Text.\n\n{KEY}- One\n- Two\n\n## Dose\n\nText.\n") == []


def test_an_article_of_one_section_needs_no_key_points(root: Path) -> None:
    assert said(root, "Text.\n\n## Dose\n\nText.\n") == []
    assert said(root, "Text [1].\n\n## References\n\n1. A paper. doi:10.1000/abc\n") == []


def test_there_are_one_to_five_key_points(root: Path) -> None:
    items = "".join(f"- Point {number}\n" for number in "abcdef")
    assert said(root, f"{KEY}{items}\n## Dose\n\nText.\n") == [
        "22:1 key-points There are 6 key points; at most 5 are read."
    ]
    assert said(root, f"{KEY}Words.\n\n## Dose\n\nText.\n") == ["15:1 key-points The key points are no list."]
    below = "19:1 key-points Only the first line of the key points is one: this paragraph stands below the list."
    assert said(root, f"{KEY}- One.\n\nAnother.\n\n## Dose\n\nText.\n") == [below]
    assert said(root, f"{KEY}- One.\n\n  It goes on.\n\n## Dose\n\nText.\n") == []
