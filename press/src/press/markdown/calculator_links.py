"""The way from a row or list item of an article to the calculators that rest on it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape

from markdown_it.token import Token

from .inline_tokens import ready

_REMEMBERED = 1024
"""So many sets of calculators; of the longest article some hundred and fifty passages have one each."""


def used_by_html(calculators: Iterable[tuple[str, str]]) -> str:
    """Links to calculators, given by title and address."""
    return _used_by_html(tuple(calculators))


@lru_cache(maxsize=_REMEMBERED)
def _used_by_html(calculators: tuple[tuple[str, str], ...]) -> str:
    """Whoever writes asks again and again for the same."""
    links = "".join(
        f' <a href="{escape(url)}" aria-label="Calculator: {escape(title)}">{escape(title)}</a>'
        for title, url in calculators
    )
    # These are no words of the article, so the search leaves them out. For it, a span inside would end what it leaves out.
    return f'<span class="used-by" data-search-exclude>{links}</span>'


def with_calculator_links(tokens: Sequence[Token], used_by: Mapping[str, str]) -> list[Token]:
    """The tokens of a page with the HTML of `used_by` behind the words of the rows and items that have its ids."""
    changed = list(tokens)
    for i, token in enumerate(tokens):
        html = used_by.get(str(token.attrs.get("id", ""))) if token.attrs else None
        if html is not None:
            end = _end_of_words(tokens, i)
            changed[end] = changed[end].copy(children=[*(changed[end].children or []), ready(html)])
    return changed


def _end_of_words(tokens: Sequence[Token], start: int) -> int:
    """The index of a row's last cell, or of the last paragraph of a list item's own: never of a list inside it."""
    level = tokens[start].level
    end = start
    for i in range(start + 1, len(tokens)):
        if tokens[i].level == level:
            break
        if tokens[i].type == "inline" and tokens[i].level == level + 2:
            end = i
    return end
