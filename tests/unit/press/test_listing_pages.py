"""Lists of articles as readers see them."""

from pathlib import Path

from bs4 import BeautifulSoup

from press.content.listings import INDEX, listings
from press.content.project import Project
from press.content.related import related
from press.site.feeds import feeds
from press.site.listing_page import listing_html
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project


def test_the_list_of_tags_begins_with_a_capital_and_keeps_all_others(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    taxonomy = root / "content" / "taxonomy.yml"
    taxonomy.write_text(
        taxonomy.read_text("utf-8").replace("tags:\n", "tags:\n  maoi: MAO inhibitors\n  dose: dose of IV ketamine\n"),
        "utf-8",
    )
    article = GOOD.replace('"case"', '"tagged"').replace('tags: ["ketamine"]', 'tags: ["maoi", "dose"]')
    (root / "content" / "articles" / "tagged.md").write_text(article, "utf-8")
    site = whole_site(Project(root))
    (index,) = [listing for listing in listings(site.project) if listing.page == INDEX]
    page = BeautifulSoup(listing_html(index, site), "html.parser")
    assert [link.get_text() for link in page.select("a[href^='tags/']")] == [
        "Dose of IV ketamine",
        "Ketamine",
        "MAO inhibitors",
    ]


def test_a_handout_for_patients_has_a_page_and_stands_in_no_list_or_feed(tmp_path: Path) -> None:
    root = small_project(tmp_path / "project")
    handout = GOOD.replace('"case"', '"handout"').replace('"practitioners"', '"patients"')
    (root / "content" / "articles" / "handout.md").write_text(handout, "utf-8")
    site = whole_site(Project(root))
    assert site.addresses.files["articles/handout.md"] == "articles/handout/"
    assert {"handout", "there"} == {article.slug for article in site.project.shown_articles}
    lists = listings(site.project)
    assert "articles/audiences/patients.md" not in [listing.page for listing in lists]
    assert {article.slug for listing in lists for article in listing.articles} == {"there"}
    assert all(b"handout" not in feed() for feed in feeds(site.project, "Test", "https://x.example/").values())
    (there,) = [article for article in site.project.articles if article.slug == "there"]
    assert related(there, site.project) == []
