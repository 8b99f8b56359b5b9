"""A group of questions asked once for each of several things, such as one row for each treatment trial."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

from ..errors import InputProblem, InvalidInputs
from ..to_json import as_json
from .base import ABSENT, Entries, Field, Kind, Reading, Texts, fields_of, refuse


@dataclass(frozen=True, kw_only=True)
class Repeating(Kind):
    """A list of rows; each row answers the questions of the dataclass `row`. `one` is what a single row is called.

    A form always shows a row. Where the list `may_be_empty`, one into which nothing was entered is none.
    """

    row: type
    one: str
    high: int = 50
    may_be_empty: bool = False

    kind: ClassVar[str] = "repeating"
    flag = "json"

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.row)

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise refuse(name, f"{self.label} must be a list.")
        self._refuse_too_many(name, value)
        rows, problems = [], []
        for place, row in enumerate(value):
            where = f"{name}.{place}"
            if not isinstance(row, Mapping):
                problems.append(InputProblem(where, f"{self.one} {place + 1} must be an object."))
                continue
            try:
                rows.append(self.row(**checked_values(self.fields, row, prefix=f"{where}.")))
            except InvalidInputs as refused:
                problems += self._of_row(place + 1, refused)
        if problems:
            raise InvalidInputs(problems)
        return tuple(rows)

    def _places(self, name: str, entries: Entries) -> list[int]:
        pattern = re.compile(rf"{re.escape(name)}\.([0-9]{{1,3}})\.")
        return sorted({int(match[1]) for key in entries if (match := pattern.match(key))})

    def pointed(self, name: str, entries: Entries) -> Texts:
        texts: Texts = {}
        for place in self._places(name, entries):
            texts |= pointed(self.fields, entries, prefix=f"{name}.{place}.")
        return texts

    def readings(self, name: str, entries: Entries, pointed: Entries) -> Mapping[str, Reading]:
        found: dict[str, Reading] = {}
        for place in self._places(name, entries):
            found |= readings(self.fields, entries, pointed, prefix=f"{name}.{place}.")
        return found

    def read(self, name: str, entries: Entries) -> object:
        places = self._places(name, entries)
        if not places:
            return ABSENT
        rows, problems = [], []
        for number, place in enumerate(places, 1):
            if self.may_be_empty and not self._is_entered(f"{name}.{place}.", entries):
                continue
            try:
                rows.append(self.row(**read_values(self.fields, entries, prefix=f"{name}.{place}.")))
            except InvalidInputs as refused:
                problems += self._of_row(number, refused)
        if problems:
            raise InvalidInputs(problems)
        self._refuse_too_many(name, rows)
        return tuple(rows) if rows or not self.may_be_empty else ABSENT

    def _is_entered(self, prefix: str, entries: Entries) -> bool:
        return any(text.strip() for key, texts in entries.items() if key.startswith(prefix) for text in texts)

    def _refuse_too_many(self, name: str, rows: Sequence[object]) -> None:
        if len(rows) > self.high:
            raise refuse(name, f"{self.label}: at most {self.high} can be entered.")

    def _of_row(self, number: int, refused: InvalidInputs) -> list[InputProblem]:
        return [replace(problem, message=f"{self.one} {number}: {problem.message}") for problem in refused.problems]

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "maxItems": self.high, "items": object_schema(self.fields)}

    def text(self, value: tuple[Any, ...]) -> str:
        return (
            "; ".join(
                ", ".join(
                    f"{field.label}: {field.spec.text(cell)}"
                    for field in self.fields
                    if (cell := getattr(row, field.name)) is not None
                )
                for row in value
            )
            or "None entered"
        )

    def texts(self, name: str, value: Any) -> Texts:
        texts: Texts = {}
        for place, row in enumerate(value):
            texts |= texts_of(self.fields, row, prefix=f"{name}.{place}.")
        return texts

    @property
    def accepted(self) -> str:
        return f"Up to {self.high}, each with the lines below"


def checked_values(fields: tuple[Field, ...], values: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Every input as the exact value to calculate with, from raw values; defaults are filled in.

    Raises InvalidInputs with every problem: names that are no inputs, blanks and wrong values.
    """
    problems: list[InputProblem] = []
    exact: dict[str, object] = {}
    names = {field.name for field in fields}
    problems += [
        InputProblem(f"{prefix}{str(key)[:60]}", f"There is no input “{str(key)[:60]}”. {_known(names)}", "invalid")
        for key in values
        if key not in names
    ]
    for field in fields:
        if field.name not in values:
            if field.required:
                problems.append(InputProblem(prefix + field.name, field.spec.missing, "missing"))
            else:
                exact[field.name] = field.default
        elif values[field.name] is None and field.optional:
            exact[field.name] = None
        else:
            try:
                exact[field.name] = field.spec.check(prefix + field.name, values[field.name], values)
            except InvalidInputs as refused:
                problems += refused.problems
    if problems:
        raise InvalidInputs(problems)
    return exact


