"""Our own values as readers see them: each number with its basis, what labels and literature say, and who uses it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ketamine_calculators.definition import Calculator
from ketamine_calculators.house_values import BASES, CHECKED, HouseValue
from ketamine_calculators.house_values.beside_literature import in_words

from ..forms.form import markup

PAGE = "our-own-values.md"


@dataclass(frozen=True)
class ValueLine:
    """One row of the table. `users` are titles and addresses."""

    id: str
    title: str
    number: str
    rule: str
    mark: str
    basis: str
    literature: str
    in_use: bool
    users: tuple[tuple[str, str], ...]


def house_values_html(
    values: Mapping[str, HouseValue],
    used: Mapping[str, Sequence[Calculator[Any, Any]]],
    url: Callable[[Calculator[Any, Any]], str],
) -> str:
    """All house values as one table. `url` gives the address of a calculator's page, empty when it has none."""
    lines = [
        ValueLine(
            value_id(value),
            value.title,
            in_words(value),
            value.rule,
            BASES[value.resting_on],
            value.basis,
            value.literature,
            value.in_use,
            tuple((card.title, url(card)) for card in used.get(key, ())),
        )
        for key, value in values.items()
    ]
    return str(markup("our-own-values.html", lines=lines, checked=CHECKED))


def value_id(value: HouseValue) -> str:
    """The anchor of a value: `bp-defer`."""
    return value.key.replace("_", "-")
