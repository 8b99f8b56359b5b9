"""A number with its unit is found however it is written, and nothing else is taken for it."""

from fractions import Fraction

import pytest

from press.checks.quantity import Quantity, quantities_in
from press.reading.errors import CommandRefused

HALF = Quantity.read("0.5 mg/kg")
MINUTES = Quantity.read("40 min")


@pytest.mark.parametrize(
    "text",
    [
        "0.5 mg/kg", "Give 0.5 mg/kg.", "(0.5 mg/kg)",
        "0.5–1 mg/kg", "0.4-0.5 mg/kg", "0.5\u00a0mg/kg", "0.50 mg/kg", "0.5 mg/kg, then",
    ],
)  # fmt: skip
def test_a_quantity_stands_where_its_number_has_its_unit(text: str) -> None:
    assert HALF.stands_in(text)


@pytest.mark.parametrize("text", ["0.5 to 1 mg/kg", "0.1 to 0.5 mg/kg", "0.5 and 1 mg/kg", "0.4 or 0.5 mg/kg"])
def test_both_ends_of_a_range_in_words_are_found(text: str) -> None:
    assert HALF.stands_in(text)


@pytest.mark.parametrize("text", ["40 min", "over 40 minutes", "40–60 min", "30 to 40 minutes", "a 40-minute infusion"])
def test_a_unit_is_found_however_it_is_written(text: str) -> None:
    assert Quantity.read("40 minutes").stands_in(text)
    assert MINUTES.stands_in(text)


def test_a_unit_is_found_with_a_stroke_and_with_per() -> None:
    for asked in (HALF, Quantity.read("0.5 mg per kg")):
        assert asked.stands_in("70 kg times 0.5 mg per kg gives 35 mg")
        assert asked.stands_in("70 kg × 0.5 mg/kg")


@pytest.mark.parametrize(
    "text",
    [
        "10.5 mg/kg", "0.55 mg/kg", "0.5 mg/kg/h", "0.5 mg", "0.5 to 1 of 7 mg/kg", "5 mg/kg", "PHQ-0.5 mg/kg", "",
        "0.5 mg/kg per minute",
    ],
)  # fmt: skip
def test_a_quantity_does_not_stand_where_another_number_or_unit_does(text: str) -> None:
    assert not HALF.stands_in(text)


def test_a_dose_does_not_stand_in_a_concentration() -> None:
    assert not Quantity.read("35 mg").stands_in("35 mg per mL, or 35 mg/mL")
    assert Quantity.read("6 treatments").stands_in("6 treatments per week")


@pytest.mark.parametrize("text", ["2", "mg/kg", "", "half a mg/kg", ".5 mg/kg"])
def test_a_number_without_a_unit_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(CommandRefused, match=r"is no number with its unit. Write it as “0.5 mg/kg”"):
        Quantity.read(text)


def test_a_quantity_is_told_as_it_is_written() -> None:
    assert [str(Quantity.read(text)) for text in ("0.50 mg/kg", "25%", "6 treatments")] == [
        "0.5 mg/kg", "25%", "6 treatments",
    ]  # fmt: skip


def test_the_name_of_a_test_says_a_number_with_its_unit() -> None:
    assert Quantity.read("44.9 mg").stands_in_a_name_of("def test_198_lb_is_44_9_mg(dose):")
    assert HALF.stands_in_a_name_of("test_at_0_5_mg_kg_nothing_is_said")
    assert Quantity.read("100 mg/mL").stands_in_a_name_of("test_the_100_mg_ml_vial")


@pytest.mark.parametrize("name", ["test_135_mg", "test_0_35_mg", "test_the_35_mg_ml_vial", "test_35_mgs", "test_35"])
def test_a_name_with_another_number_or_unit_does_not(name: str) -> None:
    assert not Quantity.read("35 mg").stands_in_a_name_of(name)


@pytest.mark.parametrize("cell", ["0.5", "**0.5**", "0.5–1", "0.4, 0.5", "0.1 to 0.5"])
def test_a_cell_of_nothing_but_numbers_holds_the_number(cell: str) -> None:
    assert HALF.is_number_of(cell)


@pytest.mark.parametrize("cell", ["1.5", "0.5 of it", "0.5 mg", "", "none"])
def test_a_cell_with_words_or_another_number_does_not_hold_it(cell: str) -> None:
    assert not HALF.is_number_of(cell)


@pytest.mark.parametrize("words", ["Dose, mg/kg", "Dose (mg per kg)", "mg/kg"])
def test_a_head_names_the_unit_of_its_column(words: str) -> None:
    assert HALF.has_its_unit_named_in(words)


@pytest.mark.parametrize("words", ["Dose, mg", "From 0.5 mg/kg", "mg/kg/h", "mg/kg per minute", "Weight (kg)"])
def test_a_head_with_another_unit_or_a_number_does_not(words: str) -> None:
    assert not HALF.has_its_unit_named_in(words)


def test_a_head_may_begin_with_a_capital_letter() -> None:
    assert MINUTES.has_its_unit_named_in("Minutes")
    assert not MINUTES.has_its_unit_named_in("Min dose")


def test_the_numbers_of_a_sentence_are_told_with_the_words_behind_them() -> None:
    assert [str(one) for one in quantities_in("Induction: 2-3 treatments per week, by <25%, 0.75 mg/kg and 40-minute")] == [
        "2 treatments", "3 treatments", "25%", "0.75 mg/kg", "40 minute",
    ]  # fmt: skip


def test_a_number_in_a_name_or_without_a_word_is_no_quantity() -> None:
    assert list(quantities_in("the PHQ-9, total 5.")) == []


def test_a_number_is_exact() -> None:
    assert HALF.number == Fraction(1, 2)
