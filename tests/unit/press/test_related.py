"""Which articles stand under an article as related."""

from pathlib import Path

from press.content.project import Project
from press.site.related import related
from press.site.site import Site
from press.site.site_map import whole_site
from support.broken_articles import GOOD
from support.small_project import small_project


def _site(root: Path, texts: dict[str, str]) -> Site:
    project = small_project(root)
    for slug, text in texts.items():
        article = GOOD.replace('"case"', f'"{slug}"').replace('tags: ["ketamine"]', "tags: []")
        (project / "content" / "articles" / f"{slug}.md").write_text(f"{article}\n{text}\n", "utf-8")
    return whole_site(Project(project))


def _related(slug: str, site: Site) -> list[str]:
    return [other.slug for other in related(site.articles[f"articles/{slug}.md"], site)]


def test_articles_that_cite_the_same_work_are_related_and_a_rare_one_counts_more(tmp_path: Path) -> None:
    site = _site(
        tmp_path / "project",
        {
            "first": "Seen in trials [@rare-2020; @often-2019].",
            "second": "The rare one again [@rare-2020].",
            "third": "The common one [@often-2019].",
            "fourth": "The common one [@often-2019].",
            "fifth": "The common one [@often-2019].",
        },
    )
    assert _related("first", site)[0] == "second"
    assert "first" in _related("second", site)


def test_articles_that_place_the_same_calculator_are_related(tmp_path: Path) -> None:
    block = "```calculator\nid: iv_dose\n```"
    site = _site(tmp_path / "project", {"first": block, "second": block, "third": "No calculator."})
    assert _related("first", site)[0] == "second"


def test_an_article_is_compared_with_those_that_share_something_and_not_with_all(tmp_path: Path) -> None:
    texts = {f"number-{number:03}": f"Words of [@work-{number // 2}]." for number in range(150)}
    site = _site(tmp_path / "project", texts)
    assert _related("number-010", site)[0] == "number-011"
    # All others share only what more than a hundred articles have: nothing to tell them by.
    assert _related("number-010", site) == ["number-011"]
