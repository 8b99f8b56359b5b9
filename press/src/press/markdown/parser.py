"""Markdown read into a page: the one parser of the whole site."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, normalize
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from ..content.references import Work
from ..reading.source_file import SourceFile
from .citations import PageCitations
from .clinical_boxes import clinical_boxes
from .kept_signs import keep_signs
from .known_words import know_words
from .links import SiteMap
from .parsed_page import ParsedPage
from .raw_html import comment_blocks_only
from .reference_list import with_reference_list
from .render_rules import RULES
from .renderer import Renderer
from .visitor import MOST_LEVELS, PageVisitor


def parse(
    source: SourceFile,
    *,
    addresses: SiteMap,
    page: str,
    passages: bool = False,
    works: Mapping[str, Work] | None = None,
) -> ParsedPage:
    """The page that `source` holds, at `page`, its source path in the site. `passages` gives rows and items an id.

    `works` are those that it may cite by key; without them no key is read.
    """
    definitions: dict[str, Any] = {}
    # The rule of boxes looks for a sign behind the last line, so a line end must be there.
    text = source.body if source.body.endswith("\n") else f"{source.body}\n"
    tokens = parser().parse(text, definitions)
    citations = PageCitations(works)
    found = PageVisitor(source, addresses, page, citations, with_passages=passages).visit(tokens)
    return found.frozen(with_reference_list(tokens, found, works or {}, citations.numbers), definitions)


@cache
def parser() -> MarkdownIt:
    """The parser of the whole site, and the renderer of its tokens; made once."""
    options = {"linkify": False, "xhtmlOut": False, "maxNesting": MOST_LEVELS, "store_labels": True}
    md = MarkdownIt("gfm-like2", options, renderer_cls=Renderer)
    # Refusing a link here would print its Markdown and say nothing; the visitor judges it instead,
    # where the line is known.
    # The parser means this method to be replaced; to the type checker no method may be.
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.core.ruler.at("normalize", _with_plain_line_ends)
    md.use(footnote_plugin, inline=False)
    md.use(admon_plugin)
    md.use(deflist_plugin)
    comment_blocks_only(md)
    clinical_boxes(md)
    keep_signs(md)
    know_words(md)
    for name, rule in RULES.items():
        md.add_render_rule(name, rule)
    return md


def _with_plain_line_ends(state: StateCore) -> None:
    """The parser's own rule, which replaces every line end of a text by itself, for texts that need it."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)
