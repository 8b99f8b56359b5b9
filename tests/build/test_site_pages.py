"""The pages about the site: they are there, they are found from everywhere, and they say what is so."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from ketamine_calculators import every
from press.content.glossary import Entry, Glossary, read_glossary
from support.addresses import ABOUT
from support.searched import searched

PROJECT = Path(__file__).resolve().parents[2]
SCRIPTS = PROJECT / "web"
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


def test_the_app_has_a_name_and_icons_that_are_there(site: Path) -> None:
    home = page(site, "")
    (link,) = home.select("link[rel=manifest]")
    manifest = json.loads((site / str(link["href"])).read_text("utf-8"))
    icons = [icon["src"] for icon in manifest["icons"]]
    assert manifest["name"] in home.get_text()
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    pictures = [*icons, *(str(found["href"]) for found in home.select("link[rel=apple-touch-icon]"))]
    assert [name for name in pictures if not (site / name).read_bytes().startswith(b"\x89PNG")] == []
    tokens = (PROJECT / "web" / "css" / "tokens.css").read_text("utf-8")
    assert re.search(rf"--masthead: {manifest['theme_color']};", tokens)


def test_every_calculator_that_the_first_page_offers_has_a_link(site: Path) -> None:
    led_to = [str(link["href"]) for link in page(site, "").select(".care-list a")]
    assert len(led_to) > 12
    assert [one for one in led_to if not (site / one / "index.html").is_file()] == []


# Change log


def test_the_change_log_names_every_calculator_in_its_present_version(site: Path) -> None:
    said = words(site, "change-log")
    links = {link.get_text(): str(link["href"]) for link in article_of(site, "change-log").select("a[href]")}
    for calculator in every():
        assert links[calculator.title] == f"../calculators/{calculator.slug}/"
        assert f"{calculator.title} {calculator.version}" in said


def test_clinical_changes_come_first_in_every_release(site: Path) -> None:
    headings = [(tag.name, tag.get_text().rstrip("#")) for tag in article_of(site, "change-log").select("h2, h3")]
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
# Worksheets, in their tab; and what an editor writes at the desk.
SESSION_STORAGE = {"tab-storage.js": ["sessionStorage"], "drafts.js": ["indexedDB"]}


def test_scripts_of_the_site_keep_things_only_where_the_privacy_page_says() -> None:
    used = {file.name: OTHER_STORAGE.findall(file.read_text("utf-8")) for file in SCRIPTS.rglob("*.js")}
    assert len(used) > 20
    assert {name: found for name, found in used.items() if found} == SESSION_STORAGE
    local = {file.name for file in SCRIPTS.rglob("*.js") if "localStorage" in file.read_text("utf-8")}
    # The recent calculators, colors and keys, a trial that leaves nothing, and a session whose reader has asked for it.
    # And what an editor has chosen at the desk, and writes there until the database has it.
    desk = {"choices.js", "journal.js"}
    assert local == {"recent-calculators.js", "theme-choices.js", "probes.js", "device-record.js"} | desk


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
    assert [entry.id for entry in glossary.terms if entry.see and f"More about {entry.term}" not in said] == []


def test_every_abbreviation_stands_once_in_the_list(site: Path, glossary: Glossary) -> None:
    listed = [tag.get_text() for tag in article_of(site, "abbreviations").select("tbody th")]
    assert listed == [short for short, _ in glossary.abbreviations]
    assert len(listed) == len(set(listed))


def test_search_finds_a_meaning_in_the_glossary_and_not_under_every_article(site: Path, glossary: Glossary) -> None:
    entry: Entry = next(entry for entry in glossary.terms if entry.id == "remission")
    start = entry.definition.split(". ")[0]
    found = [address for address, page in searched(site).items() if any(start in line for line in page.lines)]
    assert found == ["glossary/#remission"]
