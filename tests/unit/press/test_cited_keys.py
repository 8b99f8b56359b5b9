"""What editors are told of works that an article cites by key."""

import json
from pathlib import Path

import pytest

from press.cli import main
from press.content.project import Project
from press.site.article_markdown import article_markdown
from press.site.article_page import SiteName
from press.site.site_map import whole_site
from support.broken_articles import body
from support.cited_works import WORKS
from support.small_project import small_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    (root / "content" / "references.yml").write_text(WORKS, "utf-8")
    monkeypatch.chdir(root)
    return root


def said(project: Path, capsys: pytest.CaptureFixture[str], *paths: str) -> list[str]:
    main(["check", "--json", "--as-of", "2026-11-30", *paths])
    problems = json.loads(capsys.readouterr().out)
    assert all(problem["fix"] for problem in problems)
    return [
        f"{one['path'].rpartition('/')[2]}:{one['line']}:{one['column']} {one['rule']} {one['message']}"
        for one in problems
    ]


CASES = [
    ("keys that are there", "One [@daly-2019]. Two [@label-esketamine-us, section 5.3; @daly-2019, table 2].", ()),
    (
        "a key that is misspelt",
        "Words [@label-esketamine-us; @daly-2018].",
        (
            'case.md:15:30 reference-absent There is no work "daly-2018" in the list of works. Did you mean '
            '"daly-2019"?',
        ),
    ),
    (
        "a key that is like no other",
        "Words [@berman-2000].",
        ('case.md:15:8 reference-absent There is no work "berman-2000" in the list of works.',),
    ),
    (
        "a retracted work",
        "Words [@made-up-2020].",
        ('case.md:15:8 reference-retracted "made-up-2020" is retracted, and a statement rests on it here.',),
    ),
    (
        "both forms",
        "Words [@daly-2019] [1].\n\n## References\n\n1. A paper. PMID 1",
        (
            "case.md:19:1 reference-forms This article has a written list of references, and cites by key as well.",
        ),
    ),
    (
        "a number beside keys",
        "Words [@daly-2019] [1].",
        ("case.md:15:20 reference-absent [1] cites by number, and the other works of this article are cited by key.",),
    ),
    (
        "a heading for the list that is made",
        "Words [@daly-2019].\n\n## References\n\nSee below.",
        (
            "case.md:17:1 reference-forms The list of references is made of the works that are cited, with its "
            "heading.",
        ),
    ),
    (
        "citations that are not read",
        "Words [@daly-2019, 12] and [@daly-2019, @label-esketamine-us].\n\n## Dose [@daly-2019]\n\nSee `[@daly-2019]`.",
        tuple(
            f"case.md:{place} reference-key This citation is not read, and would be shown as it is typed."
            for place in ("15:7", "15:28", "17:9")
        ),
    ),
    (
        "a number behind a section",
        "Words [@label-esketamine-us, section 5.3, 2].",
        (
            'case.md:15:7 reference-part Is 2 in "section 5.3, 2" a reference or a part of the one before it?',
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "messages"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_editor_is_told(
    text: str, messages: tuple[str, ...], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content" / "articles" / "case.md").write_text(body(text), "utf-8")
    assert said(project, capsys, "content/articles/case.md") == list(messages)


def test_a_work_that_no_article_cites_is_a_warning_of_the_whole_check(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Words [@daly-2019] [@label-esketamine-us]."
    (project / "content" / "articles" / "case.md").write_text(body(text), "utf-8")
    expected = ['references.yml:22:1 reference-uncited No article cites "made-up-2020".']
    assert [one for one in said(project, capsys) if one.startswith("references.yml")] == expected
    assert said(project, capsys, "content/references.yml") == expected


def test_a_file_that_cannot_be_read_is_one_message_for_each_article(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content" / "references.yml").write_text(WORKS + "\n  broken: [", "utf-8")
    (project / "content" / "articles" / "case.md").write_text(body("[@daly-2019] [@made-up-2020]"), "utf-8")
    assert said(project, capsys, "content/articles/case.md") == [
        "case.md:15:1 reference-absent The list of works cannot be read, so no key is known (content/references.yml)."
    ]


def test_a_broken_entry_is_told_where_it_is_cited(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "references.yml").write_text(WORKS.replace("year: 2019", "year: soon"), "utf-8")
    (project / "content" / "articles" / "case.md").write_text(body("[@daly-2019]"), "utf-8")
    assert said(project, capsys, "content/articles/case.md") == [
        'case.md:15:2 reference-absent The entry of "daly-2019" in the list of works cannot be read.'
    ]


def test_the_report_lists_works_whose_retraction_nobody_looked_up_within_a_year(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["report", "--as-of", "2027-10-31"])
    first = capsys.readouterr().out
    assert "within a year: 1\n  label-esketamine-us: never\n" in first
    main(["report", "--as-of", "2027-12-01"])
    later = capsys.readouterr().out
    assert (
        "  daly-2019: last on 2026-11-29\n  label-esketamine-us: never\n  made-up-2020: last on 2026-11-01\n" in later
    )
    assert "where they were looked up: 2\n  label-esketamine-us\n  made-up-2020\n" in later


def test_the_markdown_beside_a_page_has_numbers_and_the_list(project: Path) -> None:
    text = "Watch the pressure [@label-esketamine-us, section 5.3; @daly-2019].\n\n| A | B |\n|---|---|\n| 1 | x [@daly-2019] |"
    (project / "content" / "articles" / "case.md").write_text(body(text), "utf-8")
    site = whole_site(Project(project))
    article = next(article for article in site.project.articles if article.slug == "case")
    made = article_markdown(article, site, SiteName("A site", "https://example.org/"))
    assert "Watch the pressure [1, section 5.3; 2].\n" in made
    assert "| 1 | x [2] |\n" in made
    assert "\n## References\n\n1. Janssen Pharmaceuticals, Inc. SPRAVATO" in made
    assert made.endswith("doi:10.1001/jamapsychiatry.2019.1189 PMID 31166571\n")
    assert "@" not in made
