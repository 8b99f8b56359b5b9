"""A page, a list or a calculator says of a fact another number than its source does."""

from collections.abc import Iterator
from pathlib import Path

from ketamine_calculators import every

from ..content.facts import Fact
from ..content.glossary import FILE as GLOSSARY
from ..reading.problems import Problem, Severity
from ..reading.source_file import read_source
from ..site.pages import Pages
from ..site.site import Site
from . import fact_sources
from .checked_page import CheckedPage
from .fact_passages import list_passages, passages
from .fact_sentences import Passage, Saying, sayings
from .passage_source import card_file
from .places import Place

RULE = "contradicting-fact"
_LONGEST = 120
_BEGINNING = 20


def page_problems(page: CheckedPage) -> Iterator[Problem]:
    """The rule for an article or a page. A withdrawn article shows no text."""
    facts = page.site.facts
    if not facts.facts or (page.article is not None and page.article.withdrawn):
        return
    for saying in sayings(passages(page), facts):
        if saying.contradicts:
            yield page.problem(saying.line, saying.column, RULE, *_words(saying, page.site), _severity(saying))


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/facts.yml, what contradicts it in the glossary, and what calculators say of themselves."""
    site = pages.site
    yield from site.fact_problems
    if not site.facts.facts:
        return
    yield from fact_sources.problems(site)
    file = site.project.content / GLOSSARY
    if file.is_file():
        source = read_source(file, site.project.shown(file))
        for saying in sayings(list_passages(source), site.facts):
            if saying.contradicts:
                yield source.problem(saying.line, saying.column, RULE, *_words(saying, site), _severity(saying))
    for place, saying in of_calculators(site):
        if saying.contradicts:
            yield Problem(place.path, place.line, 1, RULE, *_words(saying, site), _severity(saying), place.text)


def of_calculators(site: Site) -> Iterator[tuple[Place, Saying]]:
    """What the cards of calculators say of facts, each in the file of its card."""
    for card in every():
        texts = (card.summary, card.population, *card.formula, *(field.hint for field in card.fields))
        for saying in sayings((Passage(text, 1) for text in texts if text), site.facts):
            file = card_file(card)
            yield Place(site.project.shown(file), _line_of(saying.sentence, file), saying.sentence), saying


def _line_of(sentence: str, file: Path) -> int:
    """The line in which a sentence begins; the first one where it is put together from several."""
    begins = sentence[:_BEGINNING]
    lines = file.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if begins in line), 1)


def _severity(saying: Saying) -> Severity:
    """Another dose, hold or limit stops the build; anything else is asked about."""
    return "error" if saying.fact.is_vital else "warning"


def _words(saying: Saying, site: Site) -> tuple[str, str]:
    """Message and remedy: both places with both texts."""
    fact = saying.fact
    message = (
        f'Here it is {saying.number}: "{_short(saying.sentence)}". {fact.subject} is {fact.number}. '
        f"{fact_sources.source_words(fact, site)}"
    )
    return message, _remedy(fact)


def _remedy(fact: Fact) -> str:
    return (
        "Correct the number here. If it is the number of a trial, a label or another drug or route, say so in the sentence. "
        "If the fact itself has changed, every place changes with it: tell whoever looks after the site "
        f"(press facts {fact.id} lists them)."
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
