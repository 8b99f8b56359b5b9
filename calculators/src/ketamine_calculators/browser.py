"""The entry point for a page: JSON text in, JSON text out. Never raises."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from .answer import answer_of
from .definition import Calculator, Notice
from .errors import InputProblem, InvalidInputs, UnknownCalculator
from .evaluation import evaluated
from .fields import Entries, Texts, pointed, readings
from .icalendar import Appointment, as_calendar
from .icalendar_update import NotOurCalendar, updated_calendar
from .plain_text import ascii_text
from .record_export import RECORDS, TEXTS
from .record_reading import completed, read_record
from .registry import find
from .to_json import as_json
from .worksheet import Worksheet


def answer(question: str) -> str:
    """Answer `{"calculator": id, "entries": [[name, text], ...]}`, or `"values": {...}` in place of `entries`.

    With `"record": "line" | "note" | "fhir"` and `"day"` the reply is the text for the patient's record instead, line and note
    with `"ascii": true` in ASCII alone; with `"record": "ics"`, `"day"` and `"mark"` it is a calendar of the answer's dates,
    with `"stamp"` and `"appointment"` as icalendar.py has them. With `"former"`, the text of an earlier file, it is what the
    calendar of that file has to be told, beside it `update`: what was canceled, and words (see icalendar_update.py), or
    `refused`, a sentence.
    `"notices": [{"text": ..., "short": ...}]` are cautions of the page, such as that its copy of the site is old: they stand
    in the answer and in every record. With
    `"decimal_comma": true` a comma in a number is read as a decimal mark, where it cannot divide thousands.
    To `{"read": text}` it replies what record the text holds, and to `{"calculator": id, "complete": entries}` the entries with
    what the form opens with for the others. To `{"calculator": id, "from": other, "entries": entries}` it replies with what the
    form can take from a saved file of another worksheet, `taken` (see proposal.py).
    Replies with one of `answer` (see answer.py), `record`, `found` (None when the text holds no record), `completed`
    (see record_reading.py), `problems` (field, kind, message, and a remedy if there is one) or `failure` (a sentence). Beside
    answer and problems stand `readings`, where entries were read otherwise than they stand there (see fields/base.py), and
    beside an answer `needed`, told as problems are, where a part of it waits for further entries, and `proposed`: by its name,
    what the form may put into a question that is still blank; `due` (see due.py) where something has to be done in so many
    minutes, and `onward` (see onward.py), the forms to go on to.
    The same question has the same reply, byte for byte, in every Python.
    """
    try:
        reply = _reply(json.loads(question))
    except UnknownCalculator as unknown:
        reply = {"failure": str(unknown)}
    except Exception as fault:  # a page must never be left without words, whatever our mistake was
        reply = {"failure": f"The calculator could not answer ({type(fault).__name__}). Do not use a number from it."}
    return json.dumps(reply, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _reply(question: Any) -> dict[str, Any]:
    if "read" in question:
        record = read_record(question["read"])
        return {"found": asdict(record) if record else None}
    if "complete" in question:
        whole, added = completed(question["calculator"], question["complete"])
        return {"completed": {"entries": whole, "added": added}}
    calculator = find(question["calculator"])
    if "values" in question:
        return _answered(calculator, question, lambda: calculator.checked(question["values"]))
    entries: Texts = {}
    for name, text in question["entries"]:
        entries.setdefault(name, []).append(text)
    if "from" in question and isinstance(calculator, Worksheet) and calculator.takes:
        return {"taken": asdict(calculator.takes[question["from"]](entries))}
    read: Entries = entries | pointed(calculator.fields, entries) if question.get("decimal_comma") else entries
    reply = _answered(calculator, question, lambda: calculator.read(read))
    found = {} if "record" in reply else readings(calculator.fields, entries, read)
    return reply | ({"readings": {name: asdict(one) for name, one in found.items()}} if found else {})


def _answered(calculator: Calculator[Any, Any], question: Any, inputs: Callable[[], Any]) -> dict[str, Any]:
    cautions = tuple(Notice.of_the_page(notice["text"], notice["short"]) for notice in question.get("notices", ()))
    try:
        evaluation = evaluated(calculator, inputs(), cautions=cautions)
        if question.get("record") == "ics":
            appointment = Appointment(**question.get("appointment", {}))
            day, stamp, former = question["day"], question.get("stamp", ""), question.get("former")
            if former is not None:
                changed = updated_calendar(evaluation, day, former, stamp, appointment)
                return {"record": changed.calendar, "update": {"canceled": changed.canceled, "words": changed.words}}
            return {"record": as_calendar(evaluation, day, question["mark"], stamp, appointment)}
        if "record" in question:
            record = RECORDS[question["record"]](evaluation, question["day"])
            is_plain = question.get("ascii") and question["record"] in TEXTS
            return {"record": ascii_text(record) if is_plain else record}
        needed = [_told(problem) for problem in evaluation.needed]
        proposed = {name: asdict(one) for name, one in evaluation.proposed.items()}
        beside: dict[str, Any] = {"needed": needed} if needed else {}
        beside |= {"proposed": proposed} if proposed else {}
        beside |= {"due": as_json(evaluation.due)} if evaluation.due else {}
        onward = [as_json(one) for one in evaluation.onward]
        return {"answer": answer_of(evaluation)} | beside | ({"onward": onward} if onward else {})
    except NotOurCalendar as refused:
        return {"refused": str(refused)}
    except InvalidInputs as refused:
        return {"problems": [_told(problem) for problem in refused.problems]}


def _told(problem: InputProblem) -> dict[str, str]:
    told = {"field": problem.field, "kind": problem.kind, "message": problem.message}
    return told | ({"remedy": problem.remedy} if problem.remedy else {})
