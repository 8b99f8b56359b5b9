"""An answer for the patient's record: one line, a structured note, or FHIR R4 JSON.

Each names the calculator, its version and the date, and has the numbers that the page shows, rounded as they stand there.
Note and FHIR hold inputs and sources as well; the line holds what fits, and says what stands in the note. None names the
patient: that is for the record it is pasted into.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from .answer import answer_of
from .definition import Output
from .display import LESS_THAN, MINUS, plain
from .evaluation import Evaluation
from .fields import Field, ItemScores, Repeating, unit_names, values_of
from .loinc import CALCULATED, MEASUREMENTS
from .summary_line import as_line

SYSTEM = "urn:ketamine-association:calculators"
UCUM = "http://unitsofmeasure.org"
LOINC = "http://loinc.org"
CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category"
TOTAL = "total"  # the output of a scale scored by items
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
    "/min": "/min",
    "points": SCORE,
}


def as_note(evaluation: Evaluation[Any, Any], day: str) -> str:
    """A note in unformatted text with one fact a line. day: ISO date of the calculation."""
    answer = answer_of(evaluation)
    parts = [
        (answer["title"], [answer["headline"], *answer["dangers"]]),
        ("Inputs", [f"{entry['label']}: {entry['text']}" for entry in answer["inputs"]]),
        ("Result", [f"{entry['label']}: {entry['text']}" for entry in answer["shown"]]),
        ("Still needed", [problem.message for problem in evaluation.needed]),
        ("Working", answer["working"]),
        *((table["label"], [", ".join(row) for row in (table["head"], *table["rows"])]) for table in answer["tables"]),
        ("Warnings", [f"{notice['word']}: {notice['text']}" for notice in answer["warnings"]]),
        (
            "Where our protocol differs from the evidence",
            [f"{d['topic']}. Our protocol: {d['house']} Evidence: {d['literature']}" for d in answer["differences"]],
        ),
        ("Sources", [f"{source['cite']} ({source['supports']})" for source in answer["sources"]]),
        ("Calculated", [f"{day} with {answer['calculator']}, version {answer['version']}. Check before use."]),
    ]
    return "\n\n".join("\n".join([head, *(f"  {line}" for line in lines)]) for head, lines in parts if lines)


def as_fhir(evaluation: Evaluation[Any, Any], day: str) -> str:
    """FHIR R4 JSON: an Observation; that of a scale scored by items is one of its total. day: ISO date of calculation."""
    return json.dumps(_observation(evaluation, day), indent=2, ensure_ascii=False)


Record = Callable[[Evaluation[Any, Any], str], str]
RECORDS: Mapping[str, Record] = {"line": as_line, "note": as_note, "fhir": as_fhir}
TEXTS = ("line", "note")
"""Those that a person reads, and that a records system may want in ASCII."""


def _observation(evaluation: Evaluation[Any, Any], day: str) -> dict[str, Any]:
    calculator = evaluation.calculator
    codes = {**CALCULATED, **calculator.loinc}
    calculated = {
        key: {"code": _code(codes.get(key), key, output.label), **_value(evaluation, key, output, value)}
        for key, output, value in evaluation.results
        if _stands_on_the_page(output, value)
    }
    told = [*evaluation.dangers, *(source.reference.cite for source in calculator.sources)]
    observed: dict[str, Any] = {
        "code": _code(None, calculator.id, calculator.title),
        "valueString": evaluation.headline,
    }
    if any(isinstance(field.spec, ItemScores) for field in calculator.fields):
        # A records system looks for a scale by the code of its total, and for the total where the value stands.
        total = calculated.pop(TOTAL)
        observed = {
            "category": [{"coding": [{"system": CATEGORIES, "code": "survey"}]}],
            "code": _code(codes.get(TOTAL), calculator.id, calculator.title),
            **{name: value for name, value in total.items() if name != "code"},
        }
        told = [evaluation.headline, *told]
    return {
        "resourceType": "Observation",
        "status": "preliminary",
        **observed,
        "effectiveDateTime": day,
        "method": {"text": f"{calculator.title}, version {calculator.version}"},
        "note": [{"text": text} for text in told],
        "component": [*_entered(evaluation), *calculated.values()],
    }


def _entered(evaluation: Evaluation[Any, Any]) -> Iterator[dict[str, Any]]:
    """Each input as a component; the items of a scale one by one, those not answered left out."""
    fields, codes = evaluation.calculator.fields, {**MEASUREMENTS, **evaluation.calculator.loinc}
    units, inputs = unit_names(fields), values_of(fields, evaluation.inputs)
    for field in fields:
        value = inputs[field.name]
        if isinstance(field.spec, ItemScores):
            for place, (item, score) in enumerate(zip(field.spec.items, value, strict=True)):
                name = f"{field.name}.{place}"
                if score is not None:
                    yield {"code": _code(codes.get(name), name, item.label), "valueInteger": score}
        elif value is not None and field.name not in units:
            yield {"code": _code(codes.get(field.name), field.name, field.label), **_input_value(field, inputs)}
            if isinstance(field.spec, Repeating):
                yield from _measured_in_rows(field, value, codes)


def _measured_in_rows(field: Field, rows: tuple[Any, ...], codes: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """What of each row has a code, as a component of its own, told by the first answer of its row."""
    for place, row in enumerate(rows):
        inputs = values_of(field.spec.fields, row)
        first, *others = (inner for inner in field.spec.fields if inputs[inner.name] is not None)
        told = f"{first.label} {first.spec.text(inputs[first.name])}"
        for inner in others:
            code = codes.get(f"{field.name}.{inner.name}")
            if code:
                name = f"{field.name}.{place}.{inner.name}"
                yield {"code": _code(code, name, f"{inner.label} ({told})"), **_input_value(inner, inputs)}


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


def _value(evaluation: Evaluation[Any, Any], key: str, output: Output, value: object) -> dict[str, Any]:
    """The value under the name that FHIR gives to its type."""
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int) and not output.unit:
        return {"valueInteger": value}
    if isinstance(value, Fraction | int):
        return {"valueQuantity": _quantity(evaluation.number(key, output, value), output.unit)}
    return {"valueString": evaluation.text(key, output, value)}


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
