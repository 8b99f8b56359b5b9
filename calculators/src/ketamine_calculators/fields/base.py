"""What every kind of question has in common, and how a dataclass becomes a list of questions."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, ClassVar, Final, Literal, get_type_hints

from ..errors import DefinitionError, InputProblem, InvalidInputs
from ..wording import in_sentence

Entries = Mapping[str, Sequence[str]]
"""What a form holds: each name with the texts entered under it."""

Texts = dict[str, list[str]]
"""What a form is to open with: the same, made from values."""


class Absent:
    """Nothing was entered."""


ABSENT: Final = Absent()


@dataclass(frozen=True)
class Reading:
    """How an entry was read where it was not typed in the one way that is read alike everywhere.

    typed   what stands in the form
    text    the same in the way that is read alike everywhere
    said    a sentence for beside the field, where the reader should see how it was read
    commas  whether commas were read as decimal marks
    """

    typed: str
    text: str
    said: str = ""
    commas: bool = False


def refuse(field: str, message: str, remedy: str = "") -> InvalidInputs:
    """The error that refuses one field with one sentence. `remedy` is what the reader could say to have it accepted."""
    return InvalidInputs([InputProblem(field, message, remedy=remedy)])


@dataclass(frozen=True, kw_only=True)
class Kind(ABC):
    """One kind of question: how it is read, checked, described and shown. All that a kind needs stands in its class.

    A raw value is what a program sends (JSON); an exact value is what is calculated with.

    label        what the reader sees
    hint         helps to answer
    why          the reason for a limit
    asked_when   another input and its values that make this question worth asking; without values, any answer does
    proposed     whether a form may put in what is expected, for the reader to change
    """

    label: str
    hint: str = ""
    why: str = ""
    asked_when: tuple[str, tuple[str, ...]] | None = None
    proposed: bool = False

    kind: ClassVar[str]
    flag: ClassVar[Literal["text", "words", "json"]] = "text"
    """How the command line takes it: written as on a form, as several words, or as JSON."""
    null_is_a_value: ClassVar[bool] = False
    """Whether null is an answer of its own and not a blank."""

    @abstractmethod
    def check(self, name: str, value: object, beside: Mapping[str, object]) -> object:
        """The exact value of a raw one. `beside` holds the other raw inputs. Raises InvalidInputs."""

    @abstractmethod
    def read(self, name: str, entries: Entries) -> object:
        """The exact value that a form's entries stand for, or ABSENT for a blank. Raises InvalidInputs."""

    def pointed(self, name: str, entries: Entries) -> Texts:
        """The entries of this question in which a comma can be a decimal mark, with a point in its place."""
        return {}

    def readings(self, name: str, entries: Entries, pointed: Entries) -> Mapping[str, Reading]:
        """The entries of this question that were read otherwise than they stand there; `pointed` are those that were read."""
        return {}

    @abstractmethod
    def schema(self) -> dict[str, Any]:
        """JSON Schema of the raw value."""

    @abstractmethod
    def text(self, value: Any) -> str:
        """An exact value in the reader's words."""

    def text_with_unit(self, value: Any, inputs: Mapping[str, object]) -> str:
        """The same, with the unit that was chosen for it among the exact inputs."""
        return self.text(value)

    def texts(self, name: str, value: Any) -> Texts:
        """The entries of a form that is to open with this right value, raw or exact: the way back from `read`."""
        return {name: [str(value)]}

    def quantity_unit(self, inputs: Mapping[str, object]) -> str | None:
        """The unit of a value that is a quantity, empty for a bare number; None for what is no quantity."""
        return None

    @property
    def unit(self) -> str:
        """What is said after the value; empty where there is no unit or where it is asked for."""
        return ""

    @property
    def unit_from(self) -> str:
        """The name of the input that holds the unit of this one; empty for most."""
        return ""

    @property
    def measured_on(self) -> str:
        """The name under which a link says on which day this was measured; empty for what has no day."""
        return ""

    @property
    def limits(self) -> str:
        """What is accepted, in words; empty where the form itself leaves nothing else to enter."""
        return ""

    @property
    def accepted(self) -> str:
        """What is accepted, in words, for a reader who does not see the form."""
        return self.limits

    @property
    def form_hint(self) -> str:
        """The help that a form gives."""
        return self.hint

    @property
    def missing(self) -> str:
        """The sentence for a blank."""
        return f"Enter {in_sentence(self.label)}."

    @property
    def choices(self) -> Mapping[Any, str]:
        """What a form offers to choose from: each entry with its label; empty where something is typed."""
        return {}

    @property
    def opens_with(self) -> object:
        """The value that a form shows chosen though a program would have to send it; None for most."""
        return None

    @property
    def fields(self) -> "tuple[Field, ...]":
        """The questions of each row, for a question that is a list of rows."""
        return ()


def single(name: str, entries: Entries) -> str:
    """The text of a name that a form enters once, without the spaces around it. Raises InvalidInputs for several."""
    texts = entries.get(name, ())
    if len(texts) > 1:
        raise refuse(name, "Only one answer can be given here.")
    return texts[0].strip() if texts else ""


def first_texts(entries: Entries, name: str) -> dict[str, object]:
    """The name with the first text entered under it; empty for a name without one."""
    return {name: texts[0].strip()} if name and (texts := entries.get(name)) else {}


@dataclass(frozen=True)
class Field:
    """A question bound to its input name, with its default if it has one."""

    name: str
    spec: Kind
    default: object = ABSENT

    @property
    def required(self) -> bool:
        """A program has to send it."""
        return self.default is ABSENT

    @property
    def optional(self) -> bool:
        """May be left blank on a form. A default other than None is shown in the form instead of assumed."""
        return self.default is None

    @property
    def label(self) -> str:
        """What the reader sees."""
        return self.spec.label

    @property
    def hint(self) -> str:
        """Helps to answer; may be empty."""
        return self.spec.hint

    @property
    def kind(self) -> str:
        """The name of the kind of question, such as `number`."""
        return self.spec.kind

    @property
    def limits(self) -> str:
        """What is accepted, in words; may be empty."""
        return self.spec.limits


def fields_of(cls: type) -> tuple[Field, ...]:
    """The questions of a dataclass whose every field is `Annotated` with exactly one Kind. Raises DefinitionError."""
    hints = get_type_hints(cls, include_extras=True)
    questions = []
    for item in fields(cls):
        kinds = [extra for extra in getattr(hints[item.name], "__metadata__", ()) if isinstance(extra, Kind)]
        if len(kinds) != 1:
            raise DefinitionError(f"{cls.__module__}: describe '{item.name}' with exactly one kind of question.")
        default = ABSENT if item.default is MISSING else item.default
        questions.append(Field(item.name, kinds[0], default))
    return tuple(questions)


def values_of(fields: Iterable[Field], inputs: object) -> dict[str, Any]:
    """The exact inputs by their names."""
    return {field.name: getattr(inputs, field.name) for field in fields}


def unit_names(fields: Iterable[Field]) -> frozenset[str]:
    """The names of the inputs that only hold the unit of another one."""
    return frozenset(field.spec.unit_from for field in fields if field.spec.unit_from)
