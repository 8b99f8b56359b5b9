"""The list of references that is made of the works an article cites by key, under a heading of its own."""

from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from ..content.reference_words import printed
from ..content.references import Work
from .citations import back_links, places_of_numbers
from .findings import Findings
from .inline_tokens import ready
from .parsed_page import Heading
from .references import NumberedReference, identifiers_linked

TITLE = "References"
_ID = "references"


def with_reference_list(
    tokens: Sequence[Token], found: Findings, works: Mapping[str, Work], numbers: Mapping[str, int]
) -> list[Token]:
    """The tokens of a page with the list behind its text and before its footnotes. `numbers` are those of cited keys."""
    if not numbers:
        return [*tokens]
    made = [*_heading(found), *_items(found, works, numbers)]
    end = next((i for i, token in enumerate(tokens) if token.type == "footnote_block_open"), len(tokens))
    return [*tokens[:end], *made, *tokens[end:]]


def _heading(found: Findings) -> list[Token]:
    # Its place in the order of headings is behind all that is written.
    line = len(found.source.lines)
    id = found.ids.take(_ID, line)
    found.headings.append(Heading(2, id, TITLE, line))
    permalink = f'<a class="headerlink" href="#{id}" title="Copy link">#</a>'
    words = Token("inline", "", 0, content=TITLE, children=[Token("text", "", 0, content=TITLE), ready(permalink)])
    return [
        Token("heading_open", "h2", 1, attrs={"id": id}, block=True),
        words,
        Token("heading_close", "h2", -1, block=True),
    ]


def _items(found: Findings, works: Mapping[str, Work], numbers: Mapping[str, int]) -> list[Token]:
    first = next(iter(numbers.values()))
    listed = Token("ordered_list_open", "ol", 1, attrs={"class": "made-references"}, block=True)
    if first != 1:
        listed.attrSet("start", str(first))
    items = [listed]
    lines = _first_lines(found)
    places = places_of_numbers(found.citations)
    for key, number in numbers.items():
        reference = NumberedReference(number, printed(works[key]), lines[key], works[key])
        found.references.append(reference)
        id = found.ids.take(reference.id, reference.line)
        html = identifiers_linked(reference.text) + back_links(places.get(number, ()), number)
        items += [
            Token("list_item_open", "li", 1, attrs={"id": id}, level=1, block=True),
            Token("inline", "", 0, children=[ready(html)], content=reference.text, level=2),
            Token("list_item_close", "li", -1, level=1, block=True),
        ]
    return [*items, Token("ordered_list_close", "ol", -1, block=True)]


def _first_lines(found: Findings) -> dict[str, int]:
    """The line in which each key is cited first."""
    lines: dict[str, int] = {}
    for citation in found.citations:
        for part in citation.parts:
            lines.setdefault(part.key, citation.line)
    return lines
