"""Signs of a sentence that stand where Markdown takes them for its own, so that readers would not see them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it.token import Token

from ..markdown.kept_signs import is_more_than
from ..reading.problems import Problem
from .checked_page import CheckedPage

_LIST_SIGNS = re.compile(r"[ \t>]*?(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+(?=>)|[ \t]+")
_BARE_QUOTATION = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>[ \t]*")
_PLUS_NUMBER = re.compile(r"[ \t>]*\+[ \t]+(?:\\?[-−~<>≥≤±] ?)?[\d.]")
_STARS_AMONG_NUMBERS = re.compile(r"(?<=[\d)%²³]\s)\*(?=[^*\s])[^*\d]*\d[^*]*\*(?=\s[\d(])")
_CODE = re.compile(r"`[^`]*`")
_CLOSING_MARKS = re.compile(r"[ \t>]*(?P<marks>#{1,6})[ \t]+(?:.*[ \t])?(?P<closing>#+)[ \t]*")
_RULE = re.compile(r"[ \t]*(?P<sign>[-*_])(?:(?P=sign){2,}|(?:[ \t](?P=sign)){2,})[ \t]*")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every block in the order of the page."""
    tokens = page.parsed.tokens
    items = 0
    for i, token in enumerate(tokens):
        match token.type:
            case "list_item_open" | "list_item_close":
                items += token.nesting
            case "blockquote_open":
                yield from _quotation(page, token)
            case "bullet_list_open" if token.markup == "+":
                yield from _plus(page, token)
            case "heading_open" if token.markup.startswith("#"):
                yield from _closing_marks(page, token)
                yield from _heading_inside(page, token, tokens[i + 1].content, in_item=items > 0)
            case "hr":
                yield from _dividing_line(page, token)
            case "inline" if "`" in token.content:
                yield from _ticks(page, token)
                yield from _stars(page, token)
            case "inline" if "*" in token.content:
                yield from _stars(page, token)
            case "admonition_open" | "alert_open":
                yield from _empty_box(page, tokens, i)


def _first_line(page: CheckedPage, token: Token) -> int:
    return page.source.body_line + (token.map[0] if token.map else 0)


def _below_words(page: CheckedPage, number: int) -> bool:
    """Whether the line stands directly below another one."""
    return number > page.source.body_line and bool(page.source.line(number - 1).strip(" \t>"))


def _quotation(page: CheckedPage, token: Token) -> Iterator[Problem]:
    number = _first_line(page, token)
    line = page.source.line(number)
    begins = _LIST_SIGNS.match(line)
    start = begins.end() if begins else 0
    words = line.lstrip(" \t>")
    if is_more_than(line[start:]) or _BARE_QUOTATION.fullmatch(line):
        yield page.problem(
            number,
            start + 1,
            "quote-sign",
            'The lines from here on are taken for a quotation, and this ">" is not shown.',
            'For "more than" write "above" or \\>; for a quotation, begin it with a word.',
        )
    elif not line.startswith(">>>") and (_below_words(page, number) or f">{words}" in line):
        yield page.problem(
            number,
            start + 1,
            "quote-sign",
            'This ">" begins a quotation, and is not shown. Does it belong to the sentence above?',
            'For "more than" write "above" or \\>; for a quotation put an empty line above it, and a space behind it.',
            "warning",
        )


def _plus(page: CheckedPage, token: Token) -> Iterator[Problem]:
    first, end = token.map or (0, 0)
    for number in range(page.source.body_line + first, page.source.body_line + end):
        line = page.source.line(number)
        if _PLUS_NUMBER.match(line):
            yield page.problem(
                number,
                line.find("+") + 1,
                "list-sign",
                'This "+" is taken for the sign of a list, and is not shown.',
                "For a plus, write it without the space behind it; for a list, write - instead.",
            )
            return


def _closing_marks(page: CheckedPage, token: Token) -> Iterator[Problem]:
    number = _first_line(page, token)
    found = _CLOSING_MARKS.fullmatch(page.source.line(number))
    if found is None:
        return
    marks, closing = found["marks"], found["closing"]
    yield page.problem(
        number,
        found.start("closing") + 1,
        "heading-sign",
        f'The "{closing}" at the end of this heading is not shown.',
        f"Remove it; if it belongs to the words, write \\{closing}",
        "warning" if marks == closing else "error",
    )


def _heading_inside(page: CheckedPage, token: Token, words: str, *, in_item: bool) -> Iterator[Problem]:
    """A heading in a list item, or directly below a sentence, may be no heading; least of all without a capital letter."""
    number = _first_line(page, token)
    if in_item or (words and _below_words(page, number)):
        marks = token.markup
        yield page.problem(
            number,
            page.source.line(number).find(marks) + 1,
            "heading-sign",
            f'This "{marks}" makes a heading of the line, and is not shown.',
            f"If it belongs to the words, write \\{marks}; for a heading put an empty line above it.",
            "error" if in_item or not words[0].isupper() else "warning",
        )


def _dividing_line(page: CheckedPage, token: Token) -> Iterator[Problem]:
    number = _first_line(page, token)
    if token.level or _below_words(page, number) or not _RULE.fullmatch(page.source.line(number)):
        yield page.problem(
            number,
            1,
            "line-sign",
            "These signs draw a dividing line here, and are not shown.",
            "Put an empty line above it, outside of a list; if they are words, write a backslash in front.",
        )


def _ticks(page: CheckedPage, token: Token) -> Iterator[Problem]:
    number = _first_line(page, token)
    for before, child in pairwise(token.children or ()):
        number += before.type in ("softbreak", "hardbreak")
        if child.type == "code_inline" and before.type == "text" and before.content[-1:].strip(" (/–-“\"‘'"):
            yield page.problem(
                number,
                page.source.line(number).find("`") + 1,
                "code-sign",
                "The ` behind this word begins code, and neither it nor the next one is shown.",
                "For minutes or feet write the word; for code put a space in front.",
            )


def _stars(page: CheckedPage, token: Token) -> Iterator[Problem]:
    found = _STARS_AMONG_NUMBERS.search(_CODE.sub(lambda code: " " * len(code[0]), token.content))
    if found:
        number = _first_line(page, token) + token.content.count("\n", 0, found.start())
        yield page.problem(
            number,
            page.source.line(number).find("*") + 1,
            "star-sign",
            "These two * make italics of what stands between them, and are not shown.",
            "For a multiplication write × or \\*",
        )


def _empty_box(page: CheckedPage, tokens: tuple[Token, ...], i: int) -> Iterator[Problem]:
    kind = tokens[i].type.removesuffix("_open")
    behind = i + 1
    if behind < len(tokens) and tokens[behind].type == f"{kind}_title_open":
        behind += 3
    if behind < len(tokens) and tokens[behind].type == f"{kind}_close":
        begins = "> " if kind == "alert" else "four spaces"
        yield page.problem(
            _first_line(page, tokens[i]),
            1,
            "box-empty",
            "There is nothing in this box; the lines below it stand outside.",
            f"Begin each line of the box with {begins.strip()}.",
        )
