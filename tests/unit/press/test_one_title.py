"""The heading of an article and its title in the front matter stay the same words, whatever the desk does to one of them."""

import datetime
from pathlib import Path

import pytest

from press.desk.checked_text import check
from press.desk.mended_words import mend
from press.desk.one_title import set_fields
from press.desk.workspace import Workspace
from support.small_project import small_project

PATH = "content/articles/there.md"
WORDS = "Ask at the follow-up of the treatment, and write it down. It matters.\n"


@pytest.fixture(name="desk")
def _desk(tmp_path: Path) -> Workspace:
    return Workspace(small_project(tmp_path), datetime.date(2026, 12, 1))


def article(desk: Workspace, heading: str, title: str) -> str:
    _, head, body = desk.text(PATH).split("---\n", 2)
    head = "\n".join(f'title: "{title}"' if line.startswith("title:") else line for line in head.split("\n"))
    below = body.strip().partition("\n")[2].strip()
    return f"---\n{head}---\n\n# {heading}\n\n{below}\n\n{WORDS}"


def rules(desk: Workspace, text: str) -> list[str]:
    return [one["rule"] for one in check(desk, PATH, text)["problems"] if one["rule"] in ("title", "heading-case")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Blood Follow-Up by nurses during Treatment", "Blood follow-up by nurses during treatment"),
        ("Follow-Up of the Treatment", "Follow-up of the treatment"),
    ],
)
def test_a_heading_written_small_takes_its_title_along_with_the_words_behind_hyphens(
    desk: Workspace, typed: str, meant: str
) -> None:
    text = article(desk, typed, typed).replace("write it", "draw the blood by the nurses during it and write it")
    assert rules(desk, text) == ["heading-case"]
    done = mend(desk, PATH, text, rule="heading-case", suggested=True)["text"]
    assert f'title: "{meant}"\n' in done
    assert f"\n# {meant}\n" in done
    assert rules(desk, done) == []


def test_titles_that_differ_are_made_one_by_one_press(desk: Workspace) -> None:
    text = article(desk, "Blood Pressure", "Blood [pressure]")
    assert rules(desk, text) == ["title"]
    done = mend(desk, PATH, text, rule="title", suggested=True)["text"]
    assert "\n# Blood \\[pressure\\]\n" in done
    assert rules(desk, done) == []


def test_the_title_of_the_form_takes_the_heading_along_where_they_were_one(desk: Workspace) -> None:
    text = article(desk, "Doses {#doses}", "Doses")
    done = set_fields(desk, text, {"title": "Doses of *today*"})["text"]
    assert "\n# Doses of \\*today\\* {#doses}\n" in done
    assert rules(desk, done) == []


def test_a_heading_that_was_another_stays_what_it_is(desk: Workspace) -> None:
    text = article(desk, "Written by hand", "Doses")
    done = set_fields(desk, text, {"title": "Doses of today"})["text"]
    assert "\n# Written by hand\n" in done
    assert 'title: "Doses of today"\n' in done
    assert set_fields(desk, text, {"title": "Written by hand"})["text"] == article(desk, *["Written by hand"] * 2)
