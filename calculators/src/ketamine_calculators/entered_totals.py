"""The total of a scale whose items may not be printed: asked for as one number, added up on the reader's own copy."""

from collections.abc import Iterable

from .definition import Notice
from .fields import Whole

ON_YOUR_COPY = "Added up on your own copy of the scale, with every item scored"


def entered_total(scale: str, items: int, highest: int, lowest: int = 0, label: str = "total") -> Whole:
    """The question for a total of so many items, each scored from `lowest` to `highest`."""
    return Whole(
        label=f"{scale} {label}",
        hint=ON_YOUR_COPY,
        low=items * lowest,
        high=items * highest,
        why=f"{items} items, each scored {lowest} to {highest}.",
    )


def ask_about_suicide(what: str) -> Iterable[Notice]:
    """The note of a scale that asks nothing about suicide, or whose answer to that is lost in the total."""
    yield Notice("note", f"{what} Ask about suicide with the C-SSRS screener.", calculator="cssrs_screener")
