"""A date as readers see it."""

import datetime

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month(date: datetime.date) -> str:
    """A month in words: January 2026."""
    return f"{_MONTHS[date.month - 1]} {date.year}"


def day(date: datetime.date) -> str:
    """A date in words, the same in every language setting of the machine: 8 January 2026."""
    return f"{date.day} {month(date)}"
