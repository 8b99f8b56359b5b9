"""Markdown that does not mean what its writer thinks, so that text is lost or shown as signs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ..forms.blocks import INFO
from ..markdown.admonitions import ALERTS
from ..reading.problems import Problem, did_you_mean
from .checked_page import CheckedPage

_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?|={7}")
_FENCE_END = re.compile(r"[ >]*(?:`{3,}|~{3,})[ \t]*")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NOTE_DEFINED = re.compile(r" {0,3}\[\^([^\]\s]+)\]:")
_LABEL = re.compile(r"\]\[([^\]\n]*)\]")
_DIVIDING = re.compile(r"(?<!\\)\|")
_NO_LINK = re.compile(r"\](?= ?\((?:[/#]|\.{1,2}/|https?:)[^)]*\))")
_NO_BOX = re.compile(r"\[!(\w+)\]")
_STRAY = re.compile(r"(?<![*\\])\*\*(?!\*)|(?<!_)__(?=\w)")


@dataclass(frozen=True)
class _Mistaken:
    """How a line begins that its writer took for something else, and what it wants."""

    what: str
    begins: re.Pattern[str]
    said: str
    fix: str


_NUMBERED = _Mistaken(
    "list",
    re.compile(r"\s*(\d{1,9}[.)]) +\S"),
    "would be a list item, and is part of the lines above it",
    "Put an empty line above the list, or begin it at 1.",
)
_MISTAKEN = (
    _Mistaken(
        "list",
        re.compile(r"\s*([•·●▪‣◦–—➢➤✓✔])\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space.",
    ),
    _Mistaken(
        "list",
        re.compile(r"\s*([-+]|\*(?=[^*]*$))[^\W\d_]"),
        'begins with "{0}" and no space, which makes no list',
        "Put a space behind the {0}.",
    ),
    _Mistaken(
        "list",
        re.compile(r"\s*(\d{1,3}[.)])[^\W\d_]"),
        'begins with "{0}" and no space, which makes no list',
        "Put a space behind {0}",
    ),
    # What Word's bullets become in plain text, by their font.
    _Mistaken(
        "list",
        re.compile(r"\s*([o§Øü])(?:\t| {2,})\s*\S"),
        'begins with "{0}", which makes no list',
        "Begin the line with - and a space.",
    ),
    _NUMBERED,
    _Mistaken(
        "list",
        re.compile(r"\s*(?:[-*+] +(?=\[\]))?(\[[ xX]?\])\s"),
        "looks like a box to tick and is none",
        "Write - [ ] with a dash, and with a space between the brackets.",
    ),
    _Mistaken(
        "heading",
        re.compile(r"\s*(#{1,6})[^\s#\d]"),
        'begins with "{0}" and no space, which makes no heading',
        "Put a space behind {0}.",
    ),
    _Mistaken(
        "heading",
        re.compile(r"\s*(#{7,})\s"),
        "has more than six #, which makes no heading",
        "Use six at most.",
    ),
    _Mistaken(
        "table",
        re.compile(r"\s*(\|)"),
        "looks like a row of a table and is none",
        "A table needs its second line |---|---| with as many cells as the first.",
    ),
)
_ANY_MISTAKEN = re.compile("|".join(mistaken.begins.pattern for mistaken in _MISTAKEN))
"""Most lines begin like none of them, and are passed over at once."""


def problems(page: CheckedPage) -> Iterator[Problem]:
    """All of it, in the order of the rules."""
    yield from _conflicts(page)
    yield from _blocks(page)
    yield from _notes(page)
    yield from _labels(page)
    yield from _no_links(page)
    yield from _no_boxes(page)


def _conflicts(page: CheckedPage) -> Iterator[Problem]:
    for number, line in enumerate(page.source.lines, start=1):
        if line[:1] in "<>|=" and _CONFLICT.fullmatch(line):
            yield page.problem(
                number,
                1,
                "merge-conflict",
                "Two versions of the article stand here together.",
                "Keep one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>.",
            )


def _blocks(page: CheckedPage) -> Iterator[Problem]:
    tokens = page.rendered.tokens
    for i, token in enumerate(tokens):
        line = page.source.body_line + (token.map[0] if token.map else 0)
        match token.type:
            case "table_open":
                yield from _ragged(page, token)
            case "fence":
                yield from _open_fence(page, token)
                yield from _no_calculator(page, token, line)
            case "code_block":
                yield page.problem(
                    line,
                    1,
                    "indented",
                    "Four spaces at the start make this code, not text.",
                    "Remove the spaces; for code write ``` above and below it.",
                )
            case "heading_open" if token.markup in ("-", "="):
                end = page.source.body_line + (token.map[1] if token.map else 1) - 1
                if not _CONFLICT.fullmatch(page.source.line(end)):
                    yield page.problem(
                        end,
                        1,
                        "underlined",
                        "This line turns the text above it into a heading.",
                        "For a dividing line leave an empty line above it; for a heading write ## in front.",
                    )
            case "inline" if tokens[i - 1].type == "paragraph_open":
                yield from _mistaken_lines(page, token)


def _ragged(page: CheckedPage, table: Token) -> Iterator[Problem]:
    if table.map is None:
        return
    first = page.source.body_line + table.map[0]
    lines = [page.source.line(first + i) for i in range(table.map[1] - table.map[0])]
    width = len(cells(lines[0]))
    fenced = _row(lines[0]).startswith("|")
    for i, line in enumerate(lines[2:], start=2):
        count = len(cells(line))
        if fenced and not _row(line).startswith("|"):
            yield page.problem(
                first + i,
                1,
                "table",
                "This line is taken into the table above it.",
                "Put an empty line below the table.",
            )
        elif count != width:
            effect = "the last are lost" if count > width else "the row ends early"
            yield page.problem(
                first + i,
                1,
                "table",
                f"This row has {count} cells and its table {width}; {effect}.",
                f"Give it {width} cells. For a | inside a cell write \\|.",
            )


def _row(line: str) -> str:
    return line.lstrip(" >\t")


def cells(line: str) -> list[str]:
    """The cells of a row, by the rule of GitHub's tables: every | divides, but not \\|."""
    row = _row(line).strip()
    parts = _DIVIDING.split(row) if "\\" in row else row.split("|")
    if parts and not parts[0].strip():
        parts = parts[1:]
    if parts and not parts[-1].strip():
        parts = parts[:-1]
    return parts


