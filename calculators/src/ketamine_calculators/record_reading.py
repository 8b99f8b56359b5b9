"""The way back from a record: which calculator made a line, a note or a FHIR resource, and from which inputs.

Inputs are taken only when every word that the record has for them says one of them. Whether they were read rightly is seen when
the record is written from them again: whoever asks compares the two. What a record does not hold is never guessed.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .definition import Calculator
from .errors import InvalidInputs, UnknownCalculator
from .fields import Field, ItemScores
from .former_words import words_before
from .plain_text import ascii_text
from .record_export import SYSTEM
from .record_words import Entries, Words, asked, entries_of_number, entries_of_words, with_colon
from .registry import find
from .summary_line import SEE_NOTE
from .wording import in_sentence

LONGEST, LONGEST_INPUTS = 100_000, 20_000
_LONGEST_NAME = 60
_DAY = r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
# Lines of earlier versions named their first source behind the day.
_LINE = re.compile(rf"\((?P<id>\w+) (?P<version>[0-9.]+), {_DAY}[;.] ")
_END_OF_LINE = "Check before use.)"
_NOTE = re.compile(
    rf"^[ \t]*{_DAY} with (?P<id>\w+), version (?P<version>[0-9.]+)\. Check before use\.[ \t]*$", re.MULTILINE
)
_NOTE_INPUTS = re.compile(r"^Inputs[ \t]*\n(?P<lines>(?:[ \t]+\S.*\n?)+)", re.MULTILINE)
_VERSION = re.compile(r", version (?P<version>[0-9.]+)$")
_NOT_HELD = (
    "Enter the values by hand: this record does not contain all of its inputs in a readable form, so nothing is "
    "calculated from it."
)
_IN_THE_NOTE = "This summary leaves its inputs to the full note. Paste the full note."


@dataclass(frozen=True)
class Found:
    """What a text turned out to be. Without `entries`, `why` says why nothing can be calculated from it."""

    kind: str
    calculator: str
    version: str
    day: str
    entries: Entries | None
    why: str = ""


def read_record(text: str) -> Found | None:
    """The record that a text holds; None when it holds none, or more than one."""
    text = text.strip().replace("\r\n", "\n")
    if len(text) > LONGEST:
        return None
    if text.startswith("{"):
        return _from_fhir(text)
    notes, lines = list(_NOTE.finditer(text)), list(_LINE.finditer(text))
    if len(notes) + len(lines) != 1 or (lines and text.count(_END_OF_LINE) != 1):
        return None
    kind, said = ("note", notes[0]) if notes else ("line", lines[0])
    inputs = _inputs_of_note(text) if notes else _inputs_of_line(text[: lines[0].start()])
    found = _found(kind, said["id"], said["version"], said["day"], lambda card: _from_words(card, kind, inputs))
    return replace(found, why=_IN_THE_NOTE) if found.why == _NOT_HELD and inputs == SEE_NOTE else found


def completed(calculator: str, entries: Entries) -> tuple[Entries, list[str]]:
    """The entries with what the form opens with for questions that they do not answer, and these in words.

    Whoever compares an old record with the present form must say what was added. Raises UnknownCalculator.
    """
    card = find(calculator)
    by_name = _by_name(entries)
    added: Entries = []
    told = []
    for field in card.fields:
        answered = any(name == field.name or name.startswith(f"{field.name}.") for name in by_name)
        if answered or field.required or field.default is None or field.spec.asked_when:
            continue
        opened = field.spec.texts(field.name, field.default)
        added += [(name, text) for name, texts in opened.items() for text in texts]
        told.append(f"{field.label}: {field.spec.text(field.default)}")
    return [*entries, *added], told


def _found(
    kind: str, id: str, version: str, day: str, entries_of: Callable[[Calculator[Any, Any]], Entries | None]
) -> Found:
    id, version, day = id[:_LONGEST_NAME], version[:_LONGEST_NAME], day[:_LONGEST_NAME]
    try:
        card = find(id)
    except UnknownCalculator:
        return Found(kind, id, version, day, None, f"There is no calculator “{id}” here.")
    entries = entries_of(card)
    if entries is not None and version == card.version and not _can_be_read(card, entries):
        entries = None
    return Found(kind, id, version, day, entries, "" if entries is not None else _NOT_HELD)


def _inputs_of_line(before: str) -> str:
    """What stands between `Inputs:` and the bracket that names the calculator."""
    return before.rpartition("nputs: ")[2].strip().removesuffix(".")


def _inputs_of_note(text: str) -> str:
    lines = _NOTE_INPUTS.search(text)
    return "\n".join(line.strip() for line in lines["lines"].splitlines()) if lines else ""


def _from_words(card: Calculator[Any, Any], kind: str, inputs: str) -> Entries | None:
    if len(inputs) > LONGEST_INPUTS:
        return None
    between, head = ("\n", with_colon) if kind == "note" else ("; ", lambda field: f"{in_sentence(field.label)} ")
    ascii_too = (ascii_text,) if inputs.isascii() else ()
    written: tuple[Callable[[str], str], ...] = (str, *ascii_too, words_before(card.id))
    found = (Words(asked(card.fields), between, head, written=one).entries(inputs) for one in written)
    return next((entries for entries in found if entries is not None), None)


def _can_be_read(card: Calculator[Any, Any], entries: Entries) -> bool:
    try:
        card.read(_by_name(entries))
    except InvalidInputs:
        return False
    return True


def _by_name(entries: Entries) -> Mapping[str, list[str]]:
    by_name: dict[str, list[str]] = {}
    for name, text in entries:
        by_name.setdefault(name, []).append(text)
    return by_name


def _from_fhir(text: str) -> Found | None:
    try:
        resource = json.loads(text)
        return _observed(resource) if resource["resourceType"] == "Observation" else _answered(resource)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError):
        return None


def _observed(resource: Any) -> Found | None:
    version = _VERSION.search(resource["method"]["text"])
    if not version:
        return None
    components = {_own_code(one): one for one in reversed(resource["component"])}
    id, day = _own_code(resource), str(resource["effectiveDateTime"])
    return _found("fhir", id, version["version"], day, lambda card: _of_components(card, components))


def _own_code(coded: Any) -> str:
    return next((str(coding["code"]) for coding in coded["code"]["coding"] if coding["system"] == SYSTEM), "")


def _of_components(card: Calculator[Any, Any], components: Mapping[str, Any]) -> Entries | None:
    entries: Entries = []
    for field in asked(card.fields):
        if isinstance(field.spec, ItemScores):
            names = [f"{field.name}.{place}" for place in range(len(field.spec.items))]
            entries += [(name, str(components[name]["valueInteger"])) for name in names if name in components]
            continue
        own = components.get(field.name)
        if own is None:
            not_asked = [entry for entry in field.spec.choices if entry == "not_asked"]
            entries += [(field.name, entry) for entry in not_asked]
            continue
        told = _of_value(field, own, str) or _of_value(field, own, words_before(card.id))
        if told is None:
            return None
        entries += told
    return entries


def _of_value(field: Field, own: Mapping[str, Any], written: Callable[[str], str]) -> Entries | None:
    if "valueQuantity" in own:
        quantity = own["valueQuantity"]
        number = str(quantity["value"]).removesuffix(".0")
        return entries_of_number(field.spec, field.name, f"{number} {quantity.get('unit', '')}".strip())
    if "valueBoolean" in own:
        return [(field.name, "yes" if own["valueBoolean"] else "no")]
    return entries_of_words(field, field.name, str(own["valueString"]), written)


def _answered(resource: Any) -> Found | None:
    """What versions before scales became observations wrote of them: a QuestionnaireResponse."""
    system, _, named = str(resource["questionnaire"]).rpartition(":")
    id, _, version = named.partition("|")
    if system != SYSTEM:
        return None
    scored = {item["linkId"]: str(item["answer"][0]["valueInteger"]) for item in resource["item"] if _is_scored(item)}

    def entries(card: Calculator[Any, Any]) -> Entries | None:
        names = {field.name for field in card.fields}
        return [(name, score) for name, score in scored.items() if name.rpartition(".")[0] in names]

    return _found("fhir", id, version, str(resource["authored"]), entries)


def _is_scored(item: Any) -> bool:
    return "." in item["linkId"] and bool(item.get("answer"))
