"""A date is read where it is one day to every reader, and refused where it is two or none."""

import calendar
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ketamine_calculators import InvalidInputs
from ketamine_calculators.fields import Day

DAY = Day(label="Start")
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


def read(text: str) -> object:
    return DAY.read("start", {"start": [text]})


@given(days, st.sampled_from(["-", "/", ".", " ", " / "]), st.booleans())
def test_with_the_year_first_the_month_is_in_the_middle(day: date, mark: str, zeros: bool) -> None:
    parts = (f"{day:%m}", f"{day:%d}") if zeros else (str(day.month), str(day.day))
    assert read(mark.join((f"{day.year:04}", *parts))) == day


@given(
    days, st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{y} {m} {d}", "{d}-{m}-{y}", "{d}. {m} {y}"]), st.booleans()
)
def test_a_month_in_words_leaves_one_reading_in_every_order(day: date, form: str, short: bool) -> None:
    name = (calendar.month_abbr if short else calendar.month_name)[day.month]
    text = form.format(d=day.day, m=name, y=day.year)
    assert read(text) == read(text.upper()) == day


@given(days)
def test_a_day_of_the_week_is_held_against_the_date(day: date) -> None:
    assert read(f"{calendar.day_name[day.weekday()]} {day.day} {calendar.month_name[day.month]} {day.year}") == day
    wrong = calendar.day_name[(day.weekday() + 1) % 7]
    with pytest.raises(InvalidInputs, match=f"is a {calendar.day_name[day.weekday()]}"):
        read(f"{wrong} {day.day} {calendar.month_name[day.month]} {day.year}")


@given(st.integers(0, 40), st.integers(0, 40), st.integers(2000, 2100), st.sampled_from("-/. "))
def test_with_the_year_last_only_what_has_one_reading_is_read(one: int, other: int, year: int, mark: str) -> None:
    readings = {
        f"{year}-{m:02}-{d:02}" for d, m in ((one, other), (other, one)) if 1 <= m <= 12 and 1 <= d <= _days(year, m)
    }
    text = f"{one}{mark}{other}{mark}{year}"
    if len(readings) == 1:
        assert str(read(text)) == readings.pop()
    else:
        with pytest.raises(InvalidInputs, match="can be read as" if readings else "there is no day"):
            read(text)


def test_a_date_with_two_readings_is_refused_with_both() -> None:
    with pytest.raises(InvalidInputs) as refused:
        read("3/4/2026")
    assert refused.value.problems[0].message == (
        "Start: write the month as a word. 3/4/2026 can be read as 4 March 2026 or as 3 April 2026."
    )


@given(st.text("0123456789-/., marchoctsuny", max_size=16))
def test_nothing_is_read_that_does_not_name_its_year_and_its_day(text: str) -> None:
    try:
        day = read(text)
    except InvalidInputs:
        return
    if isinstance(day, date):
        figures = re.sub("[^0-9]", "", text)
        assert str(day.year) in figures
        assert str(day.day) in figures


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
