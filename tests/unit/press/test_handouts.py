"""Handouts for patients: no dose to take by oneself, and when to call whom; the check says what is missing."""

import json
from pathlib import Path

import pytest

from press.cli import main
from support.broken_articles import GOOD
from support.handouts import NEEDED
from support.small_project import small_project

HANDOUT = GOOD.replace('"practitioners"', '"patients"')


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    return root / "content" / "articles" / "case.md"


def said(article: Path, text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    article.write_text(text, "utf-8")
    main(["check", "--json", "case"])
    found = json.loads(capsys.readouterr().out)
    assert all(one["fix"] for one in found)
    return [f"{one['line']} {one['rule']} {one['severity']} {one['message']}" for one in found]


def test_a_whole_handout_passes(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(article, HANDOUT + NEEDED, capsys) == []


def test_a_dose_is_refused_in_its_place(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(article, f"{HANDOUT}{NEEDED}\nTake 2 sprays.\n", capsys) == [
        '20 handout-dose error A page for patients says no dose, and here stands "2 sprays".'
    ]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Call your local emergency number now", "error"),
        ("Phone at night", "error"),
        ("hard to breathe", "warning"),
        ("very high blood pressure", "warning"),
        ("when you pass urine", "warning"),
        ("pregnant", "warning"),
        ("Do not drive until the next day", "warning"),
    ],
)
def test_what_must_not_be_missed_is_asked_for(
    words: str, severity: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one,) = said(article, HANDOUT + NEEDED.replace(words, "Rest"), capsys)
    assert one.startswith(f"12 handout-warning {severity} A page for patients warns of what must not be missed;")
    assert words in one


def test_a_page_for_clinicians_is_not_asked(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(article, f"{GOOD}Give 2 mg.\n", capsys) == []
