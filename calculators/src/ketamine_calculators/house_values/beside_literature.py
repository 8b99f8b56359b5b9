"""A house value as a page shows it: beside what labels and published work say of the same thing."""

from collections.abc import Callable
from typing import Any

from ..definition import Difference
from ..display import amount
from .value import HouseValue


def in_words(value: HouseValue) -> str:
    """The number with its unit: `180/120 mmHg`, `0.1 mL`, `93%`, `50/min`."""
    limits = [value.numbers[name] for name in ("value", "systolic", "diastolic") if name in value.numbers]
    number = "/".join(amount(limit, 2) for limit in limits)
    return f"{number}{'' if value.unit[0] in '%/' else ' '}{value.unit}"


def beside_literature(value: HouseValue, when: Callable[[Any, Any], bool]) -> Difference:
    """The house value beside the literature, for the answers it touches."""
    return Difference(
        topic=value.title,
        house=f"Our own value, {value.rule}: {in_words(value)}.",
        literature=value.literature,
        when=when,
    )
