"""Parts of a page that its HTML holds together: the key points, and what stands above the references."""

from collections.abc import Sequence

from markdown_it.token import Token

from ..reading.ids import slug
from .inline_tokens import ready

KEY_POINTS = "key-points"
"""The id of the section that an article begins with."""
REFERENCES = "references"


def with_key_points(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a page with the section of its key points as an element of its own."""
    start = next((i for i, token in enumerate(tokens) if _is_section(token, KEY_POINTS)), None)
    if start is None:
        return tokens
    end = next((i for i in range(start + 1, len(tokens)) if _ends_section(tokens[i])), len(tokens))
    opened = ready(f'<section class="{KEY_POINTS}" aria-labelledby="{KEY_POINTS}">\n')
    return [*tokens[:start], opened, *tokens[start:end], ready("</section>\n"), *tokens[end:]]


def with_html_before_references(tokens: Sequence[Token], html: str) -> Sequence[Token]:
    """The tokens of a page with HTML above the heading of its references; at the end where there is none."""
    if not html:
        return tokens
    place = next((i for i in range(len(tokens)) if _is_references(tokens, i)), len(tokens))
    return [*tokens[:place], ready(html), *tokens[place:]]


def _is_section(token: Token, id: str) -> bool:
    return token.type == "heading_open" and token.tag == "h2" and token.attrs.get("id") == id


def _is_references(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].type == "heading_open" and slug(tokens[i + 1].content) == REFERENCES


def _ends_section(token: Token) -> bool:
    # A footnote's text is gathered behind all sections.
    return (token.type == "heading_open" and token.tag in ("h1", "h2")) or token.type == "footnote_block_open"
