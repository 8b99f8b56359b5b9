"""Everywhere that a number with its unit stands: in articles and pages, in calculators, in worked examples and in tests.

Whoever changes a number of the house protocol walks through it from the top: the article, the constant, the versions, the
examples, the tests. What is said again after a change is what is still to be done.
"""

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ketamine_calculators import every, find
from ketamine_calculators.definition import Calculator, HousePassage
from ketamine_calculators.registry import worksheets

from ..content.project import Project
from ..reading.source_file import read_source
from ..site.house_passages import found
from ..site.pages import Pages
from .constant_effects import Effect, effects
from .passage_source import PACKAGE, Constant, card_file, constants_of, module_of, quotation_of, used_at
from .places import Part, Place, lines_that
from .quantity import Quantity
from .typed_values import lines_of_blocks, lines_of_cells, names_in_unit, value_pattern
from .where_examples import examples, results

_CHANGES = "CHANGELOG.md"
_WRITTEN = ("html", "css", "js", "mjs")
_CODE = ("py", *_WRITTEN)


def where(quantity: Quantity, pages: Pages) -> tuple[Part, ...]:
    """Every place of a quantity, in the order in which a change goes through them."""
    project = pages.site.project
    resting = list(_passages(quantity))
    constants = list(dict.fromkeys(c for card, passage in resting for c in _constants(quantity, card, passage)))
    tried = effects(constants, quantity.number)
    given = tuple(Place(project.shown(c.file), c.line, c.text) for c in constants)
    return (
        Part("Bound: rows and items that calculators rest on. Change them first", _bound(resting, pages)),
        Part("Constants that give calculators the number. Change each that is meant", given),
        Part("Lines that use these constants. They follow by themselves; read them", _following(constants, project)),
        Part(
            "Sentences and comments of calculators in which it is typed. Read each: is it of the literature?",
            _typed(quantity, given, project),
        ),
        Part(
            "Versions of calculators and worksheets whose answers differ with a constant. Raise each, and tell the change",
            _versions(constants, tried, project),
        ),
        Part(
            "Other lines of articles and pages. Read each: it may speak of a trial or a label", _prose(quantity, pages)
        ),
        Part("Pictures that say it. Draw them anew", pictures(quantity, project)),
        *examples(quantity, project),
        Part("Tests and other files that say it", other_files(quantity, project)),
        results(quantity, tried, project),
    )


def _passages(quantity: Quantity) -> Iterator[tuple[Calculator[Any, Any], HousePassage]]:
    """The passages with the quantity, as calculators declare them: they say what a calculator gives now."""
    for card in every():
        for passage in card.house:
            if quantity.stands_in(f"{getattr(passage, 'row', '')} | {passage.text}"):
                yield card, passage


def _constants(quantity: Quantity, card: Calculator[Any, Any], passage: HousePassage) -> Iterator[Constant]:
    quoted = quotation_of(card, passage)
    for constant in constants_of(quoted) if quoted else ():
        value = getattr(import_module(module_of(constant.file)), constant.name)
        values = value if isinstance(value, tuple) else (value,)
        if quantity.number in values or any(isinstance(v, str) and quantity.stands_in(v) for v in values):
            yield constant


def _bound(resting: Iterable[tuple[Calculator[Any, Any], HousePassage]], pages: Pages) -> tuple[Place, ...]:
    lines: dict[tuple[str, int, str], list[str]] = {}
    for card, passage in resting:
        article = pages.site.articles.get(f"articles/{passage.article}.md")
        there = found(passage, pages.site.parsed(article)) if article else None
        path = article.source.path if article else passage.article
        name = getattr(passage, "row", "")
        text = f"{name} | {passage.text}" if name else passage.text
        state = text if there else f"{text} (the article says something else now)"
        lines.setdefault((path, there.line if there else 1, state), []).append(card.id)
    return tuple(Place(path, line, f"{text} [{', '.join(cards)}]") for (path, line, text), cards in lines.items())


