"""A review holds for the words, numbers and signs that were read: what changes after it is said."""

import datetime
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader

from press.cli import main
from press.content.articles import Article, article_of
from press.content.project import Project
from press.content.reviewed_text import text_digest
from press.reading.day_words import day
from press.reading.source_file import SourceFile
from press.site.article_markdown import article_markdown
from press.site.article_page import SiteName, article_facts
from press.site.json_ld import medical_web_page
from press.site.listing_page import row_of
from press.site.site import Site
from press.site.site_map import whole_site
from support.small_project import PROJECT, small_project

REVIEWER = "Ketamine Association Clinical Reviewer"
DOSE = (
    "- Ondansetron 4 mg by mouth, if **nausea** was there before.\n\n"
    "| Drug | Dose |\n|---|---|\n| A | 5 mg |\n\nSee [doses](there.md).\n"
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """An article with a dose, reviewed."""
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    file = root / "content" / "articles" / "there.md"
    file.write_text(f"{file.read_text('utf-8')}\n{DOSE}", "utf-8")
    assert main(["review", "there", "--by", REVIEWER]) == 0
    capsys.readouterr()
    return file


def swap(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def page_words(article: Article, site: Site) -> str:
    """What the article's template prints, without tags."""
    templates = Environment(loader=FileSystemLoader(PROJECT / "docs" / "overrides"), autoescape=False)  # as the theme
    templates.filters |= {"day": day, "url": str}
    html = templates.get_template("partials/article-page.html").render(
        article=article,
        facts=article_facts(article, site, SiteName("Test", "https://example.org/")),
        page=SimpleNamespace(content="<h1>Title</h1>", toc=[]),
        problems=(),
    )
    return " ".join(re.sub("<[^>]*>", "", html).split())


def test_the_page_of_a_text_as_it_was_read_has_no_notice(file: Path) -> None:
    site = whole_site(Project(Path.cwd()))
    words = page_words(site.project.listed_articles[0], site)
    assert "Page last reviewed" in words
    assert "Changed since" not in words
    assert "not recorded" not in words


def test_a_dose_of_4_mg_that_becomes_40_mg_is_said_everywhere(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swap(file, "Ondansetron 4 mg", "Ondansetron 40 mg")
    assert main(["check", str(file)]) == 0
    today = datetime.date.today().isoformat()
    said = capsys.readouterr().out
    assert f"Words or numbers have changed since the review of {today}; readers see a notice." in said
    main(["report"])
    assert (
        f"Changed since the review: 1\n  there: reviewed on {today}, changed since ({REVIEWER})\n"
        in capsys.readouterr().out
    )
    site = whole_site(Project(Path.cwd()))
    (article,) = site.project.listed_articles
    name = SiteName("Test", "https://example.org/")
    assert "Changed since it was reviewed." in article_markdown(article, site, name)
    assert ", changed since" in row_of(article, site, "").facts
    assert {"lastReviewed", "reviewedBy"}.isdisjoint(
        medical_web_page(article, site.project.lists.taxonomy, (), name.words, name.url)
    )
    assert "Changed since it was reviewed. Words or numbers of this page were changed after" in page_words(
        article, site
    )


def test_a_new_review_ends_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swap(file, "Ondansetron 4 mg", "Ondansetron 8 mg")
    main(["review", "there", "--by", REVIEWER])
    capsys.readouterr()
    main(["check", str(file)])
    assert capsys.readouterr().out == "No errors, no warnings.\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Ondansetron 4 mg", "* Ondansetron\n  4   mg"),
        ("**nausea**", "nausea"),
        ("**nausea**", "_nausea_"),
        ("| A | 5 mg |", "|A   |  5 mg|"),
        ("|---|---|", "| :--- | ---: |"),
        ("## Doses", "### Doses {#all-doses}"),
        ("(there.md)", "(/articles/elsewhere/)"),
        ('tags: ["', 'tags: ["TRD", "'),
        ("See [doses]", "<!-- Look again. -->\nSee [doses]"),
    ],
)
def test_layout_tags_and_addresses_change_nothing(before: str, after: str, file: Path) -> None:
    swap(file, before, after)
    (article,) = (article for article in Project(Path.cwd()).articles if article.slug == "there")
    assert not article.is_changed_since_review


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("4 mg", "40 mg"),
        ("4 mg", "4 mcg"),
        ("4 mg", "<4 mg"),
        ("4 mg", "4.0 mg"),
        ("by mouth", "by vein"),
        ("if **nausea**", "if no **nausea**"),
        ("| A | 5 mg |", "| A 5 | mg |"),
        ("| A | 5 mg |", "| A | 5 mg |\n| B | 6 mg |"),
        ("See [doses]", "See [dose]"),
        ("> 5", "5"),
        ("5 * 2", "5 2"),
        ("A title", "Another title"),
        ("An excerpt.", "Another excerpt."),
        ("[@daly-2019]", "[@ionescu-2021]"),
        ("![A curve of doses](/images/a.svg)", "![A curve of doses](/images/b.svg)"),
    ],
)
def test_every_word_number_and_sign_counts(before: str, after: str) -> None:
    text = f"A title\nAn excerpt.\n{DOSE}\n> 5 mg: 5 * 2 [@daly-2019]\n\n![A curve of doses](/images/a.svg)\n"
    assert before in text
    digests = [text_digest(*one.split("\n", 2)) for one in (text, text.replace(before, after))]
    assert digests[0] != digests[1]


