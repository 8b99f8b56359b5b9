"""The front matter as a form: its fields, what an article gives for them, and an article with other values."""

from collections.abc import Mapping
from typing import Any

from ..content.closed_lists import Lists
from ..content.front_matter import BY_NAME, FIELDS
from ..content.front_matter_kinds import Kind
from ..content.new_article import address_of
from ..reading.errors import CommandRefused
from ..reading.file_text import as_bytes
from ..reading.front_matter_edits import with_fields
from ..reading.problems import Problem
from ..reading.source_file import SourceFile, source_of
from ..reading.strict_yaml import read_mapping
from .workspace import Workspace

_LONGEST_LINE = 200
"""What may be longer is edited in a box of several lines."""
_PART_LABELS = {
    "date": "Day",
    "kind": "Kind of change",
    "text": "What changed",
    "version": "Date of the text, as 2026-03-13 or 2026-03",
    "read": "Read on",
    "note": "Note",
}
_BY_HAND = "Change it in the text of the article instead."


def fields(workspace: Workspace) -> list[dict[str, Any]]:
    """The form, with the closed lists as they are now."""
    return form_fields(workspace.project.lists)


def read_fields(workspace: Workspace, text: str) -> dict[str, Any]:
    """What stands in the form for an article with this text, and the name in the address that its title would give it."""
    found = read_values(text)
    return {**found, "address": address_of(str(found["values"].get("title") or ""))}


def form_fields(lists: Lists) -> list[dict[str, Any]]:
    """Every field of the front matter with what a form needs to show it, in the order of the schema."""
    return [
        {
            "name": field.name,
            "label": field.label,
            "help": f"{field.says}.",
            "required": field.required,
            "setBy": field.set_by,
            **_control(field.kind, lists),
        }
        for field in FIELDS
    ]


def _control(kind: Kind, lists: Lists) -> dict[str, Any]:
    """How a value of a kind is asked for, by its JSON Schema."""
    schema = kind.schema(lists)
    limits: dict[str, Any] = {name: schema[name] for name in ("minLength", "maxLength", "pattern") if name in schema}
    if kind.parts:
        needed = schema["items"]["required"]
        parts = [
            {"name": name, "label": _PART_LABELS[name], "required": name in needed, **_control(part, lists)}
            for name, part in kind.parts.items()
        ]
        return {"kind": "entries", "fields": parts}
    if "enum" in schema:
        return {"kind": "choice", "choices": _choices(schema["enum"], kind.labels(lists))}
    if schema["type"] == "array":
        values = schema["items"].get("enum")
        return (
            {"kind": "list"} if values is None else {"kind": "choices", "choices": _choices(values, kind.labels(lists))}
        )
    if schema["type"] == "boolean":
        return {"kind": "boolean"}
    if schema.get("format") == "date":
        return {"kind": "date"}
    return {"kind": "long-text" if schema.get("maxLength", 0) > _LONGEST_LINE else "text", **limits}


def _choices(values: list[str], labels: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"value": value, "label": labels.get(value) or value} for value in values]


def read_values(text: str) -> dict[str, Any]:
    """What the article gives for the fields, as far as its front matter can be read; `words` say why it cannot."""
    source = source_of(as_bytes(text), "")
    values, wrong = _values(source)
    return {"values": values, "readable": wrong is None, "words": "" if wrong is None else _said(wrong)}


def _values(source: SourceFile) -> tuple[dict[str, Any], Problem | None]:
    if source.front_matter is None:
        if source.opens_front_matter:
            fix = "Put a line with --- below the last field."
            return {}, Problem("", 1, 1, "front-matter", "The front matter is opened and never closed.", fix)
        return {}, None
    places, problems = read_mapping(source.front_matter, 2, source)
    return {name: value.data for name, value in places.items()}, next(iter(problems), None)


def _said(problem: Problem) -> str:
    return f"Line {problem.line}: {problem.message} {problem.fix}".strip()


def with_values(text: str, values: Mapping[str, Any]) -> str:
    """The article with other values in its front matter. Only lines of what is another change. Raises CommandRefused."""
    source = source_of(as_bytes(text), "")
    before, wrong = _values(source)
    if wrong is not None:
        raise CommandRefused(f"The fields cannot be changed while the front matter cannot be read. {_said(wrong)}")
    if unknown := next((name for name in values if name not in BY_NAME), None):
        raise CommandRefused(f'There is no field "{unknown}".')
    wanted = {name: _wanted(name, given) for name, given in values.items()}
    changed = {name: value for name, value in wanted.items() if _as_texts(value) != _as_texts(before.get(name))}
    if not changed:
        return text
    if source.front_matter is None:
        mark, line_end = ("\ufeff" if text.startswith("\ufeff") else ""), _line_end(text)
        text = f"{mark}---{line_end}---{line_end}{line_end}{text.removeprefix(mark)}"
    new = with_fields(text, changed)
    _make_sure(new, {**before, **changed})
    return new


def _wanted(name: str, given: Any) -> Any:
    """The value as it is to stand there; None where there is to be none, as for what is empty or is not so."""
    if given is False or (given in ("", [], None) and not BY_NAME[name].required):
        return None
    return "" if given in ([], None) else given


def _as_texts(value: Any) -> Any:
    """The value as a form sends it: texts alone. A number that was typed without quotes is no other value."""
    match value:
        case None | False | "" | []:
            return None
        case list():
            return [_as_texts(one) for one in value]
        case dict():
            return {name: _as_texts(one) for name, one in value.items()}
        case _:
            return value if value is True else str(value)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"


def _make_sure(text: str, wanted: Mapping[str, Any]) -> None:
    """That the article gives exactly what it is to give: an unusual front matter may be read in another way."""
    now, wrong = _values(source_of(as_bytes(text), ""))
    if wrong is not None or now != {name: value for name, value in wanted.items() if value is not None}:
        raise CommandRefused(f"The front matter is written in a way that the form cannot change safely. {_BY_HAND}")
