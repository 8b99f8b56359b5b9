"""The card of a calculator says who has reviewed it, by what one file says and nothing else."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from ketamine_calculators import find
from press.content.calculator_reviews import CalculatorReview, read_calculator_reviews
from press.content.hazards import read_hazards
from press.content.people import read_people
from press.site.calculator_trust import NOT_REVIEWED, names, review_words

ROOT = Path(__file__).resolve().parents[3]
# Made up: no such review has been made.
MADE_UP = """\
reviews:
  iv_dose:
    version: "1.0"
    date: 2026-01-31
    by: Ketamine Association Clinical Reviewer
"""


def read(folder: Path, text: str) -> tuple[Mapping[str, CalculatorReview], list[str]]:
    (folder / "calculator-reviews.yml").write_text(text, "utf-8")
    people, _ = read_people(ROOT / "content", "content/people.yml")
    reviews, problems = read_calculator_reviews(folder, "content/calculator-reviews.yml", people)
    return reviews, [problem.message for problem in problems]


def test_a_review_counts_for_its_version_alone(tmp_path: Path) -> None:
    reviews, problems = read(tmp_path, MADE_UP)
    assert problems == []
    by = "31 January 2026 by Ketamine Association Clinical Reviewer"
    assert review_words("1.0", reviews["iv_dose"]) == f"Reviewed on {by}"
    assert (
        review_words("1.1", reviews["iv_dose"]) == f"{NOT_REVIEWED} in this version; version 1.0 was reviewed on {by}"
    )
    assert review_words("1.0", None) == NOT_REVIEWED


@pytest.mark.parametrize(
    ("was", "written", "message"),
    [
        ("iv_dose", "iv_dosage", "There is no calculator"),
        ('"1.0"', "1.0", "must be a text"),
        ("2026-01-31", "2026-02-30", "is not a day"),
        ("    date: 2026-01-31\n", "", "has no date"),
        ("    by:", "    too: x\n    by:", "unknown line"),
        ("Clinical Reviewer", "Cleaner", "may not review"),
        ("reviews:", "review:", "There is no part"),
    ],
)
def test_a_review_that_is_not_whole_is_a_problem_and_is_not_shown(
    tmp_path: Path, was: str, written: str, message: str
) -> None:
    reviews, problems = read(tmp_path, MADE_UP.replace(was, written))
    assert reviews == {}
    assert any(message in problem for problem in problems), problems


def test_the_hazards_of_a_dose_are_named_with_it() -> None:
    log, _ = read_hazards(ROOT / "content", "content/hazards.yml")
    own = {hazard.id for hazard in log.hazards if names(hazard, find("iv_dose"))}
    assert {"point-lost", "dose-typed-tenfold"} <= own
    assert own < {hazard.id for hazard in log.hazards}
