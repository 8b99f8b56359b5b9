"""Any factor of pseudo-resistance outweighs every tick, and only a complete list is verified."""

from itertools import chain, combinations
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.catalogue.resistance_checklist import FAILED_TRIALS

CALCULATOR = find("resistance_checklist")

# The list and the table of the house article, in their order.
CHECKS = [
    "diagnosis_confirmed",
    "two_failed_trials",
    "adequate_dose",
    "adequate_duration",
    "adherence_assessed",
    "augmentation_documented",
    "comorbidity_considered",
]
FACTORS = [
    "inadequate_dosing",
    "short_duration",
    "non_adherence",
    "misdiagnosis",
    "active_substance_use",
    "unaddressed_comorbidity",
    "psychosocial_factors",
]
ALL_TICKED = dict.fromkeys(CHECKS, True)


def answered(checklist: dict[str, Any], factors: list[Any]) -> dict[str, Any]:
    return CALCULATOR.run({"checklist": checklist, "pseudo_factors": factors})


def some_of(names: list[str]) -> list[tuple[str, ...]]:
    return list(chain.from_iterable(combinations(names, size) for size in range(len(names) + 1)))


def test_every_way_to_tick_without_a_factor_lists_what_is_missing_in_order() -> None:
    for ticked in some_of(CHECKS):
        answer = answered({check: check in ticked for check in CHECKS}, [])
        assert answer["missing"] == [check for check in CHECKS if check not in ticked]
        assert answer["status"] == ("verified" if len(ticked) == 7 else "incomplete")


def test_every_set_of_factors_outweighs_a_complete_list() -> None:
    for present in some_of(FACTORS):
        answer = answered(ALL_TICKED, list(reversed(present)))
        assert answer["pseudo_factors"] == list(present)
        assert answer["status"] == ("pseudo_resistance_suspected" if present else "verified")


def test_a_factor_outweighs_an_incomplete_list_too_and_what_is_missing_still_shows() -> None:
    answer = answered(ALL_TICKED | {"adequate_dose": False}, ["misdiagnosis"])
    assert answer["status"] == "pseudo_resistance_suspected"
    assert answer["missing"] == ["adequate_dose"]


def test_repeated_factors_are_named_once() -> None:
    assert answered(ALL_TICKED, ["misdiagnosis", "short_duration", "misdiagnosis"])["pseudo_factors"] == [
        "short_duration",
        "misdiagnosis",
    ]


REFUSALS = [
    ("an unknown factor", ALL_TICKED, ["laziness"], "is not in the list"),
    ("a factor with a hyphen", ALL_TICKED, ["non-adherence"], "Did you mean non_adherence"),
    ("a box left out", dict.fromkeys(CHECKS[1:], True), [], "say whether it is ticked"),
    ("a box that does not exist", ALL_TICKED | {"rtms": True}, [], "has no box named “rtms”"),
    ("one instead of true", ALL_TICKED | {"adequate_dose": 1}, [], "say whether it is ticked"),
    ("yes instead of true", ALL_TICKED | {"adequate_dose": "yes"}, [], "say whether it is ticked"),
    ("null instead of false", ALL_TICKED | {"adequate_dose": None}, [], "say whether it is ticked"),
]


@pytest.mark.parametrize(
    ("checklist", "factors", "words"),
    [pytest.param(checklist, factors, words, id=what) for what, checklist, factors, words in REFUSALS],
)
def test_a_list_that_is_not_exactly_this_one_is_refused(
    checklist: dict[str, Any], factors: list[str], words: str
) -> None:
    with pytest.raises(InvalidInputs, match=words):
        answered(checklist, factors)


@pytest.mark.parametrize("checklist", [[], ["adequate_dose"], None, True, "all"])
def test_a_checklist_that_is_no_object_is_refused(checklist: Any) -> None:
    with pytest.raises(InvalidInputs, match="Verification must be an object"):
        answered(checklist, [])


def test_all_boxes_left_out_are_named_at_once() -> None:
    with pytest.raises(InvalidInputs) as refused:
        answered({}, [])
    assert [problem.field for problem in refused.value.problems] == [f"checklist.{check}" for check in CHECKS]


def test_the_working_says_what_to_do_about_each_factor() -> None:
    answer = full_answer(
        CALCULATOR,
        {
            "checklist": ALL_TICKED | {"adherence_assessed": False},
            "pseudo_factors": ["non_adherence", "active_substance_use"],
        },
    )
    assert answer["headline"] == "Pseudo-resistance suspected: non-adherence, active substance use"
    assert answer["working"] == [
        "Points ticked: 6 of 7",
        "Missing: Adherence looked into",
        "Factors of pseudo-resistance: 2",
        "Non-adherence, to assess: Pharmacy fills, therapeutic drug monitoring",
        "Active substance use, to assess: Drug screen, collateral history",
    ]


@pytest.mark.parametrize(
    ("checklist", "factors", "headline"),
    [
        (ALL_TICKED, [], "Resistance verified: all 7 points ticked, no factor of pseudo-resistance"),
        (dict.fromkeys(CHECKS, False), [], "Verification incomplete: 7 of 7 still missing"),
    ],
)
def test_the_headline_says_where_the_history_stands(
    checklist: dict[str, bool], factors: list[str], headline: str
) -> None:
    assert full_answer(CALCULATOR, {"checklist": checklist, "pseudo_factors": factors})["headline"] == headline


def test_a_verified_history_leads_on_to_contraindications() -> None:
    answer = full_answer(CALCULATOR, {"checklist": ALL_TICKED, "pseudo_factors": []})
    assert [notice["calculator"] for notice in answer["warnings"]] == ["contraindication_screen"]


@pytest.mark.parametrize(
    ("checklist", "factors", "shown"),
    [
        (ALL_TICKED, [], False),
        (ALL_TICKED, ["misdiagnosis"], False),
        (ALL_TICKED, ["short_duration"], True),
        (ALL_TICKED | {"adequate_duration": False}, [], True),
    ],
)
def test_the_dispute_about_weeks_is_shown_where_duration_is_in_doubt(
    checklist: dict[str, bool], factors: list[str], shown: bool
) -> None:
    answer = full_answer(CALCULATOR, {"checklist": checklist, "pseudo_factors": factors})
    assert bool(answer["differences"]) is shown


def test_two_failed_trials_are_asked_for() -> None:
    # House article, Verifying Treatment Resistance.
    assert FAILED_TRIALS == 2
