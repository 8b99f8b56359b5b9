"""European staging counts trials and classes, and keeps chronic resistance for those who were also augmented."""

from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("european_stage")


def history(trials: int, classes: int, augmented: bool = False, months: float = 2) -> dict[str, Any]:
    return {
        "failed_trials": trials,
        "distinct_classes": classes,
        "augmentation_failed": augmented,
        "treatment_months": months,
    }


# Souery 1999; sub-stages as in the table of Hägg 2020.
FACTS = [
    ("no failed trial is no stage", history(0, 0), "none", None),
    ("no failed trial is no stage, however long", history(0, 0, True, 40), "none", None),
    ("one failed trial is stage A", history(1, 1), "A", None),
    ("several trials of one class stay at stage A", history(5, 1), "A", None),
    ("several trials of one class stay at stage A even after a year", history(5, 1, True, 24), "A", None),
    ("two trials of two classes are stage B", history(2, 2), "B", "TRD1"),
    ("three trials of two classes are TRD2", history(3, 2), "B", "TRD2"),
    ("four trials are TRD3", history(4, 4), "B", "TRD3"),
    ("five trials are TRD4", history(5, 2), "B", "TRD4"),
    ("six trials are TRD5", history(6, 3), "B", "TRD5"),
    ("twenty trials are TRD5", history(20, 5), "B", "TRD5"),
    ("a year without augmentation is still stage B", history(3, 2, False, 30), "B", "TRD2"),
    ("augmentation before a year is still stage B", history(3, 2, True, 11.99), "B", "TRD2"),
    ("augmentation and exactly 12 months are stage C", history(3, 2, True, 12), "C", None),
    ("stage C has no sub-stage", history(6, 4, True, 40), "C", None),
]


@pytest.mark.parametrize(
    ("given", "stage", "sub"), [pytest.param(given, stage, sub, id=fact) for fact, given, stage, sub in FACTS]
)
def test_stages_are_as_published(given: dict[str, Any], stage: str, sub: str | None) -> None:
    assert CALCULATOR.run(given) == {"stage": stage, "sub": sub}


def test_a_further_failure_never_lowers_the_stage() -> None:
    order = ["none", "A", "TRD1", "TRD2", "TRD3", "TRD4", "TRD5", "C"]

    def place(given: dict[str, Any]) -> int:
        answer = CALCULATOR.run(given)
        return order.index(answer["sub"] or answer["stage"])

    for trials, classes, augmented, months in product(range(8), range(5), (False, True), (0, 11, 12, 13)):
        if bool(trials) != bool(classes) or classes > trials:
            continue
        here = place(history(trials, classes, augmented, months))
        assert place(history(trials + 1, max(classes, 1), augmented, months)) >= here
        assert place(history(trials + 1, classes + 1, augmented, months)) >= here
        assert place(history(trials, classes, True, months)) >= here
        assert place(history(trials, classes, augmented, months + 1)) >= here


REFUSALS = [
    ("more classes than trials", history(2, 3), "distinct_classes", "enter 2 or fewer"),
    ("a class without a trial", history(0, 1), "distinct_classes", "enter 0 or fewer"),
    ("a trial without a class", history(2, 0), "distinct_classes", "enter at least 1"),
    ("a negative number of trials", history(-1, 0), "failed_trials", "from 0 to 100"),
    ("more than a hundred trials", history(101, 2), "failed_trials", "from 0 to 100"),
    ("more than a hundred classes", history(100, 101), "distinct_classes", "from 0 to 100"),
    ("more than a hundred years", history(1, 1, months=1200.5), "treatment_months", "from 0 to 1200 months"),
    ("negative months", history(1, 1, months=-0.5), "treatment_months", "from 0 to 1200 months"),
    ("a fraction of a trial", history(1, 1) | {"failed_trials": 1.0}, "failed_trials", "whole number"),
    ("null for augmentation", history(1, 1) | {"augmentation_failed": None}, "augmentation_failed", "yes or no"),
]


@pytest.mark.parametrize(
    ("given", "field", "words"), [pytest.param(given, field, words, id=what) for what, given, field, words in REFUSALS]
)
def test_counts_that_do_not_go_together_are_refused(given: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(given)
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.message


def test_the_working_shows_which_condition_fails() -> None:
    assert full_answer(CALCULATOR, history(3, 2, True, 8))["working"] == [
        "Stage A needs at least 1 failed trial; here 3: met",
        "Stage B needs at least 2 failed trials of at least 2 classes; here 3 trials of 2 classes: met",
        "Stage C needs stage B, a failed augmentation and at least 12 months of treatment; "
        "here augmentation failed and 8 months, 4 short: not met",
        "Sub-stage by number of trials: 3 is TRD2 (18–24 weeks in the table); TRD3 starts at 4",
    ]


def test_months_just_short_of_a_year_are_not_rounded_to_it() -> None:
    said = full_answer(CALCULATOR, history(1, 1, False, 11.99))["working"]
    assert "here 1 trial of 1 class: not met" in said[1]
    assert said[2].endswith("here augmentation not failed and 11.99 months, 0.01 short: not met")


def test_the_last_sub_stage_names_no_next_one() -> None:
    assert "starts at" not in full_answer(CALCULATOR, history(6, 2))["working"][-1]
    assert "starts at" not in full_answer(CALCULATOR, history(9, 2))["working"][-1]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        pytest.param(history(2, 1), "of one class", id="two trials of one class"),
        pytest.param(history(3, 1), "of one class", id="three trials of one class"),
        pytest.param(history(3, 2, False, 12), "also needs a failed augmentation", id="a year without augmentation"),
    ],
)
def test_what_holds_a_stage_back_is_said(given: dict[str, Any], words: str) -> None:
    assert words in " ".join(notice["text"] for notice in full_answer(CALCULATOR, given)["warnings"])


@pytest.mark.parametrize("given", [history(1, 1), history(2, 2), history(3, 2, True, 12)])
def test_nothing_is_said_where_nothing_holds_a_stage_back(given: dict[str, Any]) -> None:
    assert full_answer(CALCULATOR, given)["warnings"] == []


@pytest.mark.parametrize(
    ("given", "headline"),
    [
        (history(0, 0), "No stage: no adequate trial has failed"),
        (history(1, 1), "European stage A, non-responder"),
        (history(2, 2), "European stage B, treatment-resistant (TRD1)"),
        (history(2, 2, True, 12), "European stage C, chronic resistant"),
    ],
)
def test_the_headline_names_the_stage_and_its_sub_stage(given: dict[str, Any], headline: str) -> None:
    assert full_answer(CALCULATOR, given)["headline"] == headline


def test_exactly_a_year_is_not_short_of_it() -> None:
    assert full_answer(CALCULATOR, history(2, 2, True, 12))["working"][2].endswith("and 12 months: met")


def test_the_largest_counts_are_staged() -> None:
    assert CALCULATOR.run(history(100, 100, False, 1200)) == {"stage": "B", "sub": "TRD5"}


def test_a_trial_is_asked_for_in_the_weeks_of_the_method() -> None:
    # Souery 1999: trials of 6 to 8 weeks.
    assert CALCULATOR.fields[0].hint == "Adequate trials of 6 to 8 weeks each"
