"""Fields of an article's front matter set by a command or a form, line by line: everything else stays as it was typed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from .file_changes import FileChanges
from .source_file import SourceFile
from .strict_yaml import YamlValue, read_mapping

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n?|\ufeff?---[ \t]*\r")
_FIELD = re.compile(r"""["']?(\w+)["']?[ \t]*:""")
_ITEM = re.compile(r"[ \t]*-[ \t]")
_COMMENT = re.compile(r"(?m)(?:^|(?<=[ \t]))#.*")
_TEXT_BELOW = re.compile(r"[^#]*:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$")
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|(?<![\w])'(?:[^']|'')*'""")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What JSON may hold as it is and YAML may not, or not without changing it."""

Entry = Mapping[str, str]
"""One entry of a list whose members have parts, as those of `changes`."""
SetValue = str | bool | Sequence[str] | Sequence[Entry]
FieldValue = SetValue | None
"""What a field is set to; None removes it."""


def with_fields(text: str, fields: Mapping[str, FieldValue]) -> str:
    """The article's text with these fields of its front matter set, the others untouched. Line ends stay as they are."""
    lines = _LINE.findall(text)
    end = next(i for i, line in enumerate(lines[1:], start=1) if _FENCE.fullmatch(line))
    head = lines[1:end]
    line_end = lines[0][len(lines[0].rstrip("\r\n")) :]
    for name, value in fields.items():
        first, last, given = _place_of(head, name)
        head[first:last] = [] if value is None else _written(name, value, head[first:last], given, line_end)
    return "".join([lines[0], *head, *lines[end:]])


def set_fields(file: Path, fields: Mapping[str, FieldValue], changes: FileChanges) -> None:
    """The same for a file. Line ends become those of this project; all else is kept, even bytes that are not UTF-8."""
    text = changes.text(file).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    changes.set(file, with_fields(text, fields))


def _place_of(head: Sequence[str], name: str) -> tuple[int, int, YamlValue | None]:
    """The first line of a field, the first line after it, and its value; the end of the front matter when it is absent."""
    text = "".join(re.sub(r"\r\n?", "\n", line) for line in head)
    places, problems = read_mapping(text, 0, SourceFile("", text))
    if places and not problems:
        starts = sorted({value.key_line for value in places.values()})
        given = places.get(name)
        first = given.key_line if given else None
        last = next((start for start in starts if first is not None and start > first), len(head))
    else:  # a command may have to change what cannot be read
        given = None
        starts = [i for i, line in enumerate(head) if _FIELD.match(line)]
        first = next((i for i in starts if (found := _FIELD.match(head[i])) and found[1] == name), None)
        last = next(
            (i for i in range((first or 0) + 1, len(head)) if i in starts or head[i].startswith("#")), len(head)
        )
    if first is None:
        return len(head), len(head), None
    while last > first + 1 and (not head[last - 1].strip() or head[last - 1].startswith("#")):
        last -= 1
    return first, last, given


def _written(name: str, value: SetValue, old: Sequence[str], given: YamlValue | None, line_end: str) -> list[str]:
    """The lines of a field. Members of a list that stay keep theirs, and comments are kept."""
    if isinstance(value, str | bool):
        new = [f"{name}: {_as_yaml(value)}"]
    elif items := _items(old, given):
        return [old[0], *_with_items(value, old, items, line_end)]
    elif any(isinstance(one, Mapping) for one in value):
        new = [f"{name}:", *(f"  - {_as_yaml(one)}" for one in value)]
    else:
        new = [f"{name}: {_as_yaml(list(value))}"]
    comments = list(_comments(old))
    if len(old) == 1 and len(new) == 1 and comments:
        gap = re.search(r"[ \t]*$", old[0][: old[0].rindex(comments[0])])
        return [f"{new[0]}{gap[0] if gap else ' '}{comments[0]}{line_end}"]
    return [f"{line}{line_end}" for line in (*comments, *new)]


def _items(old: Sequence[str], given: YamlValue | None) -> list[tuple[int, Any]]:
    """The members of a list that is written below its name, a line or more each: the index of the first line, and the value."""
    if given is None or not given.items:
        return []
    items = [(item.line - given.key_line, item.data) for item in given.items]
    starts = [start for start, _ in items]
    is_block = len(set(starts)) == len(starts) and all(start > 0 and _ITEM.match(old[start]) for start in starts)
    return items if is_block else []


def _with_items(
    value: Sequence[str] | Sequence[Entry], old: Sequence[str], items: Sequence[tuple[int, Any]], line_end: str
) -> Iterator[str]:
    starts = [start for start, _ in items]
    lead = re.match(r"[ \t]*", old[starts[0]])
    # What stands between the name and the first member is kept with the first one, as is a comment above any other.
    pieces = [old[start:end] for start, end in zip(starts, [*starts[1:], len(old)], strict=True)]
    yield from old[1 : starts[0]]
    wanted = [_as_yaml(one) for one in value]
    matcher = SequenceMatcher(None, [_as_yaml(data) for _, data in items], wanted, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from (line for piece in pieces[a:b] for line in piece)
        else:
            yield from (f"{lead[0] if lead else ''}- {one}{line_end}" for one in wanted[c:d])
            yield from (f"{comment}{line_end}" for piece in pieces[a:b] for comment in _comments(piece))


def _comments(lines: Sequence[str]) -> Iterator[str]:
    """The comments of these lines. A # in quotes, or in text that is set below its name, is none."""
    if _TEXT_BELOW.match(lines[0] if lines else ""):
        return
    text = re.sub(r"\r\n?", "\n", "".join(lines))
    unquoted = _QUOTED.sub(lambda quoted: re.sub(r"[^\n]", "_", quoted[0]), text)
    yield from (text[found.start() : found.end()] for found in _COMMENT.finditer(unquoted))


def _as_yaml(value: str | bool | Entry | Sequence[Any]) -> str:
    # Every JSON text is YAML as well, with the same meaning, but for the signs that are written as codes.
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_as_yaml(part)}" for name, part in value.items()) + "}"
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(value, ensure_ascii=False))
