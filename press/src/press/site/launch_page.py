"""The launch contract as records systems read it: what a link to each calculator may hold, told by its declaration."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ketamine_calculators.definition import Calculator
from ketamine_calculators.fields import Checklist, Field, ItemScores, Repeating, Several, Texts, texts_of, unit_names

from ..forms.form import markup
from ..markdown.parsed_page import Heading

DAY = "YYYY-MM-DD"
"""Stands in an example where the day of a measurement belongs."""
RECORD = Path("calculators") / "recorded.json"
"""What links may no longer hold."""


@dataclass(frozen=True)
class LaunchLine:
    """One name that a link may hold. `when` says when it is needed."""

    name: str
    label: str
    accepted: tuple[str, ...]
    when: str


@dataclass(frozen=True)
class LaunchCard:
    """One calculator: where a link leads, what it holds, and its first worked example as a link."""

    id: str
    anchor: str
    title: str
    version: str
    url: str
    lines: tuple[LaunchLine, ...]
    example: str


def launch_html(
    cards: Sequence[Calculator[Any, Any]],
    url: Callable[[Calculator[Any, Any]], str],
    retired: Mapping[str, Sequence[str]],
) -> str:
    """A table for each calculator that has a page, and the names that were retired."""
    made = [
        LaunchCard(
            card.id, card.slug, card.title, card.version, address, tuple(launch_lines(card.fields)), example_link(card)
        )
        for card in cards
        if (address := url(card))
    ]
    return str(markup("launch.html", cards=made, retired=retired))


def launch_headings(cards: Sequence[Calculator[Any, Any]]) -> list[Heading]:
    """The headings of the tables, for the page's contents."""
    return [Heading(2, "names", "Names and values", 0), *(Heading(3, card.slug, card.title, 0) for card in cards)]


def retired_ids(root: Path) -> Mapping[str, Sequence[str]]:
    """The names of inputs and options that links may no longer hold, by the ids of their calculators."""
    file = root / RECORD
    # A copy of the articles alone has no record.
    retired: Mapping[str, Sequence[str]] = json.loads(file.read_text("utf-8"))["retired"] if file.is_file() else {}
    return retired


def launch_lines(fields: Iterable[Field], before: str = "") -> Iterator[LaunchLine]:
    """Every name that a link may hold, with what may stand under it."""
    fields = tuple(fields)
    units = unit_names(fields)
    for field in fields:
        name, spec = f"{before}{field.name}", field.spec
        when = _when(field, before) if field.name not in units else f"with {before}{_measured_in(fields, field.name)}"
        if isinstance(spec, Repeating):
            # The place of a row, from 0.
            inner = launch_lines(spec.fields, f"{name}.0.")
            last = spec.high - 1
            yield LaunchLine(f"{name}.0. …", field.label, (f"Rows 0 to {last}, each with the names below",), when)
            yield from inner
        elif isinstance(spec, ItemScores):
            for place, item in enumerate(spec.items):
                blank = "; left out for “not answered”" if item.may_be_empty else ""
                yield LaunchLine(f"{name}.{place}", item.label, (f"0 to {item.high}{blank}",), when)
        elif isinstance(spec, Checklist):
            yield LaunchLine(name, field.label, ("none: nothing is ticked",), when)
            for key, label in spec.boxes.items():
                yield LaunchLine(f"{name}.{key}", label, ("yes",), "if it is ticked")
        else:
            yield LaunchLine(name, field.label, _accepted(field), when)
        if spec.measured_on:
            yield LaunchLine(spec.measured_on, f"Day on which it was measured: {field.label}", (DAY,), f"with {name}")


def _accepted(field: Field) -> tuple[str, ...]:
    spec = field.spec
    if isinstance(spec, Several):
        several = [f"{key}: {label}" for key, label in spec.options.items()]
        return ("any of these, each under the same name", *several, f"none: {spec.none}")
    if spec.choices:
        return tuple(f"{key}: {label}" if str(key) != label else label for key, label in spec.choices.items())
    return (spec.accepted,) if spec.accepted else ("a number",)


def _when(field: Field, before: str) -> str:
    if field.spec.asked_when:
        other, values = field.spec.asked_when
        return f"with {before}{other}" + (f" = {' or '.join(values)}" if values else "")
    return "may be left out" if field.optional else "needed"


def _measured_in(fields: Sequence[Field], unit: str) -> str:
    return next(field.name for field in fields if field.spec.unit_from == unit)


def example_link(card: Calculator[Any, Any]) -> str:
    """The first worked example behind the sign #. In place of the day of a measurement stands `YYYY-MM-DD`."""
    opened = texts_of(card.fields, dict(card.examples[0].inputs))
    unasked = {field.name for field in card.fields if not _is_asked(field, opened)}
    given = {name: texts for name, texts in opened.items() if name not in unasked}
    entries = [(name, text) for name, texts in given.items() for text in texts if text]
    days = [(f.spec.measured_on, DAY) for f in card.fields if f.spec.measured_on and given.get(f.name)]
    return f"{card.id}?{urlencode([*entries, *days, ('v', card.version)])}"


def _is_asked(field: Field, texts: Texts) -> bool:
    """Whether a form that opens with these texts asks a question."""
    if not field.spec.asked_when:
        return True
    other, values = field.spec.asked_when
    given = [text for text in texts.get(other, ()) if text.strip()]
    return any(text in values for text in given) if values else bool(given)
