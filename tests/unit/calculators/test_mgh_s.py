"""MGH staging adds 1, 0.5 and 3 points as published, and has neither bands nor a ceiling."""

from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("mgh_s")
THREE_TRIALS: dict[str, Any] = {
    "adequate_failed_trials": 3,
    "dose_optimizations": 0,
    "duration_optimizations": 0,
    "augmentations": 0,
    "ect_failed": False,
}

# Fava 2003; points as in the table of Hägg 2020.
FACTS = [
    ("three failed trials are three points", {}, 3),
    ("an optimized dose is half a point", {"dose_optimizations": 1}, 3.5),
    ("an optimized duration is half a point", {"duration_optimizations": 1}, 3.5),
    ("an augmentation is half a point", {"augmentations": 1}, 3.5),
    ("two half points make one", {"dose_optimizations": 1, "duration_optimizations": 1}, 4),
    ("every trial may have both optimizations", {"dose_optimizations": 3, "duration_optimizations": 3}, 6),
    ("augmentations may outnumber trials", {"augmentations": 7}, 6.5),
    ("failed ECT is three points", {"ect_failed": True}, 6),
    ("no trial and no ECT is no point", {"adequate_failed_trials": 0}, 0),
    ("the score has no ceiling", {"adequate_failed_trials": 100, "augmentations": 100, "ect_failed": True}, 153),
]


@pytest.mark.parametrize(
    ("change", "points"), [pytest.param(change, points, id=fact) for fact, change, points in FACTS]
)
def test_points_are_given_as_published(change: dict[str, Any], points: float) -> None:
    assert CALCULATOR.run(THREE_TRIALS | change) == {"score": points}


def test_every_small_history_scores_as_if_counted_in_half_points() -> None:
    for trials, dose, duration, added, ect in product(range(4), range(4), range(4), range(4), (False, True)):
        if dose > trials or duration > trials or (added and not trials):
            continue
        halves = [2] * trials + [1] * dose + [1] * duration + [1] * added + [6] * ect
        answer = CALCULATOR.run(
            {
                "adequate_failed_trials": trials,
                "dose_optimizations": dose,
                "duration_optimizations": duration,
                "augmentations": added,
                "ect_failed": ect,
            }
        )
        assert answer["score"] * 2 == sum(halves)


REFUSALS = [
    ("more optimized doses than trials", {"dose_optimizations": 4}, "dose_optimizations", "enter 3 or fewer"),
    (
        "more optimized durations than trials",
        {"duration_optimizations": 4},
        "duration_optimizations",
        "enter 3 or fewer",
    ),
    (
        "an augmentation without a trial",
        {"adequate_failed_trials": 0, "augmentations": 1},
        "augmentations",
        "needs an adequate trial",
    ),
    ("a negative count", {"adequate_failed_trials": -1}, "adequate_failed_trials", "from 0 to 100"),
    ("half a trial", {"adequate_failed_trials": 1.5}, "adequate_failed_trials", "whole number"),
    ("true instead of a count", {"augmentations": True}, "augmentations", "whole number"),
    ("a count instead of yes or no", {"ect_failed": 1}, "ect_failed", "yes or no"),
]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [pytest.param(change, field, words, id=what) for what, change, field, words in REFUSALS],
)
def test_a_count_that_cannot_be_is_refused(change: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(THREE_TRIALS | change)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert words in refused.value.problems[0].message


def test_both_kinds_of_optimization_are_refused_together() -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(THREE_TRIALS | {"dose_optimizations": 4, "duration_optimizations": 5})
    assert [problem.field for problem in refused.value.problems] == ["dose_optimizations", "duration_optimizations"]


def test_the_sum_is_shown_with_this_patients_numbers() -> None:
    answer = full_answer(CALCULATOR, THREE_TRIALS | {"dose_optimizations": 2, "augmentations": 1, "ect_failed": True})
    assert answer["headline"] == "MGH-S score 7.5"
    assert answer["working"] == [
        "Adequate trials that failed: 3 × 1 = 3",
        "Dose, duration and augmentation steps: (2 + 0 + 1) × 0.5 = 1.5",
        "ECT: failed = 3",
        "Score: 3 + 1.5 + 3 = 7.5",
    ]


def test_no_band_is_invented() -> None:
    assert CALCULATOR.bands == ()
    assert full_answer(CALCULATOR, THREE_TRIALS)["scales"] == []


def test_a_score_of_ect_alone_asks_for_the_drug_trials() -> None:
    answer = full_answer(CALCULATOR, THREE_TRIALS | {"adequate_failed_trials": 0, "ect_failed": True})
    assert any("Check that no adequate drug trial has been left out" in notice["text"] for notice in answer["warnings"])


@pytest.mark.parametrize("drug_trials", [0, 3])
def test_a_history_with_drug_trials_or_without_ect_is_not_asked_about(drug_trials: int) -> None:
    given = THREE_TRIALS | {"adequate_failed_trials": drug_trials, "ect_failed": bool(drug_trials)}
    assert [notice["kind"] for notice in full_answer(CALCULATOR, given)["warnings"]] == ["note"]


@pytest.mark.parametrize(
    "count", ["adequate_failed_trials", "dose_optimizations", "duration_optimizations", "augmentations"]
)
def test_a_hundred_is_counted_and_more_is_taken_for_a_slip(count: str) -> None:
    hundred = THREE_TRIALS | {"adequate_failed_trials": 100}
    assert CALCULATOR.run(hundred | {count: 100})["score"] >= 100
    with pytest.raises(InvalidInputs, match="from 0 to 100"):
        CALCULATOR.run(hundred | {count: 101})
