"""Code in an article, highlighted at build time in the way Material expects."""

from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LANGUAGES = ("json", "python", "sh", "text", "yaml")
"""What is highlighted. Pygments knows 600 languages, and an editor would wait for all of them at the desk; for Markdown alone it
reads a dozen others, which a fence in it may be in."""

# Pygments is imported only for a page with code: the import is slow, and most articles have none.


@cache
def _lexer(language: str) -> "Lexer | None":
    if language not in LANGUAGES:
        return None
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(language, stripnl=False)


def _highlighted(code: str, lexer: "Lexer") -> str:
    from pygments import highlight
    from pygments.formatters import HtmlFormatter

    formatter: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
    return highlight(code, lexer, formatter)


def code_html(code: str, language: str) -> str:
    """A block of code; Material's copy button finds it by `pre > code` inside `.highlight`."""
    lexer = _lexer(language) if language else None
    inner = _highlighted(code, lexer) if lexer else escape(code)
    name = escape(language or "text", quote=True)
    return f'<div class="language-{name} highlight"><pre><span></span><code>{inner}</code></pre></div>\n'
