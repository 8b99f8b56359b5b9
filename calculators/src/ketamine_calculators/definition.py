"""The words that a calculator file is written in.

A calculator file holds a dataclass of inputs, a dataclass of outputs, the pure function from one to the other, and a
`CALCULATOR` card that adds the words, the sources and the passages of the house protocol that the function rests on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar, Literal, get_type_hints

from .bands import Bands
from .charts import Chart
from .display import amount, cut, plain
from .double_check import DoubleCheck
from .due import Due
from .errors import DefinitionError, InputProblem, InvalidInputs
from .examples import Example, examples_of
from .fields.base import Entries, Field, fields_of
from .fields.rows import checked_values, object_schema, read_values
from .figures import Figure
from .moments import MOMENTS as MOMENTS
from .moments import Moment
from .onward import Onward
from .proposal import Proposal
from .to_json import as_json


@dataclass(frozen=True)
class Reference:
    """A publication. `doi` and `pmid` stand here only once they have been looked up; `url` is for labels and guidance."""

    cite: str
    doi: str = ""
    pmid: str = ""
    url: str = ""


@dataclass(frozen=True)
class Source:
    """A reference together with the claim of this calculator that it supports."""

    reference: Reference
    supports: str


@dataclass(frozen=True)
class TableRow:
    """A row of a table in a house article: the heading above it, its first cell, and its other cells joined by ` | `."""

    article: str
    section: str
    row: str
    text: str
    says: str


@dataclass(frozen=True)
class ListItem:
    """A list item of a house article: the heading above it and its words without markup."""

    article: str
    section: str
    text: str
    says: str


HousePassage = TableRow | ListItem

NoticeKind = Literal["stop", "caution", "note"]
"""stop: do not go on before this is settled; caution: a decision is needed; note: context."""
KINDS: tuple[NoticeKind, ...] = ("stop", "caution", "note")  # the most serious first
SIGNAL_WORDS: Mapping[NoticeKind, str] = {"stop": "Do not give", "caution": "Check first", "note": "For information"}
URGENT = "Urgent"  # begins a stop where a life may be at risk now, whatever is given


@dataclass(frozen=True)
class Notice:
    """Something that the reader must not miss. `calculator` is the id of the one to go to next.

    A stop and a caution name the `rule` they come from, as `calculator.what`, and say it again in a few words in `short`,
    for records in which there is no room for the text. `word` begins it where the word of its kind does not fit.
    """

    kind: NoticeKind
    text: str
    calculator: str = ""
    rule: str = ""
    short: str = ""
    word: str = ""

    @property
    def signal(self) -> str:
        """What it begins with, wherever it stands."""
        return self.word or SIGNAL_WORDS[self.kind]

    @classmethod
    def of_the_page(cls, text: str, short: str) -> "Notice":
        """A caution of the page that asks, about itself: it comes from no rule of a calculator."""
        return cls("caution", text, short=short)

    @property
    def in_record(self) -> str:
        """The words for a record: `Do not give: …` or `Check first: …`, in short where there are short words."""
        return f"{self.signal}: {self.short or self.text}"


@dataclass(frozen=True)
class Table:
    """A table of the answer. When `dated`, each row begins with its day and is an appointment for a calendar."""

    label: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    dated: bool = False


@dataclass(frozen=True, kw_only=True)
class Output:
    """One value of the answer. `places` rounds what is shown half up; `cut` cuts it; `words` says keys in words.

    `written` writes a number that has a way of its own, such as a volume. A value that is only of use to programs is not
    `shown`. Values of one `group` stand together under its name.
    """

    label: str
    unit: str = ""
    places: int | None = None
    cut: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    shown: bool = True
    written: Callable[[Fraction | int], str] | None = None
    group: str = ""

    def text(self, value: object) -> str:
        """The value as the reader sees it."""
        if isinstance(value, bool):
            return "Yes" if value else "No"
        if isinstance(value, Fraction | int):
            number = self.number(value)
            return f"{number}{self.unit}" if self.unit == "%" else f"{number} {self.unit}".strip()
        if isinstance(value, tuple):
            return "; ".join(self.text(item) for item in value) if value else "None"
        if isinstance(value, str):
            return self.words.get(value, value)
        return str(as_json(value))

    def number(self, value: Fraction | int) -> str:
        """A number as the reader sees it, without its unit."""
        if self.written:
            return self.written(value)
        if self.cut:
            return cut(value, self.places or 0)
        return plain(value) if self.places is None else amount(value, self.places)


def _themselves(inputs: Any) -> Any:
    return inputs


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Where the house protocol and the literature part. `when` limits it to the answers that it touches."""

    topic: str
    house: str
    literature: str
    when: Callable[[Any, Any], bool] = lambda parts, outputs: True


