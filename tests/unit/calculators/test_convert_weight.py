"""Weight conversion. 1 lb = 0.45359237 kg by definition (international yard and pound agreement, 1959)."""

from fractions import Fraction

import pytest

from ketamine_calculators.catalogue.convert_weight import CALCULATOR, Reading
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.registry import evaluate

POUND = Fraction("0.45359237")


@pytest.mark.parametrize(
    ("pounds", "kilograms"),
    [
        pytest.param("1", "0.45359237", id="one pound is its definition"),
        pytest.param("2", "0.90718474", id="two pounds are twice one"),
        pytest.param("100", "45.359237", id="a hundred pounds move the point by two"),
        pytest.param("0.1", "0.045359237", id="a tenth of a pound moves it by one"),
        pytest.param("154", "69.85322498", id="154 lb, by long multiplication"),
    ],
)
def test_pounds_become_kilograms_exactly(pounds: str, kilograms: str) -> None:
    assert CALCULATOR(Reading(value=Fraction(pounds), unit="lb")).kg == Fraction(kilograms)


def test_a_pound_of_kilograms_is_one_pound() -> None:
    assert CALCULATOR(Reading(value=POUND, unit="kg")).lb == 1


@pytest.mark.parametrize("unit", ["kg", "lb"])
def test_the_unit_that_was_entered_keeps_its_number(unit: str) -> None:
    answer = CALCULATOR(Reading(value=Fraction("81.3"), unit=unit))
    assert getattr(answer, unit) == Fraction("81.3")


def test_there_and_back_is_the_same_weight() -> None:
    for tenths in range(1, 7000):
        weight = Fraction(tenths, 10)
        there = CALCULATOR(Reading(value=weight, unit="lb")).kg
        assert CALCULATOR(Reading(value=there, unit="kg")).lb == weight


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        pytest.param({"value": 0, "unit": "kg"}, "Weight must be a number above 0", id="zero is no weight"),
        pytest.param({"value": -1, "unit": "lb"}, "Weight must be a number above 0", id="nor is less than zero"),
        pytest.param({"value": 10**9 + 1, "unit": "kg"}, "keeps the arithmetic finite", id="beyond any patient"),
        pytest.param({"value": float("inf"), "unit": "kg"}, "Weight must be a number", id="infinity"),
        pytest.param({"value": True, "unit": "kg"}, "Weight must be a number", id="true is not 1"),
        pytest.param({"value": "70", "unit": "kg"}, "Weight must be a number", id="text is not a number"),
        pytest.param({"value": 70, "unit": "st"}, "Unit must be kg or lb", id="stones"),
        pytest.param({"value": 70, "unit": "KG"}, "Did you mean kg?", id="upper case is another word"),
        pytest.param({"value": 70}, "Choose unit", id="a weight without its unit"),
    ],
)
def test_it_refuses_what_is_no_weight(inputs: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidInputs) as refused:
        evaluate("convert_weight", inputs)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("kilograms", "warned"),
    [
        ("29.9", ["convert_weight.refused"]),
        ("30", []),
        ("300", []),
        ("300.1", ["convert_weight.asked_about"]),
        ("650", ["convert_weight.asked_about"]),
        ("650.1", ["convert_weight.refused"]),
    ],
)
def test_it_warns_where_the_dose_calculators_refuse_or_ask(kilograms: str, warned: list[str]) -> None:
    reading = Reading(value=Fraction(kilograms), unit="kg")
    assert [notice.rule for notice in CALCULATOR.warnings(reading, CALCULATOR(reading))] == warned


@pytest.mark.parametrize(
    ("value", "unit", "headline", "working"),
    [
        # 80 ÷ 0.45359237 = 176.3698…
        ("80", "kg", "80 kg is 176.4 lb", "80 kg ÷ 0.45359237 kg/lb = 176.3698 lb"),
        ("154", "lb", "154 lb is 69.9 kg", "154 lb × 0.45359237 kg/lb = 69.85322498 kg"),
    ],
)
def test_the_answer_is_in_the_other_unit(value: str, unit: str, headline: str, working: str) -> None:
    reading = Reading(value=Fraction(value), unit=unit)
    answer = CALCULATOR(reading)
    assert CALCULATOR.headline(reading, answer) == headline
    assert list(CALCULATOR.working(reading, answer)) == [working]
