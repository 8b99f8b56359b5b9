"""The full answer that a page shows: the values, and everything a clinician needs to judge them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from .definition import Calculator
from .fields import Field, Number
from .registry import find
from .to_json import as_json


def full_answer(calculator: Calculator[Any, Any], values: Mapping[str, object]) -> dict[str, Any]:
    """Answer plain inputs with values, headline, working, scales, warnings, differences and sources, all plain JSON.

    Raises InvalidInputs with every problem at once.
    """
    inputs = calculator.checked(values)
    outputs = calculator(inputs)
    return {
        "calculator": calculator.id,
        "title": calculator.title,
        "version": calculator.version,
        "headline": calculator.headline(inputs, outputs),
        "values": as_json(outputs),
        "inputs": echoed(calculator.fields, inputs),
        "shown": [
            {"key": key, "label": output.label, "text": output.text(value)}
            for key, output in calculator.output_fields
            if output.shown and (value := getattr(outputs, key)) is not None
        ],
        "working": list(calculator.working(inputs, outputs)),
        "scales": [bands.drawn(value, text) for bands, value, text in calculator.scales(inputs, outputs)],
        "tables": [as_json(table) for table in calculator.tables(inputs, outputs)],
        "charts": [as_json(chart) for chart in calculator.charts(inputs, outputs)],
        "warnings": [
            {**asdict(notice), "title": find(notice.calculator).title if notice.calculator else ""}
            for notice in calculator.warnings(inputs, outputs)
        ],
        "differences": [
            {"topic": difference.topic, "house": difference.house, "literature": difference.literature}
            for difference in calculator.differences
            if difference.when(inputs, outputs)
        ],
        "sources": [{**asdict(source.reference), "supports": source.supports} for source in calculator.sources],
    }


def echoed(fields: tuple[Field, ...], inputs: object) -> list[dict[str, str]]:
    """What was entered, in the reader's words; a number and the unit chosen for it are said together."""
    units = {field.spec.unit_from for field in fields if isinstance(field.spec, Number)}
    lines = []
    for field in fields:
        answer = getattr(inputs, field.name)
        if field.name in units or (answer is None and field.kind != "yes_no_not_asked"):
            continue
        text = field.spec.text(answer)
        if isinstance(field.spec, Number) and field.spec.unit_from:
            text = field.spec.text_in(answer, getattr(inputs, field.spec.unit_from))
        lines.append({"key": field.name, "label": field.label, "text": text})
    return lines
