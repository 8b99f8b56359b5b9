"""The glossary and the list of abbreviations as readers see them: both made of the one file."""

from collections.abc import Callable
from itertools import groupby
from typing import Literal, get_args

from ..content.glossary import Entry, Glossary
from ..forms.form import markup
from ..markdown.parsed_page import Heading

Part = Literal["terms", "abbreviations"]
PARTS: tuple[Part, ...] = get_args(Part)


def glossary_html(glossary: Glossary, see: Callable[[Entry], str], root: str) -> str:
    """Every term under its letter. `see` gives the address to read on at; `root` is the way to the site's first page."""
    return str(markup("glossary.html", part="terms", letters=_letters(glossary), see=see, root=root))


def abbreviations_html(glossary: Glossary, glossary_url: str) -> str:
    """Every abbreviation written out, with a link to what the glossary says of it."""
    return str(
        markup("glossary.html", part="abbreviations", abbreviations=glossary.abbreviations, glossary_url=glossary_url)
    )


def glossary_headings(glossary: Glossary) -> list[Heading]:
    """The headings of the glossary, for its contents: letters, and the terms below them."""
    found = []
    for letter, entries in _letters(glossary):
        found.append(Heading(2, f"letter-{letter.lower()}", letter, 0))
        found += [Heading(3, entry.id, entry.term, 0) for entry in entries]
    return found


def _letters(glossary: Glossary) -> list[tuple[str, list[Entry]]]:
    return [(letter, list(entries)) for letter, entries in groupby(glossary.terms, lambda entry: entry.term[0].upper())]
