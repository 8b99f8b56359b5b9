"""A form with one question answered otherwise: at its limits, with each option, and as people write it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from math import ceil, floor

from ketamine_calculators.display import MINUS, plain
from ketamine_calculators.fields import Checklist, Clock, Field, ItemScores, Number, Repeating, Several, Text, Whole
from ketamine_calculators.fields.choices import NONE_OF_THESE
from ketamine_calculators.fields.dates import FIRST, LAST, Day
from ketamine_calculators.wording import in_sentence, listed

Form = Mapping[str, Sequence[str]]
"""What a form holds: each name with the texts entered under it."""
Entries = tuple[tuple[str, str], ...]

_STRANGE = "another"
# Of a longer list only neighbors are ticked together.
_ALL_PAIRS, _ALL_THREES = 8, 5
# How a number arrives: with spaces or a sign, half typed, in other digits, with a unit that is not asked for.
_WRITTEN = (
    *(" {0} ", "+{0}", "-{0}", "\u2212{0}", "{0}.", "{0}.0", ".5", "1,5", "1e2"),
    *("{0} stone", "\uff17\uff10", "nan", "{0} {0}"),
)
_NAMES = ("7", "<b>Zoloft</b>", "Zoloft 50 mg", "sertralin")


@dataclass(frozen=True)
class Edge:
    """A question with what it tries, in words."""

    about: str
    entries: Entries


def entries_of(form: Form) -> Entries:
    """The form as a page sends it."""
    return tuple((name, text) for name, texts in form.items() for text in texts)


def typed(number: Fraction) -> str:
    """A number as it is typed."""
    return plain(number).replace(MINUS, "-")


def without(form: Form, name: str) -> Form:
    """The form with one question left blank."""
    return {other: texts for other, texts in form.items() if other != name and not other.startswith(f"{name}.")}


def replaced(form: Form, name: str, *texts: str) -> Form:
    """The form with one question answered otherwise, where it stands."""
    return {**form, name: texts} if name in form else {**without(form, name), name: texts}


def variations(form: Form, name: str, field: Field) -> Iterator[Edge]:
    """Everything that one question can be answered with, as far as its declaration tells."""
    for about, changed in _variations(form, name, field):
        yield Edge(about, entries_of(changed))


def _variations(form: Form, name: str, field: Field) -> Iterator[tuple[str, Form]]:
    spec = field.spec
    if isinstance(spec, ItemScores):
        yield from _items(form, name, spec)
        return
    if isinstance(spec, Repeating):
        yield from _rows(form, name, spec)
        return
    if isinstance(spec, Whole | Number):
        yield from _limits(form, name, spec)
        here = (*form.get(name, ()), "7")[0]
        texts = [pattern.format(here) for pattern in (*_WRITTEN, f"{{0}} {spec.unit or 'kg'}")]
        yield from ((f"{spec.label}: typed as “{text}”", replaced(form, name, text)) for text in texts)
    elif isinstance(spec, Day):
        days = (FIRST - timedelta(1), FIRST, LAST, LAST + timedelta(1), date(2024, 2, 29))
        for text in (*map(str, days), "2026-02-29", "02.03.2026", "2026-3-2"):
            yield f"{spec.label}: {text}", replaced(form, name, text)
    elif isinstance(spec, Clock):
        for text in ("00:00", "23:59", "24:00", "9:05", "1405", "2:05 pm"):
            yield f"{spec.label}: {text}", replaced(form, name, text)
    elif isinstance(spec, Text):
        for text in ("x" * spec.longest, "x" * (spec.longest + 1), *_NAMES):
            yield f"{spec.label}: “{text}”", replaced(form, name, text)
    elif isinstance(spec, Checklist):
        yield from _boxes(form, name, spec)
    else:
        for option, label in spec.choices.items():
            yield f"{spec.label}: {label}", replaced(form, name, str(option))
        yield f"{spec.label}: not in the list", replaced(form, name, _STRANGE)
        if isinstance(spec, Several):
            yield from _several(form, name, spec)
    yield f"{spec.label}: left blank", without(form, name)


def _limits(form: Form, name: str, spec: Whole | Number) -> Iterator[tuple[str, Form]]:
    """Both sides of each limit, in each unit."""
    before = name.removesuffix(name.rpartition(".")[2])
    units = dict(getattr(spec, "units", {})) or {spec.unit: Fraction(1)}
    for unit, size in units.items():
        for bound in (spec.low, spec.above, spec.high):
            if bound is None:
                continue
            for text in _both_sides(Fraction(bound) / size, 1 if isinstance(spec, Whole) else 100):
                changed = replaced(form, name, text)
                if len(units) > 1:
                    changed = replaced(changed, before + getattr(spec, "unit_from", ""), unit)
                yield f"{spec.label}: {f'{text} {unit}'.strip()}, at a limit", changed


def _both_sides(bound: Fraction, grain: int) -> list[str]:
    """A limit as it can be typed, with what is next to it on either side."""
    low, high = floor(bound * grain), ceil(bound * grain)
    places = (low - 1, low, low + 1) if low == high else (low, high)
    return [typed(Fraction(place, grain)) for place in places]


def _items(form: Form, name: str, spec: ItemScores) -> Iterator[tuple[str, Form]]:
    for place, item in enumerate(spec.items):
        tried = {str(item.high): "at its highest", str(item.high + 1): "above its highest", "": "left blank"}
        for text, what in tried.items():
            yield f"Item {place + 1} {what}", replaced(form, f"{name}.{place}", text)


def _rows(form: Form, name: str, spec: Repeating) -> Iterator[tuple[str, Form]]:
    """None, and the first row as often as the form has room for, and once more."""
    first = {entry.removeprefix(f"{name}.0."): texts for entry, texts in form.items() if entry.startswith(f"{name}.0.")}
    for count in (0, 1, 2, spec.high, spec.high + 1):
        rows = {f"{name}.{place}.{entry}": texts for place in range(count) for entry, texts in first.items()}
        yield f"{spec.label}: {count}", {**without(form, name), **rows}


def _boxes(form: Form, name: str, spec: Checklist) -> Iterator[tuple[str, Form]]:
    rest = without(form, name)
    yield f"None of {in_sentence(spec.label)}", {**rest, name: (NONE_OF_THESE,)}
    yield f"All of {in_sentence(spec.label)}", {**rest, **{f"{name}.{box}": ("yes",) for box in spec.boxes}}
    for box, label in spec.boxes.items():
        yield f"{label}: alone", {**rest, f"{name}.{box}": ("yes",)}


def _several(form: Form, name: str, spec: Several) -> Iterator[tuple[str, Form]]:
    options, said = list(spec.options), in_sentence(spec.label)
    yield f"None of {said}", replaced(form, name, NONE_OF_THESE)
    yield f"All of {said}", replaced(form, name, *options)
    yield f"None of {said}, with another", replaced(form, name, options[0], NONE_OF_THESE)
    for together in _together(options):
        first, *others = (spec.options[option] for option in together)
        about = f"{first}, with {listed([in_sentence(label) for label in others], 'and')}"
        yield about, replaced(form, name, *together)
    for one in options:
        rest = [option for option in options if option != one]
        yield f"All of {said} but {in_sentence(spec.options[one])}", replaced(form, name, *rest)


def _together(options: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Two of a list, and three of a short one; of a long one neighbors only."""
    if len(options) > _ALL_PAIRS:
        yield from pairwise(options)
    else:
        yield from combinations(options, 2)
    if len(options) <= _ALL_THREES:
        yield from combinations(options, 3)