def _open_fence(page: CheckedPage, fence: Token) -> Iterator[Problem]:
    if fence.map is None:
        return
    first, last = (page.source.body_line + n for n in (fence.map[0], fence.map[1] - 1))
    closed = last > first and _FENCE_END.fullmatch(page.source.line(last))
    if not closed:
        yield page.problem(
            first,
            1,
            "open-fence",
            "This block is opened and never closed; all text below it is shown as code.",
            f"Write {fence.markup} on a line of its own where the block ends.",
        )


def _no_calculator(page: CheckedPage, fence: Token, line: int) -> Iterator[Problem]:
    word = (fence.info.split() or [""])[0]
    if word != INFO and did_you_mean(word, [INFO]):
        yield page.problem(
            line,
            1,
            "calculator-fence",
            f'"{word}" shows this block as code, not as a calculator.',
            f"Write {fence.markup}{INFO}.",
        )


def _in_words(page: CheckedPage, wanted: re.Pattern[str], sign: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Where running text holds it: line, column and what was found. Only text with the sign in it is looked through."""
    for text in page.rendered.texts:
        for found in wanted.finditer(text.words) if sign in text.words else ():
            yield text.line, text.column + found.start(), found


def _no_links(page: CheckedPage) -> Iterator[Problem]:
    for line, column, _ in _in_words(page, _NO_LINK, "]"):
        yield page.problem(
            line,
            column,
            "no-link",
            "This is shown as it stands, because it makes no link.",
            "Leave no space between ] and (, and none in the address; give a file a name without spaces.",
        )


def _no_boxes(page: CheckedPage) -> Iterator[Problem]:
    for text in page.rendered.texts:
        found = _NO_BOX.match(text.words)
        if found:
            yield page.problem(
                text.line,
                text.column,
                "no-box",
                f'There is no box called "{found[1]}".{did_you_mean(found[1], ALERTS)}',
                f"Use one of {', '.join(ALERTS).upper()}.",
            )


def _mistaken_lines(page: CheckedPage, inline: Token) -> Iterator[Problem]:
    if inline.map is None:
        return
    first = page.source.body_line + inline.map[0]
    for i in range(inline.map[1] - inline.map[0]):
        line = page.source.line(first + i).lstrip(">")
        if line[:2].isalpha() or not _ANY_MISTAKEN.match(line):
            continue
        for mistaken in _MISTAKEN:
            found = mistaken.begins.match(line)
            if found is None or (mistaken is _NUMBERED and i == 0):
                continue
            sign = found[1]
            yield page.problem(
                first + i,
                page.source.line(first + i).find(sign) + 1,
                f"no-{mistaken.what}",
                f"This line {mistaken.said.format(sign)}.",
                mistaken.fix.format(sign),
            )
            break
    yield from _stray(page, inline.children or [], first)


def _stray(page: CheckedPage, children: Sequence[Token], first: int) -> Iterator[Problem]:
    if any(
        child.type == "text" and ("**" in child.content or "__" in child.content) and _STRAY.search(child.content)
        for child in children
    ):
        for text in page.rendered.texts:
            found = _STRAY.search(text.words) if text.line >= first else None
            if found:
                yield page.problem(
                    text.line,
                    text.column + found.start(),
                    "stray-stars",
                    f"{found[0]} is shown as it stands: bold is opened or closed only without a space inside.",
                    "Write **words** with no space behind the first and before the last stars.",
                    "warning",
                )
                return


def _notes(page: CheckedPage) -> Iterator[Problem]:
    labels = page.rendered.definitions.get("footnotes", {}).get("refs", {})
    for row, column, found in _in_words(page, _NOTE, "[^"):
        yield page.problem(
            row,
            column,
            "footnote",
            f"There is no footnote {found[1]}.",
            f"Add a line [^{found[1]}]: and the words of the note, with an empty line above it.",
        )
    seen: set[str] = set()
    for number, line in page.body_lines():
        defined = _NOTE_DEFINED.match(line)
        if defined is None or f":{defined[1]}" not in labels:
            continue
        if defined[1] in seen:
            yield page.problem(
                number,
                1,
                "footnote",
                f"Footnote {defined[1]} is written twice; one of the two is lost.",
                "Give one of them another name.",
            )
        elif labels[f":{defined[1]}"] < 0:
            yield page.problem(
                number,
                1,
                "footnote",
                f"Footnote {defined[1]} is never called, so its words are not shown.",
                f"Write [^{defined[1]}] in the text, or remove the note.",
            )
        seen.add(defined[1])


def _labels(page: CheckedPage) -> Iterator[Problem]:
    defined = page.rendered.definitions.get("references", {})
    used = {
        child.meta.get("label")
        for token in page.rendered.tokens
        for child in token.children or []
        if child.type in ("link_open", "image")
    }
    twice = page.rendered.definitions.get("duplicate_refs", [])
    for label, definition in defined.items():
        if label not in used:
            yield page.problem(
                page.source.body_line + definition["map"][0],
                1,
                "link-label",
                "This line is taken for the address of a link that nobody uses, so it is not shown.",
                "If it is text, write a \\ in front of the [. If not, remove it.",
            )
    for definition in twice:
        yield page.problem(
            page.source.body_line + definition["map"][0],
            1,
            "link-label",
            f"The address of [{definition['label'].lower()}] is given twice; this one is lost.",
            "Keep one of the two.",
        )
    for text in page.rendered.texts:
        for found in _LABEL.finditer(text.words) if "][" in text.words else ():
            yield page.problem(
                text.line,
                text.column + found.start() + 1,
                "link-label",
                f"There is no address for the link [{found[1]}].",
                "Write the address in round brackets: [words](address).",
            )
