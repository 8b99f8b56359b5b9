"""The recall list: every entry is whole, and names a calculator that is there."""

from collections.abc import Iterator

from ..reading.problems import Problem
from ..site.pages import Pages


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/recalls.yml. A project may do without a list."""
    yield from pages.site.recall_problems
