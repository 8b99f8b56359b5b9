"""A time of the day on a clock of 24 hours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from .base import ABSENT, Entries, Kind, refuse, single
from .typed_text import TURNED, TypedText

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, kw_only=True)
class Clock(Kind):
    """A time like 14:05. With `am` or `pm`, or without the colon, it is refused: it could be read as two times."""

    kind: ClassVar[str] = "clock"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> str:
        found = _TIME.fullmatch(value) if isinstance(value, str) else None
        if not found:
            raise refuse(name, f"{self.label} must be a time on the 24-hour clock, like 14:05.")
        return f"{int(found[1]):02}:{found[2]}"

    def read(self, name: str, entries: Entries) -> object:
        typed = TypedText.of(single(name, entries))
        if typed.turned:
            raise refuse(name, f"{self.label}: {TURNED}")
        return self.check(name, typed.text, {}) if typed.text else ABSENT

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{_TIME.pattern}$"}

    def text(self, value: str) -> str:
        return value

    @property
    def limits(self) -> str:
        return "Like 14:05"

    @property
    def form_hint(self) -> str:
        return self.hint or self.limits
