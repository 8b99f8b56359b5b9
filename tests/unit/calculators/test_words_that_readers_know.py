"""Readers meet the words of a clinical handbook, and a message says in at most two sentences what to do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ketamine_calculators
from ketamine_calculators.definition import Calculator
from ketamine_calculators.registry import every, worksheets
from press.content.project import Project
from press.reading.style_rule import findings
from support.changed_constants import declared

PACKAGE = Path(ketamine_calculators.__file__).parent
CARDS = (*every(), *worksheets())

# Words for pages of text are held in content/style, one file a rule; how long a sentence is, a form does not ask.
RULES = tuple(rule for rule in Project(PACKAGE.parents[2]).style if rule.level == "error")
# Titles of publications, and passages quoted from an article as they stand there, have their authors' words; records of
# earlier releases have theirs.
TITLES = {"references.py", "safety_references.py", "scale_references.py", "former_words.py"}
QUOTED = {"item", "row"}
MESSAGES = {"Notice", "InputProblem", "refuse", "caution", "stop", "note"}


def _quotations(tree: ast.Module) -> set[int]:
    """The strings of a file that are another's words."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if name in (*QUOTED, "passage"):
                found |= {id(part) for argument in node.args for part in ast.walk(argument)}
    return found


def written(file: Path) -> Iterator[tuple[int, str]]:
    """Each text in a file that has the look of a reader's: several words, or a capital with small letters."""
    tree = ast.parse(file.read_text("utf-8"))
    quoted = _quotations(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quoted:
            text = node.value
            if " " in text.strip() or re.fullmatch(r"[A-Z][a-z]+", text):
                yield node.lineno, text


def _words_of(node: ast.expr) -> str:
    """A message with X in place of what is filled in; empty for a message that is not written here."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values)
    return ""


def messages(file: Path) -> Iterator[tuple[int, str]]:
    """Each notice and each problem that is written in a file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MESSAGES:
            yield from ((node.lineno, words) for part in node.args if (words := _words_of(part)).count(" ") > 2)


def sentences(message: str) -> int:
    """How many sentences a message has. A point within a number, a name or `mg.` before a small letter ends none."""
    return len(
        re.findall(r"[.?!](?=\s+[A-Z“]|\s*$)", re.sub(r"\b(et al|vs|St|Rev|No)\.", "", message.rstrip(". ") + "."))
    )


FILES = sorted(PACKAGE.rglob("*.py"))
each_file = pytest.mark.parametrize("file", [pytest.param(file, id=str(file.relative_to(PACKAGE))) for file in FILES])


@each_file
def test_no_text_of_the_package_says_what_readers_stumble_on(file: Path) -> None:
    said = [] if file.name in TITLES else list(written(file))
    assert [(line, text) for line, text in said if findings(text, RULES)] == []


@pytest.mark.parametrize("card", [pytest.param(card, id=card.id) for card in CARDS])
def test_nothing_that_a_card_declares_says_what_readers_stumble_on(card: Calculator[Any, Any]) -> None:
    said = [(place, text) for place, text in declared(card) if findings(text, RULES)]
    assert [one for one in said if one[0] not in ("source", "passage")] == []


@each_file
def test_a_message_has_at_most_two_sentences(file: Path) -> None:
    assert [(line, text) for line, text in messages(file) if sentences(text) > 2] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The house table says so.", True),
        ("Household", False),
        ("Less noise and light", False),
        ("A rise beyond the noise", True),
        ("Learn", False),
        ("No verdict", True),
        ("Our own value", False),
    ],
)
def test_the_words_are_found_whole(text: str, said: bool) -> None:
    assert bool(findings(text, RULES)) is said


@pytest.mark.parametrize(
    ("message", "count"),
    [
        ("Enter 1.5 mg. Then wait.", 2),
        ("One. Two? Three.", 3),
        ("Weight: enter a number", 1),
        ("See X (A et al. 2004).", 1),
    ],
)
def test_sentences_are_counted_by_their_ends(message: str, count: int) -> None:
    assert sentences(message) == count
