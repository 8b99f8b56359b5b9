"""What the rest of the site asks of an article's text: little, so that it can be held of every article at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ketamine_calculators import every
from ketamine_calculators.definition import HousePassage
from ketamine_calculators.registry import worksheets

from ..markdown.parsed_page import ParsedPage
from ..markdown.recommendations import Recommendation
from .house_passages import found


@dataclass(frozen=True)
class ArticleOutline:
    """What lists, feeds and other pages say of an article besides its front matter."""

    word_count: int
    calculators: tuple[str, ...]
    """The ids of the calculators that are set into it, each time in the order of the text."""
    linked_pages: frozenset[str]
    """The source paths of what it links to and shows."""
    house_ids: Mapping[HousePassage, str]
    """Where the passages are that calculators rest on, by their ids."""
    recommendations: tuple[Recommendation, ...]
    sources: tuple[tuple[dict[str, Any], ...], ...]
    """For each recommendation what it rests on, as data."""


def outline_of(slug: str, parsed: ParsedPage) -> ArticleOutline:
    """The outline of an article that is parsed."""
    return ArticleOutline(
        word_count=parsed.word_count,
        calculators=tuple(placed.block.id for placed in parsed.calculators),
        linked_pages=frozenset(link.target.page for link in parsed.links if link.target.page),
        house_ids={passage: there.id for passage in _declared().get(slug, ()) if (there := found(passage, parsed))},
        recommendations=parsed.recommendations,
        sources=tuple(tuple(_sources(one, parsed)) for one in parsed.recommendations),
    )


def _declared() -> dict[str, list[HousePassage]]:
    """What calculators and worksheets rest on, by the slug of the article."""
    declared: dict[str, list[HousePassage]] = {}
    for card in (*every(), *worksheets()):
        for passage in card.house:
            declared.setdefault(passage.article, []).append(passage)
    return declared


def _sources(one: Recommendation, parsed: ParsedPage) -> Iterator[dict[str, Any]]:
    """What the citations in the sentence stand for, each once, with the part of a work that is meant."""
    works = {reference.number: reference for reference in parsed.references}
    cited = {
        (number, part.part): None
        for citation in parsed.citations
        if citation.id in one.citations
        for part in citation.parts
        for number in part.numbers
        if number in works
    }
    for number, part in cited:
        work = works[number]
        known = {"number": number, "part": part, "text": work.text, "doi": work.doi, "pmid": work.pmid}
        if work.work:
            known |= {"key": work.work.key, "url": work.work.url}
        yield {field: value for field, value in known.items() if value}
