"""Words of a new article that were not replaced: readers must not see them."""

from collections.abc import Iterator

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
        yield page.problem(
            before.count("\n") + 1,
            found.start() - before.rfind("\n"),
            "unwritten",
            f"“{' '.join(found[0].split())}” stands here since the article was begun, or a piece was inserted.",
            "Write yours in its place, or remove it.",
            "warning" if page.article.draft else "error",
        )
