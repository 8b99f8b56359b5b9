"""PHQ-9: Kroenke K, Spitzer RL, Williams JBW. J Gen Intern Med 2001;16(9):606-613; remission from the house article."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.item_scores import NOT_A_SCORE, filled, only, refused

# Kroenke 2001, table of severity: every total from 0 to 27 with its band.
BAND = [
    *repeat("minimal", 5),
    *repeat("mild", 5),
    *repeat("moderate", 5),
    *repeat("moderately_severe", 5),
    *repeat("severe", 8),
]
REMISSION = range(5)  # house article: below 5


@pytest.mark.parametrize("total", range(28))
def test_every_total_has_the_published_band_and_the_house_remission(total: int) -> None:
    answer = evaluate("phq9", {"items": filled(total, [3] * 9)})
    assert (answer["total"], answer["band"], answer["remission"]) == (total, BAND[total], total in REMISSION)


@pytest.mark.parametrize("place", range(9))
@pytest.mark.parametrize("score", range(4))
def test_every_item_counts_as_it_is_scored_and_only_item_9_is_the_suicide_item(place: int, score: int) -> None:
    answer = evaluate("phq9", {"items": only(place, score, 9)})
    assert answer["total"] == score
    assert answer["suicide_item_positive"] is (place == 8 and score > 0)


@pytest.mark.parametrize("score", [*NOT_A_SCORE, 4])
def test_what_is_not_a_score_from_0_to_3_is_refused(score: Any) -> None:
    wording = "Little interest or pleasure in doing things"
    assert refused("phq9", [score, *[0] * 8]) == [
        ("items.0", f"Item 1, {wording}, must be a whole number from 0 to 3.")
    ]


def test_a_missing_item_is_refused_and_never_prorated() -> None:
    assert refused("phq9", [1] * 8) == [("items", "PHQ-9 has 9 items; 8 scores were given.")]


def test_the_question_on_difficulty_cannot_be_added() -> None:
    assert refused("phq9", [1] * 10) == [("items", "PHQ-9 has 9 items; 10 scores were given.")]


def test_all_wrong_items_are_named_at_once() -> None:
    assert [field for field, _ in refused("phq9", [4, 0, -1, 0, None, 0, 0, 0, "3"])] == [
        "items.0",
        "items.2",
        "items.4",
        "items.8",
    ]


def test_a_positive_item_9_stops_even_a_minimal_total() -> None:
    answer = full_answer(find("phq9"), {"items": only(8, 1, 9)})
    assert answer["headline"] == "PHQ-9 total 1/27: minimal; in remission; suicide item positive"
    assert [(notice["kind"], notice["calculator"]) for notice in answer["warnings"]] == [("stop", "cssrs_screener")]
    assert "local crisis steps" in answer["warnings"][0]["text"]


def test_a_zero_on_item_9_raises_no_stop_and_promises_nothing() -> None:
    answer = full_answer(find("phq9"), {"items": [3] * 8 + [0]})
    assert answer["warnings"] == []
    assert "suicide" not in answer["headline"]


def test_the_working_shows_the_sum_the_band_and_the_way_to_the_next_cut_off() -> None:
    assert full_answer(find("phq9"), {"items": [2, 2, 2, 2, 2, 2, 2, 0, 0]})["working"] == [
        "2 + 2 + 2 + 2 + 2 + 2 + 2 + 0 + 0 = 14",
        "14: Moderate (10 to 14); moderately severe starts at 15, 1 away.",
        "Remission (below 5): not met; the total would have to fall by 10 points",
    ]


def test_a_fall_of_one_point_is_said_in_the_singular() -> None:
    working = full_answer(find("phq9"), {"items": filled(5, [3] * 9)})["working"]
    assert working[-1] == "Remission (below 5): not met; the total would have to fall by 1 point"


def test_the_questions_are_printed_with_the_credit_that_they_ask_for() -> None:
    calculator = find("phq9")
    assert "Spitzer" in calculator.rights
    assert "Williams" in calculator.rights
    assert "Kroenke" in calculator.rights


def test_it_asks_about_the_last_two_weeks() -> None:
    # Kroenke 2001
    (field,) = find("phq9").fields
    assert field.hint.startswith("Over the last 2 weeks")
    assert "over the last two weeks" in find("phq9").summary
