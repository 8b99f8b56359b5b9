"""Paragraphs that were pasted twice, and paragraphs that nobody reads to their end."""

from collections.abc import Iterator

from ..reading.problems import Problem
from .checked_page import CheckedPage

_FEWEST_WORDS = 8
"""A shorter paragraph may be said twice, as that a tool is below."""
_MOST_WORDS = 220


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Running text and items of an article. Cells of a table may be alike."""
    if page.article is None:
        return
    first: dict[str, int] = {}
    in_tables = {line for block in page.parsed.blocks if block.kind == "table" for line in range(block.line, block.end)}
    for paragraph in page.paragraphs:
        line, column = paragraph.place(0)
        if paragraph.in_heading or line in in_tables:
            continue
        every = paragraph.words.split()
        words, count = " ".join(every), len(every)
        if count >= _FEWEST_WORDS and words in first:
            yield page.problem(
                line,
                column,
                "repeated-text",
                f"Line {first[words]} has the same words.",
                "Remove one of the two, or refer to the other.",
                "warning",
            )
        first.setdefault(words, line)
        if count > _MOST_WORDS:
            yield page.problem(
                line,
                column,
                "long-paragraph",
                f"This paragraph has {count} words without a break; on a phone it fills several screens.",
                "Begin a new paragraph with each thought, or make a list.",
                "warning",
            )
