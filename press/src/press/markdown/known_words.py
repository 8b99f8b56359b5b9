"""The words of paragraphs, parsed once for equal words: whoever writes changes one paragraph, and all are asked for again."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_REMEMBERED = 4096
"""So many paragraphs, items and cells; the longest article has some seven hundred."""

_MAY_BE_MARKUP = re.compile(r"[\n!&*<\[\]\\_`~]")
"""The signs with which markup within a paragraph begins, and the one that ends a label."""


def know_words(md: MarkdownIt) -> None:
    """Let the parser keep the pieces of words that it has parsed. To be called when every plugin is in use."""
    # The parser's own list has every sign that a plugin could use, so that it tries all its rules at each - and : of a text.
    md.inline.terminator_re = _MAY_BE_MARKUP

    @lru_cache(maxsize=_REMEMBERED)
    def pieces(words: str) -> tuple[Token, ...]:
        if words and not _MAY_BE_MARKUP.search(words):
            return (Token("text", "", 0, content=words),)
        return tuple(md.inline.parse(words, md, {}, []))

    def inline(state: StateCore) -> None:
        for token in state.tokens:
            if token.type != "inline":
                continue
            children = token.children or []
            # A footnote or the label of an address is in brackets, and what it is depends on the rest of the page.
            if children or (state.env and "[" in token.content):
                state.md.inline.parse(token.content, state.md, state.env, children)
            else:
                children = [_copied(piece) for piece in pieces(token.content)]
            token.children = children

    md.core.ruler.at("inline", inline)


def _copied(token: Token) -> Token:
    """The same piece for one page, which completes it."""
    return Token(
        token.type,
        token.tag,
        token.nesting,
        attrs=dict(token.attrs),
        map=token.map,
        level=token.level,
        children=None if token.children is None else [_copied(child) for child in token.children],
        content=token.content,
        markup=token.markup,
        info=token.info,
        meta=dict(token.meta),
        block=token.block,
        hidden=token.hidden,
    )
