"""A text that cites by numbers: numbered anew in the order of first citation, or made to cite by the keys of our list."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..content.articles import article_of
from ..markdown.citations import numbers_in
from ..markdown.parsed_page import ParsedPage
from ..markdown.parser import parse
from ..reading.errors import CommandRefused
from ..reading.file_text import as_bytes
from ..reading.source_file import source_of
from .reference import references
from .workspace import Workspace

_CITATION = re.compile(r"\[[^\[\]]*\]")
_NUMBERS = re.compile(r"(?<![\w.])\d{1,3}(?:\s*[,–-]\s*\d{1,3})*(?=\s*(?:,\s*[^\W\d_][^\[\];]*)?(?:;|\]))")
_ITEM = re.compile(r"(\s*)(\d{1,4})([.)]\s+)")
_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_HEADING = re.compile(r"#{1,6}[ \t]+References\b.*", re.IGNORECASE)
_RANGE = 3
"""From so many neighbors on, first and last are written."""


@dataclass(frozen=True)
class _Numbered:
    """The lines of a text, with its citations and its list."""

    lines: list[str]
    page: ParsedPage
    items: Mapping[int, range]
    """The lines of each reference, by its number; counted from 0."""


def renumber(workspace: Workspace, text: str) -> dict[str, Any]:
    """The text with its references numbered in the order in which they are first cited; those never cited come last."""
    numbered = _numbered(workspace, text)
    order = list(dict.fromkeys(n for citation in numbered.page.citations for n in citation.numbers))
    order += [number for number in numbered.items if number not in order]
    new = {old: number for number, old in enumerate(order, start=1)}
    if all(old == number for old, number in new.items()) and list(numbered.items) == order:
        return {"text": text, "changed": 0}
    lines = _with_citations(numbered, lambda written: _joined(sorted(new[n] for n in numbers_in(written))))
    bodies = {old: [lines[i] for i in place] for old, place in numbered.items.items()}
    places = list(numbered.items.values())
    for place, old in sorted(zip(places, order, strict=True), key=lambda pair: -pair[0].start):
        first, *rest = bodies[old]
        # The default holds the number of this turn of the loop, which mypy takes for an argument of the callback.
        first = _ITEM.sub(lambda item, number=new[old]: f"{item[1]}{number}{item[3]}", first, count=1)  # type: ignore[misc]
        lines[place.start : place.stop] = _ended([first, *rest], lines[place.stop - 1])
    return {"text": "".join(lines), "changed": sum(old != number for old, number in new.items())}


def cite_by_key(workspace: Workspace, text: str) -> dict[str, Any]:
    """The text with the keys of our list in place of numbers, without the list that it wrote; and entries for new works.

    What could not be read stays as it is, list and numbers, and is named.
    """
    numbered = _numbered(workspace, text)
    keys: dict[int, str] = {}
    entries, doubts = [], []
    listed = "\n".join(
        f"{number}. {' '.join(_ITEM.sub('', line, count=1).strip() for line in _lines_of(numbered, number))}"
        for number in numbered.items
    )
    found = {one["number"]: one for one in references(workspace, listed)}
    for number in numbered.items:
        one = found.get(number)
        if one is None or one["key"] is None:
            said = " ".join(one["doubts"]) if one else "It could not be read."
            raise CommandRefused(f"Reference {number} cannot become an entry of our list. {said} Nothing is changed.")
        keys[number] = one["key"]
        entries += [one["entry"]] if one["entry"] else []
        doubts += [f"{number} [@{one['key']}]: {doubt}" for doubt in one["doubts"]]
    uncited = set(numbered.items) - {n for citation in numbered.page.citations for n in citation.numbers}
    doubts += [
        f"{number} [@{keys[number]}] is cited nowhere in the text, and is in no list now." for number in sorted(uncited)
    ]
    lines = _with_citations(numbered, lambda written: "; ".join(f"@{keys[n]}" for n in numbers_in(written)))
    return {"text": _without_list(lines, numbered), "entries": "\n".join(entries), "keys": keys, "doubts": doubts}


def _numbered(workspace: Workspace, text: str) -> _Numbered:
    """The text as far as it cites by numbers. Raises CommandRefused where that is not certain."""
    lists = workspace.project.lists
    source = article_of(
        source_of(as_bytes(text), "article.md"), workspace.project.articles_folder / "article.md", lists
    ).source
    page = parse(source, addresses=workspace.site.addresses, page="articles/article.md")
    if not page.written_references:
        raise CommandRefused("This text has no numbered list under a heading “References”.")
    lines = _LINES.findall(text)
    starts = [reference.line - 1 for reference in page.written_references]
    numbers = [reference.number for reference in page.written_references]
    written = [int(found[2]) if (found := _ITEM.match(lines[start])) else -1 for start in starts]
    if written != numbers or len(set(numbers)) != len(numbers):
        raise CommandRefused(
            f"The list under “References” has the numbers {', '.join(map(str, written))}, which readers see as "
            f"{', '.join(map(str, numbers))}. Put right the numbers first."
        )
    known = set(numbers)
    for citation in page.citations:
        if absent := next((number for number in citation.numbers if number not in known), None):
            raise CommandRefused(f"Line {citation.line} cites {absent}, which is not in the list.")
    ends = [*starts[1:], _end_of_list(lines, starts[-1])]
    items = {
        number: range(start, _last_written(lines, start, end))
        for number, start, end in zip(numbers, starts, ends, strict=True)
    }
    return _Numbered(lines, page, items)


def _end_of_list(lines: Sequence[str], start: int) -> int:
    """The line behind the last item: a blank line that no indented line follows, a heading, or the end."""
    for i in range(start + 1, len(lines)):
        is_blank = not lines[i - 1].strip()
        if lines[i].startswith("#") or (is_blank and lines[i].strip() and not lines[i].startswith((" ", "\t"))):
            return i
    return len(lines)


def _last_written(lines: Sequence[str], start: int, end: int) -> int:
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _lines_of(numbered: _Numbered, number: int) -> list[str]:
    return [numbered.lines[i] for i in numbered.items[number]]


def _with_citations(numbered: _Numbered, written_anew: Callable[[str], str]) -> list[str]:
    """The lines with the numbers of every citation written anew."""
    lines = [*numbered.lines]
    for citation in sorted(numbered.page.citations, key=lambda one: (one.line, one.column), reverse=True):
        line, start = lines[citation.line - 1], citation.column - 1
        start += line.startswith("\ufeff")
        found = _CITATION.match(line, start)
        if found is None:
            raise CommandRefused(f"The citation in line {citation.line} was not found again. Nothing is changed.")
        anew = _NUMBERS.sub(lambda numbers: written_anew(numbers[0]), found[0])
        lines[citation.line - 1] = f"{line[:start]}{anew}{line[found.end() :]}"
    return lines


def _joined(numbers: Sequence[int]) -> str:
    """1, 2, 3 and 7 as `1-3, 7`."""
    groups: list[list[int]] = []
    for number in dict.fromkeys(numbers):
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    parts = (
        [f"{group[0]}-{group[-1]}"] if len(group) >= _RANGE else [str(number) for number in group] for group in groups
    )
    return ", ".join(part for group in parts for part in group)


def _ended(lines: list[str], model: str) -> list[str]:
    """The lines of an item in another place of the list: its last line ends as the one that stood there."""
    end = model[len(model.rstrip("\r\n")) :]
    return [*lines[:-1], lines[-1].rstrip("\r\n") + end]


def _without_list(lines: list[str], numbered: _Numbered) -> str:
    """The text without the list and its heading, and one line end behind the rest."""
    places = list(numbered.items.values())
    first, last = places[0].start, places[-1].stop
    head = next((i for i in range(first - 1, -1, -1) if lines[i].strip()), -1)
    first = head if head >= 0 and _HEADING.match(lines[head]) else first
    while last < len(lines) and not lines[last].strip():
        last += 1
    before = "".join(lines[:first])
    return before + "".join(lines[last:]) if last < len(lines) else before.rstrip("\r\n") + _line_end(lines[0])


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :] or "\n"
