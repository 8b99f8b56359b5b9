"""New entries set into content/references.yml, each in its place by the alphabet; no other line changes."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ..content.references import FILE
from ..reading.errors import CommandRefused
from .workspace import Workspace

_KEY = re.compile(r"(?m)^([A-Za-z0-9][\w.-]*):")


def add_works(workspace: Workspace, entries: Sequence[str]) -> dict[str, Any]:
    """The file with these entries, which is kept at the desk. Keys that it has already are left as they are."""
    path = workspace.project.shown(workspace.project.content / FILE)
    file = workspace.file(path)
    before = workspace.text(path) if file.is_file() else ""
    after = with_entries(before, entries)
    workspace.keep(path, after)
    return {"files": [{"path": path, "text": after, "before": before}] if after != before else []}


def with_entries(text: str, entries: Sequence[str]) -> str:
    """The text of the file with more entries. Raises CommandRefused for what is no entry."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    for entry in entries:
        found = _KEY.match(entry)
        if found is None:
            raise CommandRefused("This is no entry of the list of works: it begins with no key.")
        key = found[1]
        keys = list(_KEY.finditer(text))
        if any(one[1] == key for one in keys):
            continue
        lines = line_end.join(_whole(entry))
        place = next((one.start() for one in keys if one[1] > key), None)
        if place is None:
            gap = "" if not text else line_end if text.endswith(("\n", "\r")) else line_end * 2
            text = f"{text}{gap}{lines}{line_end}"
        else:
            text = f"{text[:place]}{lines}{line_end}{line_end}{text[place:]}"
    return text


def _whole(entry: str) -> Iterator[str]:
    yield from (line.rstrip() for line in entry.strip("\r\n").splitlines() if line.strip())
