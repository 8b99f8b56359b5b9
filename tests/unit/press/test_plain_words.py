"""Rules on words: each refuses a sentence that stood somewhere and lets the better one pass; to an editor they are advice."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from press.cli import main
from press.content.project import Project
from press.content.style_rules import read_style
from press.reading.problems import Problem, all_words
from press.reading.style_rule import findings, sentences
from support.broken_articles import GOOD
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[3]
RULES, PROBLEMS = read_style(PROJECT / "content", "content")
SENTENCES: dict[str, dict[str, str]] = yaml.safe_load(
    (PROJECT / "tests" / "support" / "plain_words.yml").read_text("utf-8")
)
NOT_OURS = ("vendor", "node_modules")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')


def said(text: str) -> list[str]:
    return [f"{one.rule} {one.words}" for one in findings(text, RULES)]


def test_vale_finds_the_rules_and_the_guide_names_each() -> None:
    settings = (PROJECT / ".vale.ini").read_text("utf-8")
    assert {"StylesPath = content", "BasedOnStyles = style"} <= set(settings.splitlines())
    guide = (PROJECT / "docs" / "editors-guide.md").read_text("utf-8")
    assert [rule.name for rule in RULES if f"`{rule.name.removeprefix('style-')}`" not in guide] == []


def test_every_rule_can_be_read_and_has_its_two_sentences() -> None:
    assert PROBLEMS == []
    assert [rule.name.removeprefix("style-") for rule in RULES] == sorted(SENTENCES)


@pytest.mark.parametrize("rule", SENTENCES)
def test_a_rule_refuses_the_bad_sentence_and_not_the_good_one(rule: str) -> None:
    assert f"style-{rule}" in {one.rule for one in findings(SENTENCES[rule]["bad"], RULES)}
    assert said(SENTENCES[rule]["good"]) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.better], ids=lambda rule: rule.name)
def test_no_rule_refuses_what_another_one_asks_for(rule: Any) -> None:
    others = tuple(other for other in RULES if other.most is None)
    assert [better for better in rule.better if findings(better, others)] == []


def test_marks_of_references_and_recommendations_count_as_no_words() -> None:
    text = (
        "Measure blood pressure " + "and so on " * 9 + "[strong recommendation, low certainty, label] [1, section 5.3]."
    )
    assert said(text) == []


def test_the_better_word_is_in_the_remedy() -> None:
    (one,) = findings("Wait prior to the dose.", RULES)
    assert (one.start, one.words, one.severity, one.fix) == (5, "prior to", "advice", 'Write "before".')


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two? Three.", 3),
        ("Give 0.5 mg/kg. Then wait.", 2),
        ("As Murrough et al. 2013 found, it acts.", 1),
        ("It acts within a day [1]. 40 min later it ends.", 2),
        ("No point at the end", 1),
    ],
)
def test_sentences_end_at_their_points(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("extends: magic\n", '"magic" is no kind of rule that is read here.'),
        ("extends: existence\nmessage: No.\nlevel: error\ntokens: [a]\n", "The rule does not say what to do."),
        ("extends: existence\nmessage: No.\ndescription: Do.\ntokens: [a]\n", "The rule has no level."),
        ("extends: existence\nmessage: No.\ndescription: Do.\nlevel: error\n", "The rule has no tokens."),
        (
            "extends: existence\nmessage: No.\ndescription: Do.\nlevel: error\ntokens: [1]\n",
            "A pattern here is no text.",
        ),
        (
            "extends: existence\nmessage: No.\ndescription: Do.\nlevel: error\ntokens: ['(']\n",
            "A pattern cannot be read: missing ), unterminated subpattern.",
        ),
        (
            "extends: existence\nmessage: No.\ndescription: Do.\nlevel: error\ntokens: ['(a)']\n",
            "A pattern has a group that is kept.",
        ),
        (
            "extends: existence\nmessage: No.\ndescription: Do.\nlevel: error\ntokens: [a]\ntoken: b\n",
            'A rule has no line "token". Did you mean "tokens"?',
        ),
        (
            "extends: occurrence\nmessage: No.\ndescription: Do.\nlevel: error\ntoken: a\n",
            "The rule has no number as max.",
        ),
        (
            "extends: existence\nmessage: No.\ndescription: Do.\nlevel: error\ntokens: [a]\nscope: raw\n",
            "This scope is not read here.",
        ),
    ],
)
def test_a_file_that_is_no_rule_is_named(file: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "odd.yml").write_text(file, "utf-8")
    rules, problems = read_style(tmp_path, "content")
    assert rules == ()
    assert [(problem.path, problem.message) for problem in problems] == [("content/style/odd.yml", message)]
    assert problems[0].severity == "error"
    assert problems[0].fix


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_project(tmp_path / "project")
    (root / "content" / "style").symlink_to(PROJECT / "content" / "style")
    monkeypatch.chdir(root)
    return root


def check(desk: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    (desk / "content" / "articles" / "case.md").write_text(f"{GOOD}{text}\n", "utf-8")
    return main(["check", "content/articles/case.md"]), capsys.readouterr().out


def test_advice_names_place_and_remedy_and_stops_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = check(desk, "Measure it,\n**prior\nto** the dose.", capsys)
    assert status == 0
    assert "content/articles/case.md:16:3: style-plain-english (advice) Write 'before' instead of 'prior to'." in told
    assert told.endswith("No errors, no warnings. 1 piece of advice.\n")


def test_code_references_and_what_is_marked_as_quoted_are_not_read(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = "Run `house` [1].\n\n<!-- vale off -->\n\nThe house.\n\n<!-- vale on -->\n\n## References\n\n1. The house. 2026.\n"
    assert "advice" not in check(desk, quoted, capsys)[1]
    assert "1 piece of advice" in check(desk, f"The house.\n\n{quoted}", capsys)[1]


def test_the_same_advice_is_printed_once_a_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, told = check(desk, "\n\n".join(["Wait prior to the dose."] * 30), capsys)
    assert told.count("(advice)") == 1
    assert "The same is true of 29 more lines, to line 73." in told


def test_at_most_twenty_pieces_of_advice_are_printed_behind_errors_and_warnings() -> None:
    advice = [Problem("a.md", line, 1, f"style-{line}", "Short.", "Do.", "advice") for line in range(1, 41)]
    told = all_words([*advice, Problem("a.md", 50, 1, "link", "Gone.", "Mend.")])
    assert told.startswith("a.md:50:1: link Gone.")
    assert told.count("(advice)") == 20
    assert told.endswith("1 error, no warnings. 40 pieces of advice; 20 of them are shown, name a file for its own.")


def in_scripts() -> list[tuple[str, str]]:
    return [
        (file.relative_to(PROJECT).as_posix(), text)
        for file in sorted((PROJECT / "web").rglob("*.js"))
        if not set(NOT_OURS) & set(file.parts)
        for found in STRING.finditer(file.read_text("utf-8"))
        for text in [found[1] or found[2] or ""]
        if " " in text.strip() or re.fullmatch(r"[A-Z][a-z]+", text)
    ]


def test_no_text_of_the_browser_s_programs_is_refused() -> None:
    texts = in_scripts()
    assert ("web/head/page-arrival.js", "Reload this page") in {(file, text[:16]) for file, text in texts}
    assert [(file, text, said(text)) for file, text in texts if said(text)] == []


def test_no_definition_of_the_glossary_is_refused() -> None:
    glossary = Project(PROJECT).content / "glossary.yml"
    terms = yaml.safe_load(glossary.read_text("utf-8"))["terms"]
    texts = {name: entry.get("definition", "") for name, entry in terms.items()}
    assert {name: said(text) for name, text in texts.items() if said(text)} == {}
