"""The labels that an article was written by: which text was read, of which date, and on which day."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..reading.day_words import day, month
from .closed_lists import Lists
from .front_matter_kinds import Date, Kind, Words
from .given_value import GivenValue


@dataclass(frozen=True)
class TextDate:
    """The date of a text, no more exact than it is known: a day, or a month alone."""

    first: datetime.date
    """The day, or the first day of the month."""
    is_month: bool = False

    @property
    def written(self) -> str:
        """As front matter has it: 2026-03-13, or 2026-03."""
        return self.first.isoformat()[: 7 if self.is_month else None]

    @property
    def words(self) -> str:
        """As readers see it: 13 March 2026, or March 2026."""
        return month(self.first) if self.is_month else day(self.first)


class DayOrMonth(Kind):
    """A day written 2026-03-13, or a month written 2026-03 where nobody knows the day."""

    _PATTERN = r"\d{4}-\d{2}(-\d{2})?"

    def read(self, given: GivenValue, lists: Lists) -> TextDate | None:
        text = str(given.value.data)
        try:
            if found := re.fullmatch(self._PATTERN, text, re.ASCII):
                return TextDate(datetime.date.fromisoformat(text if found[1] else f"{text}-01"), not found[1])
        except ValueError:
            pass  # such as 2026-02-30
        given.wrong(
            f'{given.name} "{text}" is not a date.',
            "Write it as 2026-03-13, or as 2026-03 when the day is not known.",
        )
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self._PATTERN}$"}

    def widget(self, lists: Lists) -> dict[str, Any]:
        return {"widget": "string", "pattern": [f"^{self._PATTERN}$", "A day as 2026-03-13, or a month as 2026-03"]}


@dataclass(frozen=True)
class LabelVersion:
    """The text of a label as it was read."""

    text: str
    version: TextDate
    """The date of the text."""
    read: datetime.date
    """The day on which it was read."""
    note: str = ""


class LabelVersions(Kind):
    """One or more labels, each with the date of its text and the day on which it was read."""

    _NEEDED: Mapping[str, Kind] = {"text": Words(200), "version": DayOrMonth(), "read": Date()}
    _PARTS: Mapping[str, Kind] = {**_NEEDED, "note": Words(300)}
    _EXAMPLES: Mapping[str, str] = {
        "text": '"US label of esketamine nasal spray"',
        "version": '"2026-03-13"',
        "read": '"2026-06-01"',
        "note": '"A newer text exists and was not read."',
    }

    @property
    def parts(self) -> Mapping[str, Kind]:
        return self._PARTS

    def read(self, given: GivenValue, lists: Lists) -> tuple[LabelVersion, ...]:
        labels: list[LabelVersion] = []
        for item in given.items():
            parts = dict(item.entries)
            if not set(self._NEEDED) <= set(parts) <= set(self._PARTS):
                given.report(
                    item, "A label needs text, version and read, and may have a note.", f"Write {given.example}."
                )
                continue
            values = {
                name: self._PARTS[name].read(
                    GivenValue(value, f"{name} of a label", self._EXAMPLES[name], given.report), lists
                )
                for name, value in parts.items()
            }
            if all(values.values()):
                label = LabelVersion(**values)
                labels.append(label)
                if label.read < label.version.first:
                    given.report(
                        parts["read"],
                        f"The text of {label.version.written} cannot have been read on {label.read}.",
                        "Correct one of the two days.",
                    )
        return tuple(labels)

    def schema(self, lists: Lists) -> dict[str, Any]:
        label = {
            "type": "object",
            "additionalProperties": False,
            "required": list(self._NEEDED),
            "properties": {name: kind.schema(lists) for name, kind in self._PARTS.items()},
        }
        return {"type": "array", "minItems": 1, "items": label}

    def widget(self, lists: Lists) -> dict[str, Any]:
        parts = [
            {"name": name, "label": name, "required": name in self._NEEDED, **kind.widget(lists)}
            for name, kind in self._PARTS.items()
        ]
        return {"widget": "list", "fields": parts}
