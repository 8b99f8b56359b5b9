"""The labels that an article was written by: which text was read, of which date, and on which day."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .closed_lists import Lists
from .front_matter_kinds import Date, Kind, Words
from .given_value import GivenValue


@dataclass(frozen=True)
class LabelVersion:
    """The text of a label as it was read."""

    text: str
    version: datetime.date
    """The date of the text."""
    read: datetime.date
    """The day on which it was read."""
    note: str = ""


class LabelVersions(Kind):
    """One or more labels, each with the date of its text and the day on which it was read."""

    _NEEDED: Mapping[str, Kind] = {"text": Words(200), "version": Date(), "read": Date()}
    _PARTS: Mapping[str, Kind] = {**_NEEDED, "note": Words(300)}
    _EXAMPLES: Mapping[str, str] = {
        "text": '"US label of esketamine nasal spray"',
        "version": '"2026-03-13"',
        "read": '"2026-06-01"',
        "note": '"A newer text exists and was not read."',
    }

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
                if label.read < label.version:
                    given.report(
                        parts["read"],
                        f"The text of {label.version} cannot have been read on {label.read}.",
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
