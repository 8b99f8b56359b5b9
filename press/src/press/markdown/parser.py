"""Markdown made into a page: the one parser of the whole site."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from ..forms.blocks import CalculatorBlock
from ..reading.source_file import SourceFile
from .calculator_links import link_to_calculators
from .glossary_links import Terms
from .links import SiteMap
from .raw_html import comment_blocks_only
from .render_rules import RULES
from .rendered_page import RenderedPage
from .visitor import MOST_LEVELS, Walk

Placed = Callable[[CalculatorBlock, int, int], str]
"""(block, its number on the page, heading level) -> HTML of the form."""


def render(
    source: SourceFile,
    *,
    site: SiteMap,
    page: str,
    passages: bool = False,
    placed: Placed,
    terms: Terms | None = None,
    used_by: Mapping[str, str] | None = None,
) -> RenderedPage:
    """The body of `source` as HTML. `page` is its source path in the site.

    `passages` gives every table row and list item an id. `placed` makes the HTML of a calculator.
    `terms` links words to the glossary. `used_by` is the HTML that follows a row or item, by its id.
    """
    env: dict[str, Any] = {"placed": placed}
    tokens = parser().parse(source.body, env)
    walk = Walk(source, site, page, with_passages=passages)
    rendered = walk.over(tokens)
    rendered.tokens = tokens
    rendered.definitions = env
    if terms:
        terms.link(tokens)
    if used_by:
        link_to_calculators(tokens, used_by)
    rendered.html = parser().renderer.render(tokens, parser().options, env) + (terms.meanings() if terms else "")
    return rendered


@cache
def parser() -> MarkdownIt:
    """The parser of the whole site; made once."""
    md = MarkdownIt("gfm-like2", {"linkify": False, "xhtmlOut": False, "maxNesting": MOST_LEVELS, "store_labels": True})
    # Refusing a link here would print its Markdown and say nothing; the walk judges it instead,
    # where the line is known.
    # The parser means this method to be replaced; to the type checker no method may be.
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.use(footnote_plugin, inline=False)
    md.use(admon_plugin)
    md.use(deflist_plugin)
    comment_blocks_only(md)
    for name, rule in RULES.items():
        md.add_render_rule(name, rule)
    return md
