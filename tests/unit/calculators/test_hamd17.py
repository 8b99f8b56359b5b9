"""HAM-D17: Hamilton 1960 (items), Zimmerman M, et al. J Affect Disord 2013;150(2):384-388 (bands)."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import evaluate, find
from ketamine_calculators.answer import full_answer
from support.item_scores import NOT_A_SCORE, filled, only, refused

HIGHEST = [4, 4, 4, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2]
# Zimmerman 2013: moderate from 17, severe from 24; 0-7 none.
BAND = [*repeat("none", 8), *repeat("mild", 9), *repeat("moderate", 7), *repeat("severe", 29)]


@pytest.mark.parametrize("total", range(53))
def test_every_total_has_the_published_band(total: int) -> None:
    answer = evaluate("hamd17", {"items": filled(total, HIGHEST)})
    assert (answer["total"], answer["band"], answer["remission"]) == (total, BAND[total], total <= 7)


@pytest.mark.parametrize("place", range(17))
def test_each_item_runs_to_its_own_highest_score_and_no_further(place: int) -> None:
    high = HIGHEST[place]
    for score in range(high + 1):
        answer = evaluate("hamd17", {"items": only(place, score, 17)})
        assert answer["total"] == score
        assert answer["suicide_item_positive"] is (place == 2 and score > 0)
    ((field, message),) = refused("hamd17", only(place, high + 1, 17))
    assert field == f"items.{place}"
    assert message.endswith(f"must be a whole number from 0 to {high}.")


@pytest.mark.parametrize("score", NOT_A_SCORE)
def test_what_is_not_a_score_is_refused(score: Any) -> None:
    assert refused("hamd17", [*[0] * 15, score, 0]) == [
        ("items.15", "Item 16, Loss of weight, must be a whole number from 0 to 2.")
    ]


@pytest.mark.parametrize("length", [16, 18, 21])
def test_any_other_number_of_items_is_refused(length: int) -> None:
    assert refused("hamd17", [0] * length) == [("items", f"HAM-D17 has 17 items; {length} scores were given.")]


@pytest.mark.parametrize(("score", "shown"), [(2, False), (3, True)])
def test_an_agitation_score_that_some_forms_lack_is_pointed_out(score: int, shown: bool) -> None:
    topics = [d["topic"] for d in full_answer(find("hamd17"), {"items": only(8, score, 17)})["differences"]]
    assert ("Item 9, agitation" in topics) is shown


def test_a_positive_item_3_stops_even_in_remission() -> None:
    answer = full_answer(find("hamd17"), {"items": only(2, 1, 17)})
    assert answer["values"]["remission"] is True
    assert [(notice["kind"], notice["calculator"]) for notice in answer["warnings"]] == [("stop", "cssrs_screener")]


def test_the_working_names_the_distance_to_moderate() -> None:
    working = full_answer(find("hamd17"), {"items": filled(16, HIGHEST)})["working"]
    assert working[1:] == [
        "16: Mild (8 to 16); moderate starts at 17, 1 away.",
        "Remission (7 or less): not met; the total would have to fall by 9 points",
    ]


def test_no_words_of_a_protected_interview_guide_are_printed() -> None:
    (field,) = find("hamd17").fields
    assert [item.anchors for item in field.spec.items] == [()] * 17  # type: ignore[attr-defined]
