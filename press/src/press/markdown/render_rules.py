"""How each kind of token is printed, where Markdown's own way does not serve Material or readers."""

from collections.abc import Callable, Sequence
from html import escape

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from ..forms.blocks import INFO
from .highlighting import code_html

Tokens = Sequence[Token]
Rule = Callable[[RendererHTML, Tokens, int, OptionsDict, EnvType], str]


def _ready(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    """HTML that the visitor has made itself."""
    return tokens[i].content


def _escaped(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    """Whatever HTML the visitor has not let through is printed as text."""
    return escapeHtml(tokens[i].content)


def _escaped_block(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    words = tokens[i].content.strip()
    return f"<p>{escapeHtml(words)}</p>\n" if words else ""


def _fence(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[i]
    language = token.info.strip().split(maxsplit=1)[0] if token.info.strip() else ""
    if language == INFO:
        placed = (token.meta or {}).get("calculator")
        return code_html(token.content, "yaml") if placed is None else str(env["form"](placed))
    return code_html(token.content, language)


def _code_inline(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    instead: str | None = env["code"](tokens[i].content)
    return f"<code>{escapeHtml(tokens[i].content)}</code>" if instead is None else instead


def _image(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    html = self.image(tokens, i, options, env)
    size: tuple[int, int] | None = env["size"](str(tokens[i].attrs["src"]))
    return html.replace("<img ", f'<img width="{size[0]}" height="{size[1]}" ', 1) if size else html


def _list_item_open(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    token = tokens[i]
    if "checked" not in token.meta:
        return self.renderToken(tokens, i, options, env)
    checked = " checked" if token.meta["checked"] else ""
    name = escape(token.meta.get("name") or "To do", quote=True)
    return (
        self.renderToken(tokens, i, options, env)
        + f'<label class="task-list-control"><input type="checkbox" autocomplete="off"{checked} aria-label="{name}">'
        "</label> "
    )


def _table_open(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    # Wide tables scroll inside a region that keyboards reach and screen readers name.
    name = escape(tokens[i].meta.get("name", "Table"), quote=True)
    return f'<div class="table-region" role="region" tabindex="0" aria-label="{name}">\n<table class="data">\n'


def _table_close(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    return "</table>\n</div>\n"


def _footnote_ref(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    meta = tokens[i].meta
    label = escape(str(meta["label"]), quote=True)
    again = meta["subId"] + 1
    backs = f"fnref:{label}" if again == 1 else f"fnref{again}:{label}"
    return f'<sup id="{backs}"><a class="footnote-ref" href="#fn:{label}">{meta["id"] + 1}</a></sup>'


def _footnote_block_open(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    return '<div class="footnote">\n<hr>\n<ol>\n'


def _footnote_block_close(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    return "</ol>\n</div>\n"


def _footnote_open(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    return f'<li id="fn:{escape(str(tokens[i].meta["label"]), quote=True)}">\n'


def _footnote_close(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    return "</li>\n"


def _footnote_anchor(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    meta = tokens[i].meta
    label = escape(str(meta["label"]), quote=True)
    again = meta["subId"] + 1
    backs = f"fnref:{label}" if again == 1 else f"fnref{again}:{label}"
    words = f"Back to note {meta['id'] + 1} in the text"
    return f' <a class="footnote-backref" href="#{backs}" title="{words}" aria-label="{words}">↩</a>'


def _alert_title_open(self: RendererHTML, tokens: Tokens, i: int, options: OptionsDict, env: EnvType) -> str:
    return '<p class="admonition-title">'


RULES: dict[str, Rule] = {
    "ready": _ready,
    "html_inline": _escaped,
    "html_block": _escaped_block,
    "fence": _fence,
    "code_inline": _code_inline,
    "image": _image,
    "code_block": lambda self, tokens, i, options, env: code_html(tokens[i].content, ""),
    "alert_title_open": _alert_title_open,
    "list_item_open": _list_item_open,
    "table_open": _table_open,
    "table_close": _table_close,
    "footnote_ref": _footnote_ref,
    "footnote_block_open": _footnote_block_open,
    "footnote_block_close": _footnote_block_close,
    "footnote_open": _footnote_open,
    "footnote_close": _footnote_close,
    "footnote_anchor": _footnote_anchor,
}
