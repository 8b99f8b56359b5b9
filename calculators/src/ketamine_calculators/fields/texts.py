"""Names in the reader's own words, where no closed list could hold them all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from .base import ABSENT, Entries, Kind, refuse, single


@dataclass(frozen=True, kw_only=True)
class Text(Kind):
    """A short name, such as a drug's. It is kept as written; spaces before, after or doubled inside do not count."""

    longest: int = 60

    kind: ClassVar[str] = "text"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> str:
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if len(text) > self.longest or not text.isprintable() or not any(char.isalpha() for char in text):
            raise refuse(
                name, f"{self.label} must be a name of at most {self.longest} characters, with a letter in it."
            )
        return text

    def read(self, name: str, entries: Entries) -> object:
        text = single(name, entries)
        return self.check(name, text, {}) if text else ABSENT

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}

    def text(self, value: str) -> str:
        return value

    @property
    def limits(self) -> str:
        return f"A name of at most {self.longest} characters"
