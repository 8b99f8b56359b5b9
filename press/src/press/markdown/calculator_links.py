"""The way from a row or list item of an article to the calculators that rest on it."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from markdown_it.token import Token

from .inline_tokens import ready


def used_by_html(calculators: Iterable[tuple[str, str]]) -> str:
    """Links to calculators, given by title and address."""
    links = "".join(
        f' <a href="{escape(url)}" aria-label="Calculator: {escape(title)}">{escape(title)}</a>'
        for title, url in calculators
    )
    # No words of the article: no search finds them here. To the search, a span inside would end what it leaves out.
    return f'<span class="used-by" data-search-exclude>{links}</span>'


def link_to_calculators(tokens: Sequence[Token], used_by: Mapping[str, str]) -> None:
    """Put the HTML of `used_by` behind the words of the rows and items that bear its ids."""
    for i, token in enumerate(tokens):
        html = used_by.get(str(token.attrs.get("id", "")))
        if html is not None:
            end = _end_of_words(tokens, i)
            end.children = [*(end.children or []), ready(html)]


def _end_of_words(tokens: Sequence[Token], start: int) -> Token:
    """The last cell of a row, or the last paragraph of a list item's own: never one of a list inside it."""
    level = tokens[start].level
    end = tokens[start]
    for token in tokens[start + 1 :]:
        if token.level == level:
            break
        if token.type == "inline" and token.level == level + 2:
            end = token
    return end
