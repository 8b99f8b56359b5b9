"""A value as it was typed in front matter, with the checks that most kinds of fields share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..reading.strict_yaml import Value

_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class GivenValue:
    """A value that was typed, and what a message about it needs."""

    value: Value
    name: str
    """What messages call it."""
    example: str
    report: Callable[[Value, str, str], None]
    """Takes down a problem: the place, the message and the remedy."""

    def wrong(self, message: str, fix: str) -> None:
        """Take down a problem of the whole value."""
        self.report(self.value, message, fix)

    def text(self) -> str | None:
        """The value as text without spaces around it; None, and a problem, when it is none or has signs that nobody meant."""
        plain = self.value.plain
        if not isinstance(plain, str) or not plain.strip():
            what = "is empty" if plain in (None, "") else "must be text"
            self.wrong(f"{self.name} {what}.", f"Write {self.name}: {self.example}.")
        elif plain.lstrip()[:1] in "“”„‘":
            self.wrong(
                f"{self.name} begins with a curly quotation mark, which would be shown.",
                'Write straight ones, "…", around the whole value.',
            )
        elif _CONTROL_CHARACTERS.search(plain):
            self.wrong(f"{self.name} has a control character.", "Delete the value and type it again.")
        else:
            return plain.strip()
        return None

    def items(self) -> tuple[Value, ...]:
        """The members of a list; none, and a problem, when it is no list or an empty one."""
        if isinstance(self.value.plain, list) and self.value.plain:
            return self.value.items
        self.wrong(f"{self.name} must be a list.", f"Write {self.name}: {self.example}.")
        return ()
