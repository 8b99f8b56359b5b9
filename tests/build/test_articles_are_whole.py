"""Nothing of an article is lost on its way to the page: its lists, tables, boxes and headings are counted twice."""

from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from press.content.project import Project
from support.line_counts import counted

PROJECT = Path(__file__).resolve().parents[2]
# Readers see no text of drafts, of articles whose day has not come, and of those taken back.
ARTICLES = [article.file for article in Project(PROJECT).shown_articles]


def text_of_article(html: str) -> Tag:
    """What the editor wrote, as the page shows it, without calculators, contents and the list that is made."""
    article = BeautifulSoup(html, "html5lib").select_one("article")
    assert article is not None
    made = "h2:has(+ ol.made-references), ol.made-references, .recommendations-of-article"
    for ours in article.select(f"clinical-calculator, nav, {made}"):
        ours.decompose()
    return article


def shown(article: Tag) -> Counter[str]:
    return Counter(
        {name: len(article.select(name)) for name in ("ul", "ol", "li", "table", "h1", "h2", "h3", "h4", "h5", "h6")}
        | {"row": len(article.select("tr")), "task": len(article.select("li input[type=checkbox]"))}
    )


@pytest.mark.parametrize("source", ARTICLES, ids=lambda path: path.stem)
def test_every_list_item_row_and_heading_of_an_article_is_on_its_page(source: Path, site: Path) -> None:
    page = site / "articles" / source.stem / "index.html"
    assert +shown(text_of_article(page.read_text("utf-8"))) == +counted(source.read_text("utf-8"))
