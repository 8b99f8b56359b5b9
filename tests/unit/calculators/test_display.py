"""Numbers are rounded for the eye only, half up, and percentages are cut."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators.display import amount, cut, half_up, mass, plain, result, significant, spelled, volume

fractions = st.fractions(min_value=-10_000, max_value=10_000)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        pytest.param(Fraction("44.90564463"), 1, "44.9", id="below the half goes down"),
        pytest.param(Fraction("2.5"), 0, "3", id="a half goes up, unlike banker's rounding"),
        pytest.param(Fraction("0.125"), 2, "0.13", id="a half in the third decimal goes up"),
        pytest.param(Fraction("-2.5"), 0, "−3", id="a negative half goes away from zero"),
        pytest.param(Fraction("-0.04"), 1, "0", id="what rounds to nothing has no sign"),
        pytest.param(35, 1, "35", id="no zero behind the point: 35.0 mg has been read as 350 mg"),
        pytest.param(Fraction("0.70"), 2, "0.7", id="nor at the end of other decimals"),
        pytest.param(100, 0, "100", id="zeros before the point stay"),
    ],
)
def test_half_up(value: Fraction, places: int, text: str) -> None:
    assert half_up(value, places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(Fraction("49.96"), "49.9", id="49.96 is never shown as 50"),
        pytest.param(Fraction(50), "50", id="exactly 50 is"),
        pytest.param(Fraction("-0.09"), "0", id="a loss of less than a tenth is cut to nothing"),
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
        (Fraction(1, 12), "0.08333"),
        (Fraction(1, 24_000), "0.00004167"),
        (Fraction(200, 3), "66.6667"),
        (Fraction(1000), "1000"),
    ],
)
def test_plain_is_as_short_as_the_number_allows(value: Fraction, text: str) -> None:
    assert plain(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("999.94", "999.9"),
        ("999.95", "1,000"),
        ("3000", "3,000"),
        ("1234567.25", "1,234,567.3"),
        ("-1500", "\u22121,500"),
        ("0.05", "0.1"),
        ("0.049", "less than 0.1"),
        ("0", "0"),
    ],
)
def test_an_amount_has_a_comma_from_1000_and_is_never_shown_as_none(value: str, text: str) -> None:
    assert amount(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("0.7", "0.7", id="no zero at the end"),
        pytest.param("49.3", "49.3", id="tenths"),
        pytest.param("0.549", "0.55", id="from a quarter of a milliliter to a hundredth"),
        pytest.param("0.255", "0.26", id="half a hundredth is less than 2% of it"),
        pytest.param("0.25", "0.25", id="a quarter itself"),
        pytest.param("0.245", "0.245", id="below a quarter to a thousandth, for 0.25 would be 2% more"),
        pytest.param("0.104", "0.104", id="above a tenth as well"),
        pytest.param("0.0995", "0.1", id="a half of a thousandth goes up"),
        pytest.param("0.045", "0.045", id="below a tenth to a thousandth"),
        pytest.param("0.0004", "less than 0.001", id="what no syringe shows is not shown as none"),
        pytest.param("1000.7", "1,000.7", id="a comma from 1,000"),
    ],
)
def test_a_volume_has_the_decimals_that_a_syringe_can_show(value: str, text: str) -> None:
    assert volume(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("36.650263496", "36.7", id="to a tenth"),
        pytest.param("10.04", "10", id="10 mg and more to a tenth"),
        pytest.param("9.996", "10", id="below 10 mg three figures, which may come to 10"),
        pytest.param("5.256", "5.26", id="three figures, where a tenth would be 5.3"),
        pytest.param("4.5", "4.5", id="no zero at the end"),
        pytest.param("0.3333", "0.333", id="below 1 mg three figures as well"),
        pytest.param("0.04", "0.04", id="never shown as none"),
        pytest.param("1500", "1,500", id="a comma from 1,000"),
    ],
)
def test_a_dose_has_a_tenth_of_a_milligram_and_three_figures_below_10_mg(value: str, text: str) -> None:
    assert mass(Fraction(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("36.650263496", "36.650263496 mg, shown as 36.7 mg"),
        ("35", "35 mg"),
        ("1500", "1,500 mg"),
    ],
)
def test_a_sum_ends_with_what_is_shown_where_that_is_rounded(value: str, text: str) -> None:
    assert result(Fraction(value), mass, "mg") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.45359237", "0.454"),
        ("0.7", "0.7"),
        ("12.345", "12.3"),
        ("99.96", "100"),
        ("123.4", "123"),
        ("1234", "1,230"),
        ("0.0125", "0.0125"),
        ("0.05", "0.05"),
        ("1", "1"),
        ("0", "0"),
    ],
)
def test_a_concentration_has_three_figures(value: str, text: str) -> None:
    assert significant(Fraction(value)) == text


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
