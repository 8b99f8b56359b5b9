"""The form of the front matter: made from the schema, and nothing changes but the lines of what was changed in it."""

import difflib
import re
from pathlib import Path
from typing import Any

import pytest

from press.content.front_matter import FIELDS
from press.content.front_matter_schema import front_matter_schema
from press.content.project import Project
from press.desk.front_matter_form import form_fields, read_values, with_values
from press.reading.errors import CommandRefused
from press.reading.file_text import file_text
from support.broken_articles import GOOD
from support.building import PROJECT

LISTS = Project(PROJECT).lists
FORM = {field["name"]: field for field in form_fields(LISTS)}
ARTICLES = sorted((PROJECT / "content" / "articles").glob("*.md"))

ODD = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "line ends of old Macs": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "both": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "mixed line ends": lambda text: text.replace("\n", "\r\n", 7),
    "blanks behind the dashes": lambda text: text.replace("---\n", "---  \n", 2),
    "no line end at the end": lambda text: text.rstrip("\n"),
    "a byte that is no UTF-8": lambda text: f"{text}\udce9",
    "single quotes": lambda text: text.replace("'", "''").replace('"', "'"),
    "comments": lambda text: text.replace("\n", "   # why\n", 9).replace("---   # why", "---"),
}


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True))
    return [line for line in lines if line[0] in "+-"]


def test_the_form_has_every_field_of_the_schema_and_its_closed_lists() -> None:
    schema = front_matter_schema(LISTS)
    assert list(FORM) == list(schema["properties"])
    assert [name for name, field in FORM.items() if field["required"]] == schema["required"]
    for name, field in FORM.items():
        values = schema["properties"][name].get("enum") or schema["properties"][name].get("items", {}).get("enum")
        assert [choice["value"] for choice in field.get("choices", [])] == (values or [])


def test_every_help_says_something_that_its_label_does_not() -> None:
    shown = [field for field in FORM.values() if not field["setBy"]]
    plain = {"the", "a", "an", "of", "in", "on", "its", "it", "to", "is", "was", "for", "and", "article", "one", "day"}
    for field in shown:
        said, label = ({*re.findall(r"[a-z]+", field[part].lower())} - plain for part in ("help", "label"))
        assert len({word for word in said if not any(word.startswith(one[:4]) for one in label)}) >= 3, field["help"]
        assert not re.search(r"press \w+|\.yml", field["help"]), field["help"]


def test_who_may_not_sign_yet_learns_whom_to_tell() -> None:
    assert "from the list of people" in FORM["author"]["help"]
    assert "write to whoever looks after the site: your name, your role" in FORM["author"]["help"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("title", "text"),
        ("excerpt", "long-text"),
        ("category", "choice"),
        ("tags", "choices"),
        ("publishedAt", "date"),
        ("draft", "boolean"),
        ("redirectFrom", "list"),
        ("changes", "entries"),
        ("labels", "entries"),
    ],
)
def test_each_field_is_asked_for_in_its_own_way(name: str, kind: str) -> None:
    assert FORM[name]["kind"] == kind


def test_a_field_says_how_long_it_may_be_and_what_readers_see_of_a_choice() -> None:
    assert (FORM["excerpt"]["minLength"], FORM["excerpt"]["maxLength"]) == (1, 400)
    assert {"value": "SAFETY", "label": "Safety"} in FORM["category"]["choices"]
    assert {"value": "ECT", "label": "Electroconvulsive therapy"} in FORM["tags"]["choices"]
    parts = {part["name"]: part for part in FORM["changes"]["fields"]}
    assert {name: part["kind"] for name, part in parts.items()} == {
        "date": "date",
        "kind": "choice",
        "text": "long-text",
    }
    assert [choice["value"] for choice in parts["kind"]["choices"]] == ["clinical", "editorial"]


def test_every_field_has_words_of_its_own_and_those_of_commands_are_told_apart() -> None:
    assert len({field["label"] for field in FORM.values()}) == len(FIELDS)
    assert FORM["reviewedAt"]["setBy"] == "review"
    assert FORM["title"]["setBy"] == ""


