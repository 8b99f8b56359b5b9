"""Calendar days, kept in the one way that every country reads alike."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from ..errors import InvalidInputs
from .base import ABSENT, Entries, Kind, Reading, refuse, single
from .reading_words import read_as
from .typed_dates import typed_date
from .typed_numbers import Doubt
from .typed_text import TURNED, TypedText

# The hyphens that programs set in its place. A dash between two numbers may be a range, and is not read.
_HYPHENS = dict.fromkeys((0x2010, 0x2011, 0x2212), "-")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Plans are made for living patients; the limits also keep every later date inside the calendar.
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Day(Kind):
    """A date as 2026-03-02, or typed in any form that is one day: 3/4/2026 is refused, because it is two."""

    kind: ClassVar[str] = "day"
    first: ClassVar[date] = FIRST
    last: ClassVar[date] = LAST

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> date:
        if isinstance(value, date) and not isinstance(value, datetime):
            day = value
        elif isinstance(value, str) and _ISO.fullmatch(value):
            try:
                day = date.fromisoformat(value)
            except ValueError:
                raise refuse(name, f"{self.label}: there is no day {value} in the calendar.") from None
        else:
            raise refuse(name, f"{self.label} must be a date written year-month-day, like 2026-03-02.")
        return self._bounded(name, day)

    def _bounded(self, name: str, day: date) -> date:
        if not FIRST <= day <= LAST:
            raise refuse(name, f"{self.label} must be from {FIRST} to {LAST}.")
        return day

    def read(self, name: str, entries: Entries) -> object:
        typed = TypedText.of(single(name, entries))
        if typed.turned:
            raise refuse(name, f"{self.label}: {TURNED}")
        if not typed.text:
            return ABSENT
        try:
            return self._bounded(name, typed_date(typed.text.translate(_HYPHENS)).day)
        except Doubt as doubt:
            raise refuse(name, f"{self.label}: {doubt.words}") from None

    def readings(self, name: str, entries: Entries, pointed: Entries) -> Mapping[str, Reading]:
        if all(_ISO.fullmatch(text) for text in entries.get(name, ())):
            return {}
        try:
            day = self.read(name, entries)
        except InvalidInputs:
            return {}
        if not isinstance(day, date):
            return {}
        typed = TypedText.of(single(name, entries))
        in_words = typed_date(typed.text.translate(_HYPHENS)).in_words
        return {name: Reading(entries[name][0], str(day), read_as(str(day), in_words=in_words, hid=typed.hid))}

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}

    def text(self, value: date) -> str:
        return value.isoformat()

    @property
    def limits(self) -> str:
        return "Like 2026-03-02 or 2 March 2026"

    @property
    def form_hint(self) -> str:
        return self.hint or self.limits
