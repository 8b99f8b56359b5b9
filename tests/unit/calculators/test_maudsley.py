"""The Maudsley Staging Method gives its points as its authors laid them out."""

from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("maudsley")
# One point each for duration and drugs, three for severity.
MODERATE: dict[str, Any] = {
    "duration_months": 6,
    "severity": "moderate",
    "failed_antidepressants": 1,
    "augmentation_used": False,
    "ect_used": False,
}

# Fekadu 2018, table of the method; the cut at 12 months is the house's for what lies between 12 and 13.
FACTS = [
    ("a new episode has one point for duration", {"duration_months": 0}, 5),
    ("12 months are still one point", {"duration_months": 12}, 5),
    ("a day more than 12 months is two points", {"duration_months": 12.03}, 6),
    ("12.5 months are two points", {"duration_months": 12.5}, 6),
    ("13 months are two points", {"duration_months": 13}, 6),
    ("24 months are two points", {"duration_months": 24}, 6),
    ("more than 24 months are three points", {"duration_months": 24.01}, 7),
    ("25 months are three points", {"duration_months": 25}, 7),
    ("a hundred years are three points", {"duration_months": 1200}, 7),
    ("subsyndromal is one point", {"severity": "subsyndromal"}, 3),
    ("mild is two points", {"severity": "mild"}, 4),
    ("moderate is three points", {"severity": "moderate"}, 5),
    ("severe is four points", {"severity": "severe"}, 6),
    ("severe with psychosis is five points", {"severity": "severe_psychotic"}, 7),
    ("2 antidepressants are one point", {"failed_antidepressants": 2}, 5),
    ("3 antidepressants are two points", {"failed_antidepressants": 3}, 6),
    ("4 antidepressants are two points", {"failed_antidepressants": 4}, 6),
    ("5 antidepressants are three points", {"failed_antidepressants": 5}, 7),
    ("6 antidepressants are three points", {"failed_antidepressants": 6}, 7),
    ("7 antidepressants are four points", {"failed_antidepressants": 7}, 8),
    ("10 antidepressants are four points", {"failed_antidepressants": 10}, 8),
    ("11 antidepressants are five points", {"failed_antidepressants": 11}, 9),
    ("100 antidepressants are five points", {"failed_antidepressants": 100}, 9),
    ("augmentation is one point", {"augmentation_used": True}, 6),
    ("ECT is one point", {"ect_used": True}, 6),
]


@pytest.mark.parametrize(("change", "score"), [pytest.param(change, score, id=fact) for fact, change, score in FACTS])
def test_points_are_given_as_published(change: dict[str, Any], score: int) -> None:
    assert CALCULATOR.run(MODERATE | change)["score"] == score


# Written out from the paper's bands: mild 3-6, moderate 7-10, severe 11-15.
BAND_OF = dict.fromkeys((3, 4, 5, 6), "mild") | dict.fromkeys((7, 8, 9, 10), "moderate")
BAND_OF |= dict.fromkeys((11, 12, 13, 14, 15), "severe")


def test_every_total_from_3_to_15_occurs_and_has_its_band() -> None:
    seen = set()
    severities = {"subsyndromal": 1, "mild": 2, "moderate": 3, "severe": 4, "severe_psychotic": 5}
    for months, severity, drugs, added, ect in product(
        {6: 1, 18: 2, 30: 3}.items(),
        severities.items(),
        {1: 1, 3: 2, 5: 3, 7: 4, 11: 5}.items(),
        (False, True),
        (False, True),
    ):
        answer = CALCULATOR.run(
            {
                "duration_months": months[0],
                "severity": severity[0],
                "failed_antidepressants": drugs[0],
                "augmentation_used": added,
                "ect_used": ect,
            }
        )
        total = months[1] + severity[1] + drugs[1] + added + ect
        assert answer == {"score": total, "band": BAND_OF[total]}
        seen.add(total)
    assert seen == set(range(3, 16))


