"""What is printed of many problems can be read: the most important first, and of each kind the first ones with a count."""

from pathlib import Path

import pytest

from press.checks.repeated import one_of_a_kind
from press.cli import main
from press.reading.problems import Problem, Severity, all_words
from support.broken_articles import GOOD
from support.small_project import small_project


def found(line: int, rule: str = "no-space", severity: Severity = "error", path: str = "a.md") -> Problem:
    return Problem(path, line, 1, rule, f"Wrong in {line}.", "Mend.", severity)


def test_errors_stand_before_warnings_of_earlier_lines_and_files() -> None:
    warning, error = found(1, "abbreviation", "warning"), found(9, path="b.md")
    assert one_of_a_kind([warning, error]) == [error, warning]


def test_of_one_kind_the_first_ten_are_printed_and_the_last_of_them_says_how_many_more_there_are() -> None:
    printed = one_of_a_kind([found(line) for line in range(1, 51)])
    assert [problem.line for problem in printed] == list(range(1, 11))
    assert printed[8].message == "Wrong in 9."
    assert printed[9].message == "Wrong in 10. And 40 more of this kind, to line 50."


def test_kinds_are_told_apart_by_file_rule_and_severity() -> None:
    kinds = [
        [found(line) for line in range(10)],
        [found(line, "daily") for line in range(10)],
        [found(line, path="b.md") for line in range(10)],
        [found(line, severity="warning") for line in range(10)],
    ]
    problems = [problem for kind in kinds for problem in kind]
    assert sorted(one_of_a_kind(problems)) == sorted(problems)


def test_every_problem_is_counted_and_a_hundred_are_printed() -> None:
    problems = [found(line, f"rule-{line}") for line in range(150)] + [found(1, "abbreviation", "warning")]
    told = all_words(one_of_a_kind(problems), problems)
    assert told.count("Fix: Mend.") == 100
    assert told.endswith(
        "And more: the first 100 are shown. Name an article for its own, or use --json.\n\n150 errors, 1 warning."
    )


def test_a_spoiled_article_is_told_in_few_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small_project(tmp_path / "project")
    monkeypatch.chdir(root)
    (root / "content" / "articles" / "case.md").write_text(GOOD + "Give .5 mg.\n\n" * 500, "utf-8")
    assert main(["check", "case"]) == 1
    told = capsys.readouterr().out
    assert told.count("naked-decimal") == 10
    assert "And 490 more of this kind, to line 1013." in told
    assert told.endswith("500 errors, no warnings.\n")
