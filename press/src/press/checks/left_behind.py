"""What a text speaks of and the page has not: a table or figure that did not come along, a page of paper, an open question."""

import re
from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_CAPTION = re.compile(
    r"(?:\*\*|__)?(Table|Figure|Fig\.|Box|Chart)\s+(\d+)(?:\*\*|__)?\s*[.:](?:\*\*|__)?\s*\S", re.IGNORECASE
)
_PAGE = re.compile(
    r"\b(?:see|on|at|to|the)\s+(?:the\s+)?(?:next page|previous page|page\s+\d+|p\.\s*\d+)\b|\boverleaf\b",
    re.IGNORECASE,
)
_TRACES_OF_A_PAGE = ("page", "p.", "overleaf")
"""A text without any of these, in small letters, names no page: looking for them is quicker."""
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_OPEN = re.compile(r"\?|\b(?:to ?do|fixme|check|not sure|unsure|verify|ask|confirm|please)\b", re.IGNORECASE)
_NEAR = 3


def problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article."""
    if page.article is None:
        return
    yield from _captions(page)
    yield from _pages(page)
    yield from _questions(page)


def _captions(page: CheckedPage) -> Iterator[Problem]:
    """Captions with nothing near them that they could belong to."""
    tables = [block for block in page.parsed.blocks if block.kind == "table"]
    pictures = [link.line for link in page.parsed.links if link.picture]
    for block in page.parsed.blocks:
        found = _CAPTION.match(page.source.line(block.line).lstrip()) if block.kind == "paragraph" else None
        if found is None:
            continue
        near = range(block.line - _NEAR, block.end + _NEAR)
        has_it = any(table.line in near or table.end in near for table in tables) or any(
            line in near for line in pictures
        )
        if not has_it:
            yield page.problem(
                block.line,
                1,
                "left-behind",
                f"{found[1]} {found[2]} is announced here, and there is none: it may not have come along.",
                "Bring the table or the picture, or remove the line.",
                "warning",
            )


def _pages(page: CheckedPage) -> Iterator[Problem]:
    for text in page.parsed.texts:
        if text.in_references or "[@" in text.words:
            continue
        small = text.words.lower()
        if not any(trace in small for trace in _TRACES_OF_A_PAGE):
            continue
        for found in _PAGE.finditer(text.words):
            yield page.problem(
                text.line,
                text.column + found.start(),
                "left-behind",
                f'"{found[0]}" speaks of paper; a page of the web has no pages.',
                "Link the section that is meant: [monitoring](#monitoring).",
                "warning",
            )


def _questions(page: CheckedPage) -> Iterator[Problem]:
    body = page.source.body
    for found in _COMMENT.finditer(body):
        if _OPEN.search(found[1]):
            before = body[: found.start()]
            yield page.problem(
                page.source.body_line + before.count("\n"),
                found.start() - before.rfind("\n"),
                "open-question",
                f"A question or a task stands in a comment that readers do not see: “{' '.join(found[1].split())[:80]}”.",
                "Answer it, and remove the comment.",
                "warning",
            )
