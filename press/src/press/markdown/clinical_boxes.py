"""Two boxes that the parser does not know: `> [!CONTRAINDICATIONS]` and `> [!MONITORING]`."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

CLINICAL = ("contraindications", "monitoring")
_FIRST_LINE = re.compile(rf"\[!({'|'.join(CLINICAL)})\][ \t]*(?:\n|$)", re.IGNORECASE)


def clinical_boxes(md: MarkdownIt) -> None:
    """Let the parser make boxes of quotations that begin with one of these names."""
    # Before the words of paragraphs are read, as the parser does with its own boxes.
    md.core.ruler.before("inline", "clinical_boxes", _boxes)


def _boxes(state: StateCore) -> None:
    if "[!" not in state.src:
        return
    tokens: list[Token] = []
    open_quotations: list[bool] = []
    i = 0
    while i < len(state.tokens):
        token = state.tokens[i]
        i += 1
        if token.type == "blockquote_open":
            kind = _kind(state.tokens, i)
            open_quotations.append(kind is not None)
            if kind is not None:
                tokens += _opening(token, kind)
                i += 3 if not _take_first_line(state.tokens[i : i + 3]) else 0
                continue
        elif token.type == "blockquote_close" and open_quotations.pop():
            token = Token("alert_close", "div", -1, markup=">", block=True, level=token.level)
        tokens.append(token)
    state.tokens = tokens


def _kind(tokens: list[Token], i: int) -> str | None:
    """The name in the first paragraph of a quotation, whose first token is the one at `i`."""
    if i + 1 >= len(tokens) or tokens[i].type != "paragraph_open":
        return None
    found = _FIRST_LINE.match(tokens[i + 1].content)
    return found[1] if found else None


def _opening(quotation: Token, kind: str) -> list[Token]:
    box = Token("alert_open", "div", 1, markup=">", info=kind, meta={"kind": kind}, map=quotation.map)
    box.block, box.level = True, quotation.level
    title_open = Token("alert_title_open", "p", 1, block=True, level=quotation.level + 1)
    title = Token("inline", "", 0, content=kind.capitalize(), children=[], block=True, level=quotation.level + 2)
    return [box, title_open, title, Token("alert_title_close", "p", -1, block=True, level=quotation.level + 1)]


def _take_first_line(paragraph: list[Token]) -> bool:
    """Take the name out of a paragraph; False when nothing else stands in it."""
    start, words, _ = paragraph
    words.content = _FIRST_LINE.sub("", words.content, count=1)
    for token in (start, words):
        if token.map:
            token.map = [token.map[0] + 1, token.map[1]]
    return bool(words.content.strip())