@dataclass(frozen=True, kw_only=True)
class Calculator[Inputs, Outputs, Parts = Inputs]:
    """One calculator, declared once; forms, pages, schema, command line and tests read it from here.

    The functions are pure. Those of a calculator are handed its inputs; those of a worksheet are handed its parts: the
    calculators that it asks, each asked once.

    id            the name of its file or folder; the registry refuses another one
    summary       the clinical question in one sentence
    moment        the clinical moment it belongs to
    population    whom it is for, and for whom it was not made
    compute       the outputs; everything else describes it
    parts         from the inputs to what the other functions are handed; the inputs themselves unless it is a worksheet
    headline      the answer in one sentence
    figure        the same at a glance
    texts         numbers that are shown by way of others, such as what is left of a whole
    working       the formula with this patient's numbers put in, a line each
    scales        (bands, exact value, text) of each scale to draw
    rules         checks across inputs; each returns the problems it finds
    needs         what a part of the answer still waits for, though the rest is answered; told as problems
    proposes      what a form may put into questions that are still blank, by their names
    due           what is to be done next, in minutes from a start that a page can count from
    onward        the forms to go on to, with what they open with
    house         the passages of the house article that the numbers rest on
    rights        what may be printed of a published scale, and whose it is
    double_check  the sheet that two people check and sign before it is given
    loinc         LOINC codes of inputs and outputs, where a published guide gives them
    """

    id: str
    title: str
    summary: str
    moment: Moment
    version: str
    population: str
    inputs: type[Inputs]
    outputs: type[Outputs]
    compute: Callable[[Parts], Outputs]
    parts: Callable[[Inputs], Parts] = _themselves
    headline: Callable[[Parts, Outputs], str]
    figure: Callable[[Parts, Outputs], Figure]
    texts: Callable[[Parts, Outputs], Mapping[str, str]] = lambda parts, outputs: {}
    working: Callable[[Parts, Outputs], Iterable[str]]
    formula: tuple[str, ...]
    sources: tuple[Source, ...]
    house: tuple[HousePassage, ...] = ()
    bands: tuple[Bands, ...] = ()
    scales: Callable[[Parts, Outputs], Iterable[tuple[Bands, Fraction | int, str]]] = lambda parts, outputs: ()
    rules: tuple[Callable[[Inputs], Iterable[InputProblem]], ...] = ()
    needs: tuple[Callable[[Inputs], Iterable[InputProblem]], ...] = ()
    proposes: Callable[[Parts], Mapping[str, Proposal]] = lambda parts: {}
    due: Callable[[Parts, Outputs], Due | None] = lambda parts, outputs: None
    onward: Callable[[Parts, Outputs], Iterable[Onward]] = lambda parts, outputs: ()
    warnings: Callable[[Parts, Outputs], Iterable[Notice]] = lambda parts, outputs: ()
    tables: Callable[[Parts, Outputs], Iterable[Table]] = lambda parts, outputs: ()
    charts: Callable[[Parts, Outputs], Iterable[Chart]] = lambda parts, outputs: ()
    differences: tuple[Difference, ...] = ()
    rights: str = ""
    double_check: DoubleCheck | None = None
    loinc: Mapping[str, str] = field(default_factory=dict)
    synonyms: tuple[str, ...] = ()

    folder: ClassVar[str] = "calculators"

    @property
    def slug(self) -> str:
        """The id as addresses have it, such as `iv-dose`."""
        return self.id.replace("_", "-")

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The questions, in the order of the form."""
        return fields_of(self.inputs)

    @cached_property
    def output_fields(self) -> tuple[tuple[str, Output], ...]:
        """Each output's key with its description."""
        hints = get_type_hints(self.outputs, include_extras=True)
        described = []
        for item in fields(self.outputs):  # type: ignore[arg-type]  # Outputs is a dataclass by contract
            outputs = [extra for extra in getattr(hints[item.name], "__metadata__", ()) if isinstance(extra, Output)]
            if len(outputs) != 1:
                raise DefinitionError(f"{self.id}: describe the output '{item.name}' with exactly one Output.")
            described.append((item.name, outputs[0]))
        return tuple(described)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The worked examples of the fact sheet."""
        return examples_of(self.id)

    def __call__(self, inputs: Inputs) -> Outputs:
        """The outputs for exact inputs. Raises InvalidInputs when they do not go together."""
        return self.compute(self.parts_of(inputs))

    def parts_of(self, inputs: Inputs) -> Parts:
        """What every function of the card is handed. Raises InvalidInputs when exact inputs do not go together."""
        problems = [problem for rule in self.rules for problem in rule(inputs)]
        if problems:
            raise InvalidInputs(problems)
        return self.parts(inputs)

    def checked(self, values: Mapping[str, object]) -> Inputs:
        """Exact inputs from raw values (JSON). Raises InvalidInputs with every problem at once."""
        if not isinstance(values, Mapping):
            raise InvalidInputs([InputProblem("", "The inputs must be an object with a value for each input name.")])
        return self.inputs(**checked_values(self.fields, values))

    def read(self, entries: Entries) -> Inputs:
        """Exact inputs from what a form holds. Raises InvalidInputs with every problem at once."""
        names = {field.name for field in self.fields}
        strange = [
            InputProblem(key, f"There is no input “{key}”.") for key in entries if key.split(".")[0] not in names
        ]
        if strange:
            raise InvalidInputs(strange)
        return self.inputs(**read_values(self.fields, entries))

    def run(self, values: Mapping[str, object]) -> dict[str, Any]:
        """The outputs as JSON values, for raw values. Raises InvalidInputs with every problem at once."""
        outputs = as_json(self(self.checked(values)))
        assert isinstance(outputs, dict)
        return outputs

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the inputs."""
        return object_schema(self.fields)
