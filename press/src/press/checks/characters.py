"""Characters that hide, turn or break words."""

from collections.abc import Iterator

from ..reading.characters import line_problems
from ..reading.problems import Problem
from .checked_page import CheckedPage


def problems(page: CheckedPage) -> Iterator[Problem]:
    """Every line of the file, front matter included. What YAML writes as a code is found when that is read."""
    yield from line_problems(page.source)
