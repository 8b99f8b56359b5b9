"""Words of the glossary become links where an article first uses them; the article's Markdown stays as it is."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token

from ..content.glossary import Entry, Glossary, folded
from .inline_tokens import ready
from .references import reference_items

_NOT_INSIDE = frozenset({"heading_open", "th_open", "alert_title_open", "admonition_title_open"})


class Terms:
    """The glossary as one article links to it."""

    def __init__(self, glossary: Glossary, article: str, url: str) -> None:
        """`article` is its slug, `url` the address of the glossary as seen from it."""
        self._url = url
        self._by_form = {
            folded(form): entry
            for entry in glossary.terms
            if entry.link and article not in entry.not_in
            for form in entry.forms
        }
        self._pattern = _pattern(self._by_form)
        self.linked: list[Entry] = []

    def link(self, tokens: Sequence[Token]) -> None:
        """Put the links into a page that has been parsed and walked."""
        if self._pattern is None:
            return
        references = reference_items(tokens)
        reference_level: int | None = None
        for i, token in enumerate(tokens):
            if i in references:
                reference_level = token.level
            elif token.type == "list_item_close" and token.level == reference_level:
                reference_level = None
            elif token.type == "inline" and reference_level is None and tokens[i - 1].type not in _NOT_INSIDE:
                token.children = list(self._pieces(token.children or []))

    def _pieces(self, children: Sequence[Token]) -> Iterator[Token]:
        in_link = 0
        for child in children:
            in_link += child.nesting if child.type == "link_open" or child.type == "link_close" else 0
            if child.type == "text" and not in_link:
                yield from self._linked(child)
            else:
                yield child

    def _linked(self, token: Token) -> Iterator[Token]:
        assert self._pattern is not None
        position = 0
        for found in self._pattern.finditer(token.content):
            entry = self._by_form[folded(found[1])]
            if entry in self.linked:
                continue
            self.linked.append(entry)
            yield Token("text", "", 0, content=token.content[position : found.start()])
            yield ready(
                f'<a class="term" href="{escape(self._url)}#{entry.id}" aria-describedby="{_meaning(entry)}">'
                f"{escape(found[0], quote=False)}</a>"
            )
            position = found.end()
        yield Token("text", "", 0, content=token.content[position:]) if position else token

    def meanings(self) -> str:
        """What the links describe themselves with: read out on a link, seen in the glossary, not searched twice."""
        if not self.linked:
            return ""
        said = "".join(
            f'<p id="{_meaning(entry)}">{escape(entry.definition, quote=False)}</p>\n' for entry in self.linked
        )
        return f'<div class="term-meanings" hidden data-search-exclude>\n{said}</div>\n'


def _meaning(entry: Entry) -> str:
    return f"meaning-of-{entry.id}"


def _pattern(forms: dict[str, Entry]) -> re.Pattern[str] | None:
    """Any of the forms as words of their own, the longest first, in the plural too."""
    if not forms:
        return None
    written = "|".join(_written(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({written})s?(?!\w|-\w)")


def _written(form: str) -> str:
    """A folded form as a pattern: a word may begin with a capital, an abbreviation is what it is."""
    either = form == form.casefold()
    return r"\s+".join("[-‑–]".join(_part(part, either) for part in word.split("-")) for word in form.split())


def _part(part: str, either: bool) -> str:
    if either and part[:1].islower():
        return f"[{part[0]}{part[0].upper()}]{re.escape(part[1:])}"
    return re.escape(part)
