"""The date of a label's text is told no more exactly than it is known."""

import datetime

from press.content.label_versions import TextDate


def test_a_day_is_told_as_a_day_and_a_month_as_a_month() -> None:
    day, month = TextDate(datetime.date(2026, 3, 13)), TextDate(datetime.date(2022, 7, 1), is_month=True)
    assert (day.words, day.written) == ("13 March 2026", "2026-03-13")
    assert (month.words, month.written) == ("July 2022", "2022-07")
