"""A parsed page as HTML. Nothing here changes the page, so it can be made again, and for another purpose."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from .calculator_links import with_calculator_links
from .glossary_links import GlossaryLinks
from .page_parts import with_html_before_references, with_own_sections
from .parsed_page import ParsedPage, PlacedCalculator
from .parser import parser

Form = Callable[[PlacedCalculator], str]
"""The HTML in place of a calculator block."""
Code = Callable[[str], str | None]
"""The HTML in place of words in code; None leaves them code."""
Size = Callable[[str], tuple[int, int] | None]
"""Width and height of the picture at an address; None leaves them to the browser."""


@dataclass(frozen=True)
class PageHtml:
    """The HTML of a page in two parts, so that something can be put between them."""

    title: str
    """The page's heading of level 1; empty when it has none."""
    body: str

    def __str__(self) -> str:
        return self.title + self.body


def page_html(
    parsed: ParsedPage,
    *,
    form: Form = lambda placed: "",
    code: Code = lambda word: None,
    size: Size = lambda address: None,
    glossary: GlossaryLinks | None = None,
    used_by: Mapping[str, str] | None = None,
    before_references: str = "",
) -> PageHtml:
    """The page as HTML. Without `form` the places of its calculators stay empty.
    Where `size` knows a picture, nothing moves while it loads.

    `glossary` links words to the glossary. `used_by` is the HTML that follows a row or item, by its id.
    `before_references` is HTML above the list of references, or at the end of a page without one.
    """
    tokens: Sequence[Token] = parsed.tokens
    meanings = ""
    if glossary:
        tokens, meanings = glossary.linked(tokens)
    if used_by:
        tokens = with_calculator_links(tokens, used_by)
    tokens = with_html_before_references(with_own_sections(tokens), before_references)
    env = {"form": form, "code": code, "size": size}
    end = _end_of_title(tokens)
    return PageHtml(_rendered(tokens[:end], env), _rendered(tokens[end:], env) + meanings)


def _end_of_title(tokens: Sequence[Token]) -> int:
    """The index behind the first heading of level 1; 0 when there is none."""
    return next(
        (i for i, token in enumerate(tokens, start=1) if token.type == "heading_close" and token.tag == "h1"), 0
    )


def _rendered(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    return str(parser().renderer.render(tokens, parser().options, env))
