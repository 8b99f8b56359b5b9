"""MADRS: Montgomery & Åsberg 1979 (items), Snaith 1986 (bands), Hawley 2002 and the house article (remission)."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.item_scores import NOT_A_SCORE, filled, only, refused

# Snaith RP, et al. Br J Psychiatry 1986;148:599-601: 0-6, 7-19, 20-34, 35-60.
BAND = [*repeat("normal", 7), *repeat("mild", 13), *repeat("moderate", 15), *repeat("severe", 26)]


@pytest.mark.parametrize("total", range(61))
def test_every_total_has_the_published_band_and_three_definitions_of_remission(total: int) -> None:
    answer = evaluate("madrs", {"items": filled(total, [6] * 10)})
    assert (answer["total"], answer["band"]) == (total, BAND[total])
    assert answer["remission"] is (total in range(10))  # house: below 10
    assert answer["remission_le10"] is (total in range(11))  # many ketamine trials: 10 or less
    assert answer["remission_le12"] is (total in range(13))  # esketamine phase 3: 12 or less


@pytest.mark.parametrize("place", range(10))
@pytest.mark.parametrize("score", range(7))
def test_odd_scores_are_valid_and_only_item_10_is_the_suicide_item(place: int, score: int) -> None:
    answer = evaluate("madrs", {"items": only(place, score, 10)})
    assert answer["total"] == score
    assert answer["suicide_item_positive"] is (place == 9 and score > 0)


@pytest.mark.parametrize("score", [*NOT_A_SCORE, 7])
def test_what_is_not_a_score_from_0_to_6_is_refused(score: Any) -> None:
    assert refused("madrs", [*[0] * 9, score]) == [
        ("items.9", "Item 10, Suicidal thoughts, must be a whole number from 0 to 6.")
    ]


@pytest.mark.parametrize("length", [9, 11])
def test_any_other_number_of_items_is_refused(length: int) -> None:
    assert refused("madrs", [0] * length) == [("items", f"MADRS has 10 items; {length} scores were given.")]


@pytest.mark.parametrize(
    ("total", "trials"),
    [
        (9, None),
        (10, "10 or less, and for those that use 12 or less"),
        (11, "12 or less"),
        (12, "12 or less"),
        (13, None),
    ],
)
def test_totals_on_which_the_definitions_of_remission_part_are_pointed_out(total: int, trials: str | None) -> None:
    cautions = [
        notice["text"]
        for notice in full_answer(find("madrs"), {"items": filled(total, [6] * 10)})["warnings"]
        if notice["kind"] == "caution"
    ]
    assert len(cautions) == (0 if trials is None else 1)
    assert all(f"for trials that use {trials}." in caution for caution in cautions)


@pytest.mark.parametrize(("total", "shown"), [(30, False), (31, True), (34, True), (35, False)])
def test_the_other_cut_off_for_severe_is_shown_where_it_would_change_the_band(total: int, shown: bool) -> None:
    # Müller MJ, et al. J Affect Disord 2003;77(3):255-260: 31 separates moderate from severe.
    differences = full_answer(find("madrs"), {"items": filled(total, [6] * 10)})["differences"]
    assert ("Severe depression on MADRS" in [difference["topic"] for difference in differences]) is shown


def test_a_positive_item_10_stops() -> None:
    answer = full_answer(find("madrs"), {"items": only(9, 1, 10)})
    assert answer["warnings"][0]["kind"] == "stop"
    assert answer["warnings"][0]["calculator"] == "cssrs_screener"
    assert answer["headline"].endswith("suicide item positive")


def test_nothing_but_the_names_of_the_symptoms_is_printed() -> None:
    calculator = find("madrs")
    (field,) = calculator.fields
    assert [item.anchors for item in field.spec.items] == [()] * 10  # type: ignore[attr-defined]
    assert max(len(item.label.split()) for item in field.spec.items) <= 3  # type: ignore[attr-defined]
    assert "Royal College of Psychiatrists" in calculator.rights
