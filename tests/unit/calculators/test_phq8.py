"""PHQ-8: the first eight items of the PHQ-9 (Kroenke 2001, 2009), with its cuts at 5, 10, 15 and 20."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.fields import ItemScores
from support.item_scores import NOT_A_SCORE, filled, only, refused

BAND = [
    *repeat("minimal", 5),
    *repeat("mild", 5),
    *repeat("moderate", 5),
    *repeat("moderately_severe", 5),
    *repeat("severe", 5),
]


@pytest.mark.parametrize("total", range(25))
def test_every_total_has_the_band_of_the_phq9(total: int) -> None:
    assert evaluate("phq8", {"items": filled(total, [3] * 8)}) == {"total": total, "band": BAND[total]}
    assert evaluate("phq9", {"items": filled(total, [3] * 9)})["band"] == BAND[total]


@pytest.mark.parametrize("place", range(8))
@pytest.mark.parametrize("score", range(4))
def test_every_item_counts_as_it_is_scored(place: int, score: int) -> None:
    assert evaluate("phq8", {"items": only(place, score, 8)})["total"] == score


@pytest.mark.parametrize("score", [*NOT_A_SCORE, 4])
def test_what_is_not_a_score_from_0_to_3_is_refused(score: Any) -> None:
    assert refused("phq8", [0, 0, 0, 0, score, 0, 0, 0]) == [
        ("items.4", "Item 5, Poor appetite or overeating, must be a whole number from 0 to 3.")
    ]


@pytest.mark.parametrize("length", [0, 7, 9])
def test_any_other_number_of_items_is_refused(length: int) -> None:
    assert refused("phq8", [0] * length) == [("items", f"PHQ-8 has 8 items; {length} scores were given.")]


def test_the_questions_are_the_first_eight_of_the_phq9() -> None:
    (eight,), (nine,) = find("phq8").fields, find("phq9").fields
    assert isinstance(eight.spec, ItemScores)
    assert isinstance(nine.spec, ItemScores)
    assert eight.spec.items == nine.spec.items[:8]
    assert eight.hint == nine.hint
    assert "dead" not in str(eight.spec.items)


@pytest.mark.parametrize("total", [0, 24])
def test_suicide_is_to_be_asked_about_whatever_the_total(total: int) -> None:
    answer = full_answer(find("phq8"), {"items": filled(total, [3] * 8)})
    assert [one["calculator"] for one in answer["warnings"]] == ["cssrs_screener"]
    assert "remission" not in answer["headline"]


def test_the_working_shows_the_sum_and_the_next_cut() -> None:
    assert full_answer(find("phq8"), {"items": [2, 2, 2, 2, 1, 0, 0, 0]})["working"] == [
        "2 + 2 + 2 + 2 + 1 + 0 + 0 + 0 = 9",
        "9: Mild (5 to 9); moderate starts at 10, 1 away.",
    ]
