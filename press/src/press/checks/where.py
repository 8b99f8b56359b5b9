"""Everywhere that a number with its unit stands: in articles and pages, in calculators, in worked examples and in tests.

Whoever changes a number of the house protocol walks through it from the top: the article, the constant, the versions, the
examples, the tests. What is said again after a change is what is still to be done.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any

from ketamine_calculators import every, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import Calculator, HousePassage
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.examples import Example, agrees, every_example

from ..reading.errors import CommandRefused
from ..site.house_passages import found
from ..site.pages import Pages
from .passage_source import PACKAGE, Constant, constants_of, quotation_of, used_at

_SAID = re.compile(r"(\d+(?:\.\d+)?)\s*(\S.*)?")
_CHANGES = "CHANGELOG.md"
_ONE_UNIT = (
    ("min", "minute", "minutes"),
    ("h", "hour", "hours"),
    ("day", "days"),
    ("week", "weeks"),
    ("month", "months"),
    ("treatment", "treatments", "session", "sessions"),
    ("point", "points"),
)
"""Units that are written in more than one way."""


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, as `0.5 mg/kg`."""

    number: Fraction
    unit: str

    @classmethod
    def read(cls, text: str) -> "Quantity":
        """Raises CommandRefused where there is no number, or no unit: 2 alone stands everywhere."""
        said = _SAID.fullmatch(text.strip())
        if said is None or not said[2]:
            raise CommandRefused(f"“{text}” is no number with its unit. Write it as “0.5 mg/kg” or “6 treatments”.")
        return cls(Fraction(said[1]), said[2].strip())

    def __str__(self) -> str:
        return f"{float(self.number):g} {self.unit}"

    def stands_in(self, text: str) -> bool:
        """Whether the text says it, alone or as one end of a range."""
        return any(self.number in (Fraction(low), Fraction(high or low)) for low, high in self._pattern.findall(text))

    @property
    def _pattern(self) -> re.Pattern[str]:
        number = r"(?<![\w.,-])(\d+(?:\.\d+)?)(?:\s*(?:[-–]|to|or|and)\s*(\d+(?:\.\d+)?))?"
        written = next((one for one in _ONE_UNIT if self.unit in one), (self.unit,))
        units = "|".join(re.escape(unit) for unit in sorted(written, key=len, reverse=True))
        return re.compile(rf"{number}[ \u00a0-]*(?:{units})(?![\w/])")


