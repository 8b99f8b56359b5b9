"""The edges of a calculator: questions on both sides of every place where it begins to say something else.

All of them come from its declaration: the limits of each number in each unit, each option, and, found by halving, the values
at which a category, a notice or a refusal of the answer changes. The same declaration gives the same edges; none is random.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise
from math import ceil, floor
from typing import Any

from ketamine_calculators.browser import answer
from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Field, ItemScores, Number, Whole, texts_of
from ketamine_calculators.fields.dates import Day

from .reference_answers import Mark, marks_of
from .variations import Edge, Entries, Form, entries_of, replaced, typed, variations, without

Sweep = Callable[[int], Form]
"""The form at each place of a range."""

# Places at which a range is looked at; between two that differ the edge is found by halving.
_PROBES = 24
# How far a number is followed: where a limit is only against slips of typing, what is said changes near its lower end.
_FAR, _FARTHEST = 200, 800
# Days before and after that of an example.
_DAYS = 400
_ANY_DAY = "2026-03-02"
# Where a calculator has few edges, values between them make up the number.
_FEWEST = 32
# Numbers within words do not make another category.
_NUMBERS = re.compile(r"[0-9][0-9.,\-]*")


def edges(calculator: Calculator[Any, Any]) -> list[Edge]:
    """The worked examples as they are typed, an empty form, and then every edge; each question once."""
    forms = [_as_asked(calculator.fields, texts_of(calculator.fields, one.inputs)) for one in calculator.examples]
    found = [Edge(f"Worked example {number}", entries_of(form)) for number, form in enumerate(forms, 1)]
    found.append(Edge("Nothing entered", ()))
    tried: set[str] = set()
    crossed: set[frozenset[Mark]] = set()
    # Each question is tried where an example answers it, and at last what no example answers.
    for form, with_rest in (*((form, False) for form in forms), (forms[0], True)):
        for name, field in _questions(calculator.fields, form):
            if name not in tried and (with_rest or _is_answered(name, form)):
                tried.add(name)
                found += variations(form, name, field)
            found += _crossings(calculator.id, form, name, field, crossed)
    unique: dict[Entries, Edge] = {}
    for edge in found:
        unique.setdefault(edge.entries, edge)
    for edge in _between(calculator, forms[0]) if len(unique) < _FEWEST else ():
        unique.setdefault(edge.entries, edge)
    return list(unique.values())


def _between(calculator: Calculator[Any, Any], form: Form) -> Iterator[Edge]:
    """Values spread over the range of each question."""
    for name, field in _questions(calculator.fields, form):
        if sweep := _sweep(form, name, field):
            about, places, at = sweep
            yield from (
                Edge(f"{about}: a value", entries_of(at(place))) for place in places[:: max(1, len(places) // _PROBES)]
            )


def _as_asked(fields: Sequence[Field], form: Form) -> Form:
    """What a page sends of a form: not the questions that it does not ask beside these answers."""
    for field in fields:
        if field.spec.asked_when is None:
            continue
        name, values = field.spec.asked_when
        given = [text for text in form.get(name, ()) if text]
        if not any(text in values for text in given) if values else not given:
            form = without(form, field.name)
    return form


def _questions(fields: Sequence[Field], form: Form, before: str = "") -> Iterator[tuple[str, Field]]:
    """Each question by its name in the form; the rows of a list are alike, and the first stands for all."""
    for field in fields:
        name = f"{before}{field.name}"
        yield name, field
        if field.spec.fields and _is_answered(f"{name}.0", form):
            yield from _questions(field.spec.fields, form, f"{name}.0.")


def _is_answered(name: str, form: Form) -> bool:
    return any(entry == name or entry.startswith(f"{name}.") for entry in form)


def _crossings(calculator: str, form: Form, name: str, field: Field, crossed: set[frozenset[Mark]]) -> Iterator[Edge]:
    """Both sides of each place at which the answer begins to say something else. `crossed` has the changes shown so far."""
    sweep = _sweep(form, name, field)
    if sweep is None:
        return
    about, places, at = sweep

    def marks(place: int) -> frozenset[Mark]:
        return _marks(calculator, entries_of(at(place)))

    for low, high in pairwise((*places[:: max(1, len(places) // _PROBES)], places[-1])):
        change = marks(low) ^ marks(high)
        if not change or change in crossed:
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if marks(middle) == marks(low) else (low, middle)
        crossed |= {change, marks(low) ^ marks(high)}
        for place, side in ((low, "below"), (high, "from")):
            yield Edge(f"{about}: {side} a value at which the answer changes", entries_of(at(place)))


@cache
def _marks(calculator: str, entries: Entries) -> frozenset[Mark]:
    marks = marks_of(json.loads(answer(json.dumps({"calculator": calculator, "entries": entries}))))
    return frozenset(tuple(_NUMBERS.sub("", str(part)) for part in mark) for mark in marks)


def _sweep(form: Form, name: str, field: Field) -> tuple[str, range, Sweep] | None:
    """What a question is called, the range of its values in steps, and the form at each; None where there is no range."""
    spec = field.spec
    if isinstance(spec, Whole | Number):
        grain = 1 if isinstance(spec, Whole) else 100
        low = max(-_FAR, next((bound for bound in (spec.low, spec.above) if bound is not None), -_FAR))
        high = min(spec.high if spec.high is not None else low + _FAR, _FARTHEST if low >= 0 else _FAR)
        places = range(ceil(low * grain), floor(high * grain) + 1)
        return spec.label, places, lambda place: replaced(form, name, typed(Fraction(place, grain)))
    if isinstance(spec, Day):
        start = date.fromisoformat((*form.get(name, ()), _ANY_DAY)[0])
        days = range(-_DAYS, _DAYS + 1)
        return spec.label, days, lambda place: replaced(form, name, str(start + timedelta(place)))
    if isinstance(spec, ItemScores):
        totals = range(sum(item.high for item in spec.items) + 1)
        return "Total", totals, lambda total: {**form, **_adding_up(name, spec, total)}
    return None


def _adding_up(name: str, spec: ItemScores, total: int) -> Form:
    """The items of a scale filled from the first one on until they add up."""
    scores: dict[str, Sequence[str]] = {}
    for place, item in enumerate(spec.items):
        score = min(item.high, total)
        scores[f"{name}.{place}"] = (str(score),)
        total -= score
    return scores
