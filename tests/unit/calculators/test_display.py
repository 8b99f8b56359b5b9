"""Numbers are rounded for the eye only, half up, and percentages are cut."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators.display import cut, half_up, plain, spelled

fractions = st.fractions(min_value=-10_000, max_value=10_000)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        pytest.param(Fraction("44.90564463"), 1, "44.9", id="below the half goes down"),
        pytest.param(Fraction("2.5"), 0, "3", id="a half goes up, unlike banker's rounding"),
        pytest.param(Fraction("0.125"), 2, "0.13", id="a half in the third decimal goes up"),
        pytest.param(Fraction("-2.5"), 0, "−3", id="a negative half goes away from zero"),
        pytest.param(Fraction("-0.04"), 1, "0.0", id="what rounds to nothing has no sign"),
        pytest.param(35, 1, "35.0", id="the decimals asked for are always there"),
    ],
)
def test_half_up(value: Fraction, places: int, text: str) -> None:
    assert half_up(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(Fraction("49.96"), "49.9", id="49.96 is never shown as 50.0"),
        pytest.param(Fraction(50), "50.0", id="exactly 50 is"),
        pytest.param(Fraction("-0.09"), "0.0", id="a loss of less than a tenth is cut to nothing"),
        pytest.param(Fraction("-10.19"), "−10.1", id="a negative percentage is cut toward zero"),
    ],
)
def test_cut(value: Fraction, text: str) -> None:
    assert cut(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(70), "70"),
        (Fraction("0.5"), "0.5"),
        (Fraction("69.85322498"), "69.85322498"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(1000), "1000"),
    ],
)
def test_plain_is_as_short_as_the_number_allows(value: Fraction, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(("count", "text"), [(2, "two"), (4, "four"), (12, "twelve"), (13, "13"), (100, "a hundred")])
def test_a_count_is_a_word_where_a_sentence_would_write_one(count: int, text: str) -> None:
    assert spelled(count) == text


@given(value=fractions, places=st.integers(0, 6))
def test_what_is_shown_is_within_half_a_unit_of_the_last_place(value: Fraction, places: int) -> None:
    shown = Fraction(half_up(value, places).replace("−", "-"))
    assert abs(shown - value) <= Fraction(1, 2 * 10**places)


@given(value=fractions, places=st.integers(0, 6))
def test_what_is_cut_is_never_larger_than_the_number(value: Fraction, places: int) -> None:
    shown = Fraction(cut(value, places).replace("−", "-"))
    assert abs(shown) <= abs(value)
    assert abs(shown - value) < Fraction(1, 10**places)
