"""English for generated sentences."""

from fractions import Fraction

import pytest

from ketamine_calculators.wording import (
    closest,
    counted,
    did_you_mean,
    in_sentence,
    listed,
    lower_first,
    plural,
    upper_first,
)


@pytest.mark.parametrize(
    ("word", "near"),
    [("sertralin", "Sertraline"), ("SERTRALINE", "Sertraline"), ("bupropio", "bupropion"), ("zzz", None), ("", None)],
)
def test_the_closest_word_is_found_whatever_its_capitals_and_a_distant_one_is_not(word: str, near: str | None) -> None:
    assert closest(word, ["Sertraline", "bupropion"]) == near


def test_a_guess_is_a_sentence_that_follows_the_refusal() -> None:
    assert did_you_mean("iv_dos", ["iv_dose", "phq9"]) == " Did you mean iv_dose?"
    assert did_you_mean("zzz", ["iv_dose", "phq9"]) == ""


def test_of_a_very_long_text_only_the_beginning_is_compared() -> None:
    assert closest("x" * 100_000, ["x" * 60]) == "x" * 60


@pytest.mark.parametrize(
    ("count", "said"), [(0, "points"), (1, "point"), (2, "points"), (Fraction(1), "point"), (Fraction(1, 2), "points")]
)
def test_only_exactly_one_takes_the_singular(count: Fraction | int, said: str) -> None:
    assert plural(count, "point") == said


def test_a_count_can_have_a_plural_of_its_own() -> None:
    assert counted(1, "further class", "further classes") == "1 further class"
    assert counted(2, "further class", "further classes") == "2 further classes"
    assert counted(3, "week") == "3 weeks"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_a_list_has_commas_and_one_joining_word(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_a_list_can_be_joined_by_another_word() -> None:
    assert listed(("dose", "length"), "and") == "dose and length"


def test_first_letters_change_and_the_others_do_not() -> None:
    assert lower_first("MAO inhibitor") == "mAO inhibitor"
    assert upper_first("mL of MAO") == "ML of MAO"
    assert (lower_first(""), upper_first("")) == ("", "")


@pytest.mark.parametrize(
    ("label", "said"), [("Weight", "weight"), ("BMI", "BMI"), ("PHQ-9 now", "PHQ-9 now"), ("K9", "K9"), ("A", "a")]
)
def test_a_label_inside_a_sentence_keeps_its_capitals_when_it_is_a_name(label: str, said: str) -> None:
    assert in_sentence(label) == said
