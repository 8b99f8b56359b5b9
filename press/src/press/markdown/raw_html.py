"""Which HTML an editor may write in Markdown: a few words of layout, and comments."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block

ALLOWED = ("br", "sub", "sup", "kbd", "abbr", "wbr")

_ALLOWED_TAG = re.compile(rf"</?(?:{'|'.join(ALLOWED)})\s*/?>", re.IGNORECASE)
_OF_TABLE = re.compile(r"</?(?:table|thead|tbody|tfoot|caption|colgroup|col|tr|th|td)\b[^>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def is_allowed(tag: str) -> bool:
    """Whether this one tag may be printed as it stands; none with attributes may."""
    return bool(_ALLOWED_TAG.fullmatch(tag))


def is_comment(piece: str) -> bool:
    """Whether this is one whole comment, which readers are not shown."""
    return bool(_COMMENT.fullmatch(piece))


def is_of_table(tag: str) -> bool:
    """Whether this tag belongs to a table."""
    return bool(_OF_TABLE.fullmatch(tag))


def behind_comment(block: str) -> str | None:
    """What a block that begins with a comment holds besides; None when the comment never ends."""
    rest = _COMMENT.sub("", block)
    return None if "<!--" in rest else rest.strip()


def comment_blocks_only(md: MarkdownIt) -> None:
    """Let only comments begin a block of HTML.

    CommonMark hands everything up to the next blank line, or to the end of the article, to an
    opened tag and reads no Markdown in it. Without the rule a tag is a piece of its paragraph,
    so the words around it stay words.
    """

    def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = state.bMarks[start] + state.tShift[start]
        return state.src.startswith("<!--", first) and html_block(state, start, end, silent)

    rule: Callable[[StateBlock, int, int, bool], bool] = block
    md.block.ruler.at("html_block", rule, {"alt": ["paragraph", "reference", "blockquote"]})
