"""Nothing vanishes: every word and every sign of a sum an editor wrote is on the page, or a message says which is not.

The source is read here line by line, without the Markdown parser, so that a fault of the parser
or of the rendering cannot hide itself. Words are counted, not placed: what moves is not lost.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape

from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from .blocks import cells as cells_of
from .visible_text import Shown, shown_text

# Besides words, the signs that change what a number means.
_WORD = re.compile(r"\w+|[<>≤≥=^+±×÷−]|~(?<!~~)(?!~)|\*(?<=\w\*)(?=\w)|-(?<![\w-]-)(?=[\d.])")
_FENCE = re.compile(r"[ >]*(?P<marks>`{3,}|~{3,})(?P<info>[^`]*)$")
_ITEM = re.compile(r"[ >]*(?!(?:[-*][ \t]*){3,}$)(?:[-*+]|\d{1,9}[.)])\s+\S")
_MORE_THAN = r">[ \t]?(?:=|[~≈±]? ?(?!\d{1,9}[.)][ \t])\d|[+−-]\d|\.\d)"
_QUOTE = re.compile(rf"[ \t]*(?:(?!{_MORE_THAN})>[ \t]?)+")
_QUOTED_ON = re.compile(rf"[ \t]*>[ \t]?(?:(?!{_MORE_THAN})>[ \t]?)*")
_ROW = re.compile(r"[ >]*\|")
_DIVIDER = re.compile(r"[ >]*[|:\- ]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

# Markup that is not shown as words, in the order in which it is removed. The first entry is what a line must contain for
# the pattern to match at all: looking for that is quicker.
_NOT_SHOWN = (
    ("", re.compile(r"^[ >]*(?:!!!|\?\?\?\+?)[ ]+\w+"), " "),  # the kind of a box
    ("[!", re.compile(r"^[ >]*\[!\w+\]"), " "),  # the kind of a box as on GitHub
    ("[^", re.compile(r"^[ >]*\[\^[^\]\s]+\]:"), " "),  # the name of a footnote
    (
        "]:",
        re.compile(r"^[ >]{0,3}\[[^\]]+\]:\s*(?:[<#/.]|(?!\d)\S*[/#:]|\S+\.[a-z]{2,}).*$", re.IGNORECASE),
        " ",
    ),  # the address of a link
    ("[^", re.compile(r"\[\^[^\]\s]+\]"), " "),  # a footnote's sign
    ("[@", re.compile(r"@\w(?:[\w:.-]*\w)?(?=[^\[\]]*\])"), " "),  # the key of a work, for which its number is shown
    ("", re.compile(r"^[ >]*(?:[-*+]|\d{1,9}[.)])(?=\s|$)"), " "),  # a list's sign
    ("]", re.compile(r"^\s*\[[ xX]\](?=\s)"), " "),  # a box to tick
    ("-", re.compile(r"^[ >]*\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$"), " "),  # the second line of a table
    ("#", re.compile(r"\s\{\s*#[\w:.-]+\s*\}\s*$"), " "),  # a heading's own id
    (
        "](",
        re.compile(r"\]\((?:<[^>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"),
        "] ",
    ),  # an address
    ("][", re.compile(r"\]\[[^\]]*\]"), "] "),  # the label of an address
    ("<", re.compile(r"<((?:https?:|mailto:)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>"), r" \1 "),  # an address shown as it is
    ("<", re.compile(r"</?(?:br|sub|sup|kbd|abbr|wbr)\s*/?>", re.IGNORECASE), ""),
)
_SIGNS = re.compile(r"[\[\]{<>&\\]|^[ >]*(?:[-*+!?:]|\d{1,9}[.)]|\|[-: |]+\|?\s*$)")
"""A line without any of these is shown as it is written, but for characters that are no words."""
_BREAKING = re.compile(r"<(?:br|wbr)\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")

_REMEMBERED = 4096
"""Of so many lines it is remembered what must be shown; the longest article has some eight hundred."""


def lost(source: SourceFile, html: str) -> Iterator[Problem]:
    """A problem for each line with words that the page does not show."""
    page = shown_text(html)
    yield from _fewer(source, page)
    words = _WORD.findall(page.text)
    shown = Counter([_folded(word) for word in words] if "_" in page.text else words)
    quoted = False
    for number, line in _text_lines(source):
        missing = []
        words_here = words_of_line(line, quoted=quoted)
        quoted = (_QUOTED_ON if quoted else _QUOTE).match(line) is not None
        for word in words_here:
            if shown[word]:
                shown[word] -= 1
            else:
                missing.append(word)
        if missing:
            first = " ".join(missing[:8]) + (" …" if len(missing) > 8 else "")
            yield source.problem(
                number,
                max(1, source.line(number).find(missing[0]) + 1),
                "lost-text",
                f"The page does not show: {first}",
                "Look at the line and at the one above it: an empty line, a sign or a bracket may be missing.",
            )


def _fewer(source: SourceFile, page: Shown) -> Iterator[Problem]:
    """A list or a table that became running text keeps its words, so items and cells are counted too."""
    lines = list(_text_lines(source, with_code=False))
    items = [number for number, line in lines if _ITEM.match(line)]
    rows = [(number, line) for number, line in lines if _ROW.match(line) and not _DIVIDER.fullmatch(line)]
    cells = sum(len(cells_of(line)) for _, line in rows)
    for first, count, shown, what in (
        (items[:1], len(items), page.counts["li"], "list items"),
        ([number for number, _ in rows[:1]], cells, page.counts["td"] + page.counts["th"], "cells of tables"),
    ):
        if count > shown:
            yield source.problem(
                first[0],
                1,
                "lost-structure",
                f"The article has {count} {what} from here on and the page shows {shown}.",
                "Look for a list or a table that is part of a paragraph, or of a block of code.",
            )


@lru_cache(maxsize=_REMEMBERED)
def words_of_line(line: str, *, quoted: bool = False) -> Sequence[str]:
    """The words and signs of one line of Markdown that must be shown. `quoted` says that a quotation stands above it.

    Whoever writes asks again and again of all lines but one.
    """
    text = line
    if _SIGNS.search(line):
        text = _BREAKING.sub(" ", line) if "<" in line else line
        for sign, pattern, instead in _NOT_SHOWN:
            if sign in text:
                text = pattern.sub(instead, text)
        if ">" in text:
            text = (_QUOTED_ON if quoted else _QUOTE).sub("", text, count=1) if text.lstrip()[:1] == ">" else text
        text = unescape(_ESCAPE.sub(r"\1", text) if "\\" in text else text)
    words = _WORD.findall(text)
    return [folded for word in words if (folded := _folded(word))] if "_" in text else words


def _folded(word: str) -> str:
    # Underscores are letters to \w and emphasis to Markdown.
    return word.strip("_").replace("_", "")


def _text_lines(source: SourceFile, *, with_code: bool = True) -> Iterator[tuple[int, str]]:
    """The lines below the front matter, without comments and calculator blocks; fenced code if it is wanted."""
    body = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source.body)
    fence = ""
    in_calculator = False
    for i, line in enumerate(body.split("\n")):
        found = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if found and not fence:
            fence = found["marks"]
            in_calculator = found["info"].split()[:1] == ["calculator"]
        elif found and found["marks"].startswith(fence) and not found["info"].strip():
            fence, in_calculator = "", False
        elif not in_calculator and (with_code or not fence):
            yield source.body_line + i, line
