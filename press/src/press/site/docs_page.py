"""What a page of docs/ asks for in its front matter and press puts below its words: the glossary, or a project file."""

import re
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from ketamine_calculators import every

from ..content.glossary import PAGE as GLOSSARY_PAGE
from ..content.glossary import Entry
from ..markdown.parser import render
from ..markdown.rendered_page import RenderedPage
from ..reading.source_file import SourceFile, read_source
from .glossary_page import abbreviations_html, glossary_headings, glossary_html

if TYPE_CHECKING:
    from .site import Site

_TITLE = re.compile(r"\A# .*")


def add_what_it_asks_for(
    rendered: RenderedPage, source: SourceFile, page: str, fields: Mapping[str, Any], edition: "Site"
) -> None:
    """Complete a page: `glossary: terms`, `glossary: abbreviations`, or `shows:` and a Markdown file of the project."""
    part = fields.get("glossary")
    if part == "terms":
        _add_terms(rendered, page, edition)
    elif part == "abbreviations":
        rendered.html += abbreviations_html(edition.glossary, edition.site.url_of(GLOSSARY_PAGE, page))
    elif part is not None:
        said = f'There is no part "{part}" of the glossary.'
        rendered.problems.append(source.problem(1, 1, "glossary", said, "Write glossary: terms, or abbreviations."))
    if "shows" in fields:
        _add_file(rendered, source, page, str(fields["shows"]), edition)


def _add_terms(rendered: RenderedPage, page: str, edition: "Site") -> None:
    headings = glossary_headings(edition.glossary)
    root = edition.site.url_of("index.md", page)
    rendered.html += glossary_html(edition.glossary, lambda entry: read_on_url(entry, page, edition) or "", root)
    rendered.headings += headings
    rendered.ids |= {heading.id: 0 for heading in headings}


def read_on_url(entry: Entry, page: str, edition: "Site") -> str | None:
    """Where a page sends those who want to know more of a term; None when there is no such place."""
    target = edition.site.target(entry.see, page)
    ids = edition.ids(target.page) if target.page and target.anchor else None
    return None if ids is not None and target.anchor not in ids else target.url


def _add_file(rendered: RenderedPage, source: SourceFile, page: str, name: str, edition: "Site") -> None:
    root = edition.project.root
    file = root / name
    if not file.is_file() or not file.resolve().is_relative_to(root.resolve()):
        said = f"There is no file {name} in the project."
        rendered.problems.append(source.problem(1, 1, "shows", said, "Correct the line shows:."))
        return
    whole = read_source(file, edition.project.shown(file))
    # The page has a title of its own; the line stays, so that lines keep their numbers.
    untitled = SourceFile(whole.path, _TITLE.sub("", whole.text, count=1), whole.problems)
    added = render(untitled, site=edition.site, page=page, placed=lambda *_: "")
    rendered.problems += [*untitled.problems, *added.problems]
    rendered.html += _calculators_named(added.html, page, edition)
    rendered.headings += added.headings
    rendered.links += added.links
    rendered.ids |= added.ids


def _calculators_named(html: str, page: str, edition: "Site") -> str:
    """A calculator's id in code becomes its title, with the way to its page."""
    for calculator in every():
        url = edition.calculator_url(calculator, page)
        title = escape(calculator.title)
        html = html.replace(f"<code>{calculator.id}</code>", f'<a href="{escape(url)}">{title}</a>' if url else title)
    return html
