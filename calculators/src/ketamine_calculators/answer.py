"""The answer that a page shows: the values, and everything a clinician needs to judge them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from .definition import Calculator
from .evaluation import Evaluation, evaluated
from .fields import Field, unit_names, values_of
from .registry import title_of
from .to_json import as_json


def full_answer(calculator: Calculator[Any, Any], values: Mapping[str, object]) -> dict[str, Any]:
    """The answer to raw values. Raises InvalidInputs with every problem at once."""
    return answer_of(evaluated(calculator, calculator.checked(values)))


def answer_of(evaluation: Evaluation[Any, Any]) -> dict[str, Any]:
    """Values, headline, figure, working, scales, tables, warnings, sheet to sign and all else that is shown, as JSON values.

    `dangers` are the stops and cautions in the few words that a record, a calendar or a table in a file has room for.
    """
    calculator, outputs, figure = evaluation.calculator, evaluation.outputs, evaluation.figure
    return {
        "calculator": calculator.id,
        "title": calculator.title,
        "version": calculator.version,
        "headline": evaluation.headline,
        "figure": {
            "label": figure.label,
            "value": figure.value,
            "unit": figure.unit,
            "after": figure.after,
            "chips": [asdict(chip) for chip in figure.chips],
        },
        "values": as_json(outputs),
        "inputs": echoed(calculator.fields, evaluation.inputs),
        "shown": [
            {
                "key": key,
                "label": output.label,
                "text": evaluation.text(key, output, value),
                "group": output.group,
                "in_figure": key in figure.says,
            }
            for key, output, value in evaluation.results
            if output.shown
        ],
        "working": list(evaluation.working),
        "scales": [bands.drawn(value, text) for bands, value, text in evaluation.scales],
        "tables": [as_json(table) for table in evaluation.tables],
        "charts": [as_json(chart) for chart in evaluation.charts],
        "warnings": [
            {
                **asdict(notice),
                "word": notice.signal,
                "title": title_of(notice.calculator) if notice.calculator else "",
            }
            for notice in evaluation.warnings
        ],
        "double_check": evaluation.double_check,
        "dangers": evaluation.dangers,
        "differences": [
            {"topic": difference.topic, "house": difference.house, "literature": difference.literature}
            for difference in calculator.differences
            if evaluation.touches(difference)
        ],
        "sources": [{**asdict(source.reference), "supports": source.supports} for source in calculator.sources],
    }


def echoed(fields: tuple[Field, ...], inputs: object) -> list[dict[str, str]]:
    """What was entered, in the reader's words; a number and the unit chosen for it are said together."""
    units, values = unit_names(fields), values_of(fields, inputs)
    return [
        {"key": field.name, "label": field.label, "text": field.spec.text_with_unit(values[field.name], values)}
        for field in fields
        if field.name not in units and (values[field.name] is not None or field.spec.null_is_a_value)
    ]
