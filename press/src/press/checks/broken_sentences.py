"""Lists directly below a line of words that may be the rest of its sentence: a dash, a minus, a plus or a number began a line.

A list is meant where nothing else can be: behind a colon, below a sentence that has ended, or with items that begin with
capital letters. Items set in below an item are one as well, unless they begin with numbers.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..reading.problems import Problem
from .checked_page import CheckedPage
from .line_ends import announces, goes_on, is_ended

_SIGN = r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+"
_NUMBER_IN_ITEM = re.compile(r"[ \t>]*(?P<sign>[-*])[ \t]+(?:\\?[-−+~±]{1,2} ?)?[\d.]")
_CAPITAL = re.compile(rf"{_SIGN}(?:\[[ xX]\][ \t]|[\"“‘'(*_\[]*[A-ZÀ-ÖØ-Þ])")
_WORD = re.compile(rf"{_SIGN}(?:\[[ xX]\][ \t]|[\"“‘'(*_\[]*(?:[A-ZÀ-ÖØ-Þ]['’]?[a-zß-ÿ]|A ))")
"""A box to tick, or a capital letter that begins a word: MADRS and IV are written so inside a sentence too."""
_ENDS = frozenset({"list_item_close", "ordered_list_close", "bullet_list_close", "blockquote_close", "alert_close"})


def is_below_words(page: CheckedPage, tokens: Sequence[Token], i: int) -> bool:
    """Whether the list that opens at `i` begins directly below words, inside their item or outside of it."""
    last = i - 1
    while last > 0 and tokens[last].type in _ENDS:
        last -= 1
    words, below = tokens[last - 1].map, tokens[i].map
    if tokens[last].type != "paragraph_close" or not words or not below or words[1] != below[0]:
        return False
    if tokens[i - 1].type == "bullet_list_close":
        return tokens[i].markup == "+"  # any other sign is that of a list all the same
    # What is set in below a numbered item, and does not stand inside it, is named as that.
    return tokens[i - 1].type != "ordered_list_close" or page.source.line(page.source.body_line + below[0])[:1] != " "


def problems(
    page: CheckedPage, before: Token, token: Token, items: Sequence[Token], parents: Sequence[str]
) -> Iterator[Problem]:
    """Of such a list. `before` is the token in front of it, `parents` are the signs of the items that it stands in."""
    lines = [page.source.line(page.source.body_line + (item.map or [0, 0])[0]) for item in items]
    number = page.source.body_line + (token.map or [0, 0])[0]
    above = page.source.line(number - 1).rstrip("\\ \t")
    if len(items) > 1:
        is_counted = len({item.info for item in items}) > 1
        if not is_counted and not announces(above):
            yield from _several(page, token, number, lines, above, parents)
    elif before.type == "paragraph_close" and parents:
        yield from _in_item(page, token, number, parents[-1])
    else:
        yield from _one(page, token, number, above)


def _one(page: CheckedPage, token: Token, number: int, above: str) -> Iterator[Problem]:
    """One line below a sentence that begins with a number may be the rest of that sentence."""
    line = page.source.line(number)
    if token.type == "ordered_list_open":
        typed = re.search(r"\d+", line)
        yield page.problem(
            number,
            1,
            "list-of-one",
            "This line becomes a list of one item. Is it the rest of the sentence above it?",
            f"For a sentence write {typed[0] if typed else 1}\\. with a backslash; for a list put an empty line above it.",
            "warning",
        )
    elif found := _NUMBER_IN_ITEM.match(line):
        yield page.problem(
            number,
            found.start("sign") + 1,
            "list-sign",
            f'This "{found["sign"]}" is taken for the sign of a list, and readers would not see it in front of the number.',
            "For a minus write − without a space behind it; for a list of one item put an empty line above it.",
        )
    elif not announces(above):
        yield page.problem(
            number,
            1,
            "list-of-one",
            "This line becomes a list of one item. Is it the rest of the sentence above it?",
            "For a sentence join the two lines; for a list put an empty line above it.",
            "warning",
        )


def _in_item(page: CheckedPage, token: Token, number: int, parent: str) -> Iterator[Problem]:
    """One item inside another item may be the rest of that one's sentence, when it begins with a number or another sign."""
    if token.type == "ordered_list_open" or _NUMBER_IN_ITEM.match(page.source.line(number)) or parent != token.markup:
        yield page.problem(
            number,
            1,
            "list-of-one",
            "This line becomes a list of one item inside the item above it. Is it the rest of that item?",
            "For the rest of a sentence join the two lines; for a list put an empty line above it.",
            "warning",
        )


def _several(
    page: CheckedPage, token: Token, number: int, lines: Sequence[str], above: str, parents: Sequence[str]
) -> Iterator[Problem]:
    """Several lines directly below words that announce no list."""
    has_own_sign = parents[-1:] == [token.markup]
    if all(map(_NUMBER_IN_ITEM.match, lines)) and not has_own_sign:
        yield page.problem(
            number,
            1,
            "list-sign",
            f"These {len(lines)} lines become a list, and the signs in front of the numbers are not shown.",
            "For a list end the line above with : or put an empty line below it; for a minus or × write the sign itself.",
            "warning",
        )
    elif not _is_meant(token, lines, above, parents):
        yield page.problem(
            number,
            1,
            "list-sign",
            f"These {len(lines)} lines become a list. Are they the rest of the sentence above them?",
            "For a list end the line above with : or put an empty line below it; for a sentence join the lines.",
            "warning",
        )


def _is_meant(token: Token, lines: Sequence[str], above: str, parents: Sequence[str]) -> bool:
    """Whether an editor can mean nothing but a list."""
    has_own_sign = parents[-1:] == [token.markup]
    has_word = any(map(_WORD.match, lines))
    if has_word and all(map(_CAPITAL.match, lines)) and (has_own_sign or token.markup != "+"):
        return True
    has_number = any(map(_NUMBER_IN_ITEM.match, lines))
    if is_ended(above) and not above.endswith(("..", "…")):
        return has_word or not has_number
    if parents and (has_own_sign or token.markup != "+"):
        return not has_number or (has_own_sign and not goes_on(above))
    return False
