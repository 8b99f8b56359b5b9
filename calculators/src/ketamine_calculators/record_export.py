"""An answer for the patient's record: one line, a structured note, or FHIR R4 JSON.

Each names the calculator, its version, the inputs, the result, the sources and the date, and each has the numbers that the page
shows, rounded as they stand there. None names the patient: that is for the record it is pasted into.
"""

import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from .answer import answer_of
from .definition import Output
from .display import LESS_THAN, MINUS, plain
from .evaluation import Evaluation
from .fields import Field, ItemScores, unit_names, values_of
from .wording import in_sentence, sentence

SYSTEM = "urn:ketamine-association:calculators"
UCUM = "http://unitsofmeasure.org"
LOINC = "http://loinc.org"
SCORE = "{score}"  # of UCUM: points, and a total `of 27`

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
    "mg/kg/min": "mg/kg/min",
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
    "points": SCORE,
}


def as_line(evaluation: Evaluation[Any, Any], day: str) -> str:
    """One line. day: ISO date of the calculation."""
    answer = answer_of(evaluation)
    inputs = "; ".join(f"{in_sentence(entry['label'])} {entry['text']}" for entry in answer["inputs"])
    dangers = "".join(f" {sentence(danger)}" for danger in answer["dangers"])
    return (
        f"{answer['title']}: {answer['headline']}.{dangers} Inputs: {inputs}. "
        f"({answer['calculator']} {answer['version']}, {day}; {answer['sources'][0]['cite']}. Check before use.)"
    )


def as_note(evaluation: Evaluation[Any, Any], day: str) -> str:
    """A note in unformatted text with one fact a line. day: ISO date of the calculation."""
    answer = answer_of(evaluation)
    parts = [
        (answer["title"], [answer["headline"], *answer["dangers"]]),
        ("Inputs", [f"{entry['label']}: {entry['text']}" for entry in answer["inputs"]]),
        ("Result", [f"{entry['label']}: {entry['text']}" for entry in answer["shown"]]),
        ("Working", answer["working"]),
        *((table["label"], [", ".join(row) for row in (table["head"], *table["rows"])]) for table in answer["tables"]),
        ("Warnings", [f"{notice['kind'].capitalize()}: {notice['text']}" for notice in answer["warnings"]]),
        (
            "Where our protocol differs from the evidence",
            [f"{d['topic']}. Our protocol: {d['house']} Evidence: {d['literature']}" for d in answer["differences"]],
        ),
        ("Sources", [f"{source['cite']} ({source['supports']})" for source in answer["sources"]]),
        ("Calculated", [f"{day} with {answer['calculator']}, version {answer['version']}. Check before use."]),
    ]
    return "\n\n".join("\n".join([head, *(f"  {line}" for line in lines)]) for head, lines in parts if lines)


def as_fhir(evaluation: Evaluation[Any, Any], day: str) -> str:
    """FHIR R4 JSON: a QuestionnaireResponse for a scale scored by items, else an Observation. day: ISO date of calculation."""
    scored = any(isinstance(field.spec, ItemScores) for field in evaluation.calculator.fields)
    make = _questionnaire_response if scored else _observation
    return json.dumps(make(evaluation, day), indent=2, ensure_ascii=False)


Record = Callable[[Evaluation[Any, Any], str], str]
RECORDS: Mapping[str, Record] = {"line": as_line, "note": as_note, "fhir": as_fhir}


def _questionnaire_response(evaluation: Evaluation[Any, Any], day: str) -> dict[str, Any]:
    calculator = evaluation.calculator
    items: list[dict[str, Any]] = []
    for field in calculator.fields:
        assert isinstance(field.spec, ItemScores)
        for place, (item, score) in enumerate(
            zip(field.spec.items, getattr(evaluation.inputs, field.name), strict=True)
        ):
            entry: dict[str, Any] = {"linkId": f"{field.name}.{place}", "text": item.label}
            items.append(entry if score is None else {**entry, "answer": [{"valueInteger": score}]})
    for key, output in calculator.output_fields:
        value = getattr(evaluation.outputs, key)
        if value is not None and _stands_on_the_page(output, value):
            items.append({"linkId": key, "text": output.label, "answer": [_value(output, value)]})
    cited = [{"valueString": source.reference.cite} for source in calculator.sources]
    if evaluation.dangers:
        told = [{"valueString": danger} for danger in evaluation.dangers]
        items.append({"linkId": "warnings", "text": f"Warnings of {calculator.title}", "answer": told})
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


def _observation(evaluation: Evaluation[Any, Any], day: str) -> dict[str, Any]:
    calculator = evaluation.calculator
    codes, units, inputs = (
        calculator.loinc,
        unit_names(calculator.fields),
        values_of(calculator.fields, evaluation.inputs),
    )
    entered = [
        {"code": _code(codes.get(field.name), field.name, field.label), **_input_value(field, inputs)}
        for field in calculator.fields
        if inputs[field.name] is not None and field.name not in units
    ]
    calculated = [
        {"code": _code(codes.get(key), key, output.label), **_value(output, value)}
        for key, output in calculator.output_fields
        if (value := getattr(evaluation.outputs, key)) is not None and _stands_on_the_page(output, value)
    ]
    return {
        "resourceType": "Observation",
        "status": "preliminary",
        "code": _code(None, calculator.id, calculator.title),
        "effectiveDateTime": day,
        "valueString": evaluation.headline,
        "method": {"text": f"{calculator.title}, version {calculator.version}"},
        "note": [
            {"text": text} for text in (*evaluation.dangers, *(source.reference.cite for source in calculator.sources))
        ],
        "component": entered + calculated,
    }


def _code(loinc: str | None, code: str, text: str) -> dict[str, Any]:
    coding = [{"system": LOINC, "code": loinc}] if loinc else []
    return {"coding": [*coding, {"system": SYSTEM, "code": code}], "text": text}


def _input_value(field: Field, inputs: Mapping[str, Any]) -> dict[str, Any]:
    value, unit = inputs[field.name], field.spec.quantity_unit(inputs)
    if unit is not None:
        return {"valueQuantity": _quantity(plain(value), unit)}
    if isinstance(value, bool):
        return {"valueBoolean": value}
    return {"valueString": field.spec.text_with_unit(value, inputs)}


def _value(output: Output, value: object) -> dict[str, Any]:
    """The value under the name that FHIR gives to its type."""
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int) and not output.unit:
        return {"valueInteger": value}
    if isinstance(value, Fraction | int):
        return {"valueQuantity": _quantity(output.number(value), output.unit)}
    return {"valueString": output.text(value)}


def _stands_on_the_page(output: Output, value: object) -> bool:
    """A number that is kept for programs, with all its decimals, must not stand in a record that the page says otherwise."""
    return output.shown or isinstance(value, bool) or not isinstance(value, Fraction | int)


def _quantity(shown: str, unit: str) -> dict[str, Any]:
    """A shown number as a Quantity: `36.7` is the JSON number 36.7, and `less than 0.1` is 0.1 with a comparator."""
    digits = shown.removeprefix(LESS_THAN).replace(",", "").replace(MINUS, "-")
    code = SCORE if unit.startswith("of ") else _UCUM.get(unit)
    return {
        "value": float(digits) if "." in digits else int(digits),
        **({"comparator": "<"} if shown.startswith(LESS_THAN) else {}),
        **({"unit": unit, "system": UCUM, "code": code} if code else {"unit": unit} if unit else {}),
    }
