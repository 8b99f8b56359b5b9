"""Words of the glossary become links where an article first uses them; the article's Markdown stays as it is."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from html import escape

from markdown_it.token import Token

from ..content.glossary import Entry, Glossary, folded
from .inline_tokens import ready
from .references import reference_items

_NOT_INSIDE = frozenset({"heading_open", "th_open", "alert_title_open", "admonition_title_open"})
_REMEMBERED = 2048
"""Pieces of text; the longest article has some six hundred."""


class GlossaryLinks:
    """The glossary as one article links to it."""

    def __init__(self, glossary: Glossary, article: str, url: str) -> None:
        """`article` is its slug, `url` the address of the glossary as seen from it.

        What was found in a text is remembered: whoever writes asks again and again of all paragraphs but one.
        """
        self._url = url
        self._by_form = {
            folded(form): entry
            for entry in glossary.terms
            if entry.link and article not in entry.not_in
            for form in entry.forms
        }
        self._pattern = _pattern(tuple(self._by_form))
        self._terms = lru_cache(maxsize=_REMEMBERED)(self._terms_in)

    def linked(self, tokens: Sequence[Token]) -> tuple[list[Token], str]:
        """The tokens of a parsed page with the links in them, and the HTML that the links describe themselves with."""
        seen: dict[str, Entry] = {}
        changed = list(tokens)
        if self._pattern is None:
            return changed, ""
        references = reference_items(tokens)
        reference_level: int | None = None
        for i, token in enumerate(tokens):
            if i in references:
                reference_level = token.level
            elif token.type == "list_item_close" and token.level == reference_level:
                reference_level = None
            elif token.type == "inline" and reference_level is None and tokens[i - 1].type not in _NOT_INSIDE:
                before = len(seen)
                pieces = list(self._pieces(token.children or [], seen))
                if len(seen) > before:
                    changed[i] = token.copy(children=pieces)
        return changed, _meanings(seen.values())

    def _pieces(self, children: Sequence[Token], seen: dict[str, Entry]) -> Iterator[Token]:
        in_link = 0
        for child in children:
            in_link += child.nesting if child.type == "link_open" or child.type == "link_close" else 0
            if child.type == "text" and not in_link:
                yield from self._with_links(child, seen)
            else:
                yield child

    def _with_links(self, token: Token, seen: dict[str, Entry]) -> Iterator[Token]:
        position = 0
        for start, end, entry in self._terms(token.content):
            if entry.id in seen:
                continue
            seen[entry.id] = entry
            yield Token("text", "", 0, content=token.content[position:start])
            yield ready(
                f'<a class="term" href="{escape(self._url)}#{entry.id}" aria-describedby="{_meaning(entry)}">'
                f"{escape(token.content[start:end], quote=False)}</a>"
            )
            position = end
        yield Token("text", "", 0, content=token.content[position:]) if position else token

    def _terms_in(self, words: str) -> tuple[tuple[int, int, Entry], ...]:
        """Every term in a piece of text, with its begin and end."""
        found = self._pattern.finditer(words) if self._pattern else ()
        return tuple((one.start(), one.end(), self._by_form[folded(one[1])]) for one in found)


def _meanings(entries: Collection[Entry]) -> str:
    """The definitions of linked terms: read out on a link, seen in the glossary, not searched twice."""
    if not entries:
        return ""
    definitions = "".join(
        f'<p id="{_meaning(entry)}">{escape(entry.definition, quote=False)}</p>\n' for entry in entries
    )
    return f'<div class="term-meanings" hidden data-search-exclude>\n{definitions}</div>\n'


def _meaning(entry: Entry) -> str:
    return f"meaning-of-{entry.id}"


@lru_cache(maxsize=16)  # nearly all articles have the same forms
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Any of the forms as words of their own, the longest first, in the plural too."""
    if not forms:
        return None
    by_letter: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        for letter, rest in _written(form):
            by_letter.setdefault(letter, []).append(rest)
    # By the letter, so that most places are left after one look at it.
    written = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?<![\w-])({written})s?(?!\w|-\w)")


def _written(form: str) -> Iterator[tuple[str, str]]:
    """A folded form as a pattern behind each letter it may begin with: a capital too, while an abbreviation is what it is."""
    either = form == form.casefold()
    whole = r"\s+".join("[-‑–]".join(_part(part, either) for part in word.split("-")) for word in form.split())
    letter = form[0] if form[0].isalnum() else ""
    rest = whole.removeprefix(_part(letter, either))
    yield letter, rest
    if either and letter.islower():
        yield letter.upper(), rest


def _part(part: str, either: bool) -> str:
    if either and part[:1].islower():
        return f"[{part[0]}{part[0].upper()}]{re.escape(part[1:])}"
    return re.escape(part)
