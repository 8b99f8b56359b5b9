"""Q-LES-Q-SF: items 1 to 14, each 1 to 5; percent of the maximum = (raw - 14) / 56 x 100, cut to a tenth. Stevanovic 2011."""

from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.entered_totals import NOT_A_WHOLE_NUMBER, refused

# Worked by hand: each point above 14 is 100/56 = 1.78571... percent.
SHOWN = [
    (14, "0"),
    (15, "1.7"),  # 1.7857
    (16, "3.5"),  # 3.5714
    (18, "7.1"),  # 7.1428
    (20, "10.7"),  # 10.7142
    (21, "12.5"),
    (25, "19.6"),  # 19.6428
    (28, "25"),
    (30, "28.5"),  # 28.5714
    (33, "33.9"),  # 33.9285
    (35, "37.5"),
    (41, "48.2"),  # 48.2142
    (42, "50"),
    (43, "51.7"),  # 51.7857
    (49, "62.5"),
    (52, "67.8"),  # 67.8571
    (55, "73.2"),  # 73.2142
    (56, "75"),
    (60, "82.1"),  # 82.1428
    (63, "87.5"),
    (67, "94.6"),  # 94.6428
    (69, "98.2"),  # 98.2142
    (70, "100"),
]


@pytest.mark.parametrize(("raw", "shown"), SHOWN)
def test_the_percentage_is_that_of_the_way_from_14_to_70_and_is_cut(raw: int, shown: str) -> None:
    answer = full_answer(find("q_les_q_sf"), {"raw": raw})
    assert answer["values"]["percent"] == pytest.approx((raw - 14) * 100 / 56)
    assert answer["values"]["percent_display"] == float(shown)
    assert answer["headline"] == f"Q-LES-Q-SF {raw}/70: {shown}% of the maximum; higher is better"
    assert answer["figure"]["value"] == f"{shown}%"


@pytest.mark.parametrize("raw", range(14, 70))
def test_a_higher_total_is_a_higher_percentage(raw: int) -> None:
    assert evaluate("q_les_q_sf", {"raw": raw})["percent"] < evaluate("q_les_q_sf", {"raw": raw + 1})["percent"]


@pytest.mark.parametrize("raw", [*NOT_A_WHOLE_NUMBER, 0, 13, 71])
def test_what_is_no_raw_total_is_refused(raw: Any) -> None:
    ((field, message),) = refused("q_les_q_sf", {"raw": raw})
    assert field == "raw"
    assert message.startswith("Q-LES-Q-SF raw total must be a whole number from 14 to 70.")


def test_the_working_says_where_the_percentage_was_cut() -> None:
    assert full_answer(find("q_les_q_sf"), {"raw": 30})["working"] == ["100 × (30 − 14) ÷ 56 = 28.5714%, cut to 28.5%"]
    assert full_answer(find("q_les_q_sf"), {"raw": 42})["working"] == ["100 × (42 − 14) ÷ 56 = 50%"]


def test_there_is_no_band_and_no_norm() -> None:
    answer = full_answer(find("q_les_q_sf"), {"raw": 42})
    assert answer["scales"] == []
    assert set(answer["values"]) == {"percent", "percent_display"}
    assert "none could be confirmed" in answer["differences"][0]["house"]


def test_the_two_items_that_are_not_added_are_named() -> None:
    assert "Items 15 (medicine) and 16 (overall) are not added." in find("q_les_q_sf").formula[0]
