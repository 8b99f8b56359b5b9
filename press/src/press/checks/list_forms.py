"""Lists that readers would see otherwise than they were typed: renumbered, of one line, or not inside each other."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..reading.problems import Problem
from . import broken_sentences
from .checked_page import CheckedPage

_STAR_BEHIND_WORD = re.compile(r"[\w.,)]\*(?![\w*])")


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every list in the order of the page."""
    tokens = page.parsed.tokens
    single: dict[int, int] = {}
    parents: list[str] = []
    references_from = min(
        (reference.line for reference in page.parsed.written_references), default=len(page.source.lines) + 1
    )
    for i, token in enumerate(tokens):
        if token.type == "heading_open":
            single = {}
        elif token.type.startswith("list_item_"):
            parents = [*parents, token.markup] if token.nesting == 1 else parents[:-1]
            if token.nesting == 1 and tokens[i + 1].type == "list_item_close":
                yield from _empty(page, token)
        elif token.type == "dd_open":
            yield from _definition(page, token, tokens[i + 2].content)
        if token.type not in ("ordered_list_open", "bullet_list_open") or token.map is None:
            continue  # a list without a place was not written
        items = _items(tokens, i)
        number = page.source.body_line + (token.map or [0, 0])[0]
        if token.type == "ordered_list_open":
            yield from _renumbered(page, number, items)
            if tokens[i - 1].type == "ordered_list_close" and tokens[i - 1].markup != token.markup:
                yield from _another(page, number, items[0])
            if len(items) == 1 and token.level == 0 and number < references_from:
                yield from _again(page, number, single, items[0])
        else:
            yield from _not_inside(page, tokens, i, number)
        if broken_sentences.is_below_words(page, tokens, i):
            yield from broken_sentences.problems(page, tokens[i - 1], token, items, parents)
        elif len(items) == 1 and token.markup == "*":
            yield from _note(page, number)


def _items(tokens: Sequence[Token], i: int) -> list[Token]:
    level = tokens[i].level
    found: list[Token] = []
    for token in tokens[i + 1 :]:
        if token.level == level:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            found.append(token)
    return found


def _renumbered(page: CheckedPage, number: int, items: Sequence[Token]) -> Iterator[Problem]:
    typed = [int(item.info) for item in items]
    shown = list(range(typed[0], typed[0] + len(typed)))
    if typed == shown or set(typed) == {1}:
        return
    place = next(i for i, (one, other) in enumerate(zip(typed, shown, strict=True)) if one != other)
    yield page.problem(
        page.source.body_line + (items[place].map or [number, 0])[0],
        1,
        "list-number",
        f"This item is numbered {typed[place]}, and readers would see {shown[place]}: a list counts by itself.",
        f"Number it {shown[place]}; if a step is missing, put it in; if the number is part of the words, "
        f"begin each line with - and the number.",
    )


def _another(page: CheckedPage, number: int, item: Token) -> Iterator[Problem]:
    """A number with another sign behind it than the items above have."""
    yield page.problem(
        number,
        1,
        "list-number",
        f"With {item.info}{item.markup} another list begins, because the numbers above end in another sign.",
        f"Write {item.info}. or {item.info}) as above; for a sentence write {item.info}\\{item.markup}",
        "warning",
    )


def _again(page: CheckedPage, number: int, single: dict[int, int], item: Token) -> Iterator[Problem]:
    """Steps with words between them that all begin at the same number."""
    typed = int(item.info)
    if typed in single:
        yield page.problem(
            number,
            1,
            "list-number",
            f"This is the second list with a single item {typed} in this section.",
            "If the steps go on, number them on, or set the words between them three spaces in.",
            "warning",
        )
    single.setdefault(typed, number)


def _not_inside(page: CheckedPage, tokens: Sequence[Token], i: int, number: int) -> Iterator[Problem]:
    line = page.source.line(number)
    indent = len(line) - len(line.lstrip(" "))
    if i and tokens[i - 1].type == "ordered_list_close" and tokens[i].level == 0 and indent:
        yield page.problem(
            number,
            1,
            "list-indent",
            "This item is set in, and yet it does not stand inside the numbered one above it.",
            "Set it three spaces in; four below a number of two digits.",
        )


def _empty(page: CheckedPage, token: Token) -> Iterator[Problem]:
    yield page.problem(
        page.source.body_line + (token.map or [0, 0])[0],
        1,
        "list-sign",
        f'This "{token.markup}" makes an item of a list with nothing in it, and is not shown.',
        "Write the words of the item, or remove it.",
    )


def _definition(page: CheckedPage, token: Token, words: str) -> Iterator[Problem]:
    """Words that explain the term above them begin with a capital letter; others may be the rest of its sentence."""
    number = page.source.body_line + (token.map or [0, 0])[0]
    if words and not words[0].isupper():
        yield page.problem(
            number,
            max(1, page.source.line(number).find(":") + 1),
            "list-sign",
            'This ":" makes the line an explanation of the one above it, and is not shown.',
            "For a sentence join the two lines; an explanation begins with a capital letter.",
        )


def _note(page: CheckedPage, number: int) -> Iterator[Problem]:
    """A star behind a word and a line that begins with one: a note, as on paper."""
    if any("*" in text.words and _STAR_BEHIND_WORD.search(text.words) for text in page.parsed.texts):
        yield page.problem(
            number,
            1,
            "list-sign",
            'This "*" is taken for the sign of a list, and is not shown; is it the note to a star in the text?',
            "Write the note as [^a] in the text and [^a]: here.",
        )
