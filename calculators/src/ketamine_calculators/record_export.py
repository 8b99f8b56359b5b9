"""An answer for the patient's record: one line, a structured note, or FHIR R4 JSON.

Each names the calculator, its version, the inputs, the result, the sources and the date. None names the patient: that
is for the record it is pasted into.
"""

import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from .answer import echoed, full_answer
from .definition import Calculator, Output
from .fields import Field, ItemScores, Number, Whole
from .fields.base import in_sentence
from .to_json import as_json

SYSTEM = "urn:ketamine-association:calculators"
UCUM = "http://unitsofmeasure.org"
LOINC = "http://loinc.org"

# Codes of the Unified Code for Units of Measure, for the units that calculators use.
_UCUM = {
    "kg": "kg",
    "lb": "[lb_av]",
    "cm": "cm",
    "kg/m²": "kg/m2",
    "mg": "mg",
    "mg/kg": "mg/kg",
    "mg/mL": "mg/mL",
    "mg/min": "mg/min",
    "mg/day": "mg/d",
    "mL": "mL",
    "mL/h": "mL/h",
    "mmHg": "mm[Hg]",
    "min": "min",
    "h": "h",
    "hours": "h",
    "days": "d",
    "weeks": "wk",
    "months": "mo",
    "years": "a",
    "%": "%",
    "points": "{score}",
}


def as_line(calculator: Calculator[Any, Any], values: Mapping[str, object], day: str) -> str:
    """One line. day: ISO date of the calculation. Raises InvalidInputs."""
    answer = full_answer(calculator, values)
    inputs = "; ".join(f"{in_sentence(entry['label'])} {entry['text']}" for entry in answer["inputs"])
    cautions = " ".join(notice["text"] for notice in answer["warnings"] if notice["kind"] == "stop")
    return (
        f"{answer['title']}: {answer['headline']}. Inputs: {inputs}. "
        f"{f'{cautions} ' if cautions else ''}"
        f"({calculator.id} {answer['version']}, {day}; {answer['sources'][0]['cite']}. Check before use.)"
    )


def as_note(calculator: Calculator[Any, Any], values: Mapping[str, object], day: str) -> str:
    """A note in plain text with one fact a line. day: ISO date of the calculation. Raises InvalidInputs."""
    answer = full_answer(calculator, values)
    parts = [
        (answer["title"], [answer["headline"]]),
        ("Inputs", [f"{entry['label']}: {entry['text']}" for entry in answer["inputs"]]),
        ("Result", [f"{entry['label']}: {entry['text']}" for entry in answer["shown"]]),
        ("Working", answer["working"]),
        *((table["label"], [", ".join(row) for row in table["rows"]]) for table in answer["tables"]),
        ("Warnings", [f"{notice['kind'].capitalize()}: {notice['text']}" for notice in answer["warnings"]]),
        (
            "House and literature",
            [f"{d['topic']}. House: {d['house']} Literature: {d['literature']}" for d in answer["differences"]],
        ),
        ("Sources", [f"{source['cite']} ({source['supports']})" for source in answer["sources"]]),
        ("Calculated", [f"{day} with {calculator.id}, version {answer['version']}. Check before use."]),
    ]
    return "\n\n".join("\n".join([head, *(f"  {line}" for line in lines)]) for head, lines in parts if lines)


def as_fhir(calculator: Calculator[Any, Any], values: Mapping[str, object], day: str) -> str:
    """FHIR R4 JSON: a QuestionnaireResponse for a scale scored by items, else an Observation. Raises InvalidInputs."""
    inputs = calculator.checked(values)
    outputs = calculator(inputs)
    scored = any(isinstance(field.spec, ItemScores) for field in calculator.fields)
    make = _questionnaire_response if scored else _observation
    return json.dumps(make(calculator, inputs, outputs, day), indent=2, ensure_ascii=False)


Record = Callable[[Calculator[Any, Any], Mapping[str, object], str], str]
RECORDS: Mapping[str, Record] = {"line": as_line, "note": as_note, "fhir": as_fhir}


def _questionnaire_response(calculator: Calculator[Any, Any], inputs: Any, outputs: Any, day: str) -> dict[str, Any]:
    items: list[dict[str, Any]] = []
    for field in calculator.fields:
        assert isinstance(field.spec, ItemScores)
        for place, (item, score) in enumerate(zip(field.spec.items, getattr(inputs, field.name), strict=True)):
            entry: dict[str, Any] = {"linkId": f"{field.name}.{place}", "text": item.label}
            items.append(entry if score is None else {**entry, "answer": [{"valueInteger": score}]})
    for key, output in calculator.output_fields:
        value = getattr(outputs, key)
        if value is not None:
            items.append({"linkId": key, "text": output.label, "answer": [_value(output, value)]})
    cited = [{"valueString": source.reference.cite} for source in calculator.sources]
    items.append(
        {"linkId": "sources", "text": f"Sources of {calculator.title}, version {calculator.version}", "answer": cited}
    )
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{SYSTEM}:{calculator.id}|{calculator.version}",
        "status": "completed",
        "authored": day,
        "item": items,
    }


def _observation(calculator: Calculator[Any, Any], inputs: Any, outputs: Any, day: str) -> dict[str, Any]:
    codes = calculator.loinc
    entered = [
        {"code": _code(codes.get(field.name), field.name, field.label), **_input_value(field, inputs)}
        for field in calculator.fields
        if getattr(inputs, field.name) is not None and field.name not in _unit_names(calculator)
    ]
    found = [
        {"code": _code(codes.get(key), key, output.label), **_value(output, value)}
        for key, output in calculator.output_fields
        if (value := getattr(outputs, key)) is not None
    ]
    return {
        "resourceType": "Observation",
        "status": "preliminary",
        "code": _code(None, calculator.id, calculator.title),
        "effectiveDateTime": day,
        "valueString": calculator.headline(inputs, outputs),
        "method": {"text": f"{calculator.title}, version {calculator.version}"},
        "note": [{"text": source.reference.cite} for source in calculator.sources],
        "component": entered + found,
    }


def _unit_names(calculator: Calculator[Any, Any]) -> set[str]:
    return {field.spec.unit_from for field in calculator.fields if isinstance(field.spec, Number)}


def _code(loinc: str | None, code: str, text: str) -> dict[str, Any]:
    coding = [{"system": LOINC, "code": loinc}] if loinc else []
    return {"coding": [*coding, {"system": SYSTEM, "code": code}], "text": text}


def _input_value(field: Field, inputs: Any) -> dict[str, Any]:
    value = getattr(inputs, field.name)
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(field.spec, Number | Whole):
        unit = field.spec.unit
        if isinstance(field.spec, Number) and field.spec.unit_from:
            unit = getattr(inputs, field.spec.unit_from)
        return {"valueQuantity": _measured(value, unit)}
    return {"valueString": next(line["text"] for line in echoed((field,), inputs))}


def _value(output: Output, value: object) -> dict[str, Any]:
    """The value under the name that FHIR gives to its type."""
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int) and not output.unit:
        return {"valueInteger": value}
    if isinstance(value, Fraction | int):
        return {"valueQuantity": _measured(value, output.unit)}
    return {"valueString": output.text(value)}


def _measured(value: Fraction | int, unit: str) -> dict[str, Any]:
    number = as_json(value)
    code = _UCUM.get(unit)
    return {
        "value": number,
        **({"unit": unit, "system": UCUM, "code": code} if code else {"unit": unit} if unit else {}),
    }
