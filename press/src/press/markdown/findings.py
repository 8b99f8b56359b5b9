"""What the visitors of a page have found so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from markdown_it.token import Token

from ..reading.ids import Ids
from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from .citations import Citation
from .parsed_page import Block, Heading, Link, LinkAddress, ParsedPage, PlacedCalculator, RunningText, Sentence
from .passages import ArticlePassage
from .recommendations import Recommendation
from .references import NumberedReference


@dataclass
class Findings:
    """Gathered while the tokens of one page are visited; `frozen` hands them out."""

    source: SourceFile
    page: str
    title: str | None = None
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    calculators: list[PlacedCalculator] = field(default_factory=list)
    passages: list[ArticlePassage] = field(default_factory=list)
    texts: list[RunningText] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    references: list[NumberedReference] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    used_labels: set[str] = field(default_factory=set)
    ids: Ids = field(default_factory=Ids)
    word_count: int = 0
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, column: int, rule: str, message: str, fix: str) -> None:
        self.problems.append(self.source.problem(line, column, rule, message, fix))

    def frozen(self, tokens: Sequence[Token], definitions: Mapping[str, Any]) -> ParsedPage:
        """The finished page. `definitions` is what the parser noted of footnotes and of link addresses."""
        return ParsedPage(
            source=self.source,
            page=self.page,
            title=self.title,
            headings=tuple(self.headings),
            links=tuple(self.links),
            calculators=tuple(self.calculators),
            passages=tuple(self.passages),
            texts=tuple(self.texts),
            citations=tuple(self.citations),
            references=tuple(self.references),
            sentences=tuple(self.sentences),
            recommendations=tuple(self.recommendations),
            blocks=tuple(self.blocks),
            addresses=tuple(
                self._address(label, definition) for label, definition in definitions.get("references", {}).items()
            ),
            repeated_addresses=tuple(
                self._address(definition["label"], definition) for definition in definitions.get("duplicate_refs", [])
            ),
            footnotes=MappingProxyType(
                {
                    label.removeprefix(":"): number >= 0
                    for label, number in definitions.get("footnotes", {}).get("refs", {}).items()
                }
            ),
            ids=MappingProxyType(self.ids.lines),
            word_count=self.word_count,
            problems=tuple(self.problems),
            tokens=tuple(tokens),
        )

    def _address(self, label: str, definition: Mapping[str, Any]) -> LinkAddress:
        return LinkAddress(label, self.source.body_line + definition["map"][0], label in self.used_labels)
