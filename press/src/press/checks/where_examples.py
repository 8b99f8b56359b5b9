"""Worked examples that have to do with a quantity: those that no longer hold, those that say it, and those it gives."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ketamine_calculators import every, find
from ketamine_calculators.answer import full_answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.errors import InvalidInputs
from ketamine_calculators.examples import Example, agrees, every_example
from ketamine_calculators.registry import worksheets
from ketamine_calculators.worksheet import Worksheet

from ..content.project import Project
from .changed_answers import others, results_of
from .constant_effects import Effect
from .passage_source import PACKAGE, card_file
from .places import Part, Place
from .quantity import Quantity
from .typed_values import inputs_that_are, is_number

_SHEET = PACKAGE / "worked_examples.txt"


def examples(quantity: Quantity, project: Project) -> Iterator[Part]:
    """Examples that must change: their results by the calculator's sum or by hand; then those in which it is typed."""
    file = project.shown(_SHEET)
    summed, by_hand = list[Place](), list[Place]()
    for example in every_example():
        for key, (expected, now, working) in _parted(example).items():
            place = Place(file, example.line, f"{example.calculator} {key}: {expected}, and now {now}")
            if working:
                summed.append(Place(file, example.line, f"{place.text}, since {working}"))
            else:
                by_hand.append(place)
    yield Part("Worked examples that follow by the sum of the calculator. Check each sum", tuple(summed))
    yield Part("Worked examples that must be worked by hand, from the paper or the article", tuple(by_hand))
    every_one = [(card, example) for card in _cards() for example in _examples_of(card)]
    typed = (
        Place(*_place(example, name, project), f"{card.id} {name}: {quantity}")
        for card, example in every_one
        for name in inputs_that_are(quantity, card.fields, example.inputs)
    )
    claimed = (
        Place(*_place(example, key, project), f"{card.id} {key}: {quantity}")
        for card, example in every_one
        for key in _claims(quantity, card, example)
    )
    yield Part("Worked examples in which it is typed in: still true; should they show the new number?", _sorted(typed))
    yield Part("Worked examples that claim it as a result: true as long as what goes in stays", _sorted(claimed))


def results(quantity: Quantity, effects: Iterable[Effect], project: Project) -> Part:
    """The commands that find the results of the quantity: what examples show only as long as they have it."""
    found: dict[str, Place] = {}
    for card, example, text in (*_of_constants(effects), *_of_inputs(quantity)):
        if re.fullmatch(r"\d+(\.\d+)?( [^\d\s]\S*|%)", text) and text != str(quantity):
            found.setdefault(text, Place(*_place(example, "", project), f'press where "{text}" ({card.id})'))
    return Part("Results of this number, to search for next", _sorted(found.values()))


def _sorted(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: (place.path, place.line)))


def _cards() -> tuple[Calculator[Any, Any], ...]:
    return (*every(), *worksheets())


def _examples_of(card: Calculator[Any, Any]) -> Sequence[Example]:
    if isinstance(card, Worksheet):
        return card.examples
    return [example for example in every_example() if example.calculator == card.id]


def _place(example: Example, name: str, project: Project) -> tuple[str, int]:
    if example.line:
        return project.shown(_SHEET), example.line
    file = card_file(find(example.calculator))
    lines = file.read_text("utf-8").splitlines()
    begin = next(number for number, line in enumerate(lines, 1) if line.strip().startswith("example="))
    named = (number for number, line in enumerate(lines, 1) if number >= begin and name and f'"{name}":' in line)
    return project.shown(file), next(named, begin)


def _claims(quantity: Quantity, card: Calculator[Any, Any], example: Example) -> Iterator[str]:
    outputs = dict(card.output_fields)
    for key, value in example.expected.items():
        unit = outputs[key].unit if key in outputs else ""
        if (is_number(value, quantity) and quantity.is_in_unit(unit)) or (
            isinstance(value, str) and quantity.stands_in(value)
        ):
            yield key


def _of_constants(effects: Iterable[Effect]) -> Iterator[tuple[Calculator[Any, Any], Example, str]]:
    for effect in effects:
        for card, number, text in effect.results:
            yield find(card), find(card).examples[number], text


def _of_inputs(quantity: Quantity) -> Iterator[tuple[Calculator[Any, Any], Example, str]]:
    """What examples with the quantity as an input no longer show when it is another one."""
    for card in _cards():
        for example in _examples_of(card):
            for name in inputs_that_are(quantity, card.fields, example.inputs):
                if name in example.inputs:
                    yield from ((card, example, text) for text in _lost(card, example, name, quantity))


def _lost(card: Calculator[Any, Any], example: Example, name: str, quantity: Quantity) -> list[str]:
    for to in others(quantity.number):
        try:
            other = full_answer(card, example.inputs | {name: int(to) if to.denominator == 1 else float(to)})
            left = set(results_of(other))
            return [text for text in results_of(full_answer(card, example.inputs)) if text not in left]
        except InvalidInputs:
            continue
    return []


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
