"""Fields of an article's front matter set by a command, line by line: everything else stays as it was typed."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from .file_changes import FileChanges

_FIELD = re.compile(r"""["']?(\w+)["']?[ \t]*:""")

FieldValue = str | bool | Sequence[str] | None
"""What a field is set to; None removes it."""


def with_fields(text: str, fields: Mapping[str, FieldValue]) -> str:
    """The article's text with these fields of its front matter set, the others untouched."""
    lines = text.split("\n")
    end = next(i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == "---")
    head = lines[1:end]
    for name, value in fields.items():
        first, last = _lines_of(head, name)
        new = [] if value is None else [f"{name}: {_as_yaml(value)}"]
        head[first:last] = new
    return "\n".join([lines[0], *head, *lines[end:]])


def set_fields(file: Path, fields: Mapping[str, FieldValue], changes: FileChanges) -> None:
    """The same for a file. Line ends become those of this project; all else is kept, even bytes that are not UTF-8."""
    text = changes.text(file).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    changes.set(file, with_fields(text, fields))


def _lines_of(head: Sequence[str], name: str) -> tuple[int, int]:
    """The first line of a field and the first line after it; the end of the front matter when the field is absent."""
    for first, line in enumerate(head):
        found = _FIELD.match(line)
        if found and found[1] == name:
            last = first + 1
            while last < len(head) and not _FIELD.match(head[last]) and not head[last].startswith("#"):
                last += 1
            return first, last
    return len(head), len(head)


def _as_yaml(value: FieldValue) -> str:
    # Every JSON text is YAML as well, with the same meaning.
    if isinstance(value, str | bool):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(list(value or ()), ensure_ascii=False)