def test_every_number_of_our_articles_counts() -> None:
    for article in Project(PROJECT).articles:
        lines = article.source.body.split("\n")
        known = article.text_digest
        for index in range(0, len(lines), 25):
            digit = next((sign for sign in lines[index] if sign.isdigit()), None)
            if digit and "](" not in lines[index] and "{#" not in lines[index] and "<!--" not in lines[index]:
                changed = [*lines[:index], lines[index].replace(digit, f"{digit}0", 1), *lines[index + 1 :]]
                assert text_digest(article.title, article.excerpt, "\n".join(changed)) != known, lines[index]


def test_a_review_that_does_not_say_what_was_read_is_asked_about(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "\n".join(line for line in file.read_text("utf-8").split("\n") if not line.startswith("reviewedText"))
    file.write_text(text, "utf-8")
    main(["check", str(file)])
    assert "It is not recorded which text was reviewed; readers see a notice." in capsys.readouterr().out
    site = whole_site(Project(Path.cwd()))
    assert "It is not recorded which text was reviewed. Words" in page_words(site.project.listed_articles[0], site)


def test_a_mark_that_was_typed_wrong_is_an_error() -> None:
    project = Project(PROJECT)
    article = project.articles[0]
    text = article.source.text.replace("\n---\n", '\nreviewedText: "abc"\n---\n', 1)
    wrong = article_of(SourceFile(article.source.path, text), article.file, project.lists)
    assert [problem.message for problem in wrong.problems] == ["reviewedText is no mark of a text."]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("See [doses]", "<<<<<<< HEAD\nSee [doses]", "is not noted as reviewed: put right what is said above first."),
        ("Text.\n", "Give .5 mg.\n", "is not noted as reviewed: put right what is said above first."),
        ("---\n\n#", 'withdrawnAt: "2026-02-01"\nwithdrawnReason: "x"\n---\n\n#', "there was withdrawn on 2026-02-01"),
    ],
)
def test_what_readers_may_not_rely_on_is_not_reviewed(
    before: str, after: str, said: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    swap(file, before, after)
    text = file.read_text("utf-8")
    assert main(["review", "there", "--by", REVIEWER]) == 2
    assert said in capsys.readouterr().err
    assert file.read_text("utf-8") == text


def test_nobody_reviews_their_own_text(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    writer = next(
        person for person in Project(Path.cwd()).lists.writers if person in Project(Path.cwd()).lists.reviewers
    )
    text = file.read_text("utf-8")
    author = next(line for line in text.split("\n") if line.startswith("author:"))
    file.write_text(text.replace(author, f'author: "{writer}"'), "utf-8")
    assert main(["review", "there", "--by", writer]) == 2
    assert f"{writer} has written there, and nobody reviews their own text." in capsys.readouterr().err
