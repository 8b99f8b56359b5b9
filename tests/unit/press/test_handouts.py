"""Handouts for patients: plain words, no dose to take by oneself, and when to call whom."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from press.content.project import Project
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.reading_age import sentences, too_hard

PROJECT = Path(__file__).resolve().parents[3]
HANDOUTS = ("ketamine-infusion-for-patients", "esketamine-spray-for-patients", "staying-well-for-patients")


@pytest.fixture(scope="module")
def handouts() -> dict[str, BeautifulSoup]:
    pages = Pages(whole_site(Project(PROJECT)))
    found = (article for article in pages.site.project.articles if article.is_for_patients)
    return {article.slug: BeautifulSoup(pages.article(article).html, "html5lib") for article in found}


def said(handout: BeautifulSoup) -> list[str]:
    """Its sentences, without those of its table and of its references."""
    for citation in handout.select("a[href^='#ref-'], a.headerlink"):
        citation.decompose()
    return sentences([item.get_text(" ") for item in handout.select("p, li:not(ol li)")])


def test_there_is_one_for_each_treatment_and_one_for_staying_well(handouts: dict[str, BeautifulSoup]) -> None:
    assert set(HANDOUTS) <= set(handouts)


def test_a_patient_of_12_years_can_read_each(handouts: dict[str, BeautifulSoup]) -> None:
    hard = {slug: found for slug, handout in handouts.items() if (found := too_hard(said(handout)))}
    assert hard == {}


def test_none_says_a_dose(handouts: dict[str, BeautifulSoup]) -> None:
    doses = {slug: re.findall(r"\d\s*(?:mg|mL|sprays)\b", handout.get_text()) for slug, handout in handouts.items()}
    assert {slug: found for slug, found in doses.items() if found} == {}


@pytest.mark.parametrize(
    "words",
    [
        "Phone at night",
        "Call your local emergency number now",
        "hard to breathe",
        "very high blood pressure",
        "ending your life",
        "when you pass urine",
        "pregnant",
        "Do not drive until the next day, after a good night's sleep.",
    ],
)
def test_each_warns_of_what_must_not_be_missed(words: str, handouts: dict[str, BeautifulSoup]) -> None:
    without = [slug for slug, handout in handouts.items() if words not in " ".join(handout.get_text(" ").split())]
    assert without == []
