"""Calculators made anew with a constant changed, and what they then still say of the old number.

A constant is a number that stands in a module outside its functions: under a name, in a table or a band, or as the limit of
a question. All constants of one value are changed together, so that whoever still says the old number has typed it again.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any
from unittest.mock import patch

from ketamine_calculators.bands import Bands
from ketamine_calculators.definition import Calculator
from ketamine_calculators.errors import DefinitionError, InvalidInputs
from ketamine_calculators.fields import Choice, Field, Number, Repeating, Several, Whole, YesNo
from support.typed_numbers import Said, code_numbers, literals, numbers_said, texts, typed_in

PACKAGE = "ketamine_calculators"
_REMEMBERED = 256
# What cards take constants from, each after those that it takes some from itself.
SHARED = (
    "house_protocol",
    "antidepressants",
    "quantities",
    "scales",
    "scale_words",
    "infusion_limits",
    "blood_pressure",
    "pressure_notices",
    "other_medicines",
    "screen_findings",
    "esketamine_label",
    "esketamine_notices",
    "esketamine_words",
    "route_limits",
    "protocol_words",
    "titration_table",
    "timeline",
    "two_totals",
    "columbia",
    "mania_watch",
)

Sources = Mapping[str, bytes]
"""The source of a card, which is the last, and of each module that it takes constants from, by their full names."""


@dataclass(frozen=True)
class Finding:
    """A number that a text says although its constant has another value, or that is typed beside its constant."""

    place: str
    text: str
    number: Said

    def __str__(self) -> str:
        return f"{self.place}: “{self.text}” says {self.text[self.number.start : self.number.end]} by itself"


@cache
def sources_of(calculator: str) -> Sources:
    """The sources as they are."""
    card = f"{PACKAGE}.catalogue.{calculator}"
    wanted, found = [card], {card: _read(card)}
    while wanted:
        for inside, name in re.findall(r"^from (\.\.?)(\w+) import", found[wanted.pop()].decode(), re.MULTILINE):
            module = f"{PACKAGE}.{name}" if name in SHARED else f"{PACKAGE}.catalogue.{name}"
            if (name in SHARED or inside == ".") and module not in found and find_file(module):
                found[module] = _read(module)
                wanted.append(module)
    return {name: found[name] for name in sorted(found, key=lambda name: _after(name, card))}


def _after(module: str, card: str) -> tuple[int, int]:
    name = module.rpartition(".")[2]
    return (2, 0) if module == card else (0, SHARED.index(name)) if name in SHARED else (1, 0)


def find_file(module: str) -> Path | None:
    """The file of a module of the package."""
    file = import_module(PACKAGE).__file__
    assert file
    path = Path(file).parent.parent / Path(*module.split(".")).with_suffix(".py")
    return path if path.is_file() else None


def _read(module: str) -> bytes:
    path = find_file(module)
    assert path
    return path.read_bytes()


def made(sources: Sources) -> ModuleType:
    """The card made from these sources. Nobody else gets to see it, or the modules made for it."""
    module = ModuleType("none")
    with patch.dict(sys.modules):
        for name, source in sources.items():
            module = ModuleType(name)
            module.__package__, module.__file__ = name.rpartition(".")[0], str(find_file(name))
            sys.modules[name] = module
            exec(_compiled(source, module.__file__), module.__dict__)
    return module


@lru_cache(maxsize=_REMEMBERED)
def _compiled(source: bytes, file: str) -> CodeType:
    """A change touches few of the modules, and all others are the same again and again."""
    return compile(source, file, "exec")


def changed(sources: Sources, to: Mapping[Fraction, Fraction]) -> Sources:
    """The sources with every constant of some values set to others."""
    return {name: _set(source, to) for name, source in sources.items()}


def _set(source: bytes, to: Mapping[Fraction, Fraction]) -> bytes:
    for literal in reversed(literals(source)):
        if literal.value in to:
            source = source[: literal.start] + literal.written(to[literal.value]).encode() + source[literal.end :]
    return source


# --- the constants of a card


def constants(module: ModuleType) -> set[Fraction]:
    """The numbers that a card calculates with, but for 0: its named constants, those it imports, and its limits."""
    named = [value for name, value in vars(module).items() if name.isupper() and name != "CALCULATOR"]
    limits = [limit for field in module.CALCULATOR.fields for limit in _limits(field)]
    return {*_numbers_in(named), *limits} - {0}


def _numbers_in(value: object) -> Iterator[Fraction]:
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        yield Fraction(value)
    elif isinstance(value, Mapping):
        yield from _numbers_in([*value.keys(), *value.values()])
    elif isinstance(value, tuple | list | set):
        for part in value:
            yield from _numbers_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from _numbers_in(getattr(value, part.name))


def _limits(field: Field) -> Iterator[Fraction]:
    spec = field.spec
    if isinstance(spec, Whole | Number):
        yield from _numbers_in([spec.low, spec.high, spec.above])
    elif isinstance(spec, Choice):
        yield from _numbers_in(list(spec.options))
    elif isinstance(spec, Repeating):
        for inner in spec.fields:
            yield from _limits(inner)
    yield from _numbers_in(getattr(spec, "items", ()))
    yield from _numbers_in(field.default)


def changes(value: Fraction) -> tuple[Mapping[Fraction, Fraction], ...]:
    """What to set in place of a constant: a value of the same kind, near enough to keep the order of a table.

    Where one band ends at 4, the next one begins at 5 without its being written, so the two are also changed together.
    """
    if value.denominator > 1:
        return ({value: value + Fraction(13, 1000)},)
    return ({value: value + 1}, {value: value - 1}, {value: value - 1, value - 1: value - 2})


# --- what a card says


def declared(card: Calculator[Any, Any]) -> Iterator[tuple[str, str]]:
    """Every sentence that is there before anybody asks, with its place. What others wrote is not among them."""
    yield from (("title", card.title), ("summary", card.summary), ("population", card.population))
    yield from (("formula", line) for line in card.formula)
    for difference in card.differences:
        yield from ((f"difference, {part}", getattr(difference, part)) for part in ("topic", "house", "literature"))
    yield from (("source", source.supports) for source in card.sources)
    yield from (("passage", passage.says) for passage in card.house)
    yield from _of_fields(card.fields)
    for key, output in card.output_fields:
        yield from ((f"output {key}", words) for words in (output.label, output.unit, *output.words.values()))
    yield from (("band", words) for bands in card.bands for words in _of_bands(bands))


def _of_fields(questions: Iterable[Field]) -> Iterator[tuple[str, str]]:
    for field in questions:
        spec = field.spec
        words = [spec.label, spec.hint, spec.why, spec.limits]
        words += [*getattr(spec, "options", {}).values(), *getattr(spec, "boxes", {}).values()]
        yield from ((f"input {field.name}", text) for text in words)
        if isinstance(spec, Repeating):
            yield from _of_fields(spec.fields)


def _of_bands(bands: Bands) -> Iterator[str]:
    yield bands.label
    for band in bands.bands:
        yield from (band.label, band.meaning)


def replied(card: Calculator[Any, Any], values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Every sentence of a card's reply to these inputs, with its place; or what it refuses them with."""
    try:
        inputs = card.checked(values)
        outputs = card(inputs)
    except InvalidInputs as refused:
        yield from ((f"problem of {problem.field}", problem.message) for problem in refused.problems)
        return
    parts = card.parts(inputs)
    yield "headline", card.headline(parts, outputs)
    yield from (("working", line) for line in card.working(parts, outputs))
    yield from (("notice", notice.text) for notice in card.warnings(parts, outputs))
    for table in card.tables(parts, outputs):
        yield from (("table", cell) for row in ((table.label,), table.head, *table.rows) for cell in row)


