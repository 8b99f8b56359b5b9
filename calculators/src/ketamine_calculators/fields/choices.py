"""Choices: one of a list, yes or no, several of a list."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from ..errors import InputProblem, InvalidInputs
from ..wording import did_you_mean, in_sentence, listed
from .base import ABSENT, Entries, Kind, Texts, refuse, single

NONE_OF_THESE = "none"
"""What a form enters when the reader says that nothing in a list applies. An untouched list is not an answer."""


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
    def accepted(self) -> str:
        return "; ".join(self.options.values())

    @property
    def choices(self) -> Mapping[Value, str]:
        return self.options

    @property
    def opens_with(self) -> object:
        return self.chosen_first

    @property
    def missing(self) -> str:
        return f"Choose {in_sentence(self.label)}."

    def _must(self, value: object) -> str:
        guess = did_you_mean(value, map(str, self.options)) if isinstance(value, str) else ""
        return f"{self.label} must be {self.limits}.{guess}"


class _FixedAnswers(Kind):
    """A question whose answers are the same on every form. `offered` has each entry with its value and its label."""

    offered: ClassVar[Mapping[str, tuple[bool | None, str]]]
    as_entered: ClassVar[str]
    as_sent: ClassVar[str]

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> bool | None:
        # By identity: 1 is equal to true and is not an answer.
        for known, _ in self.offered.values():
            if value is known:
                return known
        raise refuse(name, f"{self.label}: answer {self.as_entered} ({self.as_sent}).")

    def read(self, name: str, entries: Entries) -> object:
        text = single(name, entries)
        if not text:
            return ABSENT
        if text not in self.offered:
            raise refuse(name, self.missing)
        return self.offered[text][0]

    def text(self, value: bool | None) -> str:
        return next(label for known, label in self.offered.values() if known is value)

    def texts(self, name: str, value: Any) -> Texts:
        return {name: [entry for entry, (known, _) in self.offered.items() if known is value]}

    @property
    def missing(self) -> str:
        return f"{self.label}: answer {self.as_entered}."

    @property
    def choices(self) -> Mapping[str, str]:
        return {entry: label for entry, (_, label) in self.offered.items()}


@dataclass(frozen=True, kw_only=True)
class YesNo(_FixedAnswers):
    """A question that must be answered yes or no."""

    kind: ClassVar[str] = "yes_no"
    offered: ClassVar[Mapping[str, tuple[bool | None, str]]] = {"yes": (True, "Yes"), "no": (False, "No")}
    as_entered: ClassVar[str] = "yes or no"
    as_sent: ClassVar[str] = "true or false"

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}

    @property
    def accepted(self) -> str:
        return "Yes or no"


@dataclass(frozen=True, kw_only=True)
class YesNoNotAsked(_FixedAnswers):
    """A question that an interview may skip: yes, no, or not asked (null)."""

    kind: ClassVar[str] = "yes_no_not_asked"
    null_is_a_value: ClassVar[bool] = True
    offered: ClassVar[Mapping[str, tuple[bool | None, str]]] = {**YesNo.offered, "not_asked": (None, "Not asked")}
    as_entered: ClassVar[str] = "yes, no or not asked"
    as_sent: ClassVar[str] = "true, false or null"

    def schema(self) -> dict[str, Any]:
        return {"type": ["boolean", "null"]}

    @property
    def accepted(self) -> str:
        return "Yes, no, or not asked"


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
    flag = "words"

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
        return self.check(name, [] if words == [NONE_OF_THESE] else words, {})

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"enum": list(self.options)}}

    def text(self, value: tuple[str, ...]) -> str:
        return "; ".join(self.options[word] for word in value) if value else self.none

    def texts(self, name: str, value: Any) -> Texts:
        return {name: [str(word) for word in value] or [NONE_OF_THESE]}

    @property
    def limits(self) -> str:
        return f"Any of {', '.join(self.options)}"

    @property
    def accepted(self) -> str:
        return "; ".join(self.options.values())

    @property
    def choices(self) -> Mapping[str, str]:
        return self.options

    @property
    def missing(self) -> str:
        return f"{self.label}: tick all that apply, or “{self.none}”."

    def _must(self, word: object) -> str:
        wrong, guess = (
            (f"“{word[:60]}” is", did_you_mean(word, self.options)) if isinstance(word, str) else ("an entry is", "")
        )
        return f"{self.label}: {wrong} not in the list: {', '.join(self.options)}.{guess}"
