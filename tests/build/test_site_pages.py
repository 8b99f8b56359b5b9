"""The pages about the site: they are there, they are found from everywhere, and they say what is so."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, Page, expect

from ketamine_calculators import every
from press.content.glossary import Entry, Glossary, read_glossary
from support.pages.seen import accessibility_problems, scrolls_sideways

PROJECT = Path(__file__).resolve().parents[2]
SCRIPTS = PROJECT / "docs" / "assets" / "js"
ABOUT = (
    "about",
    "limits",
    "how-calculators-are-made",
    "change-log",
    "report-an-error",
    "privacy",
    "accessibility",
    "glossary",
    "abbreviations",
)
ARTICLE = "articles/staging-systems-compared"


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html5lib")


def article_of(site: Path, address: str) -> Tag:
    found = page(site, address).select_one("article")
    assert found is not None
    return found


def words(site: Path, address: str) -> str:
    return " ".join(article_of(site, address).get_text(" ").split())


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return read_glossary(PROJECT / "content", "content/glossary.yml")[0]


@pytest.mark.parametrize("address", ["", "calculators/iv-dose", ARTICLE, "glossary"])
def test_the_foot_of_a_page_leads_to_every_page_about_the_site(address: str, site: Path) -> None:
    footer = page(site, address).select_one("footer")
    assert footer is not None
    led_to = {str(link["href"]).partition("#")[0].strip("./") for link in footer.select("a[href]")}
    own = {address} if address in ABOUT else set()
    assert set(ABOUT) - led_to - own == set()


@pytest.mark.parametrize(
    ("address", "tab"),
    [
        ("", "Home"),
        ("calculators", "Calculators"),
        ("calculators/iv-dose", "Calculators"),
        ("worksheets/infusion", "Worksheets"),
        (ARTICLE, "Guidance"),
        ("limits", "About"),
        ("performance", None),
    ],
)
def test_the_menu_shows_in_which_part_of_the_site_a_page_stands(address: str, tab: str | None, site: Path) -> None:
    lit = [item.get_text().strip() for item in page(site, address).select(".md-tabs__item--active")]
    assert lit == ([tab] if tab else [])


@pytest.mark.parametrize("address", ABOUT)
def test_no_person_and_no_mail_address_is_made_up(address: str, site: Path) -> None:
    article = article_of(site, address)
    assert not article.select("a[href^='mailto:'], a[href^='tel:']")
    assert not re.search(r"[\w.]+@[\w.]+\.\w", article.get_text())


# Change log


def test_the_change_log_names_every_calculator_in_its_present_version(site: Path) -> None:
    said = words(site, "change-log")
    links = {link.get_text(): str(link["href"]) for link in article_of(site, "change-log").select("a[href]")}
    for calculator in every():
        assert links[calculator.title] == f"../calculators/{calculator.slug}/"
        assert f"{calculator.title} {calculator.version}" in said


def test_clinical_changes_come_first_in_every_release(site: Path) -> None:
    headings = [(tag.name, tag.get_text().rstrip("¶")) for tag in article_of(site, "change-log").select("h2, h3")]
    releases = [i for i, (name, _) in enumerate(headings) if name == "h2"]
    assert releases
    assert all(headings[i + 1] == ("h3", "Clinical changes") for i in releases)


def test_the_change_log_has_every_line_of_the_project_s_own(site: Path) -> None:
    shown = words(site, "change-log")
    for line in (PROJECT / "CHANGELOG.md").read_text("utf-8").split("\n")[1:]:
        plain = line.lstrip("#- ").strip()
        if plain and "`" not in plain:
            assert " ".join(plain.split()) in shown


# Privacy: what the page says of storage is what the scripts do.

OTHER_STORAGE = re.compile(r"sessionStorage|indexedDB|document\.cookie|cookieStore|sendBeacon|XMLHttpRequest|WebSocket")


def test_scripts_of_the_site_keep_things_only_where_the_privacy_page_says() -> None:
    used = {file.name: OTHER_STORAGE.findall(file.read_text("utf-8")) for file in SCRIPTS.rglob("*.js")}
    assert {name: found for name, found in used.items() if found} == {}


def test_nothing_that_a_reader_typed_is_in_storage(site_url: str, browser: Browser) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{site_url}calculators/iv-dose/")
    tab.get_by_role("textbox", name="Weight").fill("73.4321")
    tab.get_by_role("textbox", name="Final volume").fill("50")
    tab.get_by_role("radio", name="50 mg/mL").check(force=True)
    expect(tab.locator(".result")).to_contain_text("36.7 mg", timeout=60_000)
    kept = tab.evaluate(
        """async () => {
            const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
            for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                    texts.push(request.url);
                    if (name.includes("image")) texts.push(await (await cache.match(request)).text());
                }
            }
            return texts.join(" ");
        }"""
    )
    assert "73.4321" not in kept
    assert tab.evaluate("document.cookie") == ""
    assert context.cookies() == []
    context.close()


# Limits


def test_the_limits_name_both_regulators_and_give_no_legal_advice(site: Path) -> None:
    said = words(site, "limits")
    for fact in (
        "Food and Drug Administration",
        "Medicines and Healthcare products Regulatory Agency",
        "This is not legal advice",
        "Racemic ketamine is not approved for depression",
        "They are not written for patients",
        "Do not use this site when minutes count",
    ):
        assert fact in said


# Glossary


def test_every_term_has_its_own_heading_and_meaning(site: Path, glossary: Glossary) -> None:
    article = article_of(site, "glossary")
    for entry in glossary.terms:
        heading = article.find(id=entry.id)
        assert isinstance(heading, Tag)
        assert heading.name == "h3"
        assert entry.definition in " ".join(p.get_text() for p in heading.find_next_siblings("p", limit=2))


def test_every_term_says_where_to_read_on_unless_nothing_is_known(site: Path, glossary: Glossary) -> None:
    said = words(site, "glossary")
    assert [entry.id for entry in glossary.terms if entry.see and f"Read on about {entry.term}" not in said] == []


def test_every_abbreviation_stands_once_in_the_list(site: Path, glossary: Glossary) -> None:
    listed = [tag.get_text() for tag in article_of(site, "abbreviations").select("tbody th")]
    assert listed == [short for short, _ in glossary.abbreviations]
    assert len(listed) == len(set(listed))


def test_search_finds_a_meaning_in_the_glossary_and_not_under_every_article(site: Path, glossary: Glossary) -> None:
    entry: Entry = next(entry for entry in glossary.terms if entry.id == "remission")
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = [doc["location"] for doc in index["docs"] if entry.definition in doc["text"]]
    assert found == ["glossary/#remission"]


def test_what_screen_readers_say_of_a_term_is_its_meaning(browser: Browser, site_url: str, glossary: Glossary) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{site_url}{ARTICLE}/")
    by_id = {entry.id: entry for entry in glossary.terms}
    links = tab.locator("a.term").all()
    assert len(links) > 10
    for link in links:
        entry = by_id[str(link.get_attribute("href")).partition("#")[2]]
        expect(link).to_have_accessible_description(entry.definition)
    links[0].focus()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/glossary/#staging$"), timeout=60_000)
    expect(tab.locator("#staging")).to_be_in_viewport()
    context.close()


VIEWS = [(320, "light"), (1350, "dark")]


@pytest.fixture(params=VIEWS, ids=[f"{width}-{colors}" for width, colors in VIEWS])
def view(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, colors = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 915}, color_scheme=colors, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.set_default_timeout(60_000)
    yield tab
    context.close()


def test_pages_about_the_site_have_nothing_that_axe_calls_wrong(view: Page, site_url: str) -> None:
    for address in ABOUT:
        view.goto(f"{site_url}{address}/")
        assert accessibility_problems(view) == [], address
        assert not scrolls_sideways(view), address
