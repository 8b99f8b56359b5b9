"""Words of a new article that were not replaced: readers must not see them."""

from collections.abc import Iterator
from dataclasses import replace

from ..content.new_article import unwritten
from ..reading.problems import Problem
from .checked_page import CheckedPage


def problems(page: CheckedPage) -> Iterator[Problem]:
    """An error, and in a draft a warning: there they are where the editor goes on."""
    if page.article is None:
        return
    text = page.source.text
    for found in unwritten(text):
        before = text[: found.start()]
        column = found.start() - before.rfind("\n")
        problem = page.problem(
            before.count("\n") + 1,
            column,
            "unwritten",
            f"“{' '.join(found[0].split())}” stands here since the article was begun, or a piece was inserted.",
            "Write yours in its place, or remove it.",
            "warning" if page.article.draft else "error",
        )
        is_line = "\n" not in found[0]
        yield replace(problem, end_column=column + len(found[0])) if is_line else problem
