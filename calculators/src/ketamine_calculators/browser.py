"""The entry point for a page: JSON text in, JSON text out. Never raises."""

import json
from dataclasses import asdict
from typing import Any

from .answer import answer_of
from .definition import Calculator, Notice
from .errors import InvalidInputs, UnknownCalculator
from .evaluation import evaluated
from .icalendar import as_calendar
from .record_export import RECORDS
from .record_reading import completed, read_record
from .registry import find


def answer(question: str) -> str:
    """Answer `{"calculator": id, "entries": [[name, text], ...]}`, or `"values": {...}` in place of `entries`.

    With `"record": "line" | "note" | "fhir"` and `"day"` the reply is the text for the patient's record instead; with
    `"record": "ics"`, `"day"` and `"mark"` it is a calendar of the answer's dates. `"notices": [{"text": ..., "short": ...}]`
    are cautions of the page, such as that its copy of the site is old: they stand in the answer and in every record.
    To `{"read": text}` it replies what record the text holds, and to `{"calculator": id, "complete": entries}` the entries with
    what the form opens with for the others.
    Replies with one of `answer` (see answer.py), `record`, `found` (None when the text holds no record), `completed`
    (see record_reading.py), `problems` (field, kind, message) or `failure` (a sentence).
    The same question has the same reply, byte for byte, in every Python.
    """
    try:
        reply = _reply(json.loads(question))
    except InvalidInputs as refused:
        reply = {"problems": [{"field": p.field, "kind": p.kind, "message": p.message} for p in refused.problems]}
    except UnknownCalculator as unknown:
        reply = {"failure": str(unknown)}
    except Exception as fault:  # a page must never be left without words, whatever our mistake was
        reply = {"failure": f"The calculator could not answer ({type(fault).__name__}). Do not use a number from it."}
    return json.dumps(reply, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _reply(question: Any) -> dict[str, Any]:
    if "read" in question:
        found = read_record(question["read"])
        return {"found": asdict(found) if found else None}
    if "complete" in question:
        entries, added = completed(question["calculator"], question["complete"])
        return {"completed": {"entries": entries, "added": added}}
    calculator = find(question["calculator"])
    cautions = tuple(Notice.of_the_page(notice["text"], notice["short"]) for notice in question.get("notices", ()))
    evaluation = evaluated(calculator, _inputs(calculator, question), cautions=cautions)
    if question.get("record") == "ics":
        return {"record": as_calendar(evaluation, question["day"], question["mark"])}
    if "record" in question:
        return {"record": RECORDS[question["record"]](evaluation, question["day"])}
    return {"answer": answer_of(evaluation)}


def _inputs(calculator: Calculator[Any, Any], question: Any) -> Any:
    if "values" in question:
        return calculator.checked(question["values"])
    entries: dict[str, list[str]] = {}
    for name, text in question["entries"]:
        entries.setdefault(name, []).append(text)
    return calculator.read(entries)
