"""What every kind of question has in common, and how a dataclass becomes a list of questions."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, Final, get_type_hints

from ..errors import DefinitionError, InputProblem, InvalidInputs

Entries = Mapping[str, Sequence[str]]
"""What a form holds: each name with the texts entered under it."""


class Absent:
    """Nothing was entered."""


ABSENT: Final = Absent()


def refuse(field: str, message: str) -> InvalidInputs:
    return InvalidInputs([InputProblem(field, message)])


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """One kind of question: how it is checked, read from a form, shown again, and described.

    `label` is what the reader sees; `hint` helps to answer; `why` gives the reason for a limit.
    `asked_when` names another input and its values that make this question worth asking; without values, any answer does.
    """

    label: str
    hint: str = ""
    why: str = ""
    asked_when: tuple[str, tuple[str, ...]] | None = None

    kind: ClassVar[str]

    @abstractmethod
    def check(self, name: str, value: object, beside: Mapping[str, object]) -> object:
        """The exact value to calculate with. `beside` holds the other raw inputs. Raises InvalidInputs."""

    @abstractmethod
    def read(self, name: str, entries: Entries) -> object:
        """The raw value that a form's entries stand for, or ABSENT. Raises InvalidInputs."""

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """JSON Schema of the raw value."""

    @abstractmethod
    def text(self, value: Any) -> str:
        """A checked value in the reader's words."""

    @property
    def limits(self) -> str:
        """What is accepted, in words; empty where the form itself leaves nothing else to enter."""
        return ""

    @property
    def missing(self) -> str:
        """The sentence for a blank."""
        return f"Enter {in_sentence(self.label)}."


def in_sentence(label: str) -> str:
    """`Weight` -> `weight`, but `BMI` and `PHQ-9 now` stay."""
    return label if len(label) > 1 and (label[1].isupper() or label[1].isdigit()) else label[:1].lower() + label[1:]


def single(name: str, entries: Entries) -> str:
    """The text of a name that a form enters once, without the spaces around it."""
    texts = entries.get(name, ())
    if len(texts) > 1:
        raise refuse(name, "Only one answer can be given here.")
    return texts[0].strip() if texts else ""


@dataclass(frozen=True)
class Field:
    """A question bound to its input name, with its default if it has one."""

    name: str
    spec: Kind
    default: object = ABSENT

    @property
    def required(self) -> bool:
        return self.default is ABSENT

    @property
    def optional(self) -> bool:
        """May be left blank on a form. A default other than None is shown in the form instead of assumed."""
        return self.default is None

    @property
    def label(self) -> str:
        return self.spec.label

    @property
    def hint(self) -> str:
        return self.spec.hint

    @property
    def kind(self) -> str:
        return self.spec.kind

    @property
    def limits(self) -> str:
        return self.spec.limits


def fields_of(cls: type) -> tuple[Field, ...]:
    """The questions of a dataclass whose every field is `Annotated` with exactly one Kind."""
    hints = get_type_hints(cls, include_extras=True)
    questions = []
    for item in fields(cls):
        kinds = [extra for extra in getattr(hints[item.name], "__metadata__", ()) if isinstance(extra, Kind)]
        if len(kinds) != 1:
            raise DefinitionError(f"{cls.__module__}: describe '{item.name}' with exactly one kind of question.")
        default = ABSENT if item.default is MISSING else item.default
        questions.append(Field(item.name, kinds[0], default))
    return tuple(questions)
