"""A page as HTML, and what was found on it."""

from dataclasses import dataclass

from ..markdown.parsed_page import Heading


@dataclass(frozen=True)
class RenderedPage:
    """The body of a page."""

    html: str
    title: str | None = None
    headings: tuple[Heading, ...] = ()
    calculators: tuple[str, ...] = ()
    """The ids of the calculators whose forms stand on it."""
