"""Lists of articles as readers see them."""

from pathlib import Path

from bs4 import BeautifulSoup

from press.content.listings import INDEX, Listing, listings
from press.content.project import Project
from press.site.feeds import feeds
from press.site.listing_page import listing_html
from press.site.related import related
from press.site.site import Site
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
        "Dose of IV ketamine (1)",
        "Ketamine (1)",
        "MAO inhibitors (1)",
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
    assert related(there, site) == []


def _with_articles(root: Path, count: int, years: int = 1) -> Site:
    project = small_project(root)
    dates = GOOD.index("publishedAt:")
    line = GOOD[dates : GOOD.index("\n", dates)]
    for number in range(count):
        dated = GOOD.replace(line, f'publishedAt: "{2026 - number % years}-01-{number % 28 + 1:02}"')
        article = dated.replace('"case"', f'"number-{number}"')
        (project / "content" / "articles" / f"number-{number}.md").write_text(article, "utf-8")
    return whole_site(Project(project))


def _pages_of(list_page: str, site: Site) -> list[Listing]:
    return [listing for listing in listings(site.project) if listing.list_page == list_page]


def test_a_long_list_has_pages_that_together_show_each_article_once(tmp_path: Path) -> None:
    site = _with_articles(tmp_path / "project", 60)
    pages = _pages_of(INDEX, site)
    assert [page.url for page in pages] == ["articles/", "articles/page/2/", "articles/page/3/"]
    assert [len(page.articles) for page in pages] == [24, 24, 13]  # 60, and the one of the small project
    shown = [article.slug for page in pages for article in page.articles]
    assert sorted(shown) == sorted(article.slug for article in site.project.listed_articles)
    assert all(site.addresses.files[page.page] == page.url for page in pages)
    tags = _pages_of("articles/tags/ketamine.md", site)
    assert [page.url for page in tags] == [
        "articles/tags/ketamine/",
        "articles/tags/ketamine/page/2/",
        "articles/tags/ketamine/page/3/",
    ]


def test_from_each_page_of_a_list_links_lead_to_its_neighbors_and_its_ends(tmp_path: Path) -> None:
    site = _with_articles(tmp_path / "project", 200)
    page = _pages_of(INDEX, site)[4]
    html = BeautifulSoup(listing_html(page, site), "html.parser")
    nav = html.select_one("nav.list-pages")
    assert nav is not None
    assert [(link.get_text(), link.get("href")) for link in nav.select("a")] == [
        ("Newer", "../4/"),
        ("Page 1", "../../"),
        ("Page 4", "../4/"),
        ("Page 5", None),
        ("Page 6", "../6/"),
        ("Page 9", "../9/"),
        ("Older", "../6/"),
    ]
    assert html.h1 is not None
    assert html.h1.get_text() == "Guidance, page 5"
    assert "201 articles, page 5 of 9" in html.get_text()


def test_the_first_page_of_a_list_is_no_longer_at_a_thousand_articles_than_at_a_hundred(tmp_path: Path) -> None:
    sizes = []
    for count in (100, 1000):
        site = _with_articles(tmp_path / str(count), count, years=4)
        sizes.append(len(listing_html(_pages_of(INDEX, site)[0], site)))
    assert sizes[1] <= sizes[0] * 1.02


def test_articles_of_several_years_are_found_by_year_the_newest_first(tmp_path: Path) -> None:
    site = _with_articles(tmp_path / "project", 9, years=3)
    index = _pages_of(INDEX, site)[0]
    html = BeautifulSoup(listing_html(index, site), "html.parser")
    assert [link.get_text() for link in html.select("a[href^='years/']")] == ["2026 (4)", "2025 (3)", "2024 (3)"]


def test_one_year_alone_has_no_list_of_its_own(tmp_path: Path) -> None:
    site = _with_articles(tmp_path / "project", 3)
    assert not [listing for listing in listings(site.project) if "/years/" in listing.page]
