"""Drafts and articles of the future are nowhere; withdrawn ones say so; moved ones are found."""

import gzip
import json
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest
from bs4 import BeautifulSoup

from support.extra_articles import SECRET
from support.searched import searched

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html5lib")


def content(file: Path) -> bytes:
    data = file.read_bytes()
    if file.suffix == ".gz":
        return gzip.decompress(data)
    if file.suffix == ".br":
        return bytes(brotli.decompress(data))
    return data


def addresses_in_sitemap(site: Path) -> dict[str, str | None]:
    tree = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
    return {
        str(url.findtext("s:loc", namespaces=SITEMAP)).split("/", 3)[3]: url.findtext("s:lastmod", namespaces=SITEMAP)
        for url in tree.findall("s:url", SITEMAP)
    }


@pytest.mark.parametrize("words", [SECRET, "hidden-draft", "hidden-future", "hidden-before"])
def test_what_is_not_published_is_in_no_built_file(words: str, odd_site: Path) -> None:
    holding = [
        file.relative_to(odd_site).as_posix()
        for file in odd_site.rglob("*")
        if file.is_file() and (words.encode() in content(file) or words in file.as_posix().removeprefix(str(odd_site)))
    ]
    assert holding == []


def test_a_withdrawn_article_says_so_and_why_and_shows_nothing_of_its_text(odd_site: Path) -> None:
    article = page(odd_site, "articles/taken-back").select_one("article")
    assert article is not None
    words = " ".join(article.get_text(" ").split())
    assert "Withdrawn on 1 February 2026 . Do not use this guidance. Replaced & <b>newer</b>." in words
    assert "noindex" in str(page(odd_site, "articles/taken-back").select_one("meta[name=robots]"))


@pytest.mark.parametrize("file", ["articles/index.html", "articles/feed.xml", "index.html"])
def test_a_withdrawn_article_is_in_no_list(file: str, odd_site: Path) -> None:
    assert b"taken-back" not in (odd_site / file).read_bytes()


def test_a_withdrawn_article_is_not_searched(odd_site: Path) -> None:
    assert "articles/moved-here/" in searched(odd_site)
    assert "articles/taken-back/" not in searched(odd_site)


@pytest.mark.parametrize("old", ["articles/moved-from", "old/place"])
def test_an_earlier_address_leads_to_the_article(old: str, odd_site: Path) -> None:
    moved = page(odd_site, old)
    link = moved.select_one("main a")
    refresh = moved.select_one("meta[http-equiv=refresh]")
    assert link is not None
    assert refresh is not None
    assert (odd_site / old / str(link["href"]) / "index.html").resolve() == (
        odd_site / "articles/moved-here/index.html"
    ).resolve()
    assert refresh["content"] == f"0; url={link['href']}"


def test_an_overdue_review_is_said_on_the_page(odd_site: Path) -> None:
    article = page(odd_site, "articles/moved-here").select_one("article")
    assert article is not None
    words = " ".join(article.get_text(" ").split())
    assert "Page last reviewed: 10 January 2026 , by Ketamine Association Clinical Reviewer" in words
    assert "Next review due: 11 January 2026" in words
    assert "Review overdue. This page was due for review on 11 January 2026" in words


