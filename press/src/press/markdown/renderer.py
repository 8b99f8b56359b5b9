"""The renderer of the parser, with a short way for the token that is met most often."""

from collections.abc import Sequence

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict


class Renderer(RendererHTML):
    """Prints what RendererHTML prints."""

    def renderToken(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:  # noqa: N802 (markdown-it's name)
        """A tag."""
        token = tokens[idx]
        if token.nesting == -1 and not token.hidden and not token.attrs:
            return f"</{token.tag}>\n" if token.block else f"</{token.tag}>"
        return super().renderToken(tokens, idx, options, env)

    @staticmethod
    def renderAttrs(token: Token) -> str:  # noqa: N802 (markdown-it's name)
        """The attributes of a tag, which most have none of."""
        return RendererHTML.renderAttrs(token) if token.attrs else ""
