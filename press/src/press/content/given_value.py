"""A value as it was typed in front matter, with the checks that most kinds of fields share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..reading.strict_yaml import YamlValue

_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class GivenValue:
    """A value that was typed, and what a message about it needs."""

    value: YamlValue
    name: str
    """What messages call it."""
    example: str
    report: Callable[[YamlValue, str, str], None]
    """Takes down a problem: the place, the message and the remedy."""

    def wrong(self, message: str, fix: str) -> None:
        """Take down a problem of the whole value."""
        self.report(self.value, message, fix)

    def text(self) -> str | None:
        """The value as text without spaces around it; None, and a problem, when it is none or has signs that nobody meant."""
        data = self.value.data
        if not isinstance(data, str) or not data.strip():
            what = "is empty" if data in (None, "") else "must be text"
            self.wrong(f"{self.name} {what}.", f"Write {self.name}: {self.example}.")
        elif data.lstrip()[:1] in "“”„‘":
            self.wrong(
                f"{self.name} begins with a curly quotation mark, which would be shown.",
                'Write straight ones, "…", around the whole value.',
            )
        elif _CONTROL_CHARACTERS.search(data):
            self.wrong(f"{self.name} has a control character.", "Delete the value and type it again.")
        else:
            return data.strip()
        return None

    def items(self) -> tuple[YamlValue, ...]:
        """The members of a list; none, and a problem, when it is no list or an empty one."""
        if isinstance(self.value.data, list) and self.value.data:
            return self.value.items
        self.wrong(f"{self.name} must be a list.", f"Write {self.name}: {self.example}.")
        return ()
