"""An article as the search reads it: from what its Markdown was parsed to, so that no HTML is read again."""

from collections.abc import Sequence

from markdown_it.token import Token

from ..forms.blocks import INFO
from ..markdown.inline_tokens import plain_text
from .search_lines import SearchedSection, SectionsBeingRead, row_of


def searched_article(tokens: Sequence[Token]) -> tuple[SearchedSection, ...]:
    """The sections of a parsed page. Strengths and citations are no words of theirs, and a form says what its own page says."""
    sections = SectionsBeingRead()
    cells: list[str] | None = None
    for i, token in enumerate(tokens):
        match token.type:
            case "tr_open":
                cells = []
            case "tr_close":
                sections.add_row(row_of(cells or ()))
                cells = None
            case "inline" if cells is not None:
                cells.append(plain_text(token.children or []))
            case "inline" if tokens[i - 1].type == "heading_open":
                heading = tokens[i - 1]
                sections.begin("" if heading.tag == "h1" else str(heading.attrs.get("id", "")), _words(token))
            case "inline":
                sections.add(_words(token))
            case "code_block":
                sections.add(token.content)
            case "fence" if token.info.strip().split(maxsplit=1)[:1] != [INFO]:
                sections.add(token.content)
    return sections.finished()


def _words(inline: Token) -> str:
    # Of a reference, whose HTML is made already, the words as they were written.
    return plain_text(inline.children or []) or inline.content
