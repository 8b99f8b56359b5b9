"""A heading in capitals is shown as it may be meant; nothing writes it so but an editor who has read it."""

import datetime
from pathlib import Path

import pytest

from press.desk.checked_text import check
from press.desk.mended_words import mend
from press.desk.workspace import Workspace
from support.small_project import small_project

PATH = "content/articles/there.md"
WORDS = "They write down the dose of the patient and use the scale, if it matters.\n"


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Workspace:
    return Workspace(small_project(tmp_path), datetime.date(2026, 12, 1))


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("## Why It Matters", "## Why it matters"),
        ("## What to Write Down: The Dose", "## What to write down: The dose"),
        ("### 1. Dose of the Patient", "### 1. Dose of the patient"),
        ("## The *Dose* and the Scale {#scale}", "## The *dose* and the scale {#scale}"),
        ("## The Columbia Scale", "## The Columbia scale"),
    ],
)
def test_a_heading_is_shown_as_it_may_be_meant(desk: Workspace, heading: str, meant: str) -> None:
    text = f"{desk.text(PATH)}\n{heading}\n\n{WORDS}"
    [problem] = [one for one in check(desk, PATH, text)["problems"] if one["rule"] == "heading-case"]
    assert (problem["suggestion"], problem["replacement"]) == (meant, None)
    unasked = mend(desk, PATH, text)
    assert (unasked["text"], unasked["count"]) == (text, 0)
    asked = mend(desk, PATH, text, rule="heading-case", line=problem["line"], column=1, suggested=True)
    assert (asked["text"], asked["count"]) == (text.replace(heading, meant), 1)
    assert "heading-case" not in [one["rule"] for one in check(desk, PATH, asked["text"])["problems"]]


def test_all_headings_are_written_at_once(desk: Workspace) -> None:
    text = f"{desk.text(PATH)}\n## Why It Matters\n\n{WORDS}\n## Use of the Scale\n\n{WORDS}"
    done = mend(desk, PATH, text, rule="heading-case", suggested=True)
    assert done["count"] == 2
    assert "## Why it matters\n" in done["text"]
    assert "## Use of the scale\n" in done["text"]
