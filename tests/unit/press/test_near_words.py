"""A suggestion is made where a slip of the hand explains the word, and nowhere else."""

import pytest

from press.markdown.links import SiteMap
from press.reading.near_words import nearest
from press.reading.problems import did_you_mean

KNOWN = [
    "ema-2010",
    "daly-2019",
    "murrough-2013",
    "dosing",
    "there",
    "Warning",
    "contraindications",
    "CLINICAL_PRACTICE",
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("daly-2018", "daly-2019"),
        ("dayl-2019", "daly-2019"),
        ("murough-2013", "murrough-2013"),
        ("dose", "dosing"),
        ("the-dosing", "dosing"),
        ("thre", "there"),
        ("warn", "Warning"),
        ("CONTRAINDICATION", "contraindications"),
        ("clinical_practise", "CLINICAL_PRACTICE"),
    ],
)
def test_a_slip_of_the_hand_is_recognized(word: str, meant: str) -> None:
    assert nearest(word, KNOWN) == meant
    assert did_you_mean(word, KNOWN) == f' Did you mean "{meant}"?'


@pytest.mark.parametrize(
    "word", ["berman-2000", "emery-2013", "burrow-2013", "nowhere", "training", "", "x", "a" * 100_000]
)
def test_another_word_is_not_taken_for_a_known_one(word: str) -> None:
    assert nearest(word, KNOWN) is None
    assert did_you_mean(word, KNOWN) == ""


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("/articles/esketamine-dosing/", "/articles/ketamine-dosing/"),
        ("/images/articles/esketamine.svg", "/images/articles/ketamine.svg"),
    ],
)
def test_a_page_or_picture_with_a_like_name_is_asked_about_and_never_told_to_be_written(
    written: str, near: str
) -> None:
    files = {
        "articles/ketamine-dosing.md": "articles/ketamine-dosing/",
        "images/articles/ketamine.svg": "images/articles/ketamine.svg",
    }
    target = SiteMap(files).target(written, "articles/here.md", picture=written.endswith(".svg"))
    assert f'Did you mean "{near}"?' in target.refusal
    assert target.fix.startswith("Look at the spelling, ")
    assert near not in target.fix
