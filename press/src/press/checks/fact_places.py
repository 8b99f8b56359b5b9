"""The command `press facts`: each fact with its number and source, every place that says it, and those that say another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..content.facts import Fact
from ..content.glossary import FILE as GLOSSARY
from ..reading.errors import CommandRefused
from ..reading.problems import did_you_mean
from ..reading.source_file import read_source
from ..site.pages import Pages
from . import fact_sources
from .checked_page import CheckedPage
from .contradicting_facts import of_calculators
from .fact_passages import list_passages, passages
from .fact_sentences import Saying, sayings
from .places import Place

_LONGEST = 110


@dataclass(frozen=True)
class FactPlaces:
    """A fact, where it comes from, and what texts say of it, in the order of files and lines."""

    fact: Fact
    source: Place
    said: tuple[tuple[Place, Saying], ...]

    @property
    def contradicting(self) -> list[tuple[Place, Saying]]:
        """The places that say another number as the site's own."""
        return [one for one in self.said if one[1].contradicts]


def fact_places(pages: Pages, names: Iterable[str] = ()) -> list[FactPlaces]:
    """All facts, or those whose ids or subjects have one of the words in them. Raises CommandRefused where none has."""
    facts = pages.site.facts.facts
    chosen = {fact.id: fact for fact in facts}
    if names := [name.lower() for name in names]:
        for name in names:
            if not any(_is_called(fact, name) for fact in facts):
                known = did_you_mean(name, [fact.id for fact in facts])
                raise CommandRefused(f"No fact is called “{name}”.{known} `press facts` lists all.")
        chosen = {fact.id: fact for fact in facts if any(_is_called(fact, name) for name in names)}
    said: dict[str, list[tuple[Place, Saying]]] = {id: [] for id in chosen}
    for place, saying in _everywhere(pages):
        if saying.fact.id in said:
            said[saying.fact.id].append((place, saying))
    return [FactPlaces(fact, fact_sources.place_of(fact, pages.site), tuple(said[id])) for id, fact in chosen.items()]


def _is_called(fact: Fact, name: str) -> bool:
    return name in fact.id or name in fact.subject.lower()


def _everywhere(pages: Pages) -> Iterator[tuple[Place, Saying]]:
    site = pages.site
    for article in site.project.articles:
        if not article.withdrawn:
            page = CheckedPage(site.parsed(article), pages, article=article)
            yield from _placed(article.source.path, sayings(passages(page), site.facts))
    for file in sorted(site.project.docs.rglob("*.md")):
        docs = site.docs_page(file.resolve().relative_to(site.project.docs.resolve()).as_posix())
        if docs is not None:
            page = CheckedPage(docs.parsed, pages, docs=docs)
            yield from _placed(site.project.shown(file), sayings(passages(page), site.facts))
    glossary = site.project.content / GLOSSARY
    if glossary.is_file():
        source = read_source(glossary, site.project.shown(glossary))
        yield from _placed(source.path, sayings(list_passages(source), site.facts))
    yield from of_calculators(site)


def _placed(path: str, found: Iterable[Saying]) -> Iterator[tuple[Place, Saying]]:
    return ((Place(path, one.line, one.sentence), one) for one in found)


def as_text(found: Iterable[FactPlaces]) -> str:
    """What the command prints: the places that say another number before those that say the same."""
    parts = ["\n".join(_lines(one)) + "\n" for one in found]
    return "\n".join(parts) or "No fact is declared in content/facts.yml.\n"


def _lines(one: FactPlaces) -> Iterator[str]:
    fact = one.fact
    yield f"{fact.id}: {fact.subject} is {fact.number} ({fact.kind})"
    yield f"  source: {one.source.path}:{one.source.line}: {_short(one.source.text)}"
    if fact.constant and fact.article:
        yield f"  calculators: {fact.constant}"
    agreeing = [said for said in one.said if said[1].agrees]
    anothers = [said for said in one.said if not said[1].agrees and said[1].is_anothers]
    for title, places in (
        ("CONTRADICTED BY", one.contradicting),
        ("said by", agreeing),
        ("another's number, said as such, by", anothers),
    ):
        if places:
            yield f"  {title} ({len(places)}):"
            for place, saying in places:
                yield f"    {place.path}:{place.line}: {saying.number} | {_short(saying.sentence)}"
    if not one.said:
        yield "  No text says it in one of its ways: add one to says:, or remove the fact."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
