"""A house value as a page shows it: beside what labels and published work say of the same thing."""

from collections.abc import Callable
from typing import Any

from ..definition import Difference
from ..display import amount
from ..wording import listed
from .value import HouseValue


def in_words(value: HouseValue) -> str:
    """The number with its unit: `180/120 mmHg`, `0.1 mL`, `93%`, `50/min`, `7, 14 and 28 days`."""
    limits = [amount(limit, 2) for name, limit in value.numbers.items() if name != "age"]
    number = "/".join(limits) if "systolic" in value.numbers else listed(limits, "and")
    return f"{number}{'' if value.unit[0] in '%/' else ' '}{value.unit}"


def beside_literature(value: HouseValue, when: Callable[[Any, Any], bool]) -> Difference:
    """The house value beside the literature, for the answers it touches."""
    return Difference(
        topic=value.title,
        house=f"Our own value, {value.rule}: {in_words(value)}.",
        literature=value.literature,
        when=when,
    )
