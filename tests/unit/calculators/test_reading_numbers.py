"""What a clinician types is read exactly, or refused with a sentence that says how to put it right."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any
from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs
from ketamine_calculators.fields import Number, Whole
from ketamine_calculators.fields.base import ABSENT
from ketamine_calculators.quantities import WEIGHT_UNITS

WEIGHT = Number(label="Weight", low=30, high=300, units=WEIGHT_UNITS, unit_from="weight_unit", why="Plausible.")
DOSE = Number(label="Dose", unit="mg/kg", above=0, high=1, why="House protocol.")
AGE = Whole(label="Age", unit="years", low=18, high=120, why="Adults only.")


def typed(spec: Number | Whole, text: str, unit: str = "kg") -> object:
    return spec.read("x", {"x": [text], "weight_unit": [unit]})


def message(spec: Number | Whole, text: str, unit: str = "kg") -> str:
    with pytest.raises(InvalidInputs) as refused:
        typed(spec, text, unit)
    return refused.value.problems[0].message


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("70", "70"),
        (" 70.5 ", "70.5"),
        ("70 kg", "70"),
        ("70kg", "70"),
        ("70 Kilograms", "70"),
        ("70.0", "70"),
        ("070", "70"),
        ("70\u00a0kg", "70"),
    ],
)
def test_a_weight_is_read_as_typed(text: str, number: str) -> None:
    assert typed(WEIGHT, text) == Fraction(number)


def test_a_blank_is_no_answer() -> None:
    assert typed(WEIGHT, "  ") is ABSENT


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1,5", "write the decimal mark as a point, like 1.5"),
        ("1,000", "1,000 can be read as 1 or as 1,000. Write 1 or 1000."),
        ("70.000", "70.000 can be read as 70 or as 70,000. Write 70 or 70000."),
        ("0", "must be a number from 30 to 300 kg"),
        ("400", "must be a number from 30 to 300 kg"),
        ("70 stn", "“stn” is not understood. Enter the number in kg or lb."),
        ("11 stone", "was typed in st, but the unit beside it says kg. Change one of them."),
        ("154 lb", "was typed in lb, but the unit beside it says kg. Change one of them."),
        ("7o", "“o” is not understood"),
        ("seventy", "must be a number from 30 to 300 kg"),
        (".5", "put a zero before the point, like 0.5"),
        ("70.", "finish the number after the point"),
        ("7 0", "leave out the space inside the number"),
        ("1e2", "“e” is not understood"),
        ("٧٠", "use the digits 0 to 9"),
        ("70.00000000000000000000000001", "too many digits"),
        ("−70", "must be a number from 30 to 300 kg"),
        ("NaN", "must be a number"),
    ],
)
def test_a_doubtful_weight_is_refused_with_the_remedy(text: str, says: str) -> None:
    assert says in message(WEIGHT, text)


def test_a_unit_that_was_chosen_is_the_unit_of_the_number_whatever_spaces_came_with_it() -> None:
    assert message(WEIGHT, "70 kg", " lb ") == (
        "Weight was typed in kg, but the unit beside it says lb. Change one of them."
    )


def test_the_limits_are_said_in_the_unit_chosen() -> None:
    # 30 kg ÷ 0.45359237 = 66.1387 lb; 300 kg = 661.3868 lb
    assert "from 66.2 to 661.3 lb" in message(WEIGHT, "20", "lb")


@pytest.mark.parametrize(
    ("pounds", "accepted"),
    [("66.2", True), ("66.14", True), ("66.13", False), ("661.3", True), ("661.38", True), ("661.39", False)],
)
def test_the_limits_hold_for_the_exact_weight_whatever_its_unit(pounds: str, accepted: bool) -> None:
    if accepted:
        assert WEIGHT.check("x", Decimal(pounds), {"weight_unit": "lb"}) == Fraction(pounds)
    else:
        with pytest.raises(InvalidInputs):
            WEIGHT.check("x", Decimal(pounds), {"weight_unit": "lb"})


@pytest.mark.parametrize("text", ["18.5", "17", "121", "18.0"])
def test_an_age_is_a_whole_number_within_its_limits(text: str) -> None:
    assert message(AGE, text).startswith("Age must be a whole number from 18 to 120 years.")


def test_a_limit_that_is_excluded_is_said_so() -> None:
    assert message(DOSE, "0") == "Dose must be a number above 0 and at most 1 mg/kg."


def test_the_reason_for_a_limit_is_given_at_the_end_that_it_explains() -> None:
    assert message(DOSE, "1.01") == "Dose must be a number above 0 and at most 1 mg/kg. House protocol."
    for pounds in ("20", "900"):
        assert message(WEIGHT, pounds, "lb").endswith(WEIGHT.why)


@pytest.mark.parametrize(
    "value", [True, "70", None, float("nan"), float("inf"), Decimal("sNaN"), Decimal("1e9999"), [70]]
)
def test_only_finite_numbers_are_numbers(value: Any) -> None:
    with pytest.raises(InvalidInputs):
        DOSE.check("x", value, {})


@pytest.mark.parametrize("value", [5.551115123125783e-15, 0.1 / 3e6, 1e-300])
def test_what_is_left_of_a_rounded_sum_is_still_a_number(value: float) -> None:
    assert DOSE.check("x", value, {}) == Fraction(repr(value))


@pytest.mark.parametrize("value", [True, 1.5, 18.0, "18", None])
def test_only_whole_numbers_are_whole(value: Any) -> None:
    with pytest.raises(InvalidInputs):
        AGE.check("x", value, {})


def test_a_decimal_is_what_was_typed_and_not_its_binary_neighbor() -> None:
    assert DOSE.check("x", 0.1, {}) == Fraction(1, 10)


@given(number=st.decimals(30, 300, places=4))
def test_what_is_typed_is_what_is_calculated_with(number: Decimal) -> None:
    assert typed(WEIGHT, str(number)) == Fraction(number)


@given(text=st.text(max_size=30))
def test_no_text_is_read_as_a_number_it_does_not_say(text: str) -> None:
    try:
        value = typed(WEIGHT, text)
    except InvalidInputs:
        return
    # Spaces and what cannot be seen say nothing, and full-width signs say what plain ones do.
    said = "".join(char for char in normalize("NFKC", text) if category(char) not in ("Cf", "Mn", "Lo", "Zs"))
    found = re.match(r"[+-]?[0-9.]+", said.replace("\u2212", "-").strip())
    assert value is ABSENT or (found is not None and value == Fraction(found[0]))
