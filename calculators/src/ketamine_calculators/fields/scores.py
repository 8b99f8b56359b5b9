"""The answers of a questionnaire, item by item, and a list of boxes to tick."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ..errors import InputProblem, InvalidInputs
from .base import ABSENT, Entries, Kind, Texts, refuse
from .choices import NONE_OF_THESE


@dataclass(frozen=True)
class Item:
    """One item of a scale, scored from 0 to `high`. `anchors` are the words of its scores, where they may be printed.

    `may_be_empty` marks one of two alternatives on the form; null stands for the one not answered.
    """

    label: str
    high: int
    anchors: tuple[str, ...] = ()
    may_be_empty: bool = False


@dataclass(frozen=True, kw_only=True)
class ItemScores(Kind):
    """One whole number for each item, in the order of the instrument. Nothing missing is ever filled in."""

    items: tuple[Item, ...]

    kind: ClassVar[str] = "item_scores"
    flag = "json"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> tuple[int | None, ...]:
        if not isinstance(value, list | tuple):
            raise refuse(name, f"{self.label} must be a list of {len(self.items)} item scores.")
        if len(value) != len(self.items):
            raise refuse(name, f"{self.label} has {len(self.items)} items; {len(value)} scores were given.")
        problems = [
            InputProblem(f"{name}.{place}", self._must(place))
            for place, (item, score) in enumerate(zip(self.items, value, strict=True))
            if not _fits(item, score)
        ]
        if problems:
            raise InvalidInputs(problems)
        return tuple(value)

    def read(self, name: str, entries: Entries) -> object:
        scores: list[int | None] = []
        problems = []
        for place, item in enumerate(self.items):
            where = f"{name}.{place}"
            texts = [text.strip() for text in entries.get(where, ()) if text.strip()]
            if not texts and item.may_be_empty:
                scores.append(None)
            elif not texts:
                problems.append(InputProblem(where, f"Item {place + 1}, {item.label}: choose a score.", "missing"))
            elif len(texts) == 1 and texts[0] in [str(score) for score in range(item.high + 1)]:
                scores.append(int(texts[0]))
            else:
                problems.append(InputProblem(where, self._must(place)))
        if problems:
            raise InvalidInputs(problems)
        return tuple(scores)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "array",
            "prefixItems": [
                {
                    "title": item.label,
                    "type": ["integer", "null"] if item.may_be_empty else "integer",
                    "minimum": 0,
                    "maximum": item.high,
                }
                for item in self.items
            ],
            "items": False,
            "minItems": len(self.items),
        }

    def text(self, value: tuple[int | None, ...]) -> str:
        return " ".join("–" if score is None else str(score) for score in value)

    def texts(self, name: str, value: Any) -> Texts:
        return {f"{name}.{place}": ["" if score is None else str(score)] for place, score in enumerate(value)}

    @property
    def alike(self) -> bool:
        """Whether every item is scored in the same words."""
        return len({item.anchors for item in self.items}) == 1

    @property
    def limits(self) -> str:
        highs = {item.high for item in self.items}
        if len(highs) == 1:
            return f"{len(self.items)} whole numbers from 0 to {highs.pop()}"
        return f"{len(self.items)} whole numbers, each from 0 to its item's maximum"

    def _must(self, place: int) -> str:
        item = self.items[place]
        return f"Item {place + 1}, {item.label}, must be a whole number from 0 to {item.high}."


def _fits(item: Item, score: object) -> bool:
    if score is None:
        return item.may_be_empty
    return isinstance(score, int) and not isinstance(score, bool) and 0 <= score <= item.high


@dataclass(frozen=True, kw_only=True)
class Checklist(Kind):
    """Boxes of which each is ticked or not. `boxes` maps each key to its label."""

    boxes: Mapping[str, str]

    kind: ClassVar[str] = "checklist"
    flag = "json"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> dict[str, bool]:
        if not isinstance(value, dict):
            raise refuse(name, f"{self.label} must be an object with {', '.join(self.boxes)}.")
        problems = [
            InputProblem(f"{name}.{key}", f"{label}: say whether it is ticked (true or false).")
            for key, label in self.boxes.items()
            if not isinstance(value.get(key), bool)
        ]
        problems += [
            InputProblem(name, f"{self.label} has no box named “{str(key)[:60]}”.")
            for key in value
            if key not in self.boxes
        ]
        if problems:
            raise InvalidInputs(problems)
        return {key: value[key] for key in self.boxes}

    def read(self, name: str, entries: Entries) -> object:
        ticked = {key: entries.get(f"{name}.{key}", ()) for key in self.boxes}
        if not any(ticked.values()) and not entries.get(name):
            return ABSENT
        return {key: bool(texts) for key, texts in ticked.items()}

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {key: {"type": "boolean", "title": label} for key, label in self.boxes.items()},
            "required": list(self.boxes),
            "additionalProperties": False,
        }

    def text(self, value: dict[str, bool]) -> str:
        return f"{sum(value.values())} of {len(self.boxes)} ticked"

    def texts(self, name: str, value: Any) -> Texts:
        return {f"{name}.{key}": ["yes"] for key, ticked in value.items() if ticked} or {name: [NONE_OF_THESE]}

    @property
    def accepted(self) -> str:
        return "; ".join(self.boxes.values())

    @property
    def missing(self) -> str:
        return f"{self.label}: tick what has been done, or “None of these”."