def asked(card: Calculator[Any, Any]) -> tuple[Mapping[str, object], ...]:
    """The worked examples, and the first of them with each of its answers changed in turn."""
    examples = [example.inputs for example in card.examples]
    others = [{**examples[0], field.name: answer} for field in card.fields for answer in _answers(field)]
    return (*examples, *others)


def _answers(field: Field) -> Iterable[object]:
    match field.spec:
        case YesNo():
            return (True, False)
        case Choice(options=options):
            return tuple(options)
        case Several(options=options):
            return ([], list(options))
        case Whole() | Number():
            return [bound for bound in (field.spec.low, field.spec.high) if bound is not None]
    return ()


# --- who still says the old number


def stale(sources: Sources) -> Iterator[Finding]:
    """Each sentence that still says the number of a constant which has been changed, because it is typed there."""
    card = made(sources)
    questions, before = asked(card.CALCULATOR), constants(card)
    typed = [text for source in sources.values() for _, text in texts(source) if any(numbers_said(text))]
    for value in sorted(before & {literal.value for source in sources.values() for literal in literals(source)}):
        for to in changes(value):
            other = _loaded(changed(sources, to))
            if other is None:
                continue
            gone = before - constants(other)
            for place, text in dict.fromkeys(_said(other.CALCULATOR, questions)):
                yield from (
                    Finding(place, text, number)
                    for number in numbers_said(text)
                    if number.value in gone and typed_in(text, number, typed)
                )
            if value in gone:
                break


# A changed constant may leave a table with a gap, or a card that cannot answer. What it says is all that is asked here.
_BROKEN = (DefinitionError, ArithmeticError, LookupError, ValueError)


def _loaded(sources: Sources) -> ModuleType | None:
    try:
        return made(sources)
    except _BROKEN:
        return None


def _said(card: Calculator[Any, Any], questions: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    for lines in (declared(card), *(replied(card, values) for values in questions)):
        with suppress(*_BROKEN):
            yield from lines


def retyped(sources: Sources) -> Iterator[Finding]:
    """Each number that is typed in a text or in the code of the card and is also the value of one of its constants."""
    name, source = list(sources.items())[-1]
    yield from typed_although(constants(made(sources)), f"{name.rpartition('.')[2]}.py", source)


def typed_although(known: set[Fraction], file: str, source: bytes) -> Iterator[Finding]:
    """Each number that is typed in a file and is one of these."""
    typed = [(line, text, number) for line, text in texts(source) for number in numbers_said(text)]
    for line, text, number in (*typed, *code_numbers(source)):
        if number.value in known:
            yield Finding(f"{file}:{line}", text, number)
