"""GAD-7: Spitzer RL, et al. Arch Intern Med 2006;166(10):1092-1097. Remission below 5 is a house convention."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.item_scores import NOT_A_SCORE, filled, only, refused

# Spitzer 2006: cut-offs at 5, 10 and 15.
BAND = [*repeat("minimal", 5), *repeat("mild", 5), *repeat("moderate", 5), *repeat("severe", 7)]


@pytest.mark.parametrize("total", range(22))
def test_every_total_has_the_published_band(total: int) -> None:
    answer = evaluate("gad7", {"items": filled(total, [3] * 7)})
    assert (answer["total"], answer["band"], answer["remission"]) == (total, BAND[total], total <= 4)


@pytest.mark.parametrize("place", range(7))
@pytest.mark.parametrize("score", range(4))
def test_every_item_counts_as_it_is_scored(place: int, score: int) -> None:
    assert evaluate("gad7", {"items": only(place, score, 7)})["total"] == score


@pytest.mark.parametrize("score", [*NOT_A_SCORE, 4])
def test_what_is_not_a_score_from_0_to_3_is_refused(score: Any) -> None:
    assert refused("gad7", [0, 0, 0, score, 0, 0, 0]) == [
        ("items.3", "Item 4, Trouble relaxing, must be a whole number from 0 to 3.")
    ]


@pytest.mark.parametrize("length", [0, 6, 8])
def test_any_other_number_of_items_is_refused(length: int) -> None:
    assert refused("gad7", [0] * length) == [("items", f"GAD-7 has 7 items; {length} scores were given.")]


def test_there_is_no_suicide_item_to_report() -> None:
    answer = full_answer(find("gad7"), {"items": [3] * 7})
    assert "suicide_item_positive" not in answer["values"]
    assert answer["warnings"] == []


def test_the_remission_threshold_is_called_a_house_convention() -> None:
    (difference,) = full_answer(find("gad7"), {"items": [0] * 7})["differences"]
    assert "our convention" in difference["house"]


def test_the_working_shows_the_sum_the_band_and_the_way_to_the_next_cut_off() -> None:
    assert full_answer(find("gad7"), {"items": [2, 2, 2, 2, 1, 0, 0]})["working"] == [
        "2 + 2 + 2 + 2 + 1 + 0 + 0 = 9",
        "9: Mild (5 to 9); moderate starts at 10, 1 away.",
        "Remission (below 5): not met; the total would have to fall by 5 points",
    ]


def test_it_asks_about_the_last_two_weeks() -> None:
    # Spitzer 2006
    (field,) = find("gad7").fields
    assert field.hint.startswith("Over the last 2 weeks")
    assert "over the last two weeks" in find("gad7").summary
