"""Any article of ours can be taken back at once: the check finds no error, and calculators that rest on it say so."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup

from ketamine_calculators import every, find
from press.checks.rules import SITE_RULES
from press.checks.run import article_problems
from press.content.articles import article_of
from press.content.project import Project
from press.reading.front_matter_edits import with_fields
from press.reading.source_file import SourceFile
from press.site.pages import Pages
from press.site.recommendations_page import all_html
from press.site.site import Site
from press.site.site_map import whole_site
from support.small_project import PROJECT

PROTOCOL = "treatment-resistant-depression-protocols"
SLUGS = sorted(file.stem for file in (PROJECT / "content" / "articles").glob("*.md"))
TODAY = datetime.date(2035, 6, 1)


@pytest.fixture(scope="module")
def site() -> Site:
    return whole_site(Project(PROJECT, TODAY))


def without(site: Site, slug: str) -> Site:
    """The site on the day on which this article is withdrawn."""
    article = site.articles[f"articles/{slug}.md"]
    text = with_fields(article.source.text, {"withdrawnAt": "2035-06-01", "withdrawnReason": "Wrong dose."})
    return site.with_article(article_of(SourceFile(article.source.path, text), article.file, site.project.lists))


@pytest.mark.parametrize("slug", SLUGS)
def test_an_article_can_be_taken_back_at_once(slug: str, site: Site) -> None:
    pages = Pages(without(site, slug))
    gone = pages.site.articles[f"articles/{slug}.md"]
    leading_to_it = [
        article
        for article in site.project.articles
        if any(link.target.page == gone.page for link in site.parsed(article).links)
    ]
    found = [problem for rule in SITE_RULES for problem in rule(pages)]
    for article in (gone, *leading_to_it):
        found += article_problems(article, pages.site)
    assert [problem.words() for problem in found if problem.severity == "error"] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_list_of_recommendations_shows_those_of_a_withdrawn_article(slug: str, site: Site) -> None:
    assert f"articles/{slug}/" not in all_html(without(site, slug), "recommendations.md")


def page_of(pages: Pages, calculator: str) -> BeautifulSoup:
    card = find(calculator)
    docs = pages.site.docs_page(f"{card.folder}/{card.slug}.md")
    assert docs is not None
    return BeautifulSoup(pages.docs(docs).html, "html5lib")


def test_each_calculator_that_takes_numbers_from_the_protocol_says_that_it_is_withdrawn(site: Site) -> None:
    gone = Pages(without(site, PROTOCOL))
    assert {"iv_dose", "dose_table", "infusion", "session_vitals"} <= {*gone.site.withdrawn_sources}
    assert {card.id for card in every() if PROTOCOL in {passage.article for passage in card.house}} <= {
        *gone.site.withdrawn_sources
    }
    # By itself, through another one, and as a worksheet.
    for calculator in ("iv_dose", "dose_table", "infusion"):
        (notice,) = page_of(gone, calculator).select(".calculator > .recalled")
        words = re.sub(r"\s+", " ", notice.get_text())
        assert words.startswith("A source of this calculator is withdrawn. It takes numbers from “")
        assert "withdrawn on 1 June 2035: Wrong dose. Do not act on its answer" in words
        assert [str(link["href"]) for link in notice.select("a")] == [f"../../articles/{PROTOCOL}/"]
        title = gone.site.articles[f"articles/{PROTOCOL}.md"].title
        assert notice["data-record"] == (
            f"this calculator takes numbers from the article “{title}”, withdrawn on 1 June 2035"
        )


def test_a_calculator_that_takes_no_numbers_from_it_says_nothing(site: Site) -> None:
    assert not page_of(Pages(without(site, PROTOCOL)), "gad7").select(".calculator > .recalled")
    assert not page_of(Pages(site), "iv_dose").select(".calculator > .recalled")


def test_the_form_within_another_article_says_it_too(site: Site) -> None:
    gone = without(site, PROTOCOL)
    article = next(one for one, _ in gone.placed_in["iv_dose"] if one.slug != PROTOCOL)
    html = BeautifulSoup(Pages(gone).article(article).html, "html5lib")
    card = html.select_one("clinical-calculator[data-calculator='iv_dose'] .recalled a")
    assert card is not None
    assert card["href"] == f"../../articles/{PROTOCOL}/"


def sheet(site: Site) -> BeautifulSoup:
    docs = site.docs_page("sheets/patient-and-escort.md")
    assert docs is not None
    return BeautifulSoup(Pages(site).docs(docs).html, "html5lib")


def test_sheets_to_print_say_it_above_their_numbers(site: Site) -> None:
    (notice,) = sheet(without(site, PROTOCOL)).select(".recalled")
    assert notice.get_text().startswith("A source of this sheet is withdrawn.")
    assert [str(link["href"]) for link in notice.select("a")] == [f"../../articles/{PROTOCOL}/"]
    assert not sheet(site).select(".recalled")
    assert not sheet(without(site, "monitoring-and-rescue")).select(".recalled")
