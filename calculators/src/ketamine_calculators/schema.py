"""Calculators as JSON Schema, for programs that call them."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from .definition import Calculator

_TYPES: dict[Any, dict[str, Any]] = {
    Fraction: {"type": "number"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    str: {"type": "string"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}


def described(calculator: Calculator[Any, Any]) -> dict[str, Any]:
    """Id, words, inputs and outputs of a calculator; `inputs` and `outputs` are JSON Schemas."""
    hints = get_type_hints(calculator.outputs)
    properties = {}
    for key, output in calculator.output_fields:
        schema = {"title": output.label, **_of_type(hints[key])}
        if output.unit:
            schema["description"] = output.unit
        if output.words and schema.get("type") == "string":
            schema["enum"] = list(output.words)
        properties[key] = schema
    return {
        "id": calculator.id,
        "title": calculator.title,
        "version": calculator.version,
        "summary": calculator.summary,
        "formula": list(calculator.formula),
        "references": [source.reference.cite for source in calculator.sources],
        "inputs": calculator.schema(),
        "outputs": {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
    }


def _of_type(hint: Any) -> dict[str, Any]:
    origin = get_origin(hint)
    if origin in (UnionType, Union):
        return {"anyOf": [_of_type(part) for part in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _of_type(get_args(hint)[0])}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _of_type(get_args(hint)[1])}
    if is_dataclass(hint):
        parts = get_type_hints(hint)
        return {"type": "object", "properties": {key: _of_type(part) for key, part in parts.items()}}
    return _TYPES[hint]