def _known(names: set[str]) -> str:
    return f"The inputs are {', '.join(sorted(names))}."


def read_values(fields: tuple[Field, ...], entries: Entries, prefix: str = "") -> dict[str, object]:
    """Every input as the exact value to calculate with, from a form's entries below `prefix`.

    Raises InvalidInputs with blanks and wrong values together, in the order of the form.
    """
    problems: list[InputProblem] = []
    exact: dict[str, object] = {}
    entries = _below(prefix, entries)
    for field in fields:
        try:
            value = field.spec.read(field.name, entries)
        except InvalidInputs as refused:
            problems += [replace(problem, field=prefix + problem.field) for problem in refused.problems]
            continue
        if value is ABSENT and not field.optional:
            # A default is printed in the form; once the reader has cleared it, it is no longer their answer.
            problems.append(InputProblem(prefix + field.name, field.spec.missing, "missing"))
        exact[field.name] = None if value is ABSENT else value
    if problems:
        raise InvalidInputs(problems)
    return exact


def _is_blank(prefix: str, entries: Entries) -> bool:
    return not any(text.strip() for texts in _below(prefix, entries).values() for text in texts)


def _below(prefix: str, entries: Entries) -> Entries:
    return {key.removeprefix(prefix): texts for key, texts in entries.items() if key.startswith(prefix)}


def pointed(fields: tuple[Field, ...], entries: Entries, prefix: str = "") -> Texts:
    """The entries of numbers below `prefix` with decimal commas as points, for a reader who has said that commas are that."""
    beside, texts = _below(prefix, entries), Texts()
    for field in fields:
        texts |= {f"{prefix}{name}": given for name, given in field.spec.pointed(field.name, beside).items()}
    return texts


def readings(fields: tuple[Field, ...], entries: Entries, pointed: Entries, prefix: str = "") -> Mapping[str, Reading]:
    """The entries below `prefix` that were read otherwise than they stand there, by their names; `pointed` were read."""
    beside, read, found = _below(prefix, entries), _below(prefix, pointed), dict[str, Reading]()
    for field in fields:
        found |= {f"{prefix}{name}": one for name, one in field.spec.readings(field.name, beside, read).items()}
    return found


def texts_of(fields: tuple[Field, ...], values: Mapping[str, object], prefix: str = "") -> Texts:
    """What a form is to open with, from right values; questions without a value open with their default, if they show one."""
    texts: Texts = {}
    for field in fields:
        if field.name in values:
            value = values[field.name]
            if value is None and not field.spec.null_is_a_value:
                continue
        else:
            value = field.spec.opens_with if field.spec.opens_with is not None else field.default
            if value is None or value is ABSENT:
                continue
        texts |= field.spec.texts(prefix + field.name, value)
    return texts


def object_schema(fields: tuple[Field, ...]) -> dict[str, Any]:
    """JSON Schema of a mapping with these inputs."""
    properties = {}
    for field in fields:
        schema = {"title": field.label, **field.spec.schema()}
        if field.hint:
            schema["description"] = ". ".join(part for part in (schema.get("description", ""), field.hint) if part)
        if field.optional:
            schema = {"anyOf": [schema, {"type": "null"}], "default": None}
        elif not field.required:
            schema["default"] = as_json(field.default)
        properties[field.name] = schema
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }
