"""Drawings that editors hand in: what is refused with its place, and what of them is published."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.checks.pictures import problems
from press.content.new_article import drawing
from press.reading.drawing import MOST_PROBLEMS, Drawing, read_drawing
from press.reading.source_file import SourceFile, read_source
from support.drawings import ACCEPTED, EXPORTED, HOSTILE, HTML, INKSCAPE, LINK, SVG, TITLE, Accepted, Hostile

IMAGES = Path(__file__).resolve().parents[3] / "content" / "images"
OWN = sorted(IMAGES.rglob("*.svg"))


def published(text: str) -> str:
    return read_drawing(SourceFile("x.svg", text)).written()


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_what_a_drawing_may_not_hold_is_named_with_its_place(case: Hostile, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text(case.drawing, "utf-8")
    found = [problem for problem in problems(file, "x.svg") if problem.severity == "error"]
    assert [f"{one.line}:{one.column} {one.message}" for one in found] == list(case.says)
    assert all(one.fix for one in found)


def test_there_are_at_least_forty_such_drawings() -> None:
    assert len({case.name for case in HOSTILE}) == len(HOSTILE) >= 40


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_nothing_of_it_is_published_by_a_build_that_goes_on(case: Hostile) -> None:
    assert_harmless(published(case.drawing))


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.name)
def test_what_a_drawing_may_hold_is_published_without_the_notes_of_programs(case: Accepted, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text(f"{SVG}{TITLE}{case.given}</svg>", "utf-8")
    assert list(problems(file, "x.svg")) == []
    assert read_drawing(read_source(file, "x.svg")).written() == f"{SVG}{TITLE}{case.published}</svg>\n"


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.name)
def test_a_drawing_of_this_site_is_published_with_all_its_words(file: Path) -> None:
    assert [problem for problem in problems(file, file.name) if problem.severity == "error"] == []
    given = read_drawing(read_source(file, file.name))
    again = read_drawing(SourceFile(file.name, given.written()))
    assert (again.title, words_of(again)) == (given.title, words_of(given))


def words_of(drawn: Drawing) -> list[str]:
    return [" ".join(text.words.split()) for text in drawn.texts]


@pytest.mark.parametrize("program", EXPORTED)
def test_a_drawing_is_accepted_as_its_program_exports_it(program: str, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text(EXPORTED[program], "utf-8")
    assert list(problems(file, "x.svg")) == []
    written = published(EXPORTED[program])
    assert "5 mg/kg" in written
    assert not re.search(r"(?i)inkscape|sodipodi|adobe|rdf|<!|<\?", written)


def test_the_drawing_of_a_new_article_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "new.svg"
    file.write_text(drawing('Dose & "time" < 5'), "utf-8")
    assert list(problems(file, "new.svg")) == []


def test_a_drawing_names_itself_by_the_title_that_browsers_read() -> None:
    text = f"{SVG}<!-- <title>No</title> --><defs><title>Nor this</title></defs><title>A\n curve</title></svg>"
    assert read_drawing(SourceFile("x.svg", text)).title == "A curve"


def test_a_drawing_that_cannot_be_read_is_published_empty() -> None:
    assert published("<svg") == '<svg xmlns="http://www.w3.org/2000/svg"/>\n'


def test_the_first_faults_of_a_drawing_are_enough() -> None:
    text = f"{SVG}{TITLE}" + "\n<script/>" * 1000 + "</svg>"
    assert len(read_drawing(SourceFile("x.svg", text)).problems) == MOST_PROBLEMS == 25


# Whatever is put together


NAMES: tuple[str, ...] = (
    "g",
    "rect",
    "text",
    "use",
    "style",
    "svg",
    "title",
    "script",
    "foreignObject",
    "animate",
    "image",
    "a",
    "x:img",
)
NAMES += ("metadata", "inkscape:page", "x:script", "defs", "linearGradient")
ATTRIBUTES = (
    "fill",
    "style",
    "href",
    "xlink:href",
    "onload",
    "id",
    "class",
    "width",
    "x:src",
    "inkscape:href",
    "values",
)
VALUES: tuple[str, ...] = (
    "red",
    "#a",
    "url(#a)",
    "url(https://evil.example)",
    "javascript:x()",
    "a",
    "fill:red",
    "fill:url(//evil.example)",
)
VALUES += (
    "fill:url(#a",
    '"',
    "'",
    "\\75rl(//evil.example)",
    "/*",
    "*/",
    ";",
    "@import '//evil.example'",
    "{",
    "}",
    "x()",
)
WORDS = (
    "rect{fill:red}",
    "@import url(//evil.example);",
    "5 mg",
    "<",
    "&",
    "]]>",
    "\u202e",
    "*/",
    "/*",
    "a{fill:url(//evil.example)}",
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def element(name: str, attributes: Iterable[tuple[str, str]], parts: Iterable[str]) -> str:
    given = "".join(f' {key}="{escaped(value)}"' for key, value in dict(attributes).items())
    return f"<{name}{given}>{''.join(parts)}</{name}>"


VALUE = st.lists(st.sampled_from(VALUES), min_size=1, max_size=3).map("".join)
PAIRS = st.lists(st.tuples(st.sampled_from(ATTRIBUTES), VALUE), max_size=3)
TEXT = st.lists(st.sampled_from(WORDS), max_size=3).map("".join).map(escaped)
PARTS = st.recursive(
    TEXT,
    lambda inner: st.builds(element, st.sampled_from(NAMES), PAIRS, st.lists(inner, max_size=3)),
    max_leaves=12,
)


def assert_harmless(drawing: str) -> None:
    """What a browser is given: judged here by other means than those of the check."""
    for one in ET.fromstring(drawing).iter():
        assert one.tag.startswith("{http://www.w3.org/2000/svg}")
        assert not re.search(
            r"(?i)script|foreign|animate|image|^a$|^set$|meta|filter|switch", one.tag.partition("}")[2]
        )
        for name, value in one.attrib.items():
            assert not name.lower().startswith("on")
            assert not name.endswith("href") or value.startswith("#")
            assert not re.search(r"(?i)base$|src", name)
            assert name in ("class", "id") or "url(" not in outside_quotes(value)
        if one.tag.endswith("style"):
            assert not re.search(r"@|\\\\|url\(", outside_quotes(one.text or ""))


def outside_quotes(style: str) -> str:
    """What is neither a word between quotation marks nor a part of the drawing itself."""
    return re.sub(r"""(?i)"[^"]*"|'[^']*'|url\(\s*(["']?)#[\w.:-]+\1\s*\)""", "", style).lower()


@given(st.lists(PARTS, max_size=4))
def test_no_drawing_publishes_a_program_a_handler_or_a_foreign_address(parts: list[str]) -> None:
    names = f"{LINK} {HTML} {INKSCAPE}"
    read = read_drawing(
        SourceFile("x.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {names}>{TITLE}{"".join(parts)}</svg>')
    )
    assert_harmless(read.written())
    again = read_drawing(SourceFile("x.svg", read.written()))
    assert again.problems == ()
    assert again.written() == read.written()


@given(st.text(alphabet="<>/&;'\"=:#!-[]?gsvx \n", max_size=60))
def test_no_text_stops_the_check(text: str) -> None:
    assert_harmless(published(f"{SVG}{TITLE}{text}</svg>"))
    assert_harmless(published(text))