@dataclass(frozen=True)
class Place:
    """A line, and what is to be known of it."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass(frozen=True)
class Part:
    """Places of one kind, with what is to be done there."""

    title: str
    places: tuple[Place, ...]


def where(quantity: Quantity, pages: Pages) -> tuple[Part, ...]:
    """Every place of a quantity, in the order in which a change goes through them."""
    resting = list(_passages(quantity, pages))
    constants = list(dict.fromkeys(c for card, passage in resting for c in _constants(quantity, card, passage)))
    cards = list(dict.fromkeys(card.id for card, _ in resting))
    return (
        Part("Bound: rows and items that calculators rest on. Change them first", _bound(resting, pages)),
        Part(
            "Constants that give calculators the number. Change each that is meant",
            tuple(Place(_shown(c.file, pages), c.line, c.text) for c in constants),
        ),
        Part("Lines that use these constants. They follow by themselves; read them", _following(constants, pages)),
        Part("Versions of the calculators. Raise each, and tell the change", _versions(cards, pages)),
        Part(
            "Other lines of articles and pages. Read each: it may speak of a trial or a label", _prose(quantity, pages)
        ),
        *_examples(cards, pages),
        Part("Tests and other files that say it", _tests(quantity, pages)),
    )


def as_text(quantity: Quantity, parts: Iterable[Part]) -> str:
    """The parts as the command prints them."""
    kept = [part for part in parts if part.places]
    if not kept:
        return f"{quantity} stands nowhere.\n"
    return "\n".join("\n".join([f"{part.title} ({len(part.places)}):", *map(str, part.places), ""]) for part in kept)


def _passages(quantity: Quantity, pages: Pages) -> Iterator[tuple[Calculator[Any, Any], HousePassage]]:
    """The passages with the quantity, as calculators declare them: they say what a calculator gives now."""
    for card in every():
        for passage in card.house:
            if quantity.stands_in(f"{getattr(passage, 'row', '')} | {passage.text}"):
                yield card, passage


def _constants(quantity: Quantity, card: Calculator[Any, Any], passage: HousePassage) -> Iterator[Constant]:
    quoted = quotation_of(card, passage)
    for constant in constants_of(quoted) if quoted else ():
        value = getattr(import_module(_module(constant.file)), constant.name)
        values = value if isinstance(value, tuple) else (value,)
        if quantity.number in values or any(isinstance(v, str) and quantity.stands_in(v) for v in values):
            yield constant


def _module(file: Path) -> str:
    names = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def _bound(resting: Iterable[tuple[Calculator[Any, Any], HousePassage]], pages: Pages) -> tuple[Place, ...]:
    lines: dict[tuple[str, int, str], list[str]] = {}
    for card, passage in resting:
        article = pages.site.articles.get(f"articles/{passage.article}.md")
        there = found(passage, pages.site.parsed(article).passages) if article else None
        path = article.source.path if article else passage.article
        name = getattr(passage, "row", "")
        text = f"{name} | {passage.text}" if name else passage.text
        state = text if there else f"{text} (the article says something else now)"
        lines.setdefault((path, there.line if there else 1, state), []).append(card.id)
    return tuple(Place(path, line, f"{text} [{', '.join(cards)}]") for (path, line, text), cards in lines.items())


def _following(constants: Iterable[Constant], pages: Pages) -> tuple[Place, ...]:
    return tuple(
        Place(_shown(file, pages), line, f"{constant.name}: {file.read_text('utf-8').splitlines()[line - 1].strip()}")
        for constant in constants
        for file, line in used_at(constant)
    )


def _versions(cards: Iterable[str], pages: Pages) -> tuple[Place, ...]:
    places = []
    for card in cards:
        file = PACKAGE / "catalogue" / f"{card}.py"
        lines = file.read_text("utf-8").splitlines()
        number = next(number for number, line in enumerate(lines, 1) if line.strip().startswith("version="))
        places.append(Place(_shown(file, pages), number, f"{lines[number - 1].strip()} and {_CHANGES}"))
    return tuple(places)


def _prose(quantity: Quantity, pages: Pages) -> tuple[Place, ...]:
    project = pages.site.project
    bound = {
        (article.source.path, passage.line)
        for article in pages.site.articles.values()
        for passage in pages.site.parsed(article).passages
        if any(declared.text == passage.text for card in every() for declared in card.house)
    }
    files = [*project.content.rglob("*.md"), *project.content.glob("*.yml"), *project.docs.rglob("*.md")]
    return tuple(place for place in _lines(quantity, files, pages) if (place.path, place.line) not in bound)


def _tests(quantity: Quantity, pages: Pages) -> tuple[Place, ...]:
    root = pages.site.project.root
    files = [file for folder in ("tests", "press/src", "web") for file in (root / folder).rglob("*.py")]
    return tuple(_lines(quantity, [*files, *root.glob("*.md")], pages))


def _lines(quantity: Quantity, files: Iterable[Path], pages: Pages) -> Iterator[Place]:
    for file in sorted(files):
        for number, line in enumerate(file.read_text("utf-8", errors="replace").splitlines(), 1):
            if quantity.stands_in(line):
                yield Place(_shown(file, pages), number, line.strip())


def _examples(cards: Iterable[str], pages: Pages) -> Iterator[Part]:
    """Worked examples that no longer hold: those whose result is a line of the working, and those to be worked by hand."""
    file = _shown(PACKAGE / "worked_examples.txt", pages)
    summed, by_hand = list[Place](), list[Place]()
    for example in every_example():
        if example.calculator in set(cards):
            for key, (expected, now, working) in _parted(example).items():
                place = Place(file, example.line, f"{example.calculator} {key}: {expected}, and now {now}")
                if working:
                    summed.append(Place(file, example.line, f"{place.text}, since {working}"))
                else:
                    by_hand.append(place)
    yield Part("Worked examples that follow by the sum of the calculator. Check each sum", tuple(summed))
    yield Part("Worked examples that must be worked by hand, from the paper or the article", tuple(by_hand))


def _parted(example: Example) -> dict[str, tuple[object, object, str]]:
    """The outputs of an example that are no longer as claimed, each with the line of the working that ends in it."""
    card = find(example.calculator)
    try:
        got, answer = card.run(example.inputs), full_answer(card, example.inputs)
    except InvalidInputs as error:
        return {"inputs": ("accepted", str(error), "")}
    changed = {key: value for key, value in example.expected.items() if key in got and not agrees(got[key], value)}
    return {key: (value, got[key], _sum(answer["working"], got[key])) for key, value in changed.items()}


def _sum(working: Iterable[str], value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return next((line for line in working if re.search(rf"= {re.escape(f'{value:g}')}(?![\d.])", line)), "")


def _shown(file: Path, pages: Pages) -> str:
    return pages.site.project.shown(file)
