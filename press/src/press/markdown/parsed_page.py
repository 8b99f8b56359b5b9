"""What a page of Markdown holds: found in one pass, and never changed afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from markdown_it.token import Token

from ..forms.blocks import CalculatorBlock
from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from .citations import Citation
from .links import Target
from .passages import ArticlePassage
from .recommendations import Recommendation
from .references import NumberedReference


@dataclass(frozen=True)
class Heading:
    """A heading of the page."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link or picture of the page, its position and its target."""

    written: str
    target: Target
    line: int
    column: int
    picture: bool = False


class RunningText(NamedTuple):
    """A piece of running text and where it begins."""

    words: str
    line: int
    column: int
    in_references: bool = False
    in_heading: bool = False
    paragraph: int = 0
    """Which paragraph, heading or cell it belongs to, counted through the page."""


class Sentence(NamedTuple):
    """A sentence of running text, not of a heading or of the list of references."""

    text: str
    """Its words without strength and citations."""
    line: int
    column: int
    section: str
    """The id of the heading above it."""
    in_table: bool
    is_marked: bool
    """Whether it says how strong a recommendation it is."""


BlockKind = Literal["table", "fence", "indented-code", "underlined-heading", "paragraph"]


@dataclass(frozen=True)
class Block:
    """A block whose form the check judges; `end` is the line behind its last one."""

    kind: BlockKind
    line: int
    end: int
    markup: str = ""
    info: str = ""
    """The words behind the opening of a fence."""


@dataclass(frozen=True)
class PlacedCalculator:
    """A calculator block of the page, with what its form needs to know of the page around it."""

    block: CalculatorBlock
    number: int
    """Counted from 1 on the page."""
    heading_level: int
    """The level of the form's own title: one below that of its section."""
    problems: tuple[Problem, ...] = ()
    """Why it cannot become a form; they are among the problems of the page too."""


@dataclass(frozen=True)
class LinkAddress:
    """A line `[label]: address`."""

    label: str
    line: int
    used: bool


@dataclass(frozen=True)
class ParsedPage:
    """A page of Markdown, parsed and judged once. Its HTML is made from `tokens`, as often as it is needed."""

    source: SourceFile
    page: str
    """Its source path in the site."""
    title: str | None
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    calculators: tuple[PlacedCalculator, ...]
    passages: tuple[ArticlePassage, ...]
    texts: tuple[RunningText, ...]
    citations: tuple[Citation, ...]
    references: tuple[NumberedReference, ...]
    sentences: tuple[Sentence, ...]
    recommendations: tuple[Recommendation, ...]
    blocks: tuple[Block, ...]
    addresses: tuple[LinkAddress, ...]
    repeated_addresses: tuple[LinkAddress, ...]
    """Lines `[label]: address` whose label has an address already."""
    footnotes: Mapping[str, bool]
    """Every footnote by its label, and whether the text calls it."""
    ids: Mapping[str, int]
    """Every id that can be linked to, with its line."""
    word_count: int
    problems: tuple[Problem, ...]
    tokens: tuple[Token, ...]
    """Complete; whoever needs other ones changes copies."""

    @cached_property
    def passages_by_text(self) -> Mapping[str, Sequence[ArticlePassage]]:
        """The passages of each text, in the order of the page: calculators look for some hundreds."""
        passages: dict[str, list[ArticlePassage]] = {}
        for passage in self.passages:
            passages.setdefault(passage.text, []).append(passage)
        return passages

    @property
    def written_references(self) -> tuple[NumberedReference, ...]:
        """The references whose list the page writes itself."""
        return tuple(reference for reference in self.references if reference.work is None)
