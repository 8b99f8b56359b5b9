"""What a page turns out to hold once its Markdown has been read."""

from dataclasses import dataclass, field
from typing import Any

from markdown_it.token import Token

from ..forms.blocks import CalculatorBlock
from ..reading.problems import Problem
from .links import Target
from .passages import ArticlePassage
from .references import Citation, NumberedReference


@dataclass(frozen=True)
class Heading:
    """A heading of the page."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or picture of the page, where it stands and what it comes to."""

    written: str
    target: Target
    line: int
    column: int
    picture: bool = False


@dataclass(frozen=True)
class RunningText:
    """A piece of running text and where it begins."""

    words: str
    line: int
    column: int
    in_references: bool = False
    in_heading: bool = False


@dataclass
class RenderedPage:
    """A page made of Markdown, and everything other parts ask about it."""

    html: str = ""
    title: str | None = None
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    calculators: list[CalculatorBlock] = field(default_factory=list)
    passages: list[ArticlePassage] = field(default_factory=list)
    texts: list[RunningText] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[NumberedReference] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    definitions: dict[str, Any] = field(default_factory=dict)
    """What the parser noted of footnotes and of link definitions."""
