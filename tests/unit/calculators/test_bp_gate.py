"""Either pressure above the label's figure asks for a decision; the figure itself does not."""

from itertools import product
from typing import Any

import pytest

from ketamine_calculators import InvalidInputs, find
from ketamine_calculators.answer import full_answer

CALCULATOR = find("bp_gate")

# US esketamine label: above 140 mmHg systolic or above 90 mmHg diastolic.
FACTS = [
    ("120/80 is not above", 120, 80, False, False),
    ("140/90 itself is not above", 140, 90, False, False),
    ("a tenth above 140 is above", 140.1, 90, True, False),
    ("141 is above", 141, 85, True, False),
    ("139.9 is not above", 139.9, 85, False, False),
    ("a tenth above 90 is above", 140, 90.1, False, True),
    ("91 is above", 128, 91, False, True),
    ("89.9 is not above", 128, 89.9, False, False),
    ("both may be above", 180, 110, True, True),
    ("the lowest plausible reading is not above", 50, 20, False, False),
    ("the highest plausible reading is above", 300, 200, True, True),
]


@pytest.mark.parametrize(
    ("systolic", "diastolic", "systolic_high", "diastolic_high"),
    [pytest.param(*numbers, id=fact) for fact, *numbers in FACTS],
)
def test_the_labels_figures_are_the_last_that_pass(
    systolic: float, diastolic: float, systolic_high: bool, diastolic_high: bool
) -> None:
    assert CALCULATOR.run({"systolic": systolic, "diastolic": diastolic}) == {
        "status": "weigh_risk_benefit" if systolic_high or diastolic_high else "proceed",
        "systolic_high": systolic_high,
        "diastolic_high": diastolic_high,
    }


def test_every_whole_reading_around_the_figures_agrees_with_the_label() -> None:
    for systolic, diastolic in product(range(130, 151), range(80, 101)):
        answer = CALCULATOR.run({"systolic": systolic, "diastolic": diastolic})
        assert (answer["status"] == "proceed") is (systolic <= 140 and diastolic <= 90)


REFUSALS = [
    ("swapped pressures", {"systolic": 80, "diastolic": 120}, "systolic", "Check whether the two were swapped"),
    ("equal pressures", {"systolic": 100, "diastolic": 100}, "systolic", "above the diastolic pressure of 100 mmHg"),
    ("a systolic too low to be one", {"systolic": 49.9, "diastolic": 30}, "systolic", "from 50 to 300 mmHg"),
    ("a systolic too high to be one", {"systolic": 300.1, "diastolic": 80}, "systolic", "from 50 to 300 mmHg"),
    ("a diastolic too low to be one", {"systolic": 120, "diastolic": 19.9}, "diastolic", "from 20 to 200 mmHg"),
    ("a diastolic too high to be one", {"systolic": 250, "diastolic": 200.1}, "diastolic", "from 20 to 200 mmHg"),
    ("a pressure as text", {"systolic": "120", "diastolic": 80}, "systolic", "must be a number"),
    ("no number at all", {"systolic": float("nan"), "diastolic": 80}, "systolic", "must be a number"),
]


@pytest.mark.parametrize(
    ("given", "field", "words"), [pytest.param(given, field, words, id=what) for what, given, field, words in REFUSALS]
)
def test_what_is_no_reading_is_refused(given: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.run(given)
    (problem,) = refused.value.problems
    assert problem.field == field
    assert words in problem.message


def test_the_working_says_how_far_each_pressure_is_from_its_figure() -> None:
    def working(systolic: float, diastolic: float) -> Any:
        return full_answer(CALCULATOR, {"systolic": systolic, "diastolic": diastolic})["working"]

    assert working(152.5, 90) == [
        "Systolic: 152.5 mmHg is 12.5 above 140",
        "Diastolic: 90 mmHg is exactly the label's figure, and not above it",
    ]
    assert working(118, 92) == ["Systolic: 118 mmHg is 22 below 140", "Diastolic: 92 mmHg is 2 above 90"]


@pytest.mark.parametrize(("systolic", "cautioned"), [(140, False), (141, True)])
def test_only_a_high_reading_is_cautioned_and_no_stop_value_is_ever_named(systolic: int, cautioned: bool) -> None:
    notices = full_answer(CALCULATOR, {"systolic": systolic, "diastolic": 80})["warnings"]
    assert ("caution" in [notice["kind"] for notice in notices]) is cautioned
    assert any("no upper stop value" in notice["text"] for notice in notices)
    assert "contraindication_screen" in [notice["calculator"] for notice in notices]


@pytest.mark.parametrize(
    ("systolic", "diastolic", "headline"),
    [
        (140, 90, "140/90 mmHg: not above the label's 140/90"),
        (141, 90, "141/90 mmHg: weigh risk and benefit before dosing"),
    ],
)
def test_the_headline_says_the_reading_and_what_follows(systolic: int, diastolic: int, headline: str) -> None:
    assert full_answer(CALCULATOR, {"systolic": systolic, "diastolic": diastolic})["headline"] == headline


def test_the_scales_drawn_run_over_every_plausible_pressure() -> None:
    scales = full_answer(CALCULATOR, {"systolic": 300, "diastolic": 200})["scales"]
    assert [(scale["low"], scale["high"]) for scale in scales] == [(50, 300), (20, 200)]
    assert [[band["here"] for band in scale["bands"]] for scale in scales] == [[False, True], [False, True]]
