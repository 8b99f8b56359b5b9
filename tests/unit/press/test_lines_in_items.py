"""Key points that are typed as in Word, a line each and no sign, are named: readers would see one of them."""

import datetime
from pathlib import Path

import pytest

from press.desk.checked_text import check
from press.desk.mended_words import mend
from press.desk.workspace import Workspace
from support.small_project import small_project

PATH = "content/articles/there.md"
TYPED = """- Check the blood pressure before each dose.
Stop at 180/110 mmHg and call for help.
Keep the patient for two hours
"""


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Workspace:
    return Workspace(small_project(tmp_path), datetime.date(2026, 12, 1))


def said(desk: Workspace, text: str) -> list[str]:
    """The lines that are named, and how they may be meant."""
    found = check(desk, PATH, f"{desk.text(PATH)}\n{text}\n")["problems"]
    return [one["suggestion"] for one in found if one["rule"] == "joined-lines"]


def test_lines_below_an_item_are_asked_about_and_written_as_items_at_once(desk: Workspace) -> None:
    text = f"{desk.text(PATH)}\n{TYPED}"
    found = [one for one in check(desk, PATH, text)["problems"] if one["rule"] == "joined-lines"]
    assert [one["severity"] for one in found] == ["warning", "warning"]
    assert found[0]["message"] == "This line has no sign of a list, so it is shown as part of the item above it."
    unasked = mend(desk, PATH, text)
    assert unasked["text"] == text
    asked = mend(desk, PATH, text, rule="joined-lines", suggested=True)
    assert "dose.\n- Stop at 180/110 mmHg and call for help.\n- Keep the patient for two hours\n" in asked["text"]
    assert "joined-lines" not in [one["rule"] for one in check(desk, PATH, asked["text"])["problems"]]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1. Measure the pressure.\nStart the pump.\nObserve.", ["2. Start the pump.", "3. Observe."]),
        ("1) Measure\nStart the pump", ["2) Start the pump"]),
        ("- nausea\ndizziness\nhigh pressure", ["- dizziness", "- high pressure"]),
        ("- nausea;\ndizziness.", ["- dizziness."]),
        ("- A point [@there].\n**Never** a bolus.", ["- **Never** a bolus."]),
        ("- A point [1].\n12 hours without food.", ["- 12 hours without food."]),
        ("- [ ] Cuff in place.\nOxygen at hand.", ["- [ ] Oxygen at hand."]),
        ("> - One point.\n> Another one.", ["> - Another one."]),
        ("- One\n  - inside\n  Another one", ["  - Another one"]),
    ],
)
def test_a_line_is_shown_as_the_item_that_it_may_be(desk: Workspace, text: str, meant: list[str]) -> None:
    assert said(desk, text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "- Give it slowly over 40 minutes, as in the\nprotocol of the house.",
        "- Ask the\nFDA label.",
        "- See Dr.\nJones for it.",
        "- Give the dose over\n40 minutes.",
        "- A point that goes on,\nAnd this is a slip of the shift key.",
        "- A point.\n  It goes on, set in below its words.",
        "- A line.  \nA break that is meant.",
        "- One.\n\nA paragraph of its own.",
    ],
)
def test_a_sentence_that_goes_on_is_left_alone(desk: Workspace, text: str) -> None:
    assert said(desk, text) == []
