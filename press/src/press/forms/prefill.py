"""Plain input values as the texts that a reader would have typed: the way back from what a form's `read` does."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from ketamine_calculators.display import plain
from ketamine_calculators.errors import InputProblem, InvalidInputs
from ketamine_calculators.fields import Checklist, Choice, Field, ItemScores, Repeating, Several
from ketamine_calculators.fields.base import ABSENT

NONE = "none"
"""What a form enters when nothing of a list applies."""

Texts = dict[str, list[str]]


def texts_of(fields: tuple[Field, ...], values: Mapping[str, object], prefix: str = "") -> Texts:
    """Each entry name with its texts; questions without a value start with their default, if they show one."""
    texts: Texts = {}
    for field in fields:
        if field.name in values:
            texts |= _entered(field, values[field.name], prefix + field.name)
        elif isinstance(field.spec, Choice) and field.spec.chosen_first is not None:
            texts[prefix + field.name] = [str(field.spec.chosen_first)]
        elif field.default is not ABSENT and field.default is not None:
            texts |= _entered(field, field.default, prefix + field.name)
    return texts


def preset(fields: tuple[Field, ...], values: Mapping[str, object]) -> Texts:
    """The texts of a form that opens with these values. Raises InvalidInputs for a name or value that it cannot hold."""
    names = {field.name: field for field in fields}
    problems = [
        InputProblem(name, f"There is no input “{name}”. The inputs are {', '.join(names)}.")
        for name in values
        if name not in names
    ]
    for name, value in values.items():
        if name in names and not (value is None and names[name].optional):
            try:
                names[name].spec.check(name, value, values)
            except InvalidInputs as refused:
                problems += refused.problems
    if problems:
        raise InvalidInputs(problems)
    return texts_of(fields, values)


def _entered(field: Field, value: object, name: str) -> Texts:
    spec = field.spec
    if value is None:
        return {name: ["not_asked"]} if field.kind == "yes_no_not_asked" else {}
    if isinstance(spec, ItemScores) and isinstance(value, list | tuple):
        return {f"{name}.{place}": ["" if score is None else str(score)] for place, score in enumerate(value)}
    if isinstance(spec, Several) and isinstance(value, list | tuple):
        return {name: [str(word) for word in value] or [NONE]}
    if isinstance(spec, Checklist) and isinstance(value, Mapping):
        return {f"{name}.{key}": ["yes"] for key, ticked in value.items() if ticked} or {name: [NONE]}
    if isinstance(spec, Repeating) and isinstance(value, list | tuple):
        rows: Texts = {}
        for place, row in enumerate(value):
            rows |= texts_of(spec.fields, row, prefix=f"{name}.{place}.")
        return rows
    return {name: [_typed(value)]}


def _typed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return plain(value).replace("\u2212", "-")
    return str(value)
