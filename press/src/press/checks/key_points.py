"""An article for clinicians begins with its key points, at most five."""

from collections.abc import Iterator

from ..markdown.page_parts import KEY_POINTS, REFERENCES
from ..markdown.parsed_page import Heading
from ..reading.problems import Problem
from .checked_page import CheckedPage

RULE = "key-points"
_MOST = 5
_FORM = "## Key points {#key-points}"


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article with more sections than one. A handout and an article that was withdrawn need no key points."""
    article = page.article
    if article is None or article.is_for_patients or article.withdrawn:
        return
    sections = [heading for heading in page.parsed.headings if heading.level == 2 and heading.id != REFERENCES]
    found = next((heading for heading in sections if heading.id == KEY_POINTS), None)
    if found is None and len(sections) > 1:
        yield page.problem(
            sections[0].line,
            1,
            RULE,
            "The article does not begin with its key points.",
            f"Above this heading write {_FORM} and a list of three to five items.",
        )
    elif found is not None and found is not sections[0]:
        yield page.problem(
            found.line,
            1,
            RULE,
            f"The key points stand below the section {sections[0].text}.",
            "Move them above all other sections, below the first paragraph.",
        )
    if found is not None:
        yield from _items(page, found)


def _items(page: CheckedPage, section: Heading) -> Iterator[Problem]:
    end = next((heading.line for heading in page.parsed.headings if heading.line > section.line), None)
    items = [
        passage.line
        for passage in page.parsed.passages
        if not passage.is_row and passage.line > section.line and (end is None or passage.line < end)
    ]
    if not items:
        yield page.problem(
            section.line, 1, RULE, "The key points are no list.", "Write three to five lines that begin with a hyphen."
        )
    elif len(items) == 1 and (below := _paragraph_below(page, items[0], end)):
        yield page.problem(
            below,
            1,
            RULE,
            "Only the first line of the key points is one: this paragraph stands below the list.",
            "Begin each key point with - and a space, without empty lines between them.",
        )
    elif len(items) > _MOST:
        yield page.problem(
            sorted(items)[_MOST],
            1,
            RULE,
            f"There are {len(items)} key points; at most {_MOST} are read.",
            "Join some of them, or move the others into the sections below.",
        )


def _paragraph_below(page: CheckedPage, item: int, end: int | None) -> int | None:
    """The line of the first paragraph behind the only item that is not set in as a part of it."""
    paragraphs = (
        block.line
        for block in page.parsed.blocks
        if block.kind == "paragraph" and block.line > item and (end is None or block.line < end)
    )
    return next((line for line in paragraphs if not page.source.line(line).startswith((" ", "\t"))), None)
