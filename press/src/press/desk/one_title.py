"""An article has one title, in its heading and in its front matter: where the desk changes one of them, the other follows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..content.new_article import title_line
from ..markdown.parser import parse
from ..reading.errors import CommandRefused
from ..reading.file_text import as_bytes
from ..reading.source_file import source_of
from .front_matter_form import read_values, with_values
from .workspace import Workspace

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_ADDRESS = re.compile(r"[ \t]+\{#[^{}]*\}[ \t]*$")


@dataclass(frozen=True)
class _Titles:
    heading: str
    line: int
    given: str


def set_fields(workspace: Workspace, text: str, values: Mapping[str, Any]) -> dict[str, str]:
    """The article with what was changed in the form."""
    after = with_values(text, values)
    return {"text": with_one_title(workspace, text, after) if "title" in values else after}


def with_one_title(workspace: Workspace, before: str, after: str) -> str:
    """The text after a change of the desk, in which the titles are one, if they were one before and one of them was changed."""
    old, new = _titles(workspace, before), _titles(workspace, after)
    if old is None or new is None or old.heading != old.given or new.heading == new.given:
        return after
    if new.heading == old.heading:
        made = _with_heading(after, new)
    else:
        try:
            made = with_values(after, {"title": new.heading})
        except CommandRefused:  # the check names that they differ
            return after
    now = _titles(workspace, made)
    return made if now and now.heading == now.given else after


def _titles(workspace: Workspace, text: str) -> _Titles | None:
    given = read_values(text)["values"].get("title")
    source = source_of(as_bytes(text), "")
    headings = parse(source, addresses=workspace.site.addresses, page="").headings
    first = next((heading for heading in headings if heading.level == 1), None)
    return None if first is None or given is None else _Titles(first.text, first.line, str(given))


def _with_heading(text: str, titles: _Titles) -> str:
    """The text with the title of its front matter as its heading, whose address stays."""
    lines = _LINE.findall(text)
    line = lines[titles.line - 1]
    words = line.rstrip("\r\n")
    address = _ADDRESS.search(words)
    lines[titles.line - 1] = f"{title_line(titles.given)}{address[0] if address else ''}{line[len(words) :]}"
    return "".join(lines)
