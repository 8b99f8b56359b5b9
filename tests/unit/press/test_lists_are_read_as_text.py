"""Files of lists: characters that hide or turn words, and numbers that are misread, are found in them."""

import datetime
import shutil
from pathlib import Path

import pytest

from press.checks.run import everything
from press.content.project import Project
from press.reading.problems import Problem
from press.reading.source_file import SourceFile
from press.reading.strict_yaml import read_mapping
from press.site.site_map import whole_site
from support.small_project import PROJECT, small_project

TURNS = "There is a character here that turns the direction of text (U+202E); what is read is not what is stored."
LISTS = ("people.yml", "taxonomy.yml", "glossary.yml", "hazards.yml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small_project(tmp_path / "project")
    for name in LISTS:
        shutil.copy(PROJECT / "content" / name, root / "content" / name)
    return root


def found_in(root: Path, name: str) -> list[Problem]:
    site = whole_site(Project(root, datetime.date(2026, 6, 1)))
    return [
        one
        for one in everything(site)
        if one.path == f"content/{name}" and one.rule in ("character", "look-alike", "broken-text", "digit")
    ]


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_of_this_site_hide_nothing(name: str, root: Path) -> None:
    assert found_in(root, name) == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("turned", ["\u202e", r"\u202e", r"\U0000202e"])
def test_turned_text_is_found_typed_and_as_a_code(name: str, turned: str, root: Path) -> None:
    file = root / "content" / name
    lines = file.read_text("utf-8").split("\n")
    file.write_text("\n".join([*lines, f'"mg {turned}05":', "  name: x", ""]), "utf-8")
    assert [(one.line, one.column, one.message) for one in found_in(root, name)] == [(len(lines) + 1, 5, TURNS)]


def added(words: str, rule: str, name: str, root: Path) -> list[str]:
    """The words that a rule marks when a line with these words is put at the end of a list."""
    file = root / "content" / name
    file.write_text(f'{file.read_text("utf-8")}\nadded:\n  about: "{words}"\n', "utf-8")
    return [
        one.excerpt[one.column - 1 : (one.end_column or 1) - 1]
        for one in everything(whole_site(Project(root, datetime.date(2026, 6, 1))))
        if one.path == f"content/{name}" and one.rule == rule
    ]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("code", ["&shy;", "&#8203;", "&#x202e;", "&ZeroWidthSpace;", "&shy"])
def test_a_hidden_code_of_web_pages_is_found_in_a_list(name: str, code: str, root: Path) -> None:
    assert added(f"mg {code} 05", "entity", name, root) == [code]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("words", [".5", "0,5", "µg"])
def test_dose_notation_is_found_in_a_list(name: str, words: str, root: Path) -> None:
    rule = {".5": "naked-decimal", "0,5": "decimal-comma", "µg": "microgram"}[words]
    assert added(f"Give {words} of it", rule, name, root) == [words]


def places(text: str) -> list[tuple[int, int, str]]:
    source = SourceFile("x.yml", text)
    _, problems = read_mapping(text, 1, source)
    return [(one.line, one.column, one.rule) for one in problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('é: "ü"\nb: "x\\u202ey"\n', [(2, 6, "character")], id="behind letters of more than one byte"),
        pytest.param('a: "one\n  two\\u200b three"\n', [(2, 6, "character")], id="on the second line of a value"),
        pytest.param('a: [{b: ["\\x1b"]}]\n', [(1, 11, "character")], id="deep in a list"),
        pytest.param('"\\u202e": {c: "\\u200b"}\n', [(1, 2, "character"), (1, 16, "character")], id="in a name"),
        pytest.param('a: "\\uE000\\UFFFFFFFF"\n', [(1, 11, "yaml")], id="beside a code of no character"),
        pytest.param("a: '\\u202e'\n", [], id="not in single quotation marks, where it is no code"),
        pytest.param('a: "\\\\u202e"\n', [], id="not behind two backslashes, which are one backslash"),
        pytest.param(
            'a: "5 \\u00b5g, \\u2265 \\t \\u03b1-agonist"\n', [], id="not where the code is of an ordinary character"
        ),
        pytest.param('a: "5 m\\u0261"\n', [(1, 8, "look-alike")], id="in a unit"),
    ],
)
def test_a_code_is_judged_by_the_character_it_stands_for(text: str, found: list[tuple[int, int, str]]) -> None:
    assert sorted(places(text)) == found


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029"])
def test_a_sign_at_which_yaml_ends_a_line_and_editors_do_not_moves_no_place(sign: str) -> None:
    source = SourceFile("x.yml", f'a: "1{sign}2"\nb: "3"\nb: "4"\n')
    _, problems = read_mapping(source.text, 1, source)
    assert [(one.line, one.column, one.excerpt) for one in problems] == [(3, 1, 'b: "4"')]
