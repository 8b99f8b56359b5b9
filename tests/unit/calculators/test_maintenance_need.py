"""Maintenance need. House article, Determining Maintenance Need: five factors on each side, no weights, no verdict."""

import pytest

from ketamine_calculators.catalogue.maintenance_need import CALCULATOR, Factors
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

MAINTAIN = (
    "rapid_relapse_history",
    "chronic_course",
    "poor_oral_response",
    "high_functional_stakes",
    "patient_preference",
)
STOP = ("first_episode", "strong_oral_response", "patient_preference", "access_or_cost", "side_effects")


def test_factors_come_back_in_the_order_of_the_protocol_and_once() -> None:
    answer = evaluate(
        "maintenance_need",
        {
            "for_maintenance": ["patient_preference", "chronic_course", "patient_preference", "rapid_relapse_history"],
            "for_discontinuation": ["side_effects", "first_episode", "side_effects"],
        },
    )
    assert answer == {
        "for_maintenance": ["rapid_relapse_history", "chronic_course", "patient_preference"],
        "for_discontinuation": ["first_episode", "side_effects"],
        "counts": {"for_maintenance": 3, "for_discontinuation": 2},
    }


@pytest.mark.parametrize("key", MAINTAIN)
def test_each_factor_for_maintenance_counts_one(key: str) -> None:
    answer = CALCULATOR(CALCULATOR.checked({"for_maintenance": [key], "for_discontinuation": []}))
    assert answer.counts == {"for_maintenance": 1, "for_discontinuation": 0}


@pytest.mark.parametrize("key", STOP)
def test_each_factor_for_stopping_counts_one(key: str) -> None:
    answer = CALCULATOR(CALCULATOR.checked({"for_maintenance": [], "for_discontinuation": [key]}))
    assert answer.counts == {"for_maintenance": 0, "for_discontinuation": 1}


def test_nothing_ticked_is_an_answer() -> None:
    assert evaluate("maintenance_need", {"for_maintenance": [], "for_discontinuation": []})["counts"] == {
        "for_maintenance": 0,
        "for_discontinuation": 0,
    }


def test_an_untouched_form_is_not() -> None:
    with pytest.raises(InvalidInputs) as refused:
        CALCULATOR.read({"for_maintenance": ["none"]})
    assert [(problem.field, problem.kind) for problem in refused.value.problems] == [("for_discontinuation", "missing")]


@pytest.mark.parametrize(
    ("maintain", "stop", "message"),
    [
        (["patient_preference"], ["patient_preference"], "It can count on one side only"),
        (["first_episode"], [], "“first_episode” is not in the list"),
        ([], ["chronic_course"], "“chronic_course” is not in the list"),
        (["Chronic_course"], [], "Did you mean chronic_course?"),
        ([None], [], "an entry is not in the list"),
        ("chronic_course", [], "For maintenance must be a list"),
    ],
)
def test_it_refuses_factors_that_do_not_fit(maintain: object, stop: object, message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("maintenance_need", {"for_maintenance": maintain, "for_discontinuation": stop})
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("maintain", "stop", "asked"),
    [
        ((), (), True),
        (("chronic_course",), ("first_episode",), True),
        (("patient_preference",), (), False),
        ((), ("patient_preference",), False),
    ],
)
def test_a_missing_preference_is_asked_for(maintain: tuple[str, ...], stop: tuple[str, ...], asked: bool) -> None:
    factors = Factors(for_maintenance=maintain, for_discontinuation=stop)
    said = [notice.text for notice in CALCULATOR.warnings(factors, CALCULATOR(factors))]
    assert any("Ask the patient: no preference is recorded." in text for text in said) is asked


def test_it_never_gives_a_verdict() -> None:
    factors = Factors(for_maintenance=MAINTAIN, for_discontinuation=())
    answer = CALCULATOR(factors)
    assert CALCULATOR.headline(factors, answer) == "5 factors favor maintenance, 0 favor stopping"


def test_the_working_names_what_was_counted() -> None:
    factors = Factors(for_maintenance=("chronic_course", "patient_preference"), for_discontinuation=())
    assert list(CALCULATOR.working(factors, CALCULATOR(factors))) == [
        "For maintenance: 2 of 5: Chronic course; The patient wants maintenance",
        "For stopping: 0 of 5: none",
    ]


def test_the_table_sets_the_two_sides_below_each_other() -> None:
    factors = Factors(for_maintenance=("chronic_course",), for_discontinuation=("access_or_cost", "side_effects"))
    (table,) = CALCULATOR.tables(factors, CALCULATOR(factors))
    assert table.rows == (
        ("Chronic course", "Maintenance"),
        ("Access or cost", "Stopping"),
        ("Side effects", "Stopping"),
    )


def test_without_factors_there_is_no_table() -> None:
    factors = Factors(for_maintenance=(), for_discontinuation=())
    assert list(CALCULATOR.tables(factors, CALCULATOR(factors))) == []


def test_what_the_table_shows_is_not_shown_again_among_the_values() -> None:
    assert {key for key, output in CALCULATOR.output_fields if not output.shown} == {
        "for_maintenance",
        "for_discontinuation",
        "counts",
    }