REFUSALS = [
    ("no failed antidepressant", {"failed_antidepressants": 0}, "begins with one failed antidepressant"),
    ("half an antidepressant", {"failed_antidepressants": 1.5}, "whole number"),
    ("true instead of a number", {"failed_antidepressants": True}, "whole number"),
    ("more than a hundred years", {"duration_months": 1200.5}, "from 0 to 1200 months"),
    ("more than a hundred antidepressants", {"failed_antidepressants": 101}, "from 1 to 100"),
    ("a negative duration", {"duration_months": -1}, "from 0 to 1200 months"),
    ("a severity in capitals", {"severity": "Moderate"}, "Did you mean moderate"),
    ("an unknown severity", {"severity": "psychotic"}, "Severity must be subsyndromal, mild"),
    ("yes as a word", {"ect_used": "yes"}, "answer yes or no"),
]


@pytest.mark.parametrize(
    ("change", "words"), [pytest.param(change, words, id=what) for what, change, words in REFUSALS]
)
def test_what_the_method_does_not_know_is_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(MODERATE | change)
    (problem,) = refused.value.problems
    assert problem.field in change
    assert words in problem.message


def test_the_working_says_how_far_the_next_point_is() -> None:
    assert full_answer(CALCULATOR, MODERATE | {"duration_months": 20.5, "failed_antidepressants": 4})["working"] == [
        "Duration, 20.5 months: 2 of 3; 3 above 24 months, 3.5 months away.",
        "Severity, moderate: 3 of 5.",
        "Failed antidepressants, 4: 2 of 5; 3 from 5, 1 away.",
        "Augmentation without success: 0 of 1.",
        "ECT without success: 0 of 1.",
        "Total: 2 + 3 + 2 + 0 + 0 = 7. Moderate (7 to 10); severe starts at 11, 4 away.",
    ]


def test_the_working_ends_where_no_further_point_can_be_had() -> None:
    said = full_answer(CALCULATOR, MODERATE | {"duration_months": 24.5, "failed_antidepressants": 12})["working"]
    assert said[0] == "Duration, 24.5 months: 3 of 3."
    assert said[2] == "Failed antidepressants, 12: 5 of 5."


def test_exactly_at_a_cut_no_distance_is_claimed() -> None:
    assert full_answer(CALCULATOR, MODERATE | {"duration_months": 12})["working"][0] == (
        "Duration, 12 months: 1 of 3; 2 above 12 months."
    )


@pytest.mark.parametrize(("months", "shown"), [(12, False), (12.5, True), (13, False)])
def test_the_gap_between_12_and_13_months_is_named_only_there(months: float, shown: bool) -> None:
    answer = full_answer(CALCULATOR, MODERATE | {"duration_months": months})
    assert [difference["topic"] for difference in answer["differences"]] == ["Between 12 and 13 months"] * shown


def test_the_scale_drawn_runs_from_3_to_15_in_the_bands_of_the_paper() -> None:
    (scale,) = full_answer(CALCULATOR, MODERATE)["scales"]
    assert (scale["low"], scale["high"], scale["at"]) == (3, 15, 5)
    assert [(band["label"], band["interval"]) for band in scale["bands"]] == [
        ("Mild", "3 to 6"),
        ("Moderate", "7 to 10"),
        ("Severe", "11 to 15"),
    ]


def test_half_a_month_after_12_is_named_as_what_the_paper_leaves_out() -> None:
    (difference,) = full_answer(CALCULATOR, MODERATE | {"duration_months": 12.5})["differences"]
    assert "so that 12.5 months has a place" in difference["house"]
    assert "up to 12, 13 to 24 and more than 24 months" in difference["literature"]


@pytest.mark.parametrize("severity", ["subsyndromal", "mild", "moderate", "severe"])
def test_a_severity_without_psychosis_says_nothing_more(severity: str) -> None:
    assert full_answer(CALCULATOR, MODERATE | {"severity": severity})["warnings"] == []


def test_a_severity_with_psychosis_leads_to_the_contraindication_screen() -> None:
    (notice,) = full_answer(CALCULATOR, MODERATE | {"severity": "severe_psychotic"})["warnings"]
    assert (notice["kind"], notice["calculator"]) == ("caution", "contraindication_screen")
    assert "psychosis" in notice["text"]
