"""The source of each fact: the row or item of an article, the constant of the calculators, the work that is cited."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from importlib import import_module
from pathlib import Path

from ketamine_calculators.house_values import HouseValue

from ..content.facts import Fact
from ..reading.amounts import amounts_in
from ..reading.problems import Problem, did_you_mean
from ..reading.source_file import SourceFile
from ..site.site import Site
from .blocks import cells
from .checked_page import CheckedPage
from .passage_source import PACKAGE, constant_at
from .places import Place

RULE = "fact-source"
_LONGEST = 120


def place_of(fact: Fact, site: Site) -> Place:
    """Where the fact comes from: the line of its article, its constant, or the work, in this order."""
    article = site.articles.get(f"articles/{fact.article}.md")
    line = next(_lines_of((fact,), article.source))[1] if article else None
    if article and line is not None:
        return Place(article.source.path, line, article.source.line(line).strip())
    if fact.constant and (found := _file_and_line(fact.constant)):
        file, number = found
        return Place(site.project.shown(file), number, file.read_text("utf-8").splitlines()[number - 1].strip())
    work = site.references.works.get(fact.reference)
    if work is not None and work.place is not None and site.references.source is not None:
        return Place(site.references.source.path, work.place.key_line, work.title)
    source = site.facts.source
    return Place(source.path if source else "", fact.place.key_line if fact.place else 1, fact.number)


def source_words(fact: Fact, site: Site) -> str:
    """The same as a sentence: the article by its title, the calculators, or the work; the file stands behind it."""
    place = place_of(fact, site)
    where = f"({place.path}, line {place.line})"
    article = site.articles.get(f"articles/{fact.article}.md")
    if article and place.path == article.source.path:
        return f'The article "{article.title}" says "{_short(place.text.strip("|>- "))}" {where}.'
    if fact.constant and _file_and_line(fact.constant):
        return f"The calculators work with {fact.number} {where}."
    if fact.reference in site.references.works:
        return f'The source is the work "{_short(place.text)}" {where}.'
    return f"That is its number in the list of facts {where}."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def problems(site: Site) -> Iterator[Problem]:
    """Facts whose article, constant or work is not there, and those that a constant contradicts."""
    for fact in site.facts.facts:
        if fact.article and f"articles/{fact.article}.md" not in site.articles:
            slugs = [article.slug for article in site.project.articles]
            yield from _problem(
                fact, site, f'There is no article "{fact.article}".{did_you_mean(fact.article, slugs)}', "article"
            )
        if fact.constant:
            yield from _of_constant(fact, site)
        if fact.reference and fact.reference not in site.references.works:
            known = did_you_mean(fact.reference, site.references.works)
            yield from _problem(fact, site, f'No work has the key "{fact.reference}".{known}', "reference")


def article_problems(page: CheckedPage) -> Iterator[Problem]:
    """Facts that name this article as their source, and what it says does not hold them."""
    if page.article is None:
        return
    facts = [fact for fact in page.site.facts.facts if fact.article == page.article.slug]
    for fact, line in _lines_of(facts, page.source) if facts else ():
        if line is None:
            what = f'row "{fact.row}"' if fact.row else f'line that begins "{fact.item}"'
            message = f"{fact.subject} is {fact.number}: its source is the {what} of this article, and there is none."
            yield page.problem(page.source.body_line, 1, RULE, message, _fix(fact))
        elif not _says(fact, page.source.line(line)):
            message = f"{fact.subject} is {fact.number}: its source is this line, which says no such number."
            yield page.problem(line, 1, RULE, message, _fix(fact))


def _fix(fact: Fact) -> str:
    return (
        "If the number has changed, it changes in every place that says it: tell whoever looks after the site "
        f"(content/facts.yml; press facts {fact.id} names the places). If not, put it back here."
    )


def _lines_of(facts: Iterable[Fact], source: SourceFile) -> Iterator[tuple[Fact, int | None]]:
    """Each fact with the line of its row or item: the one that says the number, where several are called so."""
    lines = [(number, line.lstrip("> ")) for number, line in enumerate(source.body.split("\n"), source.body_line)]
    rows = [(number, line) for number, line in lines if line.startswith("|")]
    items = [(number, line.replace("*", "").lstrip("- 0123456789.[]")) for number, line in lines]
    for fact in facts:
        if fact.row:
            named = (number for number, line in rows if fact.row in line and cells(line)[0].strip(" *_") == fact.row)
        else:
            named = (number for number, words in items if words.startswith(fact.item))
        found = list(named)
        first = found[0] if found else None
        yield fact, next((number for number in found if _says(fact, source.line(number))), first)


def _says(fact: Fact, line: str) -> bool:
    return any(amount.kind == fact.value.kind and fact.value.allows(amount) for amount in amounts_in(line))


def _of_constant(fact: Fact, site: Site) -> Iterator[Problem]:
    numbers = _numbers(fact.constant)
    if numbers is None:
        message = f'"{fact.constant}" of "{fact.id}" is no number of the calculators.'
        yield from _problem(
            fact, site, message, "constant", "Write the module and the name: house_protocol.PROTOCOL_DOSE."
        )
    elif numbers != fact.value.written:
        shown = " and ".join(f"{float(number):g}" for number in numbers)
        message = f'"{fact.id}" is {fact.number}, and the calculators work with {shown} ({fact.constant}).'
        yield from _problem(fact, site, message, "constant", "Find out which is right; the two are changed together.")


def _numbers(constant: str) -> tuple[Fraction, ...] | None:
    module, _, name = constant.rpartition(".")
    try:
        value = getattr(import_module(f"{PACKAGE.name}.{module}"), name)
    except (ImportError, AttributeError, ValueError):
        return None
    if isinstance(value, HouseValue):
        return tuple(map(Fraction, value.numbers.values()))
    values = value if isinstance(value, tuple) else (value,)
    return tuple(map(Fraction, values)) if all(isinstance(one, int | Fraction) for one in values) else None


def _file_and_line(constant: str) -> tuple[Path, int] | None:
    module, _, name = constant.rpartition(".")
    folder = PACKAGE.joinpath(*module.split("."))
    for file in (folder.with_suffix(".py"), folder / "__init__.py"):
        if file.is_file() and (found := constant_at(file, name)):
            return found.file, found.line
    return None


def _problem(
    fact: Fact, site: Site, message: str, line: str, fix: str = "Correct the line in content/facts.yml."
) -> Iterator[Problem]:
    source = site.facts.source
    if source is not None and fact.place is not None:
        at = dict(fact.place.entries).get(line, fact.place)
        yield source.problem(at.key_line, at.key_column, RULE, message, fix)
