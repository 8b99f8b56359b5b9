"""Reviews of calculators: every entry is whole, and names a calculator that is there and a person who may review."""

from collections.abc import Iterator

from ..reading.problems import Problem
from ..site.pages import Pages


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/calculator-reviews.yml. A project may do without reviews."""
    yield from pages.site.calculator_review_problems
