"""Parts of a page that its HTML holds together: key points, a dosing card, and what stands above the references."""

from collections.abc import Sequence

from markdown_it.token import Token

from ..reading.ids import slug
from .inline_tokens import ready

KEY_POINTS = "key-points"
"""The id of the section that an article begins with."""
DOSING_CARD = "dosing-card"
"""The id of a section that can be printed alone, on one page."""
REFERENCES = "references"
_BEHIND = {
    KEY_POINTS: "",
    # A script shows the button.
    DOSING_CARD: '<print-section class="print-section" data-search-exclude>'
    '<button type="button" hidden>Print the dosing card</button></print-section>\n',
}
"""What stands at the end of a section that is an element of its own, by the section's id."""


def with_own_sections(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a page with the sections of key points and of a dosing card as elements of their own."""
    for id, behind in _BEHIND.items():
        headings = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
        start = next((i for i in headings if tokens[i].tag == "h2" and tokens[i].attrs.get("id") == id), None)
        if start is not None:
            end = next((i for i in range(start + 1, len(tokens)) if _ends_section(tokens[i])), len(tokens))
            opened = ready(f'<section class="{id}" aria-labelledby="{id}">\n')
            tokens = [*tokens[:start], opened, *tokens[start:end], ready(f"{behind}</section>\n"), *tokens[end:]]
    return tokens


def with_html_before_references(tokens: Sequence[Token], html: str) -> Sequence[Token]:
    """The tokens of a page with HTML above the heading of its references; at the end where there is none."""
    if not html:
        return tokens
    place = next((i for i in range(len(tokens)) if _is_references(tokens, i)), len(tokens))
    return [*tokens[:place], ready(html), *tokens[place:]]


def _is_references(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].type == "heading_open" and slug(tokens[i + 1].content) == REFERENCES


def _ends_section(token: Token) -> bool:
    # A footnote's text is gathered behind all sections.
    return (token.type == "heading_open" and token.tag in ("h1", "h2")) or token.type == "footnote_block_open"
