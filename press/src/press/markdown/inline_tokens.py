"""The small parts of a page that the visitors put together: items, rows, plain words, ids written by hand."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from .raw_html import is_allowed, is_comment

_EXPLICIT_ID = re.compile(r"\s*\{\s*#([\w:.-]+)\s*\}\s*$")
_LONGEST_LEAD = 80


class ItemBeingRead:
    """A list item being read."""

    def __init__(self, token: Token, line: int, reference: int | None) -> None:
        self.token, self.line, self.reference = token, line, reference
        self.words: list[str] = []
        self.last: Token | None = None


class RowBeingRead:
    """A table row being read."""

    def __init__(self, token: Token, line: int, *, in_head: bool) -> None:
        self.token, self.line, self.in_head = token, line, in_head
        self.cells: list[str] = []


def ready(html: str) -> Token:
    """A piece that is printed as it is."""
    return Token("ready", "", 0, content=html)


def is_words(piece: Token) -> bool:
    """Whether a piece is text in which no citation, mark of a recommendation or label can stand."""
    return piece.type == "text" and piece.content != "" and "[" not in piece.content


def plain_text(children: Sequence[Token]) -> str:
    """The words of a paragraph without their markup."""
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "image":
            parts.append(plain_text(child.children or []))
        elif child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "html_inline" and not is_allowed(child.content):
            parts.append("" if is_comment(child.content) else child.content)
    return "".join(parts)


def lead(text: str, children: Sequence[Token]) -> str:
    """The words that announce a table, such as **Standard protocol**:, else nothing."""
    starts_bold = next((c.type for c in children if c.content or c.type != "text"), "") == "strong_open"
    if starts_bold and len(text) <= _LONGEST_LEAD:
        return text.rstrip(" :.")
    return ""


def take_explicit_id(inline: Token) -> str | None:
    """The id in `## Words {#id}`, removed from the heading."""
    last = inline.children[-1] if inline.children else None
    found = _EXPLICIT_ID.search(last.content) if last is not None and last.type == "text" else None
    if last is None or found is None:
        return None
    last.content = last.content[: found.start()]
    return found[1]
