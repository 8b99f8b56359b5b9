"""What a pattern needs of a text is in every text in which it matches: nothing that it would find is passed over."""

import re

import pytest

from press.checks.pasted_text import _LEFTOVERS
from press.content.style_rules import read_style
from press.reading.needed_words import needed_words, tried_on
from press.reading.style_rule import findings, rules_for
from support.small_project import PROJECT

PATTERNS: list[tuple[str, int, set[tuple[str, ...]]]] = [
    (r"\b(?:rungs?|earns?)\b", re.IGNORECASE, {("rung",), ("earn",)}),
    (r"may not(?! only)", re.IGNORECASE, {("may not",)}),
    (r"(?:very )?unique", 0, {("unique",)}),
    (r"\?{3}|\bXX+\b", re.IGNORECASE, {("???",), ("xx",)}),
    (r"[ab]\{x", 0, {("{x",)}),
    (r"e\.\s?g\.", 0, {("e.", "g.")}),
    (
        r"(?:doses?|label) (?:wants|thinks)",
        0,
        {("thinks", "dose"), ("thinks", "label"), ("wants", "dose"), ("label", "wants")},
    ),
    (r"[•▪]\s", 0, {("•",), ("▪",)}),
    (r"[•a]\s", 0, set()),
    (r"a?b*", 0, set()),
    (r"one|\d+", 0, set()),
    (r"(?<=mg)\d", 0, set()),
]


@pytest.mark.parametrize(("pattern", "flags", "needed"), PATTERNS)
def test_a_pattern_needs_the_words_that_are_in_each_of_its_alternatives(
    pattern: str, flags: int, needed: set[tuple[str, ...]]
) -> None:
    assert needed_words(re.compile(pattern, flags)) == needed


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("sick", "\u017fic\u212a"), ("in", "\u0130n"), ("in", "\u0131N"), ("LOW", "low"), ("\u00b5g", "\u00b5G")],
)
def test_a_letter_that_either_case_takes_for_another_is_found_as_that_one(pattern: str, text: str) -> None:
    ignoring_case = re.compile(pattern, re.IGNORECASE)
    assert ignoring_case.search(text)
    assert tried_on([text], [needed_words(ignoring_case)]) == [[0]]


def test_rules_on_words_find_the_same_in_a_text_as_when_each_is_tried() -> None:
    rules, _ = read_style(PROJECT / "content", "content")
    texts = [
        line
        for file in sorted((PROJECT / "content").rglob("*"))
        if file.suffix in (".md", ".yml")
        for line in file.read_text("utf-8").split("\n")
    ]
    texts += [f"It {word} at once." for rule in rules for word in rule.needed]
    found = [list(findings(text, fit)) for text, fit in zip(texts, rules_for(texts, rules), strict=True)]
    assert found == [
        sorted((one for rule in rules for one in rule.findings(text)), key=lambda one: one.start) for text in texts
    ]
    assert sum(map(len, found)) > 100


def test_most_leftovers_of_other_programs_need_a_word() -> None:
    without = [leftover.pattern.pattern for leftover in _LEFTOVERS if not needed_words(leftover.pattern)]
    assert len(without) <= 3, without
