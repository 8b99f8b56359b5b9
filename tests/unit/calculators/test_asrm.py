"""ASRM: Altman EG, et al. Biol Psychiatry 1997: five numbers from 0 to 4, and more than 5 is positive."""

from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.fields import ItemScores
from support.item_scores import NOT_A_SCORE, filled, only, refused

# Added by hand; positive from 6 (above 5).
FACTS = [
    ([0, 0, 0, 0, 0], 0, False),
    ([1, 0, 0, 0, 0], 1, False),
    ([0, 0, 0, 0, 4], 4, False),
    ([2, 0, 1, 0, 1], 4, False),
    ([1, 1, 1, 1, 1], 5, False),
    ([4, 1, 0, 0, 0], 5, False),
    ([0, 2, 3, 0, 0], 5, False),
    ([5 - 4, 0, 0, 0, 4], 5, False),
    ([0, 0, 2, 2, 1], 5, False),
    ([3, 1, 0, 1, 0], 5, False),
    ([2, 1, 1, 1, 1], 6, True),
    ([4, 2, 0, 0, 0], 6, True),
    ([0, 0, 0, 2, 4], 6, True),
    ([3, 3, 0, 0, 0], 6, True),
    ([1, 2, 1, 2, 1], 7, True),
    ([4, 0, 4, 0, 0], 8, True),
    ([2, 2, 2, 2, 2], 10, True),
    ([3, 2, 4, 1, 1], 11, True),
    ([4, 4, 4, 0, 0], 12, True),
    ([3, 3, 3, 3, 3], 15, True),
    ([4, 4, 4, 4, 3], 19, True),
    ([4, 4, 4, 4, 4], 20, True),
]


@pytest.mark.parametrize(("items", "total", "positive"), FACTS)
def test_the_numbers_are_added_and_six_is_positive(items: list[int], total: int, positive: bool) -> None:
    assert evaluate("asrm", {"items": items}) == {"total": total, "positive": positive}


@pytest.mark.parametrize("place", range(5))
@pytest.mark.parametrize("score", range(5))
def test_every_number_counts_as_it_is_entered(place: int, score: int) -> None:
    assert evaluate("asrm", {"items": only(place, score, 5)})["total"] == score


@pytest.mark.parametrize("score", [*NOT_A_SCORE, 5])
def test_what_is_not_a_number_from_0_to_4_is_refused(score: Any) -> None:
    assert refused("asrm", [0, 0, 0, score, 0]) == [
        ("items.3", "Item 4, Fourth group of statements, must be a whole number from 0 to 4.")
    ]


@pytest.mark.parametrize("length", [0, 4, 6])
def test_any_other_number_of_items_is_refused(length: int) -> None:
    assert refused("asrm", [0] * length) == [("items", f"ASRM has 5 items; {length} scores were given.")]


@pytest.mark.parametrize("total", range(21))
def test_the_next_dose_waits_from_six_until_mania_has_been_assessed(total: int) -> None:
    told = full_answer(find("asrm"), {"items": filled(total, [4] * 5)})["warnings"]
    cautions = [notice for notice in told if notice["kind"] == "caution"]
    assert len(cautions) == (total >= 6)
    for notice in cautions:
        assert notice["text"].startswith("Stop the next dose until mania has been assessed")
        assert "our own value" in notice["text"]
        assert notice["calculator"] == "contraindication_screen"


def test_a_low_total_is_not_called_the_absence_of_mania() -> None:
    (note,) = full_answer(find("asrm"), {"items": [0] * 5})["warnings"]
    assert note["text"].startswith("A low total does not exclude mania")


def test_a_positive_total_asks_about_suicide_as_well() -> None:
    told = full_answer(find("asrm"), {"items": [4] * 5})["warnings"]
    assert told[-1]["calculator"] == "cssrs_since_last_visit"


def test_the_working_shows_the_sum_and_the_way_to_the_cut_off() -> None:
    assert full_answer(find("asrm"), {"items": [1, 1, 1, 1, 1]})["working"] == [
        "1 + 1 + 1 + 1 + 1 = 5",
        "Cut-off 6: below it by 1 point",
    ]
    assert full_answer(find("asrm"), {"items": [2, 1, 1, 1, 1]})["working"][1] == "Cut-off 6: exactly at it"
    assert full_answer(find("asrm"), {"items": [4, 4, 0, 0, 0]})["working"][1] == "Cut-off 6: above it by 2 points"


def test_no_statement_of_the_scale_is_printed() -> None:
    spec = find("asrm").fields[0].spec
    assert isinstance(spec, ItemScores)
    labels = [item.label for item in spec.items]
    assert labels == [f"{place} group of statements" for place in ("First", "Second", "Third", "Fourth", "Fifth")]
    assert [item.anchors for item in spec.items] == [()] * 5
