"""Code in an article, coloured at build time in the way Material expects."""

from functools import cache
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


@cache
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


def code_html(code: str, language: str) -> str:
    """A block of code; Material's copy button finds it by `pre > code` inside `.highlight`."""
    lexer = _lexer(language) if language else None
    inner = highlight(code, lexer, _FORMATTER) if lexer else escape(code)
    name = escape(language or "text", quote=True)
    return f'<div class="language-{name} highlight"><pre><span></span><code>{inner}</code></pre></div>\n'
