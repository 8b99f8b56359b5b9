"""The security page answers thirteen questions, each with tests that exist."""

from pathlib import Path

import pytest

from press.checks.hazards import test_functions as functions_of
from support.hazard_run import SECURITY_PAGE, named_tests, questions

ROOT = Path(__file__).resolve().parents[3]
QUESTIONS = questions((ROOT / SECURITY_PAGE).read_text("utf-8"))


def test_there_are_thirteen_questions() -> None:
    assert len(QUESTIONS) == 13


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_shown_by_tests_that_exist(question: str) -> None:
    assert QUESTIONS[question]
    places = [test.partition("::") for test in QUESTIONS[question]]
    assert [name for file, _, name in places if name not in functions_of(ROOT / file)] == []


def test_a_run_without_one_of_them_fails_as_for_a_hazard() -> None:
    named = named_tests(ROOT)
    assert all(f"security page, {question}" in named[test] for question, tests in QUESTIONS.items() for test in tests)


def test_a_test_that_does_not_exist_is_no_test_of_its_file() -> None:
    assert "test_there_are_thirteen_questions" in functions_of(Path(__file__))
    assert "test_that_nobody_wrote" not in functions_of(Path(__file__))
    assert functions_of(ROOT / "tests" / "test_nowhere.py") == set()
