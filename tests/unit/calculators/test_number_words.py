"""A number is said in the words that a native speaker would use."""

from fractions import Fraction

import pytest

from ketamine_calculators.fields import Number
from ketamine_calculators.fields.number_words import number_in_words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("0", "zero"),
        ("0.05", "zero point zero five"),
        ("7", "seven"),
        ("12", "twelve"),
        ("20", "twenty"),
        ("35", "thirty-five"),
        ("100", "one hundred"),
        ("215.75", "two hundred fifteen point seven five"),
        ("1000", "one thousand"),
        ("70000", "seventy thousand"),
        ("1002003", "one million two thousand three"),
        ("999000000100", "nine hundred ninety-nine billion one hundred"),
        ("1000000000000", "one zero zero zero zero zero zero zero zero zero zero zero zero"),
        ("-12.5", "minus twelve point five"),
    ],
)
def test_a_number_is_said_in_words(written: str, words: str) -> None:
    assert number_in_words(written) == words


THREE_DECIMALS: list[tuple[float | Fraction, str]] = [
    (1.125, "1.1250"),
    (Fraction(9, 8), "1.1250"),
    (-70.125, "-70.1250"),
    (0.125, "0.125"),
    (1234.125, "1234.125"),
    (70.0, "70"),
    (70, "70"),
]


@pytest.mark.parametrize(("value", "text"), THREE_DECIMALS)
def test_a_form_opens_with_a_number_that_it_reads_as_that_number(value: float | Fraction, text: str) -> None:
    spec = Number(label="Number", low=-10_000, high=10_000)
    assert spec.texts("x", value) == {"x": [text]}
    assert spec.read("x", {"x": [text]}) == Fraction(value)
