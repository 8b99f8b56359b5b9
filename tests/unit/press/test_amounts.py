"""Amounts are read in every way in which articles write them, and compared by what they say."""

from fractions import Fraction

import pytest

from press.reading.amounts import amount_of, amounts_in, may_say, read_amount, sign_of, with_signs


def said(text: str) -> list[tuple[str, tuple[float, ...]]]:
    return [(one.kind, tuple(map(float, one.written))) for one in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Hold 72 hours prior", [("time", (72,))]),
        ("Seventy-two hours from the last tablet", [("time", (72,))]),
        ("a two-hour observation", [("time", (2,))]),
        ("two to four weeks", [("time", (2, 4))]),
        ("0.5 mg/kg over 40 minutes", [("mg/kg", (0.5,)), ("time", (40,))]),
        ("0.5 mg per kg", [("mg/kg", (0.5,))]),
        ("0.6-0.7 mg/kg", [("mg/kg", (0.6, 0.7))]),
        ("8% to 19% of patients", [("%", (8, 19))]),
        ("after 2, 4 and 6 treatments", [("treatments", (2, 4, 6))]),
        ("from 160/100 mmHg", [("mmHg", (160, 100))]),
        ("180 mmHg systolic or 110 mmHg diastolic", [("mmHg", (180, 110))]),
        ("180 systolic or above, or 120 diastolic or above", [("mmHg", (180, 120))]),
        ("Below 90 mmHg systolic or below 50 mmHg diastolic", [("mmHg", (90, 50))]),
        ("the mean rise was 12.61/8.49 mmHg", [("mmHg", (12.61, 8.49))]),
        ("above 150 mmHg systolic", [("mmHg", (150,))]),
        ("1,258 patients", [("number", (1258,))]),
        ("MADRS ≤10", [("number", (10,))]),
        ("PHQ-9, C-SSRS and HAM-D17", []),
        ("section v2.1 of the file", []),
        ("one of them", []),
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str, amounts: list[tuple[str, tuple[float, ...]]]) -> None:
    assert said(text) == amounts


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("72 hours", "3 days"),
        ("2 weeks", "336 hours"),
        ("2-4 weeks", "every 3 weeks"),
        ("2-4 weeks", "2 to 4 weeks"),
        ("160/100 mmHg", "160 mmHg systolic or 100 mmHg diastolic"),
        ("160/100 mmHg", "160 systolic"),
        ("160/100 mmHg", "100 diastolic"),
        ("160/100 mmHg", "160 or 100 mmHg"),
        ("2, 4 and 6 treatments", "after 4 treatments"),
        ("0.5 mg/kg", "500 mcg/kg"),
    ],
)
def test_the_same_in_other_words_agrees(fact: str, text: str) -> None:
    value = read_amount(fact)
    assert value is not None
    assert [value.allows(amount) for amount in amounts_in(text)] == [True]


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("72 hours", "48 hours"),
        ("72 hours", "48 to 72 hours"),
        ("2-4 weeks", "4 to 8 weeks"),
        ("160/100 mmHg", "160/110 mmHg"),
        ("160/100 mmHg", "100 systolic"),
        ("2, 4 and 6 treatments", "after 3 treatments"),
        ("0.5 mg/kg", "0.05 mg/kg"),
    ],
)
def test_another_number_does_not_agree(fact: str, text: str) -> None:
    value = read_amount(fact)
    assert value is not None
    assert [value.allows(amount) for amount in amounts_in(text)] == [False]


def test_what_is_no_amount_as_a_whole_is_none() -> None:
    assert read_amount("about 72 hours") is None
    assert read_amount("hours") is None


def test_a_sign_stands_where_an_amount_stood() -> None:
    text, amounts = with_signs("give 0.5 mg/kg over 40 minutes.")
    assert text == f"give {sign_of('mg/kg')} over {sign_of('time')}."
    assert [amount_of(amounts[place]).numbers for place in sorted(amounts)] == [(Fraction(1, 2),), (Fraction(40),)]
    assert [text[place] for place in sorted(amounts)] == [sign_of("mg/kg"), sign_of("time")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "72 hours",
            "2 h",
            "2h",
            "30 minutes",
            "two days",
            "1 week",
            "40 min",
            "0.5 mg/kg",
            "500 mcg per kg",
            "56 mg",
            "1 g",
        ),
        *(
            "160/100",
            "160 systolic or 100 diastolic",
            "93%",
            "20 percent",
            "6 sessions",
            "5 points",
            "3 months",
            "18 years",
        ),
        *("35 mL", "75 mL/h", "60 /min", "≤10"),
    ],
)
def test_the_quick_look_misses_no_amount(text: str) -> None:
    for amount in amounts_in(text):
        assert may_say(amount.kind, text.lower())
