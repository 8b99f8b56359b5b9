"""WHODAS 2.0, 12 items: simple sum 0-48; Andrews G, et al. PLoS One 2009;4(12):e8343 (means)."""

from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.entered_totals import NOT_A_WHOLE_NUMBER, refused

# Total from 0; percent of 48 as shown, cut; mean of an item as shown; beside the mean 6.3 of any mental disorder.
WORKED = [
    (0, "0", "0", "below"),
    (1, "2", "0.08", "below"),  # 2.083; 0.0833
    (2, "4.1", "0.17", "below"),  # 4.166; 0.1666
    (3, "6.2", "0.25", "below"),  # 6.25
    (4, "8.3", "0.33", "below"),  # 8.333
    (5, "10.4", "0.42", "below"),  # 10.416; 0.4166; 1.3 away
    (6, "12.5", "0.5", "about"),  # 0.3 away
    (7, "14.5", "0.58", "above"),  # 14.583; 0.5833; 0.7 away
    (8, "16.6", "0.67", "above"),  # 16.666
    (12, "25", "1", "above"),
    (13, "27", "1.08", "above"),  # 27.083
    (18, "37.5", "1.5", "above"),
    (23, "47.9", "1.92", "above"),  # 47.916; 1.9166
    (24, "50", "2", "above"),
    (25, "52", "2.08", "above"),  # 52.083
    (30, "62.5", "2.5", "above"),
    (36, "75", "3", "above"),
    (40, "83.3", "3.33", "above"),
    (47, "97.9", "3.92", "above"),  # 97.916; 3.9166
    (48, "100", "4", "above"),
]


@pytest.mark.parametrize(("coding", "added"), [("zero_based", 0), ("one_based", 12)])
@pytest.mark.parametrize(("total", "percent", "mean", "side"), WORKED)
def test_either_coding_gives_the_same_total_from_0(
    coding: str, added: int, total: int, percent: str, mean: str, side: str
) -> None:
    answer = full_answer(find("whodas12"), {"total": total + added, "coding": coding})
    shown = {one["key"]: one["text"] for one in answer["shown"]}
    assert shown == {"total_0_48": f"{total} of 48", "percent": f"{percent}%", "mean_item": mean}
    assert answer["headline"] == (
        f"WHODAS 2.0 (12 items) {total}/48: {percent}% of the highest total; {side} the mental-disorder mean 6.3"
    )


@pytest.mark.parametrize(
    ("coding", "total", "ends"),
    [
        ("zero_based", 49, "0 to 48"),
        ("zero_based", 60, "0 to 48"),
        ("one_based", 0, "12 to 60"),
        ("one_based", 11, "12 to 60"),
    ],
)
def test_a_total_that_the_coding_cannot_have_is_refused(coding: str, total: int, ends: str) -> None:
    ((field, message),) = refused("whodas12", {"total": total, "coding": coding})
    assert field == "total"
    assert message.startswith(f"WHODAS total must be from {ends} where items are scored")


@pytest.mark.parametrize("total", [*NOT_A_WHOLE_NUMBER, -1, 61])
def test_what_is_no_total_is_refused(total: Any) -> None:
    assert [field for field, _ in refused("whodas12", {"total": total, "coding": "one_based"})] == ["total"]


def test_the_coding_is_always_asked_for() -> None:
    # 20 is 20 in one and 8 in the other.
    assert [field for field, _ in refused("whodas12", {"total": 20})] == ["coding"]
    assert evaluate("whodas12", {"total": 20, "coding": "zero_based"})["total_0_48"] == 20
    assert evaluate("whodas12", {"total": 20, "coding": "one_based"})["total_0_48"] == 8


def test_the_means_stand_beside_it_with_their_spread_and_no_band() -> None:
    # Andrews 2009: mean (SD) 6.3 (7.1), 4.3 (6.1), 1.4 (3.6)
    answer = full_answer(find("whodas12"), {"total": 4, "coding": "zero_based"})
    assert answer["tables"][0]["rows"] == [
        ["Any mental disorder", "6.3", "7.1", "Below"],
        ["Any physical disorder", "4.3", "6.1", "About"],
        ["Neither", "1.4", "3.6", "Above"],
    ]
    assert answer["scales"] == []


def test_electronic_use_of_the_items_is_said_to_need_permission() -> None:
    assert "electronic use of the items needs WHO permission" in find("whodas12").rights


def test_the_working_takes_twelve_off_where_items_begin_at_1() -> None:
    assert full_answer(find("whodas12"), {"total": 18, "coding": "one_based"})["working"] == [
        "18 − 12 = 6",
        "100 × 6 ÷ 48 = 12.5%",
        "6 ÷ 12 = 0.5 an item",
    ]