def _following(constants: Iterable[Constant], project: Project) -> tuple[Place, ...]:
    return tuple(
        Place(project.shown(file), line, f"{constant.name}: {file.read_text('utf-8').splitlines()[line - 1].strip()}")
        for constant in constants
        for file, line in used_at(constant)
    )


def _typed(quantity: Quantity, given: Iterable[Place], project: Project) -> tuple[Place, ...]:
    known = {(place.path, place.line) for place in given}
    lines = lines_that(quantity.stands_in, PACKAGE.rglob("*.py"), project)
    return tuple(place for place in lines if (place.path, place.line) not in known)


def _versions(constants: Iterable[Constant], tried: Iterable[Effect], project: Project) -> tuple[Place, ...]:
    why: dict[str, list[str]] = {}
    for constant, effect in zip(constants, tried, strict=True):
        for card in effect.cards:
            why.setdefault(card, []).append(
                constant.name if effect.tried else f"{constant.name} (look whether its answers differ)"
            )
    places = []
    for card, names in why.items():
        file = card_file(find(card))
        lines = file.read_text("utf-8").splitlines()
        number = next(number for number, line in enumerate(lines, 1) if line.strip().startswith("version="))
        text = f"{lines[number - 1].strip(' ,')} and {_CHANGES}: {', '.join(names)}"
        places.append(Place(project.shown(file), number, text))
    return tuple(sorted(places, key=lambda place: place.path))


def _prose(quantity: Quantity, pages: Pages) -> tuple[Place, ...]:
    project = pages.site.project
    declared = {passage.text for card in every() for passage in card.house}
    bound = {
        (article.source.path, passage.line)
        for article in pages.site.articles.values()
        for passage in pages.site.parsed(article).passages
        if passage.text in declared
    }
    files = [*project.content.glob("*.yml"), *_below(project.docs, *_WRITTEN)]
    said = lines_that(quantity.stands_in, files, project)
    pages_said = (place for file in _below(project.content, "md") for place in lines_of_page(quantity, file, project))
    docs_said = (place for file in _below(project.docs, "md") for place in lines_of_page(quantity, file, project))
    return tuple(place for place in (*pages_said, *said, *docs_said) if (place.path, place.line) not in bound)


def lines_of_page(quantity: Quantity, file: Path, project: Project) -> Iterator[Place]:
    """The lines of a page of Markdown that say it: in words, in a cell under its unit, or as a value of a calculator."""
    source = read_source(file, project.shown(file))
    pattern = _named(quantity, "_")
    lines = {number for number, line in enumerate(source.lines, 1) if quantity.stands_in(line) or pattern(line)}
    lines.update(lines_of_blocks(quantity, source), lines_of_cells(quantity, source.lines))
    yield from (Place(source.path, number, source.line(number).strip()) for number in sorted(lines))


def pictures(quantity: Quantity, project: Project) -> tuple[Place, ...]:
    """The lines of drawings that say it, in a text or in the words for those who do not see it."""
    files = [*_below(project.content, "svg"), *_below(project.docs, "svg")]
    return tuple(lines_that(quantity.stands_in, files, project))


def other_files(quantity: Quantity, project: Project) -> tuple[Place, ...]:
    """The lines of tests, programs and pages of the project that say it, or set an input or output to it."""
    files = [
        file for folder in ("tests", "press/src", "web", "tools") for file in _below(project.root / folder, *_CODE)
    ]
    named = _named(quantity)
    files += project.root.glob("*.md")
    ways = (quantity.stands_in, quantity.stands_in_a_name_of, named)
    return tuple(lines_that(lambda line: any(says(line) for says in ways), files, project))


def _named(quantity: Quantity, having: str = "") -> Any:
    """What finds the number behind the name of an input or output; in prose, where that name is no word of the language."""
    names = names_in_unit(quantity, (*every(), *worksheets()))
    pattern = value_pattern(quantity, (name for name in names if having in name))
    return pattern.search if pattern else re.compile(r"(?!)").search


def _below(folder: Path, *endings: str) -> list[Path]:
    return sorted(file for ending in endings for file in folder.rglob(f"*.{ending}") if file.is_file())
