"""Bold lines that stand alone are shown as the headings that they may be, and all of them are written by one press."""

import datetime
from pathlib import Path

from press.desk.checked_text import check
from press.desk.mended_words import mend
from press.desk.workspace import Workspace
from support.small_project import small_project

PATH = "content/articles/there.md"
WORDS = "Ask, and write down what was said.\n"


def test_bold_lines_become_headings_one_level_below_the_one_that_they_stand_under(tmp_path: Path) -> None:
    desk = Workspace(small_project(tmp_path), datetime.date(2026, 12, 1))
    text = (
        f"{desk.text(PATH)}\n**Before**\n\n{WORDS}\n## After\n\n__Who may leave__\n\n{WORDS}\n**Who stays**\n\n{WORDS}"
    )
    found = [one for one in check(desk, PATH, text)["problems"] if one["rule"] == "plain-heading"]
    assert [one["suggestion"] for one in found] == ["### Before", "### Who may leave", "### Who stays"]
    assert "write ### in front of it, without stars" in found[1]["fix"]
    done = mend(desk, PATH, text, rule="plain-heading", suggested=True)["text"]
    assert done.endswith(f"\n### Before\n\n{WORDS}\n## After\n\n### Who may leave\n\n{WORDS}\n### Who stays\n\n{WORDS}")


def test_other_lines_alone_are_not_written_unasked(tmp_path: Path) -> None:
    desk = Workspace(small_project(tmp_path), datetime.date(2026, 12, 1))
    text = f"{desk.text(PATH)}\nWHO MAY LEAVE\n\n{WORDS}"
    [problem] = [one for one in check(desk, PATH, text)["problems"] if one["rule"] == "plain-heading"]
    assert problem["suggestion"] is None
