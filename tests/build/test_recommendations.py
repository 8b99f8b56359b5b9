"""Recommendations, key points and boxes on finished pages, and what programs read in place of pages."""

import json
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from support.searched import searched

ARTICLE = "articles/recommending"


def page(site: Path, address: str) -> BeautifulSoup:
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html5lib")


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def test_an_article_lists_its_recommendations_above_its_references(odd_site: Path) -> None:
    article = page(odd_site, ARTICLE).select_one("article")
    assert article is not None
    items = article.select(".recommendations-of-article li")
    assert [words(item) for item in items] == [
        "Measure oxygen saturation until discharge. strong recommendation, low certainty, label",
        "Pregnancy: Do not give it. conditional recommendation, very low certainty, our protocol and law",
    ]
    headings = [heading["id"] for heading in article.select("h2[id]")]
    assert headings.index("recommendations-in-this-article") == headings.index("references") - 1
    marks = {mark["id"]: mark for mark in article.select("a.strength[id]")}
    assert [str(link["href"]) for link in article.select(".recommendations-of-article a[href^='#rec-']")] == [
        f"#{id}" for id in marks
    ]
    assert all(str(mark["href"]) == "../../how-sure/" for mark in marks.values())


def test_the_contents_name_the_list(odd_site: Path) -> None:
    contents = page(odd_site, ARTICLE).select(".contents a")
    names = [words(link) for link in contents]
    assert names.index("Recommendations in this article") == names.index("References") - 1


def test_key_points_and_boxes_are_elements_of_their_own(odd_site: Path) -> None:
    article = page(odd_site, ARTICLE)
    (points,) = article.select("section.key-points[aria-labelledby=key-points]")
    assert [words(item) for item in points.select("li")] == [
        "Measure the blood pressure before each dose.",
        "Breathing can slow.",
    ]
    assert [words(box.select_one(".admonition-title")) for box in article.select(".admonition")] == [
        "Contraindications",
        "Monitoring",
    ]


def test_the_page_says_which_label_and_which_literature_was_read(odd_site: Path) -> None:
    assert words(page(odd_site, ARTICLE).select_one(".article-sources")) == (
        "Literature read to 5 January 2026 , and label texts that were read "
        "US label: text of 13 March 2025 , read 4 January 2026 . A newer <text> exists."
    )


def test_clinical_changes_stand_apart_from_editorial_ones(odd_site: Path) -> None:
    after = page(odd_site, "articles/moved-here").select_one(".article-after")
    assert after is not None
    lists = [(words(one.find_previous_sibling("h3")), words(one)) for one in after.select(".article-changes")]
    assert lists == [
        ("Clinical changes", "9 January 2026 : A dose <was> corrected."),
        ("Editorial changes", "10 January 2026 : A comma."),
    ]


def test_all_recommendations_stand_on_one_page_as_a_plain_list(odd_site: Path) -> None:
    listed = page(odd_site, "recommendations")
    (group,) = listed.select("section[data-article=recommending]")
    assert words(group.select_one("h2")).startswith("Recommending")
    item = group.select("li")[1]
    assert item["data-origin"] == "our protocol|law"
    (link,) = item.select("a")
    assert str(link["href"]) == "../articles/recommending/#rec-pregnancy-do-not-give-it"
    assert not group.has_attr("hidden")
    field = listed.select_one("recommendation-filter search")
    assert field is not None
    assert field.has_attr("hidden")  # a script shows it
    assert [words(label) for label in field.select("label")] == ["Strength", "Certainty", "Origin", "Article"]


def test_recommendations_are_data_with_their_sources_and_addresses(odd_site: Path) -> None:
    data = json.loads((odd_site / "recommendations.json").read_text("utf-8"))
    assert "not a substitute for clinical judgment" in data["notice"]
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    (found,) = [one for one in data["recommendations"] if one["id"] == "rec-pregnancy-do-not-give-it"]
    assert found["text"] == "Pregnancy: Do not give it."
    assert (found["strength"], found["certainty"]) == ("conditional recommendation", "very low certainty")
    assert found["origin"] == ["our protocol", "law"]
    assert found["url"].endswith("/articles/recommending/#rec-pregnancy-do-not-give-it")
    assert found["sources"] == [
        {"number": 2, "text": "A trial. doi:10.1000/abc PMID 123", "doi": "10.1000/abc", "pmid": "123"}
    ]
    (first,) = [one for one in data["recommendations"] if one["id"] == "rec-measure-oxygen-saturation-until-discharge"]
    assert first["sources"] == [
        {"number": 1, "part": "section 5.3", "text": "A label. https://labels.example/a"},
    ]
    ids = {tag["id"] for tag in page(odd_site, ARTICLE).select("[id]")}
    assert {one["id"] for one in data["recommendations"] if one["article"] == "recommending"} <= ids


def test_each_article_has_its_markdown_beside_it(odd_site: Path) -> None:
    (link,) = page(odd_site, ARTICLE).select("link[type='text/markdown']")
    assert link["rel"] == ["alternate"]
    text = (odd_site / ARTICLE / str(link["href"])).read_text("utf-8")
    assert text.startswith("# Recommending\n\n> Recommending in short.\n\n- Page: https://")
    for said in (
        "- For clinicians. It is not a substitute for clinical judgment.\n",
        "- Not yet reviewed by a clinician.\n",
        "- US label: text of 13 March 2025, read 4 January 2026. A newer <text> exists.\n",
        "- License: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\n",
        "\n## Key points\n\n- Measure the blood pressure before each dose.\n",
        "Measure oxygen saturation until discharge [strong recommendation, low certainty, label] [1, section 5.3].",
    ):
        assert said in text
    assert text.count("\n# ") == 0
    assert "```" not in text
    assert "a remark" not in text
    assert "/calculators/iv-dose/)" in text
    assert "](/" not in text


def test_withdrawn_articles_have_no_markdown(odd_site: Path) -> None:
    assert not (odd_site / "articles/taken-back/index.html.md").exists()
    assert not page(odd_site, "articles/taken-back").select("link[type='text/markdown']")


def test_llms_txt_names_every_article_that_readers_may_see(odd_site: Path) -> None:
    text = (odd_site / "llms.txt").read_text("utf-8")
    assert text.startswith("# Ketamine Association Guidance\n\n> ")
    assert "not a substitute for clinical judgment" in text
    assert "/articles/recommending/index.html.md): Recommending in short.\n" in text
    assert "taken-back" not in text
    handouts = text.partition("## Handouts for patients\n")[2]
    assert "/articles/for-patients/index.html.md): What to expect in short." in handouts


def test_files_for_programs_are_in_no_search_site_map_or_kept_copy(odd_site: Path) -> None:
    for text in (
        " ".join(searched(odd_site)),
        (odd_site / "sitemap.xml").read_text("utf-8"),
        (odd_site / "service-worker.js").read_text(),
    ):
        assert "index.html.md" not in text
        assert "recommendations.json" not in text
        assert "llms.txt" not in text


def test_a_handout_for_patients_has_a_page_and_is_in_no_list_of_clinicians(odd_site: Path) -> None:
    handout = page(odd_site, "articles/for-patients")
    assert "Plain words." in words(handout.select_one("article"))
    for name in ("index.html", "articles/index.html", "articles/feed.xml", f"{ARTICLE}/index.html"):
        assert "for-patients" not in (odd_site / name).read_text("utf-8"), name
    assert not (odd_site / "articles/audiences/patients").exists()
