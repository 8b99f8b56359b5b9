"""YMRS total: groups of Born 2021 (Table 1), grades of the Clinical Global Impression of Samara 2023 (abstract)."""

from itertools import repeat
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, evaluate, find
from ketamine_calculators.answer import full_answer

# Born 2021: not manic below 12, hypomanic below 21, manic from 21.
BAND = [*repeat("non_manic", 12), *repeat("hypomanic", 9), *repeat("manic", 40)]


@pytest.mark.parametrize("total", range(61))
def test_every_total_has_the_group_of_the_analysis(total: int) -> None:
    assert evaluate("ymrs_total", {"total": total}) == {"total": total, "band": BAND[total]}


# Typed by hand: the kind of what leads, or none. Our own values 12 and 21.
LEADS = [
    (0, "note"),
    (1, "note"),
    (5, "note"),
    (6, "note"),
    (7, "note"),
    (8, "note"),
    (10, "note"),
    (11, "note"),
    (12, "caution"),
    (13, "caution"),
    (15, "caution"),
    (17, "caution"),
    (19, "caution"),
    (20, "caution"),
    (21, "stop"),
    (22, "stop"),
    (25, "stop"),
    (29, "stop"),
    (30, "stop"),
    (40, "stop"),
    (60, "stop"),
]


@pytest.mark.parametrize(("total", "kind"), LEADS)
def test_the_next_dose_waits_from_twelve_and_nothing_is_given_from_twenty_one(total: int, kind: str) -> None:
    first = full_answer(find("ymrs_total"), {"total": total})["warnings"][0]
    assert first["kind"] == kind
    assert ("our own value" in first["text"]) is (kind != "note")


@pytest.mark.parametrize("total", [12, 20, 21, 60])
def test_what_holds_a_dose_leads_to_the_contraindications_and_to_the_question_of_suicide(total: int) -> None:
    told = full_answer(find("ymrs_total"), {"total": total})["warnings"]
    assert [notice["calculator"] for notice in told] == ["contraindication_screen", "cssrs_since_last_visit"]


@pytest.mark.parametrize("total", [True, "12", None, 11.5, 20.5, -1, 61])
def test_what_is_not_a_whole_total_from_0_to_60_is_refused(total: Any) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("ymrs_total", {"total": total})
    assert [problem.field for problem in refused.value.problems] == ["total"]


# Samara 2023: 6 borderline, 12 mildly, 20 moderately, 30 markedly, 40 severely, 52 among the most extremely ill.
@pytest.mark.parametrize(
    ("total", "words"),
    [
        (0, "0 lies below borderline ill (about 6)"),
        (6, "6 is about borderline ill"),
        (12, "12 is about mildly ill"),
        (16, "16 lies above mildly ill (about 12) and below moderately ill (about 20)"),
        (20, "20 is about moderately ill"),
        (21, "21 lies above moderately ill (about 20) and below markedly ill (about 30)"),
        (52, "52 is about extremely ill"),
        (60, "60 lies above extremely ill (about 52)"),
    ],
)
def test_the_second_reading_stands_beside_the_first(total: int, words: str) -> None:
    working = full_answer(find("ymrs_total"), {"total": total})["working"]
    assert working[1] == f"Clinical Global Impression: {words}"


def test_both_sources_are_named() -> None:
    cited = " ".join(source["cite"] for source in full_answer(find("ymrs_total"), {"total": 21})["sources"])
    assert "Born C" in cited
    assert "Samara MT" in cited


def test_the_group_is_called_post_hoc() -> None:
    assert full_answer(find("ymrs_total"), {"total": 21})["headline"] == "YMRS total 21/60: manic (post hoc grouping)"
