"""The report: the most pressing first, and behind each matter whose it is."""

import re
from pathlib import Path

import pytest

from press.cli import main
from support.broken_articles import GOOD
from support.small_project import DRAWING, small_project

AUTHOR = "Ketamine Association Editorial Team"
REVIEWER = "Ketamine Association Clinical Reviewer"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root


def article(root: Path, slug: str, top: str = "", text: str = "Text.\n") -> None:
    given = GOOD.replace('slug: "case"', f'slug: "{slug}"' + (f"\n{top}" if top else ""))
    (root / "content" / "articles" / f"{slug}.md").write_text(given + text, "utf-8")


def report(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["report", "--as-of", "2026-06-01"]) == 0
    return capsys.readouterr().out


def section(said: str, title: str) -> list[str]:
    (lines,) = re.findall(rf"^{re.escape(title)}: (?:\d+|none)\n((?:  .*\n)*)", said, re.MULTILINE)
    return [line.strip() for line in lines.splitlines()]


def test_what_presses_most_stands_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    titles = re.findall(r"^(\S.*): (?:\d+|none)$", report(capsys), re.MULTILINE)
    assert titles[:7] == [
        "Errors of the check",
        "Reviews overdue",
        "Changed since the review",
        "Published without a review date",
        "Articles that no other article links to",
        "Articles that link only among each other, and that no other article leads to",
        "Articles that lead to no other page and no calculator",
    ]


def test_what_is_wrong_in_a_text_is_its_author_s(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(root, "wrong", text="Give .5 mg.\n")
    (line,) = [line for line in section(report(capsys), "Errors of the check") if "wrong.md" in line]
    assert line.startswith("content/articles/wrong.md:15:6: naked-decimal")
    assert line.endswith(f" ({AUTHOR})")


def test_reviews_are_the_reviewer_s_and_the_longest_overdue_comes_first(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by = f'reviewedBy: "{AUTHOR}"\nreviewedAt: "2025-01-02"\nreviewDue: '
    article(root, "a-later", f'{by}"2026-05-01"')
    article(root, "b-earlier", f'{by}"2026-03-01"')
    said = report(capsys)
    assert section(said, "Reviews overdue") == [
        f"b-earlier: due on 2026-03-01 ({AUTHOR})",
        f"a-later: due on 2026-05-01 ({AUTHOR})",
    ]
    assert section(said, "Published without a review date") == [f"there ({REVIEWER})"]


def test_a_change_behind_the_review_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reviewed = f'reviewedBy: "{REVIEWER}"\nreviewedAt: "2026-02-01"\nreviewDue: "2027-02-01"\n'
    article(root, "touched", f'{reviewed}updatedAt: "2026-03-01"')
    article(root, "untouched", f'{reviewed}updatedAt: "2026-01-20"')
    assert section(report(capsys), "Changed since the review") == [
        f"touched: reviewed on 2026-02-01, changed on 2026-03-01 ({REVIEWER})"
    ]


def test_dead_ends_are_named_both_ways(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article(root, "leading", text="See [there](/articles/there/).\n")
    said = report(capsys)
    assert section(said, "Articles that no other article links to") == [f"leading ({AUTHOR})"]
    assert section(said, "Articles that lead to no other page and no calculator") == [f"there ({AUTHOR})"]
    assert "iv_dose" in section(said, "Calculators in no article")


def test_what_is_hidden_unused_or_by_hand_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content" / "images" / "articles" / "unused.svg").write_text(DRAWING, "utf-8")
    article(root, "by-hand", text="Words [1].\n\n## References\n\n1. A paper.\n")
    said = report(capsys)
    assert section(said, "Not published") == [f"unfinished: draft ({AUTHOR})"]
    assert section(said, "Pictures that nothing shows") == ["images/articles/unused.svg"]
    assert section(said, "Articles that write their list of references themselves") == [f"by-hand ({AUTHOR})"]
    assert "images/articles/curve.svg" in section(said, "Drawings that stay on white on a dark page")


def test_the_report_is_a_page_too(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--html", "health.html"]) == 0
    assert capsys.readouterr().out == "Report: health.html\n"
    listed = f"<h2>Not published (1)</h2>\n<ul>\n<li>unfinished: draft ({AUTHOR})</li>\n</ul>"
    assert listed in (root / "health.html").read_text("utf-8")


def test_articles_in_a_circle_of_links_that_nothing_leads_to_are_told_together(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for slug, other in (("hub", "spoke"), ("spoke", "rim"), ("rim", "hub"), ("lost", "astray"), ("astray", "lost")):
        article(root, slug, text=f"See [the other]({other}.md).\n")
    said = section(report(capsys), "Articles that link only among each other, and that no other article leads to")
    assert said == ["astray, lost"]
