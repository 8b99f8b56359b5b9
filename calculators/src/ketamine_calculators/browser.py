"""The one door for a page: JSON text in, JSON text out. Never raises."""

import json
from typing import Any

from .answer import full_answer
from .errors import InvalidInputs, UnknownCalculator
from .library import find


def answer(question: str) -> str:
    """Answer `{"calculator": id, "entries": [[name, text], ...]}`, or `"values": {...}` in place of `entries`.

    Replies with one of `answer` (see answer.py), `problems` (field, label, kind, message) or `failure` (a sentence).
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
    calculator = find(question["calculator"])
    if "values" in question:
        return {"answer": full_answer(calculator, question["values"])}
    entries: dict[str, list[str]] = {}
    for name, text in question["entries"]:
        entries.setdefault(name, []).append(text)
    return {"answer": full_answer(calculator, calculator.read(entries))}
