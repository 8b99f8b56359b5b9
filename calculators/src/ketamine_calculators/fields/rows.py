"""A group of questions asked once for each of several things, such as one row for each treatment trial."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ..errors import InputProblem, InvalidInputs
from ..to_json import as_json
from .base import ABSENT, Entries, Field, Kind, fields_of, refuse


@dataclass(frozen=True, kw_only=True)
class Repeating(Kind):
    """A list of rows; each row answers the questions of the dataclass `row`. `one` is what a single row is called."""

    row: type
    one: str
    high: int = 50

    kind: ClassVar[str] = "repeating"

    @property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.row)

    def check(self, name: str, value: object, beside: Mapping[str, object]) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise refuse(name, f"{self.label} must be a list.")
        if len(value) > self.high:
            raise refuse(name, f"{self.label}: at most {self.high} can be entered.")
        rows, problems = [], []
        for place, row in enumerate(value):
            where = f"{name}.{place}"
            if not isinstance(row, Mapping):
                problems.append(InputProblem(where, f"{self.one} {place + 1} must be an object."))
                continue
            try:
                rows.append(self.row(**checked(self.fields, row, prefix=f"{where}.")))
            except InvalidInputs as refused:
                problems += [
                    InputProblem(problem.field, f"{self.one} {place + 1}: {problem.message}", problem.kind)
                    for problem in refused.problems
                ]
        if problems:
            raise InvalidInputs(problems)
        return tuple(rows)

    def read(self, name: str, entries: Entries) -> object:
        pattern = re.compile(rf"{re.escape(name)}\.([0-9]{{1,3}})\.")
        places = sorted({int(found[1]) for key in entries if (found := pattern.match(key))})
        if not places:
            return ABSENT
        rows, problems = [], []
        for order, place in enumerate(places):
            try:
                rows.append(read_fields(self.fields, entries, prefix=f"{name}.{place}."))
            except InvalidInputs as refused:
                problems += [
                    InputProblem(problem.field, f"{self.one} {order + 1}: {problem.message}", problem.kind)
                    for problem in refused.problems
                ]
        if problems:
            raise InvalidInputs(problems)
        return rows

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "maxItems": self.high, "items": object_schema(self.fields)}

    def text(self, value: tuple[Any, ...]) -> str:
        return (
            "; ".join(
                ", ".join(
                    f"{field.label}: {field.spec.text(answer)}"
                    for field in self.fields
                    if (answer := getattr(row, field.name)) is not None
                )
                for row in value
            )
            or "None entered"
        )


def checked(fields: tuple[Field, ...], values: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """Every input as the exact value to calculate with, defaults filled in. Raises InvalidInputs with every problem."""
    problems: list[InputProblem] = []
    answers: dict[str, object] = {}
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
                answers[field.name] = field.default
        elif values[field.name] is None and field.optional:
            answers[field.name] = None
        else:
            try:
                answers[field.name] = field.spec.check(prefix + field.name, values[field.name], values)
            except InvalidInputs as refused:
                problems += refused.problems
    if problems:
        raise InvalidInputs(problems)
    return answers


def _known(names: set[str]) -> str:
    return f"The inputs are {', '.join(sorted(names))}."


def read_fields(fields: tuple[Field, ...], entries: Entries, prefix: str = "") -> dict[str, object]:
    """The raw inputs that a form's entries stand for. Raises InvalidInputs with every problem."""
    problems: list[InputProblem] = []
    values: dict[str, object] = {}
    if prefix:
        entries = {key.removeprefix(prefix): texts for key, texts in entries.items() if key.startswith(prefix)}
    for field in fields:
        try:
            value = field.spec.read(field.name, entries)
        except InvalidInputs as refused:
            problems += [
                InputProblem(prefix + problem.field, problem.message, problem.kind) for problem in refused.problems
            ]
            continue
        if value is not ABSENT:
            values[field.name] = value
        elif not field.optional:
            # A default is printed in the form; once the reader has cleared it, it is no longer their answer.
            problems.append(InputProblem(prefix + field.name, field.spec.missing, "missing"))
    # Limits are checked here too, so that one reply names a wrong value and the blanks beside it together.
    for field in fields:
        if field.name in values and not (values[field.name] is None and field.optional):
            try:
                field.spec.check(prefix + field.name, values[field.name], values)
            except InvalidInputs as refused:
                problems += refused.problems
    if problems:
        order = [field.name for field in fields]
        problems.sort(key=lambda problem: order.index(problem.field.removeprefix(prefix).split(".")[0]))
        raise InvalidInputs(problems)
    return values


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
