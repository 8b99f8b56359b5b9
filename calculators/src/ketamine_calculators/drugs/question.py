"""The question for a drug: any of its names is read, and a drug outside the table is entered by hand with its class."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..fields import Choice, Text
from ..fields.base import ABSENT, Entries, Texts, refuse, single
from .names import asked_first, did_you_mean, product_of
from .table import PRODUCTS, menu_label

OTHER = "other"
"""What a form sends for a drug outside the table; its name is then asked for."""
CLASS_INPUT, NAME_INPUT = "other_class", "other_drug"
"""The questions beside this one that hold the class and the name of a drug outside the table."""


def _menu() -> dict[str, str]:
    return {key: menu_label(product) for key, product in PRODUCTS.items()} | {OTHER: "Not in the table"}


@dataclass(frozen=True, kw_only=True)
class Antidepressant(Choice[str]):
    """A drug of the table, by its key. A program may send any name of it, or another name together with a class."""

    options: Mapping[str, str] = field(default_factory=_menu)

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> str:
        return self._read(name, value, by_hand=beside.get(CLASS_INPUT) is not None)

    def read(self, name: str, entries: Entries) -> object:
        text = single(name, entries)
        return self._read(name, text, by_hand=bool(single(CLASS_INPUT, entries))) if text else ABSENT

    def _read(self, name: str, value: object, *, by_hand: bool) -> str:
        written = Text(label=self.label).check(name, value, {})
        if written == OTHER:
            return OTHER
        if asked := asked_first(written):
            raise refuse(name, asked)
        if product := product_of(written):
            return product.key
        if by_hand:
            return written
        raise refuse(name, f"{_quoted(written)} is not in the table.{did_you_mean(written)} {ANOTHER_WAY}")

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "description": self.limits}

    def text(self, value: str) -> str:
        return self.options.get(value, value)

    def texts(self, name: str, value: Any) -> Texts:
        written = str(value)
        product = product_of(written)
        if product or written == OTHER:
            return {name: [product.key if product else OTHER]}
        return {name: [OTHER], f"{name.removesuffix('drug')}{NAME_INPUT}": [written]}

    @property
    def limits(self) -> str:
        return "Generic or brand name, or another name together with its class"


ANOTHER_WAY = "A drug outside the table can be entered by hand, with its class."


def _quoted(name: str) -> str:
    return f"“{name}”"
