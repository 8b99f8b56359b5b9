"""A page on which nothing is left of headings, tables and citations is asked about, when its text reads as if it had had them."""

import json
from pathlib import Path

import pytest

from press.cli import main
from support.broken_articles import GOOD
from support.small_project import small_project

LONG = (
    "Blood pressure rises within minutes of the start and falls again after the end, so that it is measured before, during and "
    "after each session. "
)
FILLING = "\n\n".join([LONG * 2] * 4)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root / "content" / "articles" / "case.md"


def asked(article: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[tuple[int, str, str]]:
    article.write_text(f"{GOOD}{text}\n", "utf-8")
    main(["check", "--json", "case"])
    found = [one for one in json.loads(capsys.readouterr().out) if one["rule"] == "pasted-page"]
    return [(one["line"], one["severity"], one["message"].partition("reads in ")[2]) for one in found]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (f"Why we monitor\n\n{LONG}", "a heading"),
        (f"1. Why monitor\n\n{LONG}", "a heading"),
        (f"**Why we monitor**\n\n{LONG}", "a heading"),
        ("Time\tBlood pressure\tHeart rate", "a table"),
        ("Table 2 shows the times of all readings.", "a table"),
        ("The pressure rises (Murrough, 2013).", "a citation"),
        ("The pressure rises (1,2).", "a citation"),
        ("The pressure rises.² It falls again.", "a citation"),
        ("Murrough JW, et al. A trial of ketamine.", "a reference"),
        ("Am J Psychiatry. 2013;170(10):1134-1142.", "a reference"),
    ],
)
def test_a_line_that_reads_like_what_the_source_had_is_asked_about(
    line: str, what: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(article, f"{line}\n\n{FILLING}", capsys) == [(15, "warning", f"line 15 like {what}.")]


def test_all_that_seems_lost_is_named_in_one_question(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"Why we monitor\n\n{FILLING}\n\nTime\tPressure\n\nReferences\n\nMurrough JW, et al. A trial."
    assert asked(article, text, capsys) == [
        (15, "warning", "line 15 like a heading, line 25 like a table, line 27 like a reference.")
    ]


@pytest.mark.parametrize(
    "text",
    [
        FILLING,
        f"Why we monitor\n\n{LONG}",
        f"## Why\n\n{FILLING}\n\nThe pressure rises (Murrough, 2013).",
        f"| A | B |\n|---|---|\n| 1 | 2 |\n\n{FILLING}\n\nThe pressure rises (Murrough, 2013).",
    ],
    ids=["plain text", "a short note", "with a heading", "with a table"],
)
def test_a_page_that_lost_nothing_is_not_asked_about(
    text: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(article, text, capsys) == []
