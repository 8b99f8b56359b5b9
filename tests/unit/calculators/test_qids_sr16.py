"""QIDS-SR16: Rush AJ, et al. Biol Psychiatry 2003;54(5):573-583. Nine domains, three of them the highest of several items."""

from itertools import product, repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.item_scores import NOT_A_SCORE, only, refused

# Rush 2003: 0-5, 6-10, 11-15, 16-20, 21-27.
BAND = [*repeat("none", 6), *repeat("mild", 5), *repeat("moderate", 5), *repeat("severe", 5), *repeat("very_severe", 7)]
# One item of each domain, counted from 0.
ONE_OF_EACH = (0, 4, 5, 9, 10, 11, 12, 13, 14)


def from_domains(total: int) -> list[int]:
    """Items with this total: one item of each domain at its highest until the total is used up, the rest 0."""
    items = [0] * 16
    for place in ONE_OF_EACH:
        items[place] = min(3, total)
        total -= items[place]
    assert total == 0
    return items


@pytest.mark.parametrize("total", range(28))
def test_every_total_has_the_published_band(total: int) -> None:
    answer = evaluate("qids_sr16", {"items": from_domains(total)})
    assert (answer["total"], answer["band"], answer["remission"]) == (total, BAND[total], total <= 5)


@pytest.mark.parametrize("place", range(16))
@pytest.mark.parametrize("score", range(4))
def test_every_item_alone_counts_as_it_is_scored_and_only_item_12_is_the_suicide_item(place: int, score: int) -> None:
    answer = evaluate("qids_sr16", {"items": only(place, score, 16)})
    assert answer["total"] == score
    assert answer["suicide_item_positive"] is (place == 11 and score > 0)


@pytest.mark.parametrize(
    "places",
    [pytest.param((0, 1, 2, 3), id="sleep"), pytest.param((14, 15), id="psychomotor")],
)
def test_of_a_domain_with_several_items_only_the_highest_counts(places: tuple[int, ...]) -> None:
    for scores in product(range(4), repeat=len(places)):
        items = [0] * 16
        for place, score in zip(places, scores, strict=True):
            items[place] = score
        assert evaluate("qids_sr16", {"items": items})["total"] == sorted(scores)[-1]


@pytest.mark.parametrize(
    ("changes", "total"),
    [
        pytest.param([2, None, 1, None], 2, id="the first of each pair answered"),
        pytest.param([None, 1, None, 3], 3, id="the second of each pair answered"),
        pytest.param([None, 0, 2, None], 2, id="one of each, crossed"),
        pytest.param([1, 3, 0, 2], 3, id="all four answered: the highest counts"),
        pytest.param([0, None, None, 0], 0, id="no change in either"),
    ],
)
def test_appetite_and_weight_are_alternatives(changes: list[int | None], total: int) -> None:
    items = [*[0] * 5, *changes, *[0] * 7]
    assert evaluate("qids_sr16", {"items": items})["total"] == total


def test_a_pair_without_any_answer_is_refused_and_not_read_as_no_change() -> None:
    assert refused("qids_sr16", [*[0] * 5, None, None, None, None, *[0] * 7]) == [
        ("items.5", "Items 6 and 7 (appetite): score one of the two; 0 if there was no change."),
        ("items.7", "Items 8 and 9 (weight): score one of the two; 0 if there was no change."),
    ]


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15])
def test_no_other_item_may_be_left_out(place: int) -> None:
    items: list[int | None] = [0] * 16
    items[place] = None
    assert [field for field, _ in refused("qids_sr16", items)] == [f"items.{place}"]


@pytest.mark.parametrize("score", [score for score in NOT_A_SCORE if score is not None] + [4])
@pytest.mark.parametrize("place", range(16))
def test_what_is_not_a_score_from_0_to_3_is_refused(score: Any, place: int) -> None:
    items: list[Any] = [0] * 16
    items[place] = score
    ((field, message),) = refused("qids_sr16", items)
    assert field == f"items.{place}"
    assert message.endswith("must be a whole number from 0 to 3.")


@pytest.mark.parametrize("length", [9, 15, 17])
def test_any_other_number_of_items_is_refused(length: int) -> None:
    assert refused("qids_sr16", [0] * length) == [("items", f"QIDS-SR16 has 16 items; {length} scores were given.")]


def test_the_working_shows_which_item_of_a_domain_counted() -> None:
    items = [3, 0, 0, 0, 1, None, 2, 1, None, 1, 1, 0, 1, 1, 0, 2]
    assert full_answer(find("qids_sr16"), {"items": items})["working"] == [
        "Sleep: highest of 3, 0, 0, 0 = 3",
        "Appetite and weight: highest of 2, 1 = 2",
        "Psychomotor: highest of 0, 2 = 2",
        "3 + 1 + 2 + 1 + 1 + 0 + 1 + 1 + 2 = 12",
        "12: Moderate (11 to 15); severe starts at 16, 4 away.",
        "Remission (5 or less): not met; the total would have to fall by 7 points",
    ]


def test_the_answer_shows_the_nine_domains_with_their_items() -> None:
    items = [3, 0, 0, 0, 1, None, 2, 1, None, 1, 1, 0, 1, 1, 0, 2]
    (table,) = full_answer(find("qids_sr16"), {"items": items})["tables"]
    assert table["rows"] == [
        ["Sleep", "1, 2, 3, 4", "3"],
        ["Sad mood", "5", "1"],
        ["Appetite and weight", "6, 7, 8, 9", "2"],
        ["Concentration", "10", "1"],
        ["Self-esteem", "11", "1"],
        ["Suicidal thoughts", "12", "0"],
        ["Interest", "13", "1"],
        ["Energy", "14", "1"],
        ["Psychomotor", "15, 16", "2"],
    ]


def test_a_positive_item_12_stops_even_in_remission() -> None:
    answer = full_answer(find("qids_sr16"), {"items": only(11, 1, 16)})
    assert answer["values"]["remission"] is True
    assert [(notice["kind"], notice["calculator"]) for notice in answer["warnings"]] == [("stop", "cssrs_screener")]


def test_no_question_of_the_form_is_printed() -> None:
    calculator = find("qids_sr16")
    (field,) = calculator.fields
    assert [item.anchors for item in field.spec.items] == [()] * 16  # type: ignore[attr-defined]
    assert "UT Southwestern" in calculator.rights
