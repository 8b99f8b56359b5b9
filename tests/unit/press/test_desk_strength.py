"""At the desk an editor says by three choices how strong a recommendation is; the mark comes where the check reads it."""

import datetime
import re
from typing import Any

import pytest

from press.desk.strength import mark_recommendation, unmarked_recommendations
from press.desk.workspace import Workspace
from press.markdown.recommendations import ORIGINS
from press.reading.errors import CommandRefused
from support.building import PROJECT
from support.small_project import small_project

TODAY = datetime.date(2026, 12, 1)
PATH = "content/articles/there.md"
MARK = "[strong recommendation, low certainty, our protocol]"
SAID: dict[str, Any] = {"strength": "strong recommendation", "certainty": "low certainty", "origins": ["our protocol"]}


@pytest.fixture(scope="module", name="desk")
def _desk(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(small_project(tmp_path_factory.mktemp("desk")), TODAY)


def _text(desk: Workspace, words: str) -> str:
    return f"{desk.text(PATH).rstrip()}\n\n{words}\n"


def _marked(desk: Workspace, words: str) -> str:
    """The words once all sentences in them that recommend have a mark."""
    text = _text(desk, words)
    # From the last to the first, so that no place moves.
    for one in reversed(unmarked_recommendations(desk, PATH, text)["sentences"]):
        text = mark_recommendation(desk, PATH, text, one["line"], one["column"], **SAID)["text"]
    assert unmarked_recommendations(desk, PATH, text)["sentences"] == []
    return text[len(_text(desk, "")) - 1 :].rstrip("\n")


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Patients should fast.", f"Patients should fast {MARK}."),
        ("Patients should fast. They may drink.", f"Patients should fast {MARK}. They may drink."),
        ("They may drink. Patients should fast.", f"They may drink. Patients should fast {MARK}."),
        ("- Patients should fast\n- They may drink", f"- Patients should fast {MARK}\n- They may drink"),
        ("- Patients should fast;\n- They may drink.", f"- Patients should fast {MARK};\n- They may drink."),
        ("1. Patients should:\n   - fast.", f"1. Patients should {MARK}:\n   - fast."),
        ("Patients should get 0.5 mg, e.g. by mouth.", f"Patients should get 0.5 mg, e.g. by mouth {MARK}."),
        ("Patients\nshould\nfast.", f"Patients\nshould\nfast {MARK}."),
        ("> They rest. Patients should\n> fast.", f"> They rest. Patients should\n> fast {MARK}."),
        ("**Patients should fast.** They rest.", f"**Patients should fast {MARK}.** They rest."),
        ("Patients should **fast**.", f"Patients should **fast** {MARK}."),
        (
            "Patients should read [this](https://example.org/a.b).",
            f"Patients should read [this](https://example.org/a.b) {MARK}.",
        ),
        ("Patients should fast [@lee-2020], [@lee-2021].", f"Patients should fast {MARK} [@lee-2020], [@lee-2021]."),
        ("Patients should fast. [@lee-2020] They rest.", f"Patients should fast {MARK}. [@lee-2020] They rest."),
        ("Patients should fast [1, 2].", f"Patients should fast {MARK} [1, 2]."),
        ("A must fast. B should rest.", f"A must fast {MARK}. B should rest {MARK}."),
        (
            "They may drink. Patients should fast (see above).",
            f"They may drink. Patients should fast (see above) {MARK}.",
        ),
    ],
)
def test_the_mark_stands_before_the_full_stop_of_its_sentence(desk: Workspace, words: str, marked: str) -> None:
    assert _marked(desk, words) == marked


def test_line_ends_and_the_mark_at_the_begin_of_a_file_stay(desk: Workspace) -> None:
    text = "\ufeff" + _text(desk, "It rains. Patients should fast.").replace("\n", "\r\n")
    [found] = unmarked_recommendations(desk, PATH, text)["sentences"]
    after = mark_recommendation(desk, PATH, text, found["line"], found["column"], **SAID)["text"]
    assert after == text.replace("should fast.", f"should fast {MARK}.")


def test_a_sentence_is_told_with_its_place_and_its_word(desk: Workspace) -> None:
    text = _text(desk, "It rains. Patients must not drive.")
    found = unmarked_recommendations(desk, PATH, text)
    assert [(one["sentence"], one["word"]) for one in found["sentences"]] == [("Patients must not drive.", "must")]
    assert "our protocol" in found["origins"]
    assert found["sentences"][0]["line"] == text.count("\n")


def test_two_origins_are_joined_and_words_that_are_none_are_refused(desk: Workspace) -> None:
    text = _text(desk, "Patients should fast.")
    [found] = unmarked_recommendations(desk, PATH, text)["sentences"]
    place = (found["line"], found["column"])
    two = mark_recommendation(desk, PATH, text, *place, **{**SAID, "origins": ["label", "trials"]})
    assert "[strong recommendation, low certainty, label and trials]." in two["text"]
    with pytest.raises(CommandRefused, match="is no certainty"):
        mark_recommendation(desk, PATH, text, *place, **{**SAID, "certainty": "some certainty"})
    with pytest.raises(CommandRefused, match="one or two origins"):
        mark_recommendation(desk, PATH, text, *place, **{**SAID, "origins": ["label", "trials", "law"]})
    with pytest.raises(CommandRefused, match="what it rests on"):
        mark_recommendation(desk, PATH, text, *place, **{**SAID, "origins": []})
    with pytest.raises(CommandRefused, match="another by now"):
        mark_recommendation(desk, PATH, text, 1, 1, **SAID)


def test_each_origin_is_explained_as_its_page_explains_it(desk: Workspace) -> None:
    meanings = unmarked_recommendations(desk, PATH, desk.text(PATH))["meanings"]
    page = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", (PROJECT / "docs" / "how-sure.md").read_text(encoding="utf-8"))
    assert list(meanings) == list(ORIGINS)
    for origin, words in meanings.items():
        assert f"| {origin.capitalize()} | {words}" in page
