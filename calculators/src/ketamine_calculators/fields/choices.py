"""Choices: one of a list, yes or no, several of a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, ClassVar

from ..errors import InputProblem, InvalidInputs
from .base import ABSENT, Entries, Kind, in_sentence, refuse, single

NONE_OF_THESE = "none"
"""What a form enters when the reader says that nothing in a list applies. An untouched list is not an answer."""


def listed(words: list[str], joint: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    return f" {joint} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _meant(word: str, words: list[str]) -> str:
    folded = {option.casefold(): option for option in words}
    near = get_close_matches(word[:60].casefold(), folded, 1)
    return f" Did you mean {folded[near[0]]}?" if near else ""


@dataclass(frozen=True, kw_only=True)
class Choice[Value: (str, int)](Kind):
    """One of a closed list. `options` maps each value to its label; `chosen_first` is ticked when the form opens.

    With `any_case`, capitals do not matter: the options are written in small letters.
    """

    options: Mapping[Value, str]
    unit: str = ""
    chosen_first: Value | None = None
    any_case: bool = False

    kind: ClassVar[str] = "choice"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> Value:
        if not isinstance(value, bool) and isinstance(value, str | int | float | Decimal):
            written = self._lowered(value) if isinstance(value, str) else value
            for option in self.options:
                if option == written:
                    return option
        raise refuse(name, self._must(value))

    def read(self, name: str, entries: Entries) -> object:
        text = single(name, entries)
        if not text:
            return ABSENT
        for option in self.options:
            if self._lowered(text) == str(option):
                return option
        raise refuse(name, self._must(text))

    def _lowered(self, text: str) -> str:
        # Only plain letters: others, such as the Kelvin sign, turn into letters that nobody wrote.
        return text.lower() if self.any_case and text.isascii() else text

    def schema(self) -> dict[str, Any]:
        if self.any_case:
            return {"type": "string", "description": f"In any case: {self.limits}"}
        return {"enum": list(self.options)}

    def text(self, value: Value) -> str:
        return self.options[value]

    @property
    def limits(self) -> str:
        return listed([str(option) for option in self.options]) + (f" {self.unit}" if self.unit else "")

    @property
    def missing(self) -> str:
        return f"Choose {in_sentence(self.label)}."

    def _must(self, value: object) -> str:
        hint = _meant(value, [str(option) for option in self.options]) if isinstance(value, str) else ""
        return f"{self.label} must be {self.limits}.{hint}"


@dataclass(frozen=True, kw_only=True)
class YesNo(Kind):
    """A question that must be answered yes or no."""

    kind: ClassVar[str] = "yes_no"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> bool:
        if not isinstance(value, bool):
            raise refuse(name, f"{self.label}: answer yes or no (true or false).")
        return value

    def read(self, name: str, entries: Entries) -> object:
        text = single(name, entries)
        if not text:
            return ABSENT
        if text not in ("yes", "no"):
            raise refuse(name, f"{self.label}: answer yes or no.")
        return text == "yes"

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    def text(self, value: bool) -> str:
        return "Yes" if value else "No"

    @property
    def missing(self) -> str:
        return f"{self.label}: answer yes or no."


@dataclass(frozen=True, kw_only=True)
class YesNoNotAsked(Kind):
    """A question that an interview may skip: yes, no, or not asked (null)."""

    kind: ClassVar[str] = "yes_no_not_asked"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> bool | None:
        if value is not None and not isinstance(value, bool):
            raise refuse(name, f"{self.label}: answer yes, no or not asked (true, false or null).")
        return value

    def read(self, name: str, entries: Entries) -> object:
        text = single(name, entries)
        if not text:
            return ABSENT
        answers = {"yes": True, "no": False, "not_asked": None}
        if text not in answers:
            raise refuse(name, f"{self.label}: answer yes, no or not asked.")
        return answers[text]

    def schema(self) -> dict[str, Any]:
        return {"type": ["boolean", "null"]}

    def text(self, value: bool | None) -> str:
        return "Not asked" if value is None else "Yes" if value else "No"

    @property
    def missing(self) -> str:
        return f"{self.label}: answer yes, no or not asked."


@dataclass(frozen=True, kw_only=True)
class Several(Kind):
    """Any number of a closed list, kept in the list's order without repeats.

    A form must say so when none applies, because a list that nobody looked at is no answer.
    `belongs` names another input and, for each option, the value of it that the option goes with: a form offers the
    option only then.
    """

    options: Mapping[str, str]
    none: str = "None of these"
    belongs: tuple[str, Mapping[str, str]] | None = None

    kind: ClassVar[str] = "several"

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> tuple[str, ...]:
        if not isinstance(value, list | tuple):
            raise refuse(name, f"{self.label} must be a list.")
        unknown = [word for word in value if not isinstance(word, str) or word not in self.options]
        if unknown:
            raise InvalidInputs([InputProblem(name, self._must(word)) for word in unknown[:5]])
        return tuple(option for option in self.options if option in value)

    def read(self, name: str, entries: Entries) -> object:
        words = [text for text in entries.get(name, ()) if text]
        if not words:
            return ABSENT
        if NONE_OF_THESE in words and len(words) > 1:
            raise refuse(name, f"{self.label}: “{self.none}” cannot be ticked together with another answer.")
        return [] if words == [NONE_OF_THESE] else words

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"enum": list(self.options)}}

    def text(self, value: tuple[str, ...]) -> str:
        return "; ".join(self.options[word] for word in value) if value else self.none

    @property
    def limits(self) -> str:
        return f"Any of {', '.join(self.options)}"

    @property
    def missing(self) -> str:
        return f"{self.label}: tick all that apply, or “{self.none}”."

    def _must(self, word: object) -> str:
        said = f"“{word[:60]}” is" if isinstance(word, str) else "an entry is"
        hint = _meant(word, list(self.options)) if isinstance(word, str) else ""
        return f"{self.label}: {said} not in the list: {', '.join(self.options)}.{hint}"