def test_the_feed_of_clinical_changes_holds_clinical_changes_alone(odd_site: Path) -> None:
    feed = ElementTree.fromstring((odd_site / "articles" / "clinical-changes.xml").read_bytes())
    summaries = [entry.findtext("a:summary", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert "A dose <was> corrected." in summaries
    assert "A comma." not in summaries


@pytest.mark.parametrize("name", ["feed.xml", "clinical-changes.xml"])
def test_a_feed_has_all_that_atom_asks_for(name: str, odd_site: Path) -> None:
    feed = ElementTree.fromstring((odd_site / "articles" / name).read_bytes())
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for part in [feed, *feed.findall("a:entry", ATOM)]:
        for tag in ("id", "title", "updated"):
            assert (part.findtext(f"a:{tag}", namespaces=ATOM) or "").strip(), f"{tag} is missing"
        assert part.find("a:author/a:name", ATOM) is not None
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in feed.findall("a:entry", ATOM)]
    assert len(set(ids)) == len(ids)
    updated = [str(entry.findtext("a:updated", namespaces=ATOM)) for entry in feed.findall("a:entry", ATOM)]
    assert updated == sorted(updated, reverse=True)


def test_the_sitemap_names_the_day_of_the_last_change_and_no_day_it_does_not_know(odd_site: Path) -> None:
    days = addresses_in_sitemap(odd_site)
    assert days["articles/moved-here/"] == "2026-01-10"
    assert days["about/"] is None


def linked_data(site: Path, address: str) -> dict[str, object]:
    script = page(site, address).select_one('script[type="application/ld+json"]')
    assert script is not None
    data = json.loads(str(script.string))
    assert isinstance(data, dict)
    return data


def test_an_article_describes_itself_as_a_medical_web_page(odd_site: Path) -> None:
    data = linked_data(odd_site, "articles/moved-here")
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "MedicalWebPage"
    assert data["name"] == data["headline"] == "Moved here"
    assert (data["datePublished"], data["dateModified"], data["lastReviewed"]) == (
        "2026-01-08",
        "2026-01-10",
        "2026-01-10",
    )
    assert data["author"] == {"@type": "Organization", "name": "Ketamine Association Editorial Team"}
    assert data["reviewedBy"] == {"@type": "Organization", "name": "Ketamine Association Clinical Reviewer"}
    assert data["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "A paper. doi:10.1000/abc PMID 123",
            "sameAs": ["https://doi.org/10.1000/abc", "https://pubmed.ncbi.nlm.nih.gov/123/"],
        }
    ]
    assert str(data["url"]).endswith("/articles/moved-here/")


def test_hostile_words_stay_words_in_the_page_and_in_its_head(odd_site: Path) -> None:
    words = """Quotes " and ' & </title></script><script>alert(1)</script>"""
    found = page(odd_site, "articles/hostile-words")
    for name in ("meta[name=description]", 'meta[property="og:description"]'):
        tag = found.select_one(name)
        assert tag is not None
        assert tag["content"] == words
    assert linked_data(odd_site, "articles/hostile-words")["description"] == words
    assert not [
        script for script in found.select("script") if "alert(1)" in str(script.string) and not script.get("type")
    ]
    shown = found.select_one(".article-excerpt")
    assert shown is not None
    assert shown.get_text().strip() == words


def test_open_graph_says_what_the_page_says(odd_site: Path) -> None:
    found = page(odd_site, "articles/moved-here")
    said = {str(tag["property"]): str(tag["content"]) for tag in found.select("meta[property]")}
    assert said["og:type"] == "article"
    assert said["og:title"] == "Moved here"
    assert said["og:description"] == "Moved here in short."
    assert said["og:url"].endswith("/articles/moved-here/")
    assert said["og:image"].endswith("/assets/images/link-preview.png")
    assert said["og:image:alt"]
    assert said["article:published_time"] == "2026-01-08"


def test_a_citation_and_its_reference_lead_to_each_other(odd_site: Path) -> None:
    article = page(odd_site, "articles/moved-here").select_one("article")
    assert article is not None
    reference = article.select_one("li#ref-1")
    assert reference is not None
    assert [str(link["href"]) for link in reference.select("a")] == [
        "https://doi.org/10.1000/abc",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
        "#cite-1",
    ]
    assert [str(link["href"]) for link in article.select("#cite-1 a")] == ["#ref-1"]


def test_the_citation_files_hold_the_article(odd_site: Path) -> None:
    folder = odd_site / "articles" / "moved-here"
    bibtex = (folder / "cite.bib").read_text("utf-8")
    assert bibtex.startswith("@online{moved-here-2026,\n")
    assert bibtex.count("{") == bibtex.count("}")
    ris = (folder / "cite.ris").read_bytes().decode().split("\r\n")
    assert ris[0] == "TY  - ELEC"
    assert "TI  - Moved here" in ris
    assert ris[-2:] == ["ER  - ", ""]


def test_every_list_of_an_article_holds_it_once(odd_site: Path) -> None:
    for address in (
        "articles",
        "articles/categories/safety",
        "articles/tags/trd",
        "articles/audiences/practitioners",
        "articles/authors/ketamine-association-editorial-team",
    ):
        links = [str(link["href"]) for link in page(odd_site, address).select(".article-list-title a")]
        assert sum(link.rstrip("/").endswith("moved-here") for link in links) == 1, address


def test_related_guidance_is_never_the_article_itself_nor_withdrawn(odd_site: Path) -> None:
    links = [str(link["href"]) for link in page(odd_site, "articles/moved-here").select(".article-related a")]
    assert links
    assert not any("moved-here" in link or "taken-back" in link for link in links)