@pytest.mark.parametrize("article", ARTICLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("odd", [lambda text: text, *ODD.values()], ids=["as it is", *ODD])
def test_opening_an_article_and_changing_nothing_changes_no_byte(article: Path, odd: Any) -> None:
    text = odd(file_text(article))
    read = read_values(text)
    assert read["readable"], read["words"]
    assert read["values"]["slug"]
    assert with_values(text, read["values"]) == text


@pytest.mark.parametrize("article", ARTICLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("odd", [lambda text: text, *ODD.values()], ids=["as it is", *ODD])
def test_a_field_that_is_changed_touches_its_own_line_alone(article: Path, odd: Any) -> None:
    text = odd(file_text(article))
    for name, value in (("title", 'Doses: "0.5" # of ±2'), ("author", "Somebody"), ("publishedAt", "2025-02-03")):
        after = with_values(text, {**read_values(text)["values"], name: value})
        assert read_values(after)["values"] == {**read_values(text)["values"], name: value}
        assert [line[2 : 2 + len(name)] for line in changed_lines(text, after)] == [name, name]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda file: file.stem)
def test_a_new_entry_of_the_changes_is_a_line_of_its_own(article: Path) -> None:
    text = file_text(article)
    values = read_values(text)["values"]
    entry = {"date": "2026-12-01", "kind": "clinical", "text": 'A "new" dose: 0.5 mg/kg.'}
    entries = [entry, *values.get("changes", [])]
    after = with_values(text, {"changes": entries})
    assert read_values(after)["values"]["changes"] == entries
    written = '+   - {date: "2026-12-01", kind: "clinical", text: "A \\"new\\" dose: 0.5 mg/kg."}\n'
    assert changed_lines(text, after) == ([written] if "changes" in values else ["+ changes:\n", written])


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("title: 'x'   # mine\nslug: y\n", {"title": "z"}, 'title: "z"   # mine\nslug: y\n'),
        ("tags:\n  - a # one\n  - b\n", {"tags": ["a", "c"]}, 'tags:\n  - a # one\n  - "c"\n'),
        ("tags:\n# all\n- a\n- b # two\n", {"tags": ["a"]}, "tags:\n# all\n- a\n# two\n"),
        ("tags: [a, # one\n  b]\nslug: y\n", {"tags": ["c"]}, '# one\ntags: ["c"]\nslug: y\n'),
        ("title: x\n\n# below\nslug: y\n", {"title": "z"}, 'title: "z"\n\n# below\nslug: y\n'),
        ("title: >\n  a # b\n  c: d\nslug: y\n", {"title": "z"}, 'title: "z"\nslug: y\n'),
        ('title: "a\n  slug: # b"\nslug: y\n', {"slug": "z"}, 'title: "a\n  slug: # b"\nslug: "z"\n'),
        ("slug: y\ndraft: true\n", {"draft": False}, "slug: y\n"),
        ("slug: y\n", {"draft": False}, "slug: y\n"),
        ("slug: y\n", {"draft": True}, "slug: y\ndraft: true\n"),
        ("slug: 2026\n", {"slug": "2026"}, "slug: 2026\n"),
        ("slug: y\nupdatedAt: 2026-01-02\n", {"updatedAt": ""}, "slug: y\n"),
        ("slug: y\n", {"title": ""}, "slug: y\n"),
        ("title: x\n", {"title": ""}, 'title: ""\n'),
    ],
)
def test_comments_and_what_else_was_typed_stay(before: str, values: dict[str, Any], after: str) -> None:
    assert with_values(f"---\n{before}---\nBody: z\n", values) == f"---\n{after}---\nBody: z\n"


def test_a_text_without_front_matter_gets_one() -> None:
    assert with_values("# A\r\n", {"title": "A"}) == '---\r\ntitle: "A"\r\n---\r\n\r\n# A\r\n'
    assert read_values("# A\n") == {"values": {}, "readable": True, "words": ""}


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("title: a: b\n---\n", "Line 2: This cannot be read: there is a second colon in this line"),
        ("title: a\ntitle: b\n---\n", 'Line 3: "title" is given twice, first in line 2.'),
        ("title: a\n", "Line 1: The front matter is opened and never closed."),
        ("title: *a\n---\n", "Line 2: Anchors (&) and aliases (*) are not allowed."),
    ],
)
def test_front_matter_that_cannot_be_read_is_left_as_it_is_and_the_reason_said(head: str, words: str) -> None:
    text = f"---\n{head}"
    read = read_values(text)
    assert not read["readable"]
    assert words in read["words"]
    with pytest.raises(CommandRefused, match="cannot be changed while the front matter cannot be read"):
        with_values(text, {"title": "z"})


def test_hidden_line_breaks_are_not_written_into_a_field() -> None:
    with pytest.raises(CommandRefused, match="cannot change safely"):
        with_values("---\ntitle: a\n---\n", {"title": "a\u2028b"})


def test_front_matter_in_one_line_is_not_changed_by_guessing() -> None:
    with pytest.raises(CommandRefused, match="cannot change safely"):
        with_values("---\n{title: a, slug: b}\n---\n", {"title": "c"})


def test_a_field_that_nobody_knows_is_refused() -> None:
    with pytest.raises(CommandRefused, match='There is no field "dose"'):
        with_values(GOOD, {"dose": "1"})
